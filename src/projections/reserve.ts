import { noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** A movement of the Reserve's money: into it, out of it, or to what is kept outside. */
export interface ReserveRow {
  readonly position: number;
  readonly type: string;
  /** Where a deposit came from; null of a payment and its return. */
  readonly source: string | null;
  /** The deposit, or the payment to a victim. */
  readonly reference: string;
  readonly requestId: string | null;
  readonly victimId: string | null;
  readonly effectiveOn: string;
  /** The day on which it was received, paid or returned; it stands in the books from `effectiveOn` on. */
  readonly reportedOn: string;
  /** By how much it changed what the Reserve holds; below nothing where money left it. */
  readonly inside: Money;
  /** By how much it changed what is kept outside. */
  readonly outside: Money;
}

const table = tableOf<ReserveRow>({
  name: 'reserve',
  columns: {
    position: 'integer',
    type: 'word',
    source: 'word',
    reference: 'term',
    requestId: 'term',
    victimId: 'term',
    effectiveOn: 'day',
    reportedOn: 'day',
    inside: 'amount',
    outside: 'amount',
  },
  key: ['position'],
  indexes: [],
});

/** Everything that came into the Reserve and left it. */
export const reserve = history(table, {
  ReserveDeposited: (event) => [deposited(event)],
  AssistancePaid: ({ type, position, effectiveOn, data }) => {
    const { requestId, victimId, disbursementId: reference, paidOn: reportedOn, amount } = data;
    const moved = { inside: subtract(noMoney, parseMoney(amount)), outside: noMoney };
    const place = { position, type, effectiveOn, reportedOn };
    return [{ ...place, source: null, reference, requestId, victimId, ...moved }];
  },
  AssistancePaymentReturned: ({ type, position, effectiveOn, data }) => {
    const { requestId, victimId, disbursementId: reference, returnedOn: reportedOn } = data;
    const moved = { inside: parseMoney(data.accepted), outside: parseMoney(data.overflow) };
    const place = { position, type, effectiveOn, reportedOn };
    return [{ ...place, source: null, reference, requestId, victimId, ...moved }];
  },
});

function deposited({ type, position, effectiveOn, data }: Told<'ReserveDeposited'>): ReserveRow {
  const { depositId: reference, source, receivedOn: reportedOn } = data;
  const inside = parseMoney(data.accepted);
  const outside = source === 'OVERFLOW' ? subtract(noMoney, inside) : parseMoney(data.overflow);
  const place = { position, type, effectiveOn, reportedOn };
  return { ...place, source, reference, requestId: null, victimId: null, inside, outside };
}
