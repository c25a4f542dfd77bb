import { noMoney, parseMoney, subtract, type Money, type MoneyText } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** What bears on the collection of an obligation: terms, schedules, waivers, notices, what was paid beside principal, its end. */
export interface CollectionTermsRow {
  readonly position: number;
  readonly item: number;
  /** The order, or the debt. */
  readonly obligationId: string;
  /** For whom interest was paid; null of anything else. */
  readonly victimId: string | null;
  readonly effectiveOn: string;
  /** The type of the event; of a reversal, that of the credit. */
  readonly type: string;
  /** The terms of interest, the manner of payment, or of what notice was given; of anything else the type. */
  readonly terms: string;
  /** The limit of interest, the instalment, or what was waived or paid; below nothing where it came back. */
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
    victimId: 'term',
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

/** All that was said of the collection of obligations; of terms and schedules, those of the latest day hold. */
export const collectionTerms = history(table, {
  InterestTermsSet: (event) => {
    const { terms, limit, endsOn: day } = event.data;
    return [{ ...rowOf(event, limit), terms, day }];
  },
  PaymentScheduleSet: (event) => {
    const { manner: terms, firstOn: day, every, amount } = event.data;
    return [{ ...rowOf(event, amount), terms, day, every }];
  },
  InterestWaived: (event) => [rowOf(event, event.data.amount)],
  PenaltyWaived: (event) => [rowOf(event, event.data.amount)],
  NoticeGiven: (event) => {
    const { notice, receiptId, orderId, debtId } = event.data;
    const obligationId = orderId ?? debtId ?? receiptId ?? '';
    return [{ ...rowOf(event, null), obligationId, terms: notice }];
  },
  InterestCredited: (event) => [{ ...rowOf(event, event.data.amount), victimId: event.data.victimId }],
  InterestReversed: (event) => [{ ...back(event, 'InterestCredited'), victimId: event.data.victimId }],
  PenaltyCredited: (event) => [rowOf(event, event.data.amount)],
  PenaltyReversed: (event) => [back(event, 'PenaltyCredited')],
  OrderExpired: (event) => [
    { ...rowOf({ ...event, data: { ...event.data, debtId: null } }, null), terms: 'EXPIRED' },
  ],
  DebtExpired: (event) => [ofDebt(event, 'OrderExpired', 'EXPIRED')],
  OrderExpiryUndone: (event) => [rowOf({ ...event, data: { ...event.data, debtId: null } }, null)],
  DebtExpiryUndone: (event) => [ofDebt(event, 'OrderExpiryUndone', 'OrderExpiryUndone')],
});

/** An event about an order or a debt, and where it stands. */
type About = Pick<Told, 'position' | 'item' | 'effectiveOn' | 'type'> & {
  readonly data: { readonly orderId: string | null; readonly debtId: string | null };
};

/** The end of a debt, or that this was an error, as that of an order. */
function ofDebt(
  event: Told<'DebtExpired' | 'DebtExpiryUndone'>,
  type: string,
  terms: string,
): CollectionTermsRow {
  return { ...rowOf({ ...event, data: { ...event.data, orderId: null } }, null), type, terms };
}

function rowOf(
  { type, position, item, effectiveOn, data }: About,
  amount: MoneyText | null,
): CollectionTermsRow {
  const obligationId = data.orderId ?? data.debtId ?? '';
  const money = amount === null ? null : parseMoney(amount);
  return {
    position,
    item,
    obligationId,
    victimId: null,
    effectiveOn,
    type,
    terms: type,
    amount: money,
    day: null,
    every: null,
  };
}

function back(event: Told<'InterestReversed' | 'PenaltyReversed'>, type: string): CollectionTermsRow {
  const row = rowOf(event, event.data.amount);
  return { ...row, type, terms: type, amount: subtract(noMoney, row.amount ?? noMoney) };
}
