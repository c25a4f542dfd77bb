import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** A term on which money is paid out: a hold, or the least payment and the age of a stale cheque. */
export interface DisbursementTermRow {
  readonly position: number;
  readonly type: string;
  readonly effectiveOn: string;
  /** Of a hold: whose receipts, how paid, and for how many days; null where any is meant, and of other terms. */
  readonly source: string | null;
  readonly method: string | null;
  readonly days: number | null;
  readonly minimum: Money | null;
  readonly staleAfterMonths: number | null;
}

const table = tableOf<DisbursementTermRow>({
  name: 'disbursement_terms',
  columns: {
    position: 'integer',
    type: 'word',
    effectiveOn: 'day',
    source: 'word',
    method: 'word',
    days: 'integer',
    minimum: 'amount',
    staleAfterMonths: 'integer',
  },
  key: ['position'],
  indexes: [],
});

/** Every term that was set. */
export const disbursementTerms = history(table, {
  HoldSet: ({ type, data, position, effectiveOn }) => [
    { position, type, effectiveOn, ...data, minimum: null, staleAfterMonths: null },
  ],
  PaymentTermsSet: ({ type, data: { minimum, staleAfterMonths }, position, effectiveOn }) => [
    {
      ...{ position, type, effectiveOn, source: null, method: null, days: null },
      ...{ minimum: parseMoney(minimum), staleAfterMonths },
    },
  ],
});
