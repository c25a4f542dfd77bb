/** The protocols of the ledger, each as a command that goes all its way, and what was before it. */
import type { Command } from '../../src/domain/commands.ts';
import type { EventType } from '../../src/domain/events.ts';
import { bankStories } from '../support/bank-stories.ts';
import {
  closeRequest,
  deposit,
  orderAssistance,
  payAssistance,
  requestAssistance,
  returnAssistance,
} from '../support/reserve-words.ts';
import {
  amendOrder,
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  vacateOrder,
} from '../support/words.ts';

/** Before the Act of 2018, so that no share is too small. */
const offenceOn = day('2015-06-01');
export const enter = (
  id: string,
  shares: Readonly<Record<string, string>>,
  given: Parameters<typeof enterOrder>[2] = {},
) => enterOrder(id, shares, { offenceOn, ...given });

/**
 * Order 1 is owed to two victims; 2 sets the cap of 100.00 for the first; 3 may raise it; 4 is owed by the defendant of
 * 1, under a statute of which its case decides.
 */
export const opening: readonly Command[] = [
  ...['v-1', 'v-2'].map((id) => registerVictim(id)),
  ...['c-1', 'c-2', 'c-3'].map((id) => registerCase(id)),
  ...['d-1', 'd-2', 'd-3'].map((id) => registerDefendant(id)),
  setPolicy('P-42', 'RECORD'),
  determineLoss('c-2', '100.00'),
  enter('o-1', { 'v-1': '60.00', 'v-2': '30.00' }),
  enter('o-2', { 'v-1': '90.00' }),
  enter('o-3', { 'v-1': '70.00' }),
  enter('o-4', { 'v-2': '12.00' }, { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' }),
  recordPayment('dcd.1', '80.00', { to: 'o-2' }),
];
export const capped: readonly Command[] = [...opening, makeFinal('o-2')];
/** The first victim lacks 20.00, and the Reserve has that. */
const requested: readonly Command[] = [...capped, deposit('r-1', '30.00'), requestAssistance('q-1')];
const ordered: readonly Command[] = [...requested, orderAssistance('q-1', '20.00')];
const whole: readonly Command[] = [...capped, recordPayment('dcd.2', '20.00', { to: 'o-3' })];

export interface Story {
  readonly name: string;
  readonly before: readonly Command[];
  readonly command: Command;
  /** The last thing that it brings about. */
  readonly last: EventType;
  /** So little that each list is an append of its own. */
  readonly isNarrow?: true;
}

export const protocols: readonly Story[] = [
  {
    name: 'a payment that reaches the cap',
    before: capped,
    command: recordPayment('dcd.3', '20.00', { to: 'o-3' }),
    last: 'LiabilityTerminated',
  },
  {
    name: 'a payment that crosses the cap, and goes on in a second round',
    before: capped,
    command: recordPayment('dcd.3', '95.00', { to: 'o-1' }),
    last: 'ExcessHeld',
  },
  {
    name: 'a payment that is divided between two victims',
    before: opening,
    command: recordPayment('dcd.3', '20.01'),
    last: 'PaymentApplied',
  },
  {
    name: 'the return of a payment that had brought full recovery',
    before: whole,
    command: returnPayment('dcd.1'),
    last: 'LiabilityReinstated',
  },
  {
    name: 'the return of a payment that went to two victims',
    before: [...opening, recordPayment('dcd.3', '20.01')],
    command: returnPayment('dcd.3'),
    last: 'PaymentUnapplied',
  },
  {
    name: 'an order for two victims',
    before: opening,
    command: enter('o-5', { 'v-1': '50.00', 'v-2': '40.00' }, { caseId: 'c-3', defendantId: 'd-3' }),
    last: 'LiabilityImposed',
  },
  {
    name: 'an amendment, with a victim more',
    before: capped,
    command: amendOrder('o-2', { 'v-1': '85.00', 'v-2': '15.00' }),
    last: 'LiabilityAmended',
  },
  {
    name: 'an amendment of what has ended',
    before: whole,
    command: amendOrder('o-3', { 'v-1': '50.00' }),
    last: 'LiabilityAmended',
  },
  {
    name: 'an amendment below what was paid',
    before: [...opening, setPolicy('P-46', 'EXCESS'), recordPayment('dcd.3', '90.00', { to: 'o-1' })],
    command: amendOrder('o-1', { 'v-1': '10.00', 'v-2': '25.00' }),
    last: 'ExcessHeld',
  },
  {
    name: 'the return of a payment of which something was taken back',
    before: [
      ...[...opening, setPolicy('P-46', 'EXCESS'), recordPayment('dcd.3', '90.00', { to: 'o-1' })],
      amendOrder('o-1', { 'v-1': '10.00', 'v-2': '25.00' }),
    ],
    command: returnPayment('dcd.3'),
    last: 'PaymentUnapplied',
  },
  {
    name: 'a payment of before those that brought full recovery',
    before: [setPolicy('P-45', 'STRICT_EFFECTIVE_DATE', { on: day('2020-01-01') }), ...whole],
    command: recordPayment('dcd.3', '50.00', { to: 'o-1', on: day('2026-02-02') }),
    last: 'RecoveryPassedOn',
  },
  {
    name: 'a payment of the day of others, with which it shares the room',
    before: [setPolicy('P-08', 'PRO_RATA'), ...whole],
    command: recordPayment('dcd.3', '45.00', { to: 'o-1' }),
    last: 'RecoveryPassedOn',
  },
  {
    name: 'the return of a payment that had to give its room',
    before: [
      ...[setPolicy('P-45', 'STRICT_EFFECTIVE_DATE', { on: day('2020-01-01') }), ...whole],
      recordPayment('dcd.3', '50.00', { to: 'o-1', on: day('2026-02-02') }),
    ],
    command: returnPayment('dcd.1'),
    last: 'PaymentUnapplied',
  },
  {
    name: 'a vacatur by which the cap falls below what was paid',
    before: [
      ...[setPolicy('P-17', 'RECOMPUTE_RETROACTIVELY'), ...capped, determineLoss('c-3', '50.00')],
      ...[makeFinal('o-3'), recordPayment('dcd.2', '20.00', { to: 'o-3' })],
    ],
    command: vacateOrder('o-2'),
    last: 'RecoveryPassedOn',
  },
  { name: 'a vacatur', before: whole, command: vacateOrder('o-2'), last: 'LiabilityVacated' },
  {
    name: 'an order that becomes final, and brings the cap',
    before: [...opening, recordPayment('dcd.2', '30.00', { to: 'o-3' })],
    command: makeFinal('o-2'),
    last: 'LiabilityTerminated',
  },
  {
    name: 'a finding that is enough',
    before: capped,
    command: determineLoss('c-2', '75.00'),
    last: 'LiabilityTerminated',
  },
  {
    name: 'an order for assistance',
    before: requested,
    command: orderAssistance('q-1', '20.00'),
    last: 'AssistanceQueued',
  },
  {
    name: 'assistance that reaches the cap',
    before: ordered,
    command: payAssistance('q-1'),
    last: 'LiabilityTerminated',
  },
  {
    name: 'the return of assistance that had brought full recovery',
    before: [...ordered, payAssistance('q-1')],
    command: returnAssistance('q-1'),
    last: 'LiabilityReinstated',
  },
  {
    name: 'an order for assistance that is set aside',
    before: ordered,
    command: closeRequest('q-1', 'ORDER_VACATED'),
    last: 'AssistanceOrderVacated',
  },
  ...bankStories.map(([name, before, command, last]) => ({ name, before, command, last })),
];
const narrow = [
  'a payment that reaches the cap',
  'the return of a payment that had brought full recovery',
  'an order that becomes final, and brings the cap',
  'a finding that is enough',
];
/** The same, and those that end or bring back liabilities with each list in an append of its own. */
export const stories: readonly Story[] = [
  ...protocols,
  ...protocols
    .filter(({ name }) => narrow.includes(name))
    .map((each) => ({ ...each, name: `${each.name}, listed in several appends`, isNarrow: true as const })),
];
