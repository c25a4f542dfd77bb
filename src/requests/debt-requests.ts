import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ImposeDebt, RemitDebt, SetOrderOfPayment, VacateDebt } from '../domain/debt/commands.ts';
import type { RecordAssessmentCeiling } from '../domain/reference/commands.ts';
import type { CeilingSource } from '../domain/reference/events.ts';
import type { CaseId, DebtId, DefendantId } from '../domain/ids.ts';
import { parseMoney, type MoneyText } from '../domain/money.ts';
import type { AssessedOffence } from '../domain/statutes/18-usc-2259a-a-assessments.ts';
import {
  obligations as everyObligation,
  type DebtKind,
  type Obligation,
} from '../domain/statutes/obligations.ts';
import { assessedOffences, ceilingSources, debtKinds, obligations } from './choices.ts';
import { IsListOf } from './list-fields.ts';
import { IsDay, IsId, IsMoney, IsOneOf } from './text-fields.ts';

/** A court has imposed something that a defendant owes beside restitution. */
export class ImposeDebtRequest {
  @IsId('debt', 'The debt.')
  debtId: DebtId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Who must pay.')
  defendantId: DefendantId;

  @IsOneOf(debtKinds, 'What it is.')
  kind: DebtKind;

  @IsMoney('How much was imposed.')
  amount: MoneyText;

  @IsDay('The day of the offence, which decides which law applies; the latest, where there are several.')
  offenceOn: CalendarDate;

  @IsDay('The day of the judgment.')
  on: CalendarDate;

  @IsMoney(
    'The greatest fine that could be ordered for the offence, which community restitution may not exceed.',
  )
  greatestFine: MoneyText | null = null;

  @IsOneOf(assessedOffences, 'Of an assessment under 18 U.S.C. 2259A, which of its offences it is for.')
  assessedOffence: AssessedOffence | null = null;

  @IsMoney('The ceiling of that offence as adjusted for the year, where it is another than the enacted one.')
  adjustedCeiling: MoneyText | null = null;

  toCommand(): ImposeDebt {
    const { debtId, caseId, defendantId, kind, offenceOn, on } = this;
    const greatestFine = this.greatestFine === null ? null : parseMoney(this.greatestFine);
    const adjustedCeiling = this.adjustedCeiling === null ? null : parseMoney(this.adjustedCeiling);
    const { assessedOffence } = this;
    const limits = { greatestFine, assessedOffence, adjustedCeiling };
    const ids = { debtId, caseId, defendantId };
    return { type: 'ImposeDebt', ...ids, kind, amount: parseMoney(this.amount), offenceOn, on, ...limits };
  }
}

/** A court has remitted a part of what is unpaid, or all of it. */
export class RemitDebtRequest {
  @IsId('debt', 'The debt.')
  debtId: DebtId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsMoney('How much of what is unpaid was remitted.')
  amount: MoneyText;

  @IsDay('The day of the court’s order.')
  on: CalendarDate;

  toCommand(): RemitDebt {
    const { debtId, caseId, on } = this;
    return { type: 'RemitDebt', debtId, caseId, amount: parseMoney(this.amount), on };
  }
}

/** What imposed the debt has been set aside. */
export class VacateDebtRequest {
  @IsId('debt', 'The debt.')
  debtId: DebtId;

  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsDay('The day on which it was set aside.')
  on: CalendarDate;

  toCommand(): VacateDebt {
    return { type: 'VacateDebt', debtId: this.debtId, caseId: this.caseId, on: this.on };
  }
}

/** One obligation in an order of payment. */
export class ObligationRequest {
  @IsOneOf(obligations, 'What is paid in this place.')
  obligation: Obligation;
}

/** A judgment says in which order a defendant's obligations are paid. */
export class SetOrderOfPaymentRequest {
  @IsId('case', 'The criminal case.')
  caseId: CaseId;

  @IsId('defendant', 'Whose obligations are ranked.')
  defendantId: DefendantId;

  @IsListOf(ObligationRequest, {
    most: everyObligation.length,
    description:
      'Paid in full one after the other; what is not named comes after these, as the statute ranks it.',
  })
  obligations: readonly ObligationRequest[];

  @IsDay('The day of the judgment.')
  on: CalendarDate;

  toCommand(): SetOrderOfPayment {
    const { caseId, defendantId, on } = this;
    const ranked = this.obligations.map(({ obligation }) => obligation);
    return { type: 'SetOrderOfPayment', caseId, defendantId, obligations: ranked, on };
  }
}

/** A ceiling of assessments has been published as adjusted. */
export class RecordAssessmentCeilingRequest {
  @IsOneOf(assessedOffences, 'For which offence.')
  assessedOffence: AssessedOffence;

  @IsMoney('The most that may be assessed.')
  amount: MoneyText;

  @IsOneOf(ceilingSources, 'Where it was read.')
  ceilingSource: CeilingSource;

  @IsDay('The first day on which it holds.')
  on: CalendarDate;

  toCommand(): RecordAssessmentCeiling {
    const { assessedOffence: offence, ceilingSource: source, on } = this;
    return { type: 'RecordAssessmentCeiling', offence, amount: parseMoney(this.amount), source, on };
  }
}
