import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { RequestId } from '../ids.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { ReserveEvent } from './events.ts';
import { indexKey, type AssistanceRequest, type ReserveState } from './state.ts';

type Of<Type extends ReserveEvent['type']> = Extract<ReserveEvent, { type: Type }>;

/** Carries one event into the state of the Reserve. */
export function evolveReserve(state: ReserveState, event: ReserveEvent): void {
  switch (event.type) {
    case 'AssistanceRequested':
      return requested(state, event);
    case 'AssistanceQueued':
      return ordered(state, event);
    case 'AssistancePaid':
      return paid(state, event);
    case 'AssistancePaymentReturned':
      return returned(state, event);
    case 'AttorneyFeeRecorded':
      return charged(state, event);
    case 'AssistanceRequestClosed':
      return change(state, event.data.requestId, {
        closed: { on: event.effectiveOn, reason: event.data.reason },
      });
    case 'ReserveDeposited':
      return deposited(state, event);
    case 'ConsumerPriceIndexPublished':
      state.indexes.set(indexKey(event.data), event.data.figure);
      return;
  }
}

function requested(
  { requests }: ReserveState,
  { data, effectiveOn: requestedOn }: Of<'AssistanceRequested'>,
): void {
  const nothingYet = { order: undefined, payments: [], closed: undefined, charged: noMoney };
  requests.set(data.requestId, { ...data, requestedOn, ...nothingYet });
}

/** An order of a court opens a request again that was closed before anybody here had heard of it. */
function ordered(state: ReserveState, { data }: Of<'AssistanceQueued'>): void {
  const { requestId, caseId, orderedOn } = data;
  const place = [...state.requests.values()].filter(({ order }) => order !== undefined).length;
  const order = { caseId, orderedOn, place, amount: parseMoney(data.amount) };
  change(state, requestId, { order, closed: undefined });
}

function paid(state: ReserveState, { data, effectiveOn: on }: Of<'AssistancePaid'>): void {
  const { requestId, disbursementId, representativeId, paidOn } = data;
  const amount = parseMoney(data.amount);
  const { payments } = known(state, requestId);
  change(state, requestId, {
    payments: [...payments, { disbursementId, representativeId, paidOn, on, amount, returned: undefined }],
  });
  state.payments.set(disbursementId, requestId);
  move(state, on, { balance: subtract(noMoney, amount) });
}

function returned(state: ReserveState, { data, effectiveOn: on }: Of<'AssistancePaymentReturned'>): void {
  const { requestId, disbursementId, returnedOn, reason } = data;
  const payments = known(state, requestId).payments.map((payment) =>
    payment.disbursementId === disbursementId
      ? { ...payment, returned: { returnedOn, on, reason } }
      : payment,
  );
  change(state, requestId, { payments });
  move(state, on, { balance: parseMoney(data.accepted), outside: parseMoney(data.overflow) });
}

function charged(state: ReserveState, { data, effectiveOn: on }: Of<'AttorneyFeeRecorded'>): void {
  const { requestId, feeId } = data;
  const fee = { requestId, fees: parseMoney(data.fees), costs: parseMoney(data.costs), on };
  state.fees.set(feeId, fee);
  const before = known(state, requestId).charged;
  change(state, requestId, { charged: add(before, add(fee.fees, fee.costs)) });
}

function deposited(state: ReserveState, { data, effectiveOn: on }: Of<'ReserveDeposited'>): void {
  const { depositId, source, receivedOn } = data;
  const accepted = parseMoney(data.accepted);
  state.deposits.set(depositId, { source, amount: parseMoney(data.amount), receivedOn });
  // What had been outside comes in; what of it there is no room for has stayed there.
  const outside = source === 'OVERFLOW' ? subtract(noMoney, accepted) : parseMoney(data.overflow);
  move(state, on, { balance: accepted, outside });
}

function move(
  state: ReserveState,
  on: CalendarDate,
  { balance, outside = noMoney }: { readonly balance: Money; readonly outside?: Money },
): void {
  state.balance = add(state.balance, balance);
  state.outside = add(state.outside, outside);
  state.movedOn = laterOf(state.movedOn, on);
  invariant(state.balance >= noMoney, 'the Reserve has paid what it did not have');
}

function change(
  state: ReserveState,
  requestId: RequestId,
  news: Partial<Omit<AssistanceRequest, 'requestId' | 'victimId'>>,
): void {
  state.requests.set(requestId, { ...known(state, requestId), ...news });
}

function known({ requests }: ReserveState, requestId: RequestId): AssistanceRequest {
  const request = requests.get(requestId);
  invariant(request !== undefined, 'an event names a request for assistance that was never made');
  return request;
}
