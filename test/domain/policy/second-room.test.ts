/** Which payments have the room under the cap: the ledger, and a second reckoning (`test/second/answers-of-recovery.ts`). */
import fc from 'fast-check';
import { Ledger } from '../../../src/application/ledger.ts';
import type { StoredEvent } from '../../../src/domain/events.ts';
import { parseMoney } from '../../../src/domain/money.ts';
import type { PolicyValue } from '../../../src/domain/policy/catalogue.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { lateComer, oneDay, type Figures } from '../../second/answers-of-recovery.ts';
import {
  day,
  determineLoss,
  disburse,
  enterOrder,
  makeFinal,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
  today,
  tomorrow,
} from '../../support/words.ts';
import { asks, few, inWords } from './asking.ts';

/** Before the Act, no share has a floor. */
const on = day('2026-01-05');
const old = { offenceOn: day('2018-01-01'), on };
const since = { on: day('2020-01-01') };

interface Payments {
  readonly cap: bigint;
  readonly first: bigint;
  readonly out: bigint;
  readonly second: bigint;
}

/** What each of two payments brings, of which the first was recorded first and so much of it paid out, and what of both is held. */
async function afterBoth(
  [id, answer]: ['P-08', PolicyValue<'P-08'>] | ['P-45', PolicyValue<'P-45'>],
  { cap, first, out, second }: Payments,
  firstOn = today,
): Promise<Figures> {
  const ledger = new Ledger(new MemoryEventStore());
  const sums = new Map<string, bigint>();
  const more = (of: string, amount: bigint) => sums.set(of, (sums.get(of) ?? 0n) + amount);
  const note = ({ type, data }: StoredEvent): void => {
    if (type === 'RecoveryCredited') more(data.receiptId, parseMoney(data.accepted));
    if (type === 'RecoveryTakenBack') more(data.receiptId, -parseMoney(data.amount));
    if (type === 'ExcessHeld') more('held', parseMoney(data.amount));
  };
  const story = [
    id === 'P-08' ? setPolicy(id, answer, since) : setPolicy(id, answer, since),
    ...[registerCase('c-1', { on }), registerCase('c-2', { on })],
    ...[registerDefendant('d-1', { on }), registerDefendant('d-2', { on }), registerVictim('v-1', { on })],
    determineLoss('c-1', inWords(cap), { on }),
    ...[enterOrder('o-1', inWords(cap), old), enterOrder('o-2', '900.00', old), makeFinal('o-1', { on })],
    recordPayment('dcd.1', inWords(first), { to: 'o-2', on: firstOn }),
    disburse('p-1', inWords(out), { caseId: 'c-2', on: tomorrow }),
    recordPayment('dcd.2', inWords(second), { to: 'o-1', on: today }),
  ];
  for (const [at, command] of story.entries()) {
    const { events } = await ledger.handle(command, { commandId: `k-${String(at)}`, actor: 'test' });
    for (const { event } of events) note(event);
  }
  const of = (name: string): bigint => sums.get(name) ?? 0n;
  return { first: of('dcd.1'), second: of('dcd.2'), held: of('held') };
}

const payments = fc.record({ cap: few, first: few, out: few, second: few });

asks('P-08', {
  given: payments,
  ledger: (answer, given) => afterBoth(['P-08', answer], given),
  model: oneDay,
  worked: {
    SEQUENCE: [
      { cap: 90_00n, first: 80_00n, out: 1_00n, second: 40_00n },
      { first: 80_00n, second: 10_00n, held: 30_00n },
    ],
    PRO_RATA: [
      { cap: 90_00n, first: 80_00n, out: 1_00n, second: 40_00n },
      { first: 60_00n, second: 30_00n, held: 30_00n },
    ],
  },
  numRuns: 60,
});

asks('P-45', {
  given: payments,
  ledger: (answer, given) => afterBoth(['P-45', answer], given, tomorrow),
  model: lateComer,
  worked: {
    EXCESS_FOLLOWS_CASH: [
      { cap: 90_00n, first: 80_00n, out: 50_00n, second: 60_00n },
      { first: 80_00n, second: 10_00n, held: 50_00n },
    ],
    STRICT_EFFECTIVE_DATE: [
      { cap: 90_00n, first: 80_00n, out: 50_00n, second: 60_00n },
      { first: 50_00n, second: 40_00n, held: 50_00n },
    ],
  },
  numRuns: 60,
});
