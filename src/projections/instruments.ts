import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One thing that a bank, or a register, said of a payment out, or of its money where nobody claims it. */
export interface InstrumentRow {
  readonly position: number;
  readonly type: string;
  /** The id of the payment to a victim, or of the refund; and the victim, or the receipt, under which it is one of a kind. */
  readonly paymentId: string;
  readonly ownerId: string;
  readonly effectiveOn: string;
  /** What was presented; of the issue, what was issued. */
  readonly amount: Money;
  /** By what it went out, and its number; null where the event says nothing of it. */
  readonly instrument: string | null;
  readonly number: string | null;
  /** The number without zeros in front, by which a second payment with it is found. */
  readonly serial: string | null;
  /** The statement that shows it, and the first line there. */
  readonly statementId: string | null;
  readonly line: number | null;
  /** What cannot be right. */
  readonly question: string | null;
}

const table = tableOf<InstrumentRow>({
  name: 'instruments',
  columns: {
    position: 'integer',
    type: 'word',
    paymentId: 'term',
    ownerId: 'term',
    effectiveOn: 'day',
    amount: 'amount',
    instrument: 'word',
    number: 'term',
    serial: 'term',
    statementId: 'term',
    line: 'integer',
    question: 'word',
  },
  key: ['position'],
  indexes: [['paymentId'], ['serial']],
});

/** All that was said of cheques and transfers. */
export const instruments = history(table, {
  InstrumentIssued: (event) => [issued(event)],
  RefundInstrumentIssued: (event) => [issued(event)],
  InstrumentPresented: (event) => [shown(event)],
  RefundPresented: (event) => [shown(event)],
  PresentationWithdrawn: (event) => [shown(event)],
  RefundPresentationWithdrawn: (event) => [shown(event)],
  InstrumentQuestioned: (event) => [questioned(event)],
  RefundQuestioned: (event) => [questioned(event)],
  UnclaimedMoneySetAside: (event) => [waiting(event)],
  UnclaimedMoneyDeposited: (event) => [waiting(event)],
  UnclaimedMoneyWithdrawn: (event) => [waiting(event)],
  UnclaimedRefundSetAside: (event) => [waiting(event)],
  UnclaimedRefundDeposited: (event) => [waiting(event)],
  UnclaimedRefundWithdrawn: (event) => [waiting(event)],
});

function issued(event: Told<'InstrumentIssued' | 'RefundInstrumentIssued'>): InstrumentRow {
  const { amount, instrument, number } = event.data;
  const serial = number.replace(/^0+(?=.)/, '');
  return { ...rowOf(event), amount: parseMoney(amount), instrument, number, serial };
}

type Shown = Told<
  'InstrumentPresented' | 'RefundPresented' | 'PresentationWithdrawn' | 'RefundPresentationWithdrawn'
>;

function shown(event: Shown): InstrumentRow {
  const { amount, statementId, lines } = event.data;
  return { ...rowOf(event), amount: parseMoney(amount), statementId, line: lines[0] ?? null };
}

function questioned(event: Told<'InstrumentQuestioned' | 'RefundQuestioned'>): InstrumentRow {
  const { presented, statementId, lines, question } = event.data;
  const by = { statementId, line: lines[0] ?? null, question };
  return { ...rowOf(event), ...by, amount: parseMoney(presented) };
}

type Waiting = Told<
  | ('UnclaimedMoneySetAside' | 'UnclaimedMoneyDeposited' | 'UnclaimedMoneyWithdrawn')
  | ('UnclaimedRefundSetAside' | 'UnclaimedRefundDeposited' | 'UnclaimedRefundWithdrawn')
>;

/** Where the money of the payment waits, or does no more. */
function waiting(event: Waiting): InstrumentRow {
  return { ...rowOf(event), amount: parseMoney(event.data.amount) };
}

type OfPayment =
  | { readonly disbursementId: string; readonly victimId: string }
  | { readonly refundId: string; readonly receiptId: string };

function rowOf({ type, data, position, effectiveOn }: Told & { readonly data: OfPayment }) {
  const of =
    'refundId' in data
      ? { paymentId: data.refundId, ownerId: data.receiptId }
      : { paymentId: data.disbursementId, ownerId: data.victimId };
  const nothing = {
    instrument: null,
    number: null,
    serial: null,
    statementId: null,
    line: null,
    question: null,
  };
  return { ...nothing, position, type, ...of, effectiveOn };
}
