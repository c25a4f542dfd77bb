import type { CalendarDate } from '../calendar-date.ts';
import type {
  CaseId,
  DepositId,
  DisbursementId,
  FeeId,
  RepresentativeId,
  RequestId,
  VictimId,
} from '../ids.ts';
import type { Money } from '../money.ts';
import type { PriceIndexOf, PriceIndexText } from '../statutes/consumer-price-index.ts';
import type { DisbursementReturnReason } from '../victim/found-and-paid.ts';
import type { ClosingReason, DepositSource, MadeTo } from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface On {
  readonly on: CalendarDate;
}

/** A victim asks for defined monetary assistance. */
export interface RequestAssistance extends On {
  readonly type: 'RequestAssistance';
  readonly requestId: RequestId;
  readonly victimId: VictimId;
  readonly madeTo: MadeTo;
}

/** What the passage tells the Reserve of a court's order; no door sends this. */
export interface QueueAssistance extends On {
  readonly type: 'QueueAssistance';
  readonly requestId: RequestId;
  readonly caseId: CaseId;
  readonly amount: Money;
}

/** The Reserve is to pay what a court has ordered, under the number of this payment. */
export interface PayAssistance extends On {
  readonly type: 'PayAssistance';
  readonly requestId: RequestId;
  readonly disbursementId: DisbursementId;
  /** The representative who is paid; not there where it is the victim. */
  readonly representativeId?: RepresentativeId;
}

/** A payment of assistance came back. */
export interface RecordAssistanceReturn extends On {
  readonly type: 'RecordAssistanceReturn';
  readonly requestId: RequestId;
  readonly disbursementId: DisbursementId;
  readonly reason: DisbursementReturnReason;
}

/** A request has come to an end without payment. */
export interface CloseAssistanceRequest extends On {
  readonly type: 'CloseAssistanceRequest';
  readonly requestId: RequestId;
  readonly reason: ClosingReason;
}

/** An attorney charged so much for a request. */
export interface RecordAttorneyFee extends On {
  readonly type: 'RecordAttorneyFee';
  readonly requestId: RequestId;
  readonly feeId: FeeId;
  readonly fees: Money;
  readonly costs: Money;
}

/** Money came in for the Reserve. */
export interface RecordReserveDeposit extends On {
  readonly type: 'RecordReserveDeposit';
  readonly depositId: DepositId;
  readonly source: DepositSource;
  readonly amount: Money;
}

/** A figure of the Consumer Price Index was published. */
export interface RecordConsumerPriceIndex extends On, PriceIndexOf {
  readonly type: 'RecordConsumerPriceIndex';
  readonly figure: PriceIndexText;
}

export type ReserveCommand =
  | RequestAssistance
  | QueueAssistance
  | PayAssistance
  | RecordAssistanceReturn
  | CloseAssistanceRequest
  | RecordAttorneyFee
  | RecordReserveDeposit
  | RecordConsumerPriceIndex;
