import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import type { DisbursementId } from '../ids.ts';
import { add, formatMoney, noMoney } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { reject } from '../rejection.ts';
import { feeCeiling } from '../statutes/18-usc-2259-d-4-attorney-fees.ts';
import { queued, type InQueue } from '../statutes/18-usc-2259b-b-queue.ts';
import type { PayAssistance, RecordAssistanceReturn, RecordAttorneyFee } from './commands.ts';
import { takenIn } from './deposits.ts';
import type { ReserveEvent } from './events.ts';
import {
  standingPayment,
  waitingOrders,
  type AssistanceOrder,
  type AssistanceRequest,
  type ReserveState,
} from './state.ts';

type Events = readonly ReserveEvent[];

/** Pays in full and in the order of the orders, or not at all. */
export function pay(command: PayAssistance, state: ReserveState, { policies }: Context): Events {
  const { requestId, disbursementId, representativeId, on: paidOn } = command;
  const request = requestOf(state, command);
  const made = request.payments.find((each) => each.disbursementId === disbursementId);
  if (made?.paidOn === paidOn && made.representativeId === representativeId) return [];
  if (state.payments.has(disbursementId)) reject('disbursement-recorded-differently', '/disbursementId');
  const order = orderToPay(request, paidOn);
  const place = queueOf(state, policies).find(({ payment }) => payment.requestId === requestId);
  if (place?.standing !== 'PAYABLE') reject('reserve-short-of-funds', '/requestId');
  const { victimId } = request;
  const amounts = { amount: formatMoney(order.amount), policyVersion: policies.version };
  const payee = representativeId === undefined ? {} : { representativeId };
  const data = { requestId, victimId, disbursementId, paidOn, ...amounts, ...payee };
  return [{ type: 'AssistancePaid', effectiveOn: laterOf(paidOn, state.movedOn), data }];
}

/** What a court has ordered under the request, and nobody has been paid. @throws Rejection */
function orderToPay(request: AssistanceRequest, paidOn: CalendarDate): AssistanceOrder {
  if (request.closed) reject('request-closed', '/requestId');
  if (!request.order) reject('assistance-not-ordered', '/requestId');
  if (standingPayment(request)) reject('assistance-paid-already', '/requestId');
  if (paidOn < request.order.orderedOn) reject('paid-before-ordered', '/on');
  return request.order;
}

/** The orders that wait to be paid, in their order, by the answer to P-38. */
function queueOf(
  state: Pick<ReserveState, 'balance' | 'requests'>,
  policies: Policies,
): readonly InQueue<ReturnType<typeof waitingOrders>[number]>[] {
  return queued(waitingOrders(state), state.balance, policies['P-38'] === 'SKIP_AHEAD');
}

/** The money is back, whatever that means for the ceiling; what was ordered is to be paid still. */
export function recordReturn(
  command: RecordAssistanceReturn,
  state: ReserveState,
  { policies }: Context,
): Events {
  const { requestId, disbursementId, reason, on: returnedOn } = command;
  const { victimId, payments } = requestOf(state, command);
  const payment = payments.find((each) => each.disbursementId === disbursementId);
  if (!payment) reject('disbursement-not-found', '/disbursementId');
  const { returned, paidOn, amount } = payment;
  if (returned?.returnedOn === returnedOn && returned.reason === reason) return [];
  if (returned) reject('return-recorded-differently', '/disbursementId');
  if (returnedOn < paidOn) reject('returned-before-paid', '/on');
  const way: Way = { disbursementId, returnedOn, reason };
  const data = { requestId, victimId, ...way, ...takenIn(amount, state, policies) };
  return [{ type: 'AssistancePaymentReturned', effectiveOn: laterOf(returnedOn, state.movedOn), data }];
}

interface Way {
  readonly disbursementId: DisbursementId;
  readonly returnedOn: CalendarDate;
  readonly reason: RecordAssistanceReturn['reason'];
}

/** Fees and costs of all charges together stay within the ceiling; what is above it is forbidden, and is refused. */
export function recordFee(command: RecordAttorneyFee, state: ReserveState): Events {
  const { requestId, feeId, fees, costs, on } = command;
  const { victimId, order, charged } = requestOf(state, command);
  const recorded = state.fees.get(feeId);
  const isSameCharge = recorded?.fees === fees && recorded.costs === costs && recorded.on === on;
  if (isSameCharge && recorded.requestId === requestId) return [];
  if (recorded) reject('fee-recorded-differently', '/feeId');
  if (!order) reject('assistance-not-ordered', '/requestId');
  const charge = add(fees, costs);
  if (charge <= noMoney) reject('amount-not-positive', '/fees');
  const ceiling = feeCeiling(order.amount);
  if (add(charged, charge) > ceiling) reject('fee-above-ceiling', '/fees');
  const amounts = { fees: formatMoney(fees), costs: formatMoney(costs), ceiling: formatMoney(ceiling) };
  const data = { requestId, victimId, feeId, ...amounts };
  return [{ type: 'AttorneyFeeRecorded', effectiveOn: on, data }];
}

/** The request that a command is about. @throws Rejection where there is none */
export function requestOf(
  { requests }: Pick<ReserveState, 'requests'>,
  { requestId }: Pick<PayAssistance, 'requestId'>,
): AssistanceRequest {
  return requests.get(requestId) ?? reject('request-not-found', '/requestId');
}
