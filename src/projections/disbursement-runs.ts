import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** A step of a run: proposed, approved, released, or completed. */
export interface DisbursementRunRow {
  readonly position: number;
  readonly type: string;
  readonly runId: string;
  readonly effectiveOn: string;
  /** Of a proposal: whose money goes out, where it is not that of victims. */
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly contentHash: string | null;
  /** What was proposed, or made. */
  readonly payments: number | null;
  readonly amount: Money | null;
  /** Whoever answers for it. */
  readonly signatoryId: string | null;
}

/** A payment that was listed for a run. */
export interface ListedPaymentRow {
  readonly position: number;
  readonly line: number;
  readonly runId: string;
  readonly contentHash: string;
  /** The payment to a victim, or the refund; and the victim, or the receipt that is refunded. */
  readonly paymentId: string;
  readonly ownerId: string;
  /** Of a refund: whom it goes to. */
  readonly defendantId: string | null;
  readonly caseId: string;
  readonly amount: Money;
  readonly paidTo: string | null;
  readonly representativeId: string | null;
}

const runs = tableOf<DisbursementRunRow>({
  name: 'disbursement_runs',
  columns: {
    position: 'integer',
    type: 'word',
    runId: 'term',
    effectiveOn: 'day',
    purpose: 'word',
    caseId: 'term',
    contentHash: 'term',
    payments: 'integer',
    amount: 'amount',
    signatoryId: 'term',
  },
  key: ['position'],
  indexes: [['runId']],
});

const lines = tableOf<ListedPaymentRow>({
  name: 'listed_payments',
  columns: {
    position: 'integer',
    line: 'integer',
    runId: 'term',
    contentHash: 'term',
    paymentId: 'term',
    ownerId: 'term',
    defendantId: 'term',
    caseId: 'term',
    amount: 'amount',
    paidTo: 'word',
    representativeId: 'term',
  },
  key: ['position', 'line'],
  indexes: [['runId']],
});

const nothing = {
  purpose: null,
  caseId: null,
  contentHash: null,
  payments: null,
  amount: null,
  signatoryId: null,
};

/** What became of every run. */
export const disbursementRuns = history(runs, {
  DisbursementRunProposed: ({ type, data, position, effectiveOn }) => {
    const { runId, purpose = null, caseId, contentHash, payments, proposedBy: signatoryId } = data;
    const of = { purpose, caseId, contentHash, payments, amount: parseMoney(data.amount), signatoryId };
    return [{ position, type, runId, effectiveOn, ...of }];
  },
  DisbursementRunApproved: ({ type, data, position, effectiveOn }) => {
    const { runId, contentHash, approvedBy: signatoryId } = data;
    return [{ position, type, runId, effectiveOn, ...nothing, contentHash, signatoryId }];
  },
  DisbursementRunReleased: ({ type, data: { runId }, position, effectiveOn }) => [
    { position, type, runId, effectiveOn, ...nothing },
  ],
  DisbursementRunCompleted: ({ type, data: { runId, made: payments, amount }, position, effectiveOn }) => [
    { position, type, runId, effectiveOn, ...nothing, payments, amount: parseMoney(amount) },
  ],
});

/** Every payment that was listed. */
export const listedPayments = history(lines, {
  DisbursementsListed: ({ data: { runId, contentHash, payments, refunds = [] }, position }) => [
    ...payments.map(({ disbursementId, victimId, caseId, amount, paidTo, representativeId }, line) => ({
      ...{ position, line, runId, contentHash, paymentId: disbursementId, ownerId: victimId },
      ...{ defendantId: null, caseId, amount: parseMoney(amount) },
      ...{ paidTo: paidTo ?? null, representativeId: representativeId ?? null },
    })),
    ...refunds.map(({ refundId, receiptId, defendantId, caseId, amount }, line) => ({
      ...{ position, line: payments.length + line, runId, contentHash, paymentId: refundId },
      ...{ ownerId: receiptId, defendantId, caseId, amount: parseMoney(amount) },
      ...{ paidTo: null, representativeId: null },
    })),
  ],
});
