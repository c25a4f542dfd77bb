import { noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** A change of what is held of a receipt for its payor. */
export interface ExcessRow {
  readonly position: number;
  readonly type: string;
  readonly receiptId: string;
  readonly caseId: string;
  readonly defendantId: string;
  readonly effectiveOn: string;
  /** Below nothing where it left. */
  readonly amount: Money;
  /** Of what came to be held: whether a court must say what becomes of it; 1 or 0. */
  readonly awaitsCourt: number;
  /** The run with which it went back. */
  readonly runId: string | null;
}

const table = tableOf<ExcessRow>({
  name: 'excesses',
  columns: {
    position: 'integer',
    type: 'word',
    receiptId: 'term',
    caseId: 'term',
    defendantId: 'term',
    effectiveOn: 'day',
    amount: 'amount',
    awaitsCourt: 'integer',
    runId: 'term',
  },
  key: ['position'],
  indexes: [['receiptId'], ['caseId'], ['defendantId']],
});

/** What came to be held of receipts, and what of it left. */
export const excesses = history(table, {
  ExcessHeld: (event) => [
    { ...held(event, event.data.amount), awaitsCourt: event.data.awaits === undefined ? 0 : 1 },
  ],
  RefundReturned: (event) => [held(event, event.data.amount)],
  UnclaimedRefundWithdrawn: (event) => [held(event, event.data.amount)],
  ExcessReleased: (event) => [left(event, event.data.amount)],
  ExcessTakenBack: (event) => [left(event, event.data.amount)],
  RefundMade: (event) => [{ ...left(event, event.data.amount), runId: event.data.runId ?? null }],
  UnclaimedRefundSetAside: (event) => [left(event, event.data.amount)],
  PaymentReturned: (event) => [left(event, event.data.excess)],
});

type Of = Told<
  | ('ExcessHeld' | 'RefundReturned' | 'UnclaimedRefundWithdrawn')
  | ('ExcessReleased' | 'ExcessTakenBack' | 'RefundMade' | 'UnclaimedRefundSetAside' | 'PaymentReturned')
>;

function held({ type, data, position, effectiveOn }: Of, amount: string): ExcessRow {
  const { receiptId, caseId, defendantId } = data;
  const of = { position, type, receiptId, caseId, defendantId, effectiveOn };
  return { ...of, amount: parseMoney(amount), awaitsCourt: 0, runId: null };
}

function left(event: Of, amount: string): ExcessRow {
  return { ...held(event, amount), amount: subtract(noMoney, parseMoney(amount)) };
}
