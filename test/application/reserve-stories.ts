/** What the Reserve and the streams of victims tell each other, for the tests that cut it short. */
import type { Command } from '../../src/domain/commands.ts';
import type { EventType } from '../../src/domain/events.ts';
import type { RepresentativeId } from '../../src/domain/ids.ts';
import { sameVictim } from '../support/people-words.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  requestAssistance,
  returnAssistance,
  start,
} from '../support/reserve-words.ts';
import {
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
} from '../support/words.ts';

const on = start;

/** A victim who lacks 44,790.78 of 50,000.00, and another who waits for the Reserve too. */
const requested: readonly Command[] = [
  ...['v-1', 'v-2'].map((id) => registerVictim(id, { on })),
  registerCase('c-1', { on }),
  registerDefendant('d-1', { on }),
  determineLoss('c-1', '50,000.00', { on }),
  enterOrder('o-1', '40,000.00', { on }),
  makeFinal('o-1', { on }),
  recordPayment('dcd.1', '5,209.22', { on }),
  deposit('r-1', '60,000.00'),
  requestAssistance('q-1'),
  requestAssistance('q-2'),
];
const ordered: readonly Command[] = [...requested, orderAssistance('q-1'), orderAssistance('q-2')];
const paid: readonly Command[] = [...ordered, payAssistance('q-1')];

/** What it is, what was before, the command, and the last thing that it brings about. */
export const reserveStories: readonly (readonly [string, readonly Command[], Command, EventType])[] = [
  ['a deposit', requested, deposit('r-2', '9,990,000.00'), 'ReserveDeposited'],
  ['a request for assistance', requested.slice(0, -1), requestAssistance('q-2'), 'AssistanceRequested'],
  ['an order for assistance', requested, orderAssistance('q-1'), 'AssistanceQueued'],
  ['assistance that is paid, and ends all', ordered, payAssistance('q-1'), 'LiabilityTerminated'],
  ['assistance that comes back, and revives all', paid, returnAssistance('q-1'), 'LiabilityReinstated'],
  ['two ids that are one victim, assisted twice', paid, sameVictim('v-2'), 'AssistanceTwiceNoted'],
  [
    'an id that had absorbed another, and is absorbed',
    [registerVictim('v-3'), ...ordered, sameVictim('v-2')],
    sameVictim('v-3', { victim: 'v-2' }),
    'AssistanceTwiceNoted',
  ],
  [
    'an order that is set aside of one who is known under another id',
    [...ordered, sameVictim('v-2')],
    closeRequest('q-1', 'ORDER_VACATED'),
    'AssistanceOrderVacated',
  ],
  [
    'assistance that is paid to nobody’s representative',
    ordered,
    { ...payAssistance('q-1'), representativeId: 'h-9' as RepresentativeId },
    'PayeeQuestioned',
  ],
  [
    'an order for assistance that is set aside',
    ordered,
    closeRequest('q-1', 'ORDER_VACATED'),
    'AssistanceOrderVacated',
  ],
];
