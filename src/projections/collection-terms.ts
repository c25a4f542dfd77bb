import { parseMoney, type Money, type MoneyText } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** What a court said of the interest on an obligation, or of how it is to be paid. */
export interface CollectionTermsRow {
  readonly position: number;
  readonly item: number;
  /** The order, or the debt. */
  readonly obligationId: string;
  readonly effectiveOn: string;
  /** `InterestTermsSet` or `PaymentScheduleSet`. */
  readonly type: string;
  /** The terms of interest, or the manner of payment. */
  readonly terms: string;
  /** The limit of interest, or the instalment. */
  readonly amount: Money | null;
  /** The day on which interest ends, or on which payment begins. */
  readonly day: string | null;
  readonly every: string | null;
}

const table = tableOf<CollectionTermsRow>({
  name: 'collection_terms',
  columns: {
    position: 'integer',
    item: 'integer',
    obligationId: 'term',
    effectiveOn: 'day',
    type: 'word',
    terms: 'word',
    amount: 'amount',
    day: 'day',
    every: 'word',
  },
  key: ['position', 'item'],
  indexes: [['obligationId']],
});

/** All terms of interest and all schedules; those of the latest day hold. */
export const collectionTerms = history(table, {
  InterestTermsSet: ({ type, data, position, item, effectiveOn }) => {
    const { terms, limit, endsOn: day } = data;
    const obligationId = data.orderId ?? data.debtId ?? '';
    const amount = moneyOrNull(limit);
    return [{ position, item, obligationId, effectiveOn, type, terms, amount, day, every: null }];
  },
  PaymentScheduleSet: ({ type, data, position, item, effectiveOn }) => {
    const { manner: terms, firstOn: day, every } = data;
    const obligationId = data.orderId ?? data.debtId ?? '';
    const amount = moneyOrNull(data.amount);
    return [{ position, item, obligationId, effectiveOn, type, terms, amount, day, every }];
  },
});

function moneyOrNull(text: MoneyText | null): Money | null {
  return text === null ? null : parseMoney(text);
}
