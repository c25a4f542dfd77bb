import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One thing that happened to a payment out: to a victim, or back to a payor. */
export interface PaymentLifeRow {
  readonly position: number;
  readonly type: string;
  /** The id of the payment to a victim, or of the refund. */
  readonly paymentId: string;
  /** Under what that id is one of a kind: the victim, or the receipt that is refunded. */
  readonly ownerId: string;
  readonly victimId: string | null;
  readonly defendantId: string | null;
  readonly caseId: string;
  readonly effectiveOn: string;
  readonly amount: Money;
  /** The run that it was to go out with. */
  readonly runId: string | null;
  /** Why it came back, or was withheld. */
  readonly reason: string | null;
  /** The payment that came back, and whose place this one takes. */
  readonly replaces: string | null;
}

const table = tableOf<PaymentLifeRow>({
  name: 'payment_lives',
  columns: {
    position: 'integer',
    type: 'word',
    paymentId: 'term',
    ownerId: 'term',
    victimId: 'term',
    defendantId: 'term',
    caseId: 'term',
    effectiveOn: 'day',
    amount: 'amount',
    runId: 'term',
    reason: 'word',
    replaces: 'term',
  },
  key: ['position'],
  indexes: [['paymentId'], ['runId'], ['replaces']],
});

/** Everything that happened to payments out. */
export const paymentLives = history(table, {
  RestitutionDisbursed: (event) => [toVictim(event)],
  DisbursementWithheld: (event) => [toVictim(event)],
  DisbursementReturned: (event) => [toVictim(event)],
  RefundMade: (event) => [toPayor(event)],
  RefundWithheld: (event) => [toPayor(event)],
  RefundReturned: (event) => [toPayor(event)],
});

type ToVictim = Told<'RestitutionDisbursed' | 'DisbursementWithheld' | 'DisbursementReturned'>;
type ToPayor = Told<'RefundMade' | 'RefundWithheld' | 'RefundReturned'>;

function toVictim(event: ToVictim): PaymentLifeRow {
  const { disbursementId: paymentId, victimId, caseId } = event.data;
  return { ...rowOf(event), paymentId, ownerId: victimId, victimId, defendantId: null, caseId };
}

function toPayor(event: ToPayor): PaymentLifeRow {
  const { refundId: paymentId, receiptId: ownerId, defendantId, caseId } = event.data;
  return { ...rowOf(event), paymentId, ownerId, victimId: null, defendantId, caseId };
}

function rowOf({ type, data, position, effectiveOn }: ToVictim | ToPayor) {
  const said = { runId: null, reason: null, replaces: null, ...data };
  const { runId, reason, replaces } = said;
  return { position, type, effectiveOn, amount: parseMoney(data.amount), runId, reason, replaces };
}
