/**
 * What is said of the Reserve, as a clerk would put it. Where nothing else is said, request `q-7` is that of victim `v-7`, and
 * case `c-1` is the one in which assistance is ordered.
 */
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { DepositId, DisbursementId, FeeId, RequestId } from '../../src/domain/ids.ts';
import type {
  CloseAssistanceRequest,
  PayAssistance,
  QueueAssistance,
  RecordAssistanceReturn,
  RecordAttorneyFee,
  RecordConsumerPriceIndex,
  RecordReserveDeposit,
  RequestAssistance,
} from '../../src/domain/reserve/commands.ts';
import type { ClosingReason, DepositSource } from '../../src/domain/reserve/events.ts';
import type { PriceIndexSeries, PriceIndexText } from '../../src/domain/statutes/consumer-price-index.ts';
import type { OrderAssistance } from '../../src/domain/victim/commands.ts';
import { caseId, day, usd, victimId } from './words.ts';

export const requestId = (id: string): RequestId => id as RequestId;
export const disbursementId = (id: string): DisbursementId => id as DisbursementId;

/** The day on which a story begins: in 2025, when assistance is 44,790.78. */
export const start = day('2025-03-03');
/** What assistance is in 2025. */
export const amountOf2025 = '44,790.78';

interface On {
  readonly on?: CalendarDate;
}

const victimOf = (request: string): string => request.replace('q-', 'v-');

export function deposit(
  id: string,
  amount: string,
  { source = 'ASSESSMENT', on = start }: On & { source?: DepositSource } = {},
): RecordReserveDeposit {
  return { type: 'RecordReserveDeposit', depositId: id as DepositId, source, amount: usd(amount), on };
}

export function requestAssistance(
  id: string,
  { victim = victimOf(id), on = start }: On & { victim?: string } = {},
): RequestAssistance {
  const requested = { requestId: requestId(id), victimId: victimId(victim), madeTo: 'DEPARTMENT' } as const;
  return { type: 'RequestAssistance', ...requested, on };
}

export function orderAssistance(
  id: string,
  amount = amountOf2025,
  { victim = victimOf(id), on = start, inCase = 'c-1' }: On & { victim?: string; inCase?: string } = {},
): OrderAssistance {
  const ids = { requestId: requestId(id), victimId: victimId(victim), caseId: caseId(inCase) };
  return { type: 'OrderAssistance', ...ids, amount: usd(amount), on };
}

export function queueAssistance(id: string, amount = amountOf2025, { on = start }: On = {}): QueueAssistance {
  return {
    type: 'QueueAssistance',
    requestId: requestId(id),
    caseId: caseId('c-1'),
    amount: usd(amount),
    on,
  };
}

export function payAssistance(
  id: string,
  { as = id.replace('q-', 'p-'), on = start }: On & { as?: string } = {},
): PayAssistance {
  return { type: 'PayAssistance', requestId: requestId(id), disbursementId: disbursementId(as), on };
}

export function returnAssistance(
  id: string,
  { of = id.replace('q-', 'p-'), on = start }: On & { of?: string } = {},
): RecordAssistanceReturn {
  const what = { requestId: requestId(id), disbursementId: disbursementId(of), reason: 'STALE' } as const;
  return { type: 'RecordAssistanceReturn', ...what, on };
}

export function recordFee(
  id: string,
  { request = 'q-1', fees = '0.00', costs = '0.00', on = start }: On & Partial<Record<string, string>> = {},
): RecordAttorneyFee {
  const charge = { feeId: id as FeeId, fees: usd(fees), costs: usd(costs) };
  return { type: 'RecordAttorneyFee', requestId: requestId(request), ...charge, on: day(on) };
}

export function closeRequest(
  id: string,
  reason: ClosingReason = 'WITHDRAWN',
  { on = start }: On = {},
): CloseAssistanceRequest {
  return { type: 'CloseAssistanceRequest', requestId: requestId(id), reason, on };
}

export function recordIndex(
  year: number,
  figure: string,
  { series = 'ANNUAL_AVERAGE', on = start }: On & { series?: PriceIndexSeries } = {},
): RecordConsumerPriceIndex {
  return { type: 'RecordConsumerPriceIndex', year, series, figure: figure as PriceIndexText, on };
}
