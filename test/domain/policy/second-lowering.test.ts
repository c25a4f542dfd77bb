/** An order that is lowered below what was paid: the ledger, and a second reckoning (`test/second/answers-of-payment.ts`). */
import fc from 'fast-check';
import { Ledger } from '../../../src/application/ledger.ts';
import type { StoredEvent } from '../../../src/domain/events.ts';
import { parseMoney } from '../../../src/domain/money.ts';
import type { PolicyValue } from '../../../src/domain/policy/catalogue.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { lowered } from '../../second/answers-of-payment.ts';
import type { Figures } from '../../second/answers-of-recovery.ts';
import {
  amendOrder,
  day,
  defendantId,
  disburse,
  enterOrder,
  imposeDebt,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  setPolicy,
  tomorrow,
} from '../../support/words.ts';
import { asks, few, inWords } from './asking.ts';

const fraud = { caseId: 'c-1', defendantId: 'd-1', statute: '18 U.S.C. 3663A' } as const;
const mine = { caseId: 'c-1', defendantId: defendantId('d-1') } as const;

/** What each of two receipts pays after an amendment, what the fine has of them, and what is held. */
async function afterLowering(
  answer: PolicyValue<'P-46'>,
  { first, second, out, to, fine }: { first: bigint; second: bigint; out: bigint; to: bigint; fine: bigint },
): Promise<Figures> {
  const ledger = new Ledger(new MemoryEventStore());
  const paid = new Map<string, bigint>();
  const pays = (receipt: string, amount: bigint) => paid.set(receipt, (paid.get(receipt) ?? 0n) + amount);
  const note = ({ type, data }: StoredEvent): void => {
    if (type === 'RecoveryCredited') pays(data.receiptId, parseMoney(data.accepted));
    if (type === 'OverpaymentTakenBack') pays(data.receiptId, -parseMoney(data.amount));
    if (type === 'DebtCredited') pays('fine', parseMoney(data.amount));
    if (type === 'ExcessHeld') pays('held', parseMoney(data.amount));
  };
  const story = [
    ...[
      registerCase('c-1'),
      registerDefendant('d-1'),
      registerVictim('v-1'),
      setPolicy('P-46', answer, { on: day('2020-01-01') }),
    ],
    ...[enterOrder('o-1', inWords(first + second), fraud), imposeDebt('b-1', 'FINE', inWords(fine))],
    recordPayment('dcd.1', inWords(first), { ...mine, to: 'o-1' }),
    recordPayment('dcd.2', inWords(second), { ...mine, to: 'o-1', on: tomorrow }),
    disburse('p-1', inWords(out), { on: tomorrow }),
    amendOrder('o-1', inWords(to), { caseId: 'c-1', track: 'FULL_AMOUNT', on: tomorrow }),
  ];
  for (const [at, command] of story.entries()) {
    const { events } = await ledger.handle(command, { commandId: `k-${String(at)}`, actor: 'test' });
    for (const { event } of events) note(event);
  }
  const [one, other] = [paid.get('dcd.1') ?? 0n, paid.get('dcd.2') ?? 0n];
  return { first: one, second: other, fine: paid.get('fine') ?? 0n, held: paid.get('held') ?? 0n };
}

asks('P-46', {
  given: fc.record({ first: few, second: few, out: few, to: few, fine: few }),
  ledger: afterLowering,
  model: lowered,
  worked: {
    KEEP: [
      { first: 60_00n, second: 40_00n, out: 30_00n, to: 45_00n, fine: 25_00n },
      { first: 60_00n, second: 40_00n, fine: 0n, held: 0n },
    ],
    EXCESS: [
      { first: 60_00n, second: 40_00n, out: 30_00n, to: 45_00n, fine: 25_00n },
      { first: 45_00n, second: 0n, fine: 25_00n, held: 30_00n },
    ],
  },
  numRuns: 40,
});
