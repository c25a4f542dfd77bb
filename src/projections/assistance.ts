import { add, noMoney, parseMoney, subtract, type Money } from '../domain/money.ts';
import type { LedgerEvent } from '../domain/events.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One thing that became of a request for assistance. */
export interface AssistanceRow {
  readonly position: number;
  readonly type: string;
  readonly requestId: string;
  readonly victimId: string;
  readonly caseId: string | null;
  readonly disbursementId: string | null;
  readonly effectiveOn: string;
  /** What was asked of whom, or why it ended. */
  readonly word: string | null;
  /** What was ordered, paid, charged or received; below nothing where it came back to the Reserve. */
  readonly amount: Money | null;
  /** What the words of the law come to, and what had been collected by then. */
  readonly formulaAmount: Money | null;
  readonly collected: Money | null;
  /** The representative who was paid; null where it was the victim. */
  readonly representativeId: string | null;
}

const table = tableOf<AssistanceRow>({
  name: 'assistance',
  columns: {
    position: 'integer',
    type: 'word',
    requestId: 'term',
    victimId: 'term',
    caseId: 'term',
    disbursementId: 'term',
    effectiveOn: 'day',
    word: 'word',
    amount: 'amount',
    formulaAmount: 'amount',
    collected: 'amount',
    representativeId: 'term',
  },
  key: ['position'],
  indexes: [['requestId'], ['victimId'], ['type']],
});

/** Everything that became of requests for assistance, as the Reserve and the victims' streams tell it. */
export const assistance = history(table, {
  AssistanceRequested: (event) => [rowOf(event, { word: event.data.madeTo })],
  AssistanceOrdered: (event) => [
    rowOf(event, {
      caseId: event.data.caseId,
      amount: parseMoney(event.data.amount),
      formulaAmount: parseMoney(event.data.formulaAmount),
      collected: parseMoney(event.data.collected),
    }),
  ],
  AssistanceIneligibilityNoted: (event) => [rowOf(event, {})],
  AssistanceQueued: (event) => [
    rowOf(event, { caseId: event.data.caseId, amount: parseMoney(event.data.amount) }),
  ],
  AssistancePaid: (event) => [rowOf(event, paidTo(event))],
  AssistancePaymentReturned: (event) => [rowOf(event, { ...paymentOf(event.data), word: event.data.reason })],
  AssistanceReceived: (event) => [rowOf(event, paidTo(event))],
  AssistanceReturned: (event) => {
    const payment = paymentOf(event.data);
    return [rowOf(event, { ...payment, amount: subtract(noMoney, payment.amount) })];
  },
  AttorneyFeeRecorded: (event) => [
    rowOf(event, { amount: add(parseMoney(event.data.fees), parseMoney(event.data.costs)) }),
  ],
  AssistanceRequestClosed: (event) => [rowOf(event, { word: event.data.reason })],
});

type OfRequest = Extract<LedgerEvent, { data: { requestId: string } }>['type'];

function rowOf(
  { position, type, data, effectiveOn }: Told<OfRequest>,
  news: Partial<AssistanceRow>,
): AssistanceRow {
  const { requestId, victimId } = data;
  const blank = { caseId: null, disbursementId: null, word: null, representativeId: null };
  const amounts = { amount: null, formulaAmount: null, collected: null };
  return { position, type, requestId, victimId, effectiveOn, ...blank, ...amounts, ...news };
}

function paidTo({ data }: Told<'AssistancePaid' | 'AssistanceReceived'>): Partial<AssistanceRow> {
  return { ...paymentOf(data), representativeId: data.representativeId ?? null };
}

function paymentOf({
  disbursementId,
  amount,
}: Told<
  'AssistancePaid' | 'AssistancePaymentReturned' | 'AssistanceReceived' | 'AssistanceReturned'
>['data']): {
  disbursementId: string;
  amount: Money;
} {
  return { disbursementId, amount: parseMoney(amount) };
}
