import type { CalendarDate } from '../domain/calendar-date.ts';
import type {
  CaseId,
  DepositId,
  DisbursementId,
  FeeId,
  RepresentativeId,
  RequestId,
  VictimId,
} from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type {
  CloseAssistanceRequest,
  PayAssistance,
  RecordAssistanceReturn,
  RecordAttorneyFee,
  RecordConsumerPriceIndex,
  RecordReserveDeposit,
  RequestAssistance,
} from '../domain/reserve/commands.ts';
import type { ClosingReason, DepositSource, MadeTo } from '../domain/reserve/events.ts';
import type { PriceIndexSeries, PriceIndexText } from '../domain/statutes/consumer-price-index.ts';
import type { OrderAssistance } from '../domain/victim/commands.ts';
import type { DisbursementReturnReason } from '../domain/victim/found-and-paid.ts';
import { closingReasons, depositSources, priceIndexSeries, requestAddressees } from './choices.ts';
import { disbursementReturnReasons } from './payment-choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf, IsPriceIndex, IsYear } from './text-fields.ts';

/** Money came in for the Reserve. */
export class RecordReserveDepositRequest {
  @IsId('deposit', 'The money that came in at once.')
  depositId: DepositId;

  @IsOneOf(depositSources, 'Where it came from.')
  source: DepositSource;

  @IsMoney('What came in; what of it is above the ceiling is kept outside the Reserve.')
  amount: MoneyText;

  @IsDay('The day on which it came in.')
  on: CalendarDate;

  toCommand(): RecordReserveDeposit {
    const { depositId, source, on } = this;
    return { type: 'RecordReserveDeposit', depositId, source, amount: parseMoney(this.amount), on };
  }
}

/** A victim asks for assistance. */
export class RequestAssistanceRequest {
  @IsId('request', 'The request.')
  requestId: RequestId;

  @IsId('victim', 'Who asks, or for whom it is asked.')
  victimId: VictimId;

  @IsDay('The day of the request.')
  on: CalendarDate;

  @IsOneOf(requestAddressees, 'Whom the victim asked.')
  madeTo: MadeTo = 'DEPARTMENT';

  toCommand(): RequestAssistance {
    const { requestId, victimId, madeTo, on } = this;
    return { type: 'RequestAssistance', requestId, victimId, madeTo, on };
  }
}

/** A court ordered assistance. */
export class OrderAssistanceRequest {
  @IsId('request', 'The request that the court granted.')
  requestId: RequestId;

  @IsId('victim', 'For whom.')
  victimId: VictimId;

  @IsId('case', 'The case in which the court found the claimant a victim.')
  caseId: CaseId;

  @IsMoney('What the court ordered; it prevails over the amount of the year.')
  amount: MoneyText;

  @IsDay('The day of the order; its year is that of the amount, and its place in the queue is by this day.')
  on: CalendarDate;

  toCommand(): OrderAssistance {
    const { requestId, victimId, caseId, on } = this;
    return { type: 'OrderAssistance', requestId, victimId, caseId, amount: parseMoney(this.amount), on };
  }
}

/** The Reserve pays what a court has ordered. */
export class PayAssistanceRequest {
  @IsId('request', 'The request that is paid, in full.')
  requestId: RequestId;

  @IsId('disbursement', 'The payment to the victim.')
  disbursementId: DisbursementId;

  @IsDay('The day of the payment.')
  on: CalendarDate;

  @IsId('representative', 'The representative who is paid; left out where the victim is.')
  representativeId: RepresentativeId | null = null;

  toCommand(): PayAssistance {
    const { requestId, disbursementId, representativeId, on } = this;
    const payee = representativeId === null ? {} : { representativeId };
    return { type: 'PayAssistance', requestId, disbursementId, ...payee, on };
  }
}

/** A payment of assistance came back. */
export class RecordAssistanceReturnRequest {
  @IsId('request', 'The request that had been paid.')
  requestId: RequestId;

  @IsId('disbursement', 'The payment that came back.')
  disbursementId: DisbursementId;

  @IsOneOf(disbursementReturnReasons, 'Why it came back.')
  reason: DisbursementReturnReason;

  @IsDay('The day on which it came back.')
  on: CalendarDate;

  toCommand(): RecordAssistanceReturn {
    const { requestId, disbursementId, reason, on } = this;
    return { type: 'RecordAssistanceReturn', requestId, disbursementId, reason, on };
  }
}

/** An attorney charged for a request. */
export class RecordAttorneyFeeRequest {
  @IsId('request', 'The request for which it was charged.')
  requestId: RequestId;

  @IsId('fee', 'The charge.')
  feeId: FeeId;

  @IsMoney('The fees.')
  fees: MoneyText;

  @IsDay('The day of the charge.')
  on: CalendarDate;

  @IsMoney('The costs; fees and costs of all charges stay together within 15 percent.')
  costs: MoneyText = '0.00' as MoneyText;

  toCommand(): RecordAttorneyFee {
    const { requestId, feeId, on } = this;
    const [fees, costs] = [parseMoney(this.fees), parseMoney(this.costs)];
    return { type: 'RecordAttorneyFee', requestId, feeId, fees, costs, on };
  }
}

/** A request has come to an end without payment. */
export class CloseAssistanceRequestRequest {
  @IsId('request', 'The request.')
  requestId: RequestId;

  @IsOneOf(closingReasons, 'Why it ends.')
  reason: ClosingReason;

  @IsDay('The day on which it ended.')
  on: CalendarDate;

  toCommand(): CloseAssistanceRequest {
    const { requestId, reason, on } = this;
    return { type: 'CloseAssistanceRequest', requestId, reason, on };
  }
}

/** A figure of the Consumer Price Index was published. */
export class RecordConsumerPriceIndexRequest {
  @IsYear('The year whose figure it is.')
  year: string;

  @IsOneOf(priceIndexSeries, 'Which figure of the year.')
  series: PriceIndexSeries;

  @IsPriceIndex('The figure: all urban consumers, U.S. city average, all items, not seasonally adjusted.')
  figure: PriceIndexText;

  @IsDay('The day on which it was published.')
  on: CalendarDate;

  toCommand(): RecordConsumerPriceIndex {
    const { series, figure, on } = this;
    return { type: 'RecordConsumerPriceIndex', year: Number(this.year), series, figure, on };
  }
}
