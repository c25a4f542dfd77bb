import { firstDay, type CalendarDate } from '../calendar-date.ts';
import type {
  CaseId,
  DepositId,
  DisbursementId,
  FeeId,
  RepresentativeId,
  RequestId,
  VictimId,
} from '../ids.ts';
import { noMoney, type Money } from '../money.ts';
import type { OrderedPayment } from '../statutes/18-usc-2259b-b-queue.ts';
import {
  publishedIndexes,
  type PriceIndexes,
  type PriceIndexOf,
  type PriceIndexText,
} from '../statutes/consumer-price-index.ts';
import type { ClosingReason, DepositSource, MadeTo } from './events.ts';

/** What a decision about the Reserve must know. */
export interface ReserveState {
  /** What it holds. */
  balance: Money;
  /** What is above its ceiling, and kept outside. */
  outside: Money;
  /** The latest day on which its money moved: none moves before it any more, so that no balance of any day changes sign. */
  movedOn: CalendarDate;
  readonly requests: Map<RequestId, AssistanceRequest>;
  readonly deposits: Map<DepositId, Deposit>;
  /** The request that each payment was made for. */
  readonly payments: Map<DisbursementId, RequestId>;
  readonly fees: Map<FeeId, Fee>;
  /** The figures that were recorded here, by year and series. */
  readonly indexes: Map<string, PriceIndexText>;
}

/** One victim's request, and what became of it. Never changed, only replaced. */
export interface AssistanceRequest {
  readonly requestId: RequestId;
  readonly victimId: VictimId;
  readonly madeTo: MadeTo;
  readonly requestedOn: CalendarDate;
  readonly order: AssistanceOrder | undefined;
  /** Every payment, the last of which may stand. */
  readonly payments: readonly AssistancePayment[];
  readonly closed: { readonly on: CalendarDate; readonly reason: ClosingReason } | undefined;
  /** Fees and costs that attorneys have charged for it. */
  readonly charged: Money;
}

/** What a court ordered, with its place among the orders that were recorded. */
export interface AssistanceOrder extends OrderedPayment {
  readonly caseId: CaseId;
}

/** One payment of assistance, and its return where it came back. */
export interface AssistancePayment {
  readonly disbursementId: DisbursementId;
  readonly paidOn: CalendarDate;
  /** The day from which it is in the books. */
  readonly on: CalendarDate;
  readonly amount: Money;
  /** Who was paid; undefined where it was the victim. */
  readonly representativeId: RepresentativeId | undefined;
  readonly returned:
    { readonly returnedOn: CalendarDate; readonly on: CalendarDate; readonly reason: string } | undefined;
}

interface Deposit {
  readonly source: DepositSource;
  readonly amount: Money;
  readonly receivedOn: CalendarDate;
}

interface Fee {
  readonly requestId: RequestId;
  readonly fees: Money;
  readonly costs: Money;
  readonly on: CalendarDate;
}

/** A Reserve into which nothing has come. */
export function emptyReserve(): ReserveState {
  return {
    balance: noMoney,
    outside: noMoney,
    movedOn: firstDay,
    requests: new Map(),
    deposits: new Map(),
    payments: new Map(),
    fees: new Map(),
    indexes: new Map(),
  };
}

/** The payment that stands: made, and not come back. */
export function standingPayment({ payments }: AssistanceRequest): AssistancePayment | undefined {
  const last = payments.at(-1);
  return last?.returned === undefined ? last : undefined;
}

/** Orders that wait to be paid, as the queue sees them. */
export function waitingOrders(
  state: Pick<ReserveState, 'requests'>,
): readonly (AssistanceOrder & Pick<AssistanceRequest, 'requestId'>)[] {
  return [...state.requests.values()].flatMap((request) => {
    const { requestId, order, closed } = request;
    const waits = order !== undefined && closed === undefined && standingPayment(request) === undefined;
    return waits ? [{ ...order, requestId }] : [];
  });
}

/** Where figures of the price index are looked up: those recorded here, before those that come with the program. */
export function indexesOf({ indexes }: Pick<ReserveState, 'indexes'>): PriceIndexes {
  return (of) => indexes.get(indexKey(of)) ?? publishedIndexes(of);
}

/** The key of a figure. */
export function indexKey({ year, series }: PriceIndexOf): string {
  return `${String(year)}/${series}`;
}
