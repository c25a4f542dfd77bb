import { laterOf, type CalendarDate } from '../calendar-date.ts';
import { heardAlready, type Context, type Decider, type Decision } from '../decider.ts';
import { formatMoney, noMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type {
  CloseAssistanceRequest,
  QueueAssistance,
  RecordConsumerPriceIndex,
  RequestAssistance,
  ReserveCommand,
} from './commands.ts';
import { deposit } from './deposits.ts';
import type { ClosingReason, ReserveEvent } from './events.ts';
import { evolveReserve } from './evolve.ts';
import { pay, recordFee, recordReturn, requestOf } from './payments.ts';
import {
  emptyReserve,
  indexesOf,
  standingPayment,
  type AssistanceRequest,
  type ReserveState,
} from './state.ts';

type Events = readonly ReserveEvent[];

function decide(command: ReserveCommand, state: ReserveState, context: Context): Decision<ReserveEvent> {
  const happened = whatHappened(command, state, context);
  return happened.length === 0 ? heardAlready : { happened, follows: [] };
}

function whatHappened(command: ReserveCommand, state: ReserveState, context: Context): Events {
  switch (command.type) {
    case 'RequestAssistance':
      return request(command, state);
    case 'QueueAssistance':
      return queue(command, state);
    case 'PayAssistance':
      return pay(command, state, context);
    case 'RecordAssistanceReturn':
      return recordReturn(command, state, context);
    case 'CloseAssistanceRequest':
      return close(command, state);
    case 'RecordAttorneyFee':
      return recordFee(command, state);
    case 'RecordReserveDeposit':
      return deposit(command, state, context);
    case 'RecordConsumerPriceIndex':
      return publishIndex(command, state);
  }
}

/** A victim has one request at a time, and none once assistance was ordered: new facts amend the one there is. */
function request(command: RequestAssistance, { requests }: ReserveState): Events {
  const { requestId, victimId, madeTo, on } = command;
  const recorded = requests.get(requestId);
  const isSame = recorded?.victimId === victimId && recorded.madeTo === madeTo;
  if (isSame && recorded.requestedOn === on) return [];
  if (recorded) reject('request-recorded-differently', '/requestId');
  const open = [...requests.values()].filter((each) => each.victimId === victimId && !each.closed);
  if (open.some(({ order }) => order !== undefined)) reject('assistance-once', '/victimId');
  if (open.length > 0) reject('assistance-requested-already', '/victimId');
  return [{ type: 'AssistanceRequested', effectiveOn: on, data: { requestId, victimId, madeTo } }];
}

/** What a court has ordered stands in the stream of the victim already; here it is only given its place. */
function queue({ requestId, caseId, amount, on }: QueueAssistance, state: ReserveState): Events {
  const { order, victimId } = requestOf(state, { requestId });
  if (order) return [];
  const data = { requestId, victimId, caseId, orderedOn: on, amount: formatMoney(amount) };
  return [{ type: 'AssistanceQueued', effectiveOn: on, data }];
}

function close(command: CloseAssistanceRequest, state: ReserveState): Events {
  const { requestId, reason, on } = command;
  const found = requestOf(state, command);
  const { victimId, order, closed } = found;
  if (closed?.on === on && closed.reason === reason) return [];
  if (closed) reject('request-closed-differently', '/requestId');
  if (standingPayment(found)) reject('assistance-paid-already', '/requestId');
  expectGround(found, reason);
  if (on < lastDayOf(found)) reject('closed-before-requested', '/on');
  const data = { requestId, victimId, reason, amount: formatMoney(order?.amount ?? noMoney) };
  return [{ type: 'AssistanceRequestClosed', effectiveOn: on, data }];
}

/** What a court has ordered, a court alone can end. @throws Rejection */
function expectGround({ order }: AssistanceRequest, reason: ClosingReason): void {
  const isCourts = reason === 'ORDER_VACATED';
  if (order && !isCourts) reject('assistance-ordered-already', '/reason');
  if (!order && isCourts) reject('assistance-not-ordered', '/reason');
}

/** The latest day of what the request has in the books: it does not end before it. */
function lastDayOf({ requestedOn, order, payments }: AssistanceRequest): CalendarDate {
  return [order?.orderedOn, payments.at(-1)?.returned?.on].reduce<CalendarDate>(
    (last, day) => (day === undefined ? last : laterOf(last, day)),
    requestedOn,
  );
}

/** A figure that was recorded wrongly is put right by recording it again; what was ordered by then stays as it is. */
function publishIndex(command: RecordConsumerPriceIndex, state: ReserveState): Events {
  const { year, series, figure, on } = command;
  if (indexesOf(state)({ year, series }) === figure) return [];
  return [{ type: 'ConsumerPriceIndexPublished', effectiveOn: on, data: { year, series, figure } }];
}

/** The stream `Reserve-ledger`: the money of the Reserve, and whom it is owed to. */
export const reserveDecider: Decider<ReserveState, ReserveCommand, ReserveEvent> = {
  empty: emptyReserve,
  evolve: evolveReserve,
  decide,
};
