/**
 * The Child Pornography Victims Reserve: what came in, whom courts have ordered it to assist, and what it has paid.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type {
  CaseId,
  DepositId,
  DisbursementId,
  FeeId,
  RepresentativeId,
  RequestId,
  VictimId,
} from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { PriceIndexSeries, PriceIndexText } from '../statutes/consumer-price-index.ts';
import type { DisbursementReturnReason } from '../victim/found-and-paid.ts';

/** A victim chose to ask for defined monetary assistance. */
export type AssistanceRequested = DomainEvent<
  'AssistanceRequested',
  ForRequest & { readonly madeTo: MadeTo }
>;

/** Whom the victim asked: the Department of Justice, or the court itself. */
export type MadeTo = 'DEPARTMENT' | 'COURT';

/** A court's order for assistance has its place among those that wait to be paid. */
export type AssistanceQueued = DomainEvent<
  'AssistanceQueued',
  ForRequest & { readonly caseId: CaseId; readonly orderedOn: CalendarDate; readonly amount: MoneyText }
>;

/** The Reserve paid, in full, what a court had ordered. */
export type AssistancePaid = DomainEvent<
  'AssistancePaid',
  ForRequest & {
    readonly disbursementId: DisbursementId;
    readonly paidOn: CalendarDate;
    readonly amount: MoneyText;
    readonly policyVersion: number;
    /** The representative who was paid; not there where it was the victim. */
    readonly representativeId?: RepresentativeId;
  }
>;

/** A payment of assistance came back: it is to be paid still. What is above the ceiling is kept outside the Reserve. */
export type AssistancePaymentReturned = DomainEvent<
  'AssistancePaymentReturned',
  ForRequest &
    Accepted & {
      readonly disbursementId: DisbursementId;
      readonly returnedOn: CalendarDate;
      readonly reason: DisbursementReturnReason;
    }
>;

/** An attorney charged so much for a request; `ceiling` is what all charges for it may come to. */
export type AttorneyFeeRecorded = DomainEvent<
  'AttorneyFeeRecorded',
  ForRequest & {
    readonly feeId: FeeId;
    readonly fees: MoneyText;
    readonly costs: MoneyText;
    readonly ceiling: MoneyText;
  }
>;

/** A request has come to an end without payment; `amount` had been ordered under it, and is to be paid no more. */
export type AssistanceRequestClosed = DomainEvent<
  'AssistanceRequestClosed',
  ForRequest & { readonly reason: ClosingReason; readonly amount: MoneyText }
>;

/** Why a request ends without payment. A court alone can end one under which it has ordered assistance. */
export type ClosingReason = 'WITHDRAWN' | 'NO_CASE_FOUND' | 'DUPLICATE' | 'DENIED' | 'ORDER_VACATED';

/** Money came in for the Reserve: it took `accepted`, and `overflow` is above its ceiling and kept outside. */
export type ReserveDeposited = DomainEvent<
  'ReserveDeposited',
  Accepted & {
    readonly depositId: DepositId;
    readonly source: DepositSource;
    readonly receivedOn: CalendarDate;
  }
>;

/** Where the money came from; `OVERFLOW` is what had been kept outside the Reserve. */
export type DepositSource = 'ASSESSMENT' | 'GIFT' | 'SET_ASIDE' | 'OVERFLOW';

/** The Bureau of Labor Statistics has published this figure; the last that was recorded for its year counts. */
export type ConsumerPriceIndexPublished = DomainEvent<
  'ConsumerPriceIndexPublished',
  { readonly year: number; readonly series: PriceIndexSeries; readonly figure: PriceIndexText }
>;

interface ForRequest {
  readonly requestId: RequestId;
  readonly victimId: VictimId;
}

/** What of an amount the Reserve took, by the answers that held. */
interface Accepted {
  readonly amount: MoneyText;
  readonly accepted: MoneyText;
  readonly overflow: MoneyText;
  readonly policyVersion: number;
}

export type ReserveEvent =
  | AssistanceRequested
  | AssistanceQueued
  | AssistancePaid
  | AssistancePaymentReturned
  | AttorneyFeeRecorded
  | AssistanceRequestClosed
  | ReserveDeposited
  | ConsumerPriceIndexPublished;
