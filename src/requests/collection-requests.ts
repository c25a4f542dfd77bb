import { parseAnnualRate, type AnnualRateText } from '../domain/annual-rate.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type {
  RecordDeath,
  RecordNoImprisonment,
  RecordRelease,
  SetInterestTerms,
  SetPaymentSchedule,
} from '../domain/collection/commands.ts';
import type { InterestTerms, PaymentManner } from '../domain/collection/events.ts';
import type { CaseId, DebtId, DefendantId, OrderId } from '../domain/ids.ts';
import { parseMoney, type Money, type MoneyText } from '../domain/money.ts';
import type { RecordTreasuryYield } from '../domain/reference/commands.ts';
import type { YieldSource } from '../domain/reference/events.ts';
import type { Interval } from '../domain/statutes/18-usc-3572-d-payment.ts';
import { interestTerms, intervals, paymentManners, yieldSources } from './choices.ts';
import { IsDay, IsId, IsMoney, IsOneOf, IsRate } from './text-fields.ts';

/** The judgment, or a later order, says on which terms an obligation bears interest. */
export class SetInterestTermsRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

  @IsOneOf(interestTerms, 'On which terms.')
  terms: InterestTerms;

  @IsMoney('The greatest total of interest, where the court limited it.')
  limit: MoneyText | null = null;

  @IsDay('The first day on which no more interest accrues, where the court limited its period.')
  endsOn: CalendarDate | null = null;

  @IsDay('The day of the judgment, or of the later order.')
  on: CalendarDate;

  toCommand(): SetInterestTerms {
    const { caseId, orderId, debtId, terms, endsOn, on } = this;
    const limit = moneyOrNull(this.limit);
    return { type: 'SetInterestTerms', caseId, orderId, debtId, terms, limit, endsOn, on };
  }
}

/** A court has set how an obligation is to be paid. */
export class SetPaymentScheduleRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('order', 'The order, where it is restitution.')
  orderId: OrderId | null = null;

  @IsId('debt', 'The debt, where it is a fine or the like.')
  debtId: DebtId | null = null;

  @IsOneOf(paymentManners, 'In which manner.')
  manner: PaymentManner;

  @IsDay('The day of the lump sum, or of the first instalment.')
  firstOn: CalendarDate;

  @IsMoney('One instalment; not for a lump sum.')
  amount: MoneyText | null = null;

  @IsOneOf(intervals, 'How long it is from one instalment to the next; not for a lump sum.')
  every: Interval | null = null;

  @IsDay('The day of the judgment, or of the later order.')
  on: CalendarDate;

  toCommand(): SetPaymentSchedule {
    const { caseId, orderId, debtId, manner, firstOn, every, on } = this;
    const amount = moneyOrNull(this.amount);
    return { type: 'SetPaymentSchedule', caseId, orderId, debtId, manner, firstOn, amount, every, on };
  }
}

/** A defendant was released from imprisonment. */
export class RecordReleaseRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who was released.')
  defendantId: DefendantId;

  @IsDay('The day of release.')
  on: CalendarDate;

  toCommand(): RecordRelease {
    return { type: 'RecordRelease', caseId: this.caseId, defendantId: this.defendantId, on: this.on };
  }
}

/** The judgment imposed no imprisonment on a defendant. */
export class RecordNoImprisonmentRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who was not imprisoned.')
  defendantId: DefendantId;

  @IsDay('The day of the judgment.')
  on: CalendarDate;

  toCommand(): RecordNoImprisonment {
    const { caseId, defendantId, on } = this;
    return { type: 'RecordNoImprisonment', caseId, defendantId, on };
  }
}

/** A defendant died. */
export class RecordDeathRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who died.')
  defendantId: DefendantId;

  @IsDay('The day of death.')
  on: CalendarDate;

  toCommand(): RecordDeath {
    return { type: 'RecordDeath', caseId: this.caseId, defendantId: this.defendantId, on: this.on };
  }
}

/** The yield of a week was published. */
export class RecordTreasuryYieldRequest {
  @IsDay('The Friday with which the week ends.')
  weekEndingOn: CalendarDate;

  @IsRate('The weekly average 1-year constant maturity Treasury yield.')
  rate: AnnualRateText;

  @IsOneOf(yieldSources, 'Where it was read.')
  source: YieldSource;

  toCommand(): RecordTreasuryYield {
    const { weekEndingOn: on, source } = this;
    return { type: 'RecordTreasuryYield', on, rate: parseAnnualRate(this.rate), source };
  }
}

function moneyOrNull(text: MoneyText | null): Money | null {
  return text === null ? null : parseMoney(text);
}
