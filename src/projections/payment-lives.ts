import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** One thing that happened to a payment out. */
export interface PaymentLifeRow {
  readonly position: number;
  readonly type: string;
  readonly disbursementId: string;
  readonly victimId: string;
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
    disbursementId: 'term',
    victimId: 'term',
    caseId: 'term',
    effectiveOn: 'day',
    amount: 'amount',
    runId: 'term',
    reason: 'word',
    replaces: 'term',
  },
  key: ['position'],
  indexes: [['disbursementId'], ['runId'], ['replaces']],
});

/** Everything that happened to payments out. */
export const paymentLives = history(table, {
  RestitutionDisbursed: ({ type, data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId, amount, runId = null, replaces = null } = data;
    const of = { disbursementId, victimId, caseId, amount: parseMoney(amount) };
    return [{ position, type, ...of, effectiveOn, runId, reason: null, replaces }];
  },
  DisbursementWithheld: ({ type, data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId, amount, runId, reason } = data;
    const of = { disbursementId, victimId, caseId, amount: parseMoney(amount) };
    return [{ position, type, ...of, effectiveOn, runId, reason, replaces: null }];
  },
  DisbursementReturned: ({ type, data, position, effectiveOn }) => {
    const { disbursementId, victimId, caseId, amount, reason } = data;
    const of = { disbursementId, victimId, caseId, amount: parseMoney(amount) };
    return [{ position, type, ...of, effectiveOn, runId: null, reason, replaces: null }];
  },
});
