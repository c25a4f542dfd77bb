import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DebtId, DefendantId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { AssessedOffence, AssessmentCeiling } from '../statutes/18-usc-2259a-a-assessments.ts';
import type { DebtKind, Obligation } from '../statutes/obligations.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface InCase {
  readonly caseId: CaseId;
  readonly on: CalendarDate;
}

/** A court imposed something that the defendant owes beside restitution. */
export interface ImposeDebt extends InCase {
  readonly type: 'ImposeDebt';
  readonly debtId: DebtId;
  readonly defendantId: DefendantId;
  readonly kind: DebtKind;
  readonly amount: Money;
  readonly offenceOn: CalendarDate;
  /** The greatest fine that could be ordered for the offence, which limits community restitution; null where not told. */
  readonly greatestFine: Money | null;
  /** Of an assessment under 18 U.S.C. 2259A, which of its offences it is for; null where not told. */
  readonly assessedOffence: AssessedOffence | null;
  /** The ceiling of that offence as adjusted for the year, which takes the place of the enacted one; null where not told. */
  readonly adjustedCeiling: Money | null;
  /** The ceilings that were published, as far as the ledger was told of them; no door sends this. */
  readonly published?: readonly AssessmentCeiling[];
}

/** The court remitted so much of what is unpaid: 18 U.S.C. 3573. */
export interface RemitDebt extends InCase {
  readonly type: 'RemitDebt';
  readonly debtId: DebtId;
  readonly amount: Money;
}

/** A court set aside what imposed the debt. */
export interface VacateDebt extends InCase {
  readonly type: 'VacateDebt';
  readonly debtId: DebtId;
}

/** The judgment says in which order the defendant's obligations are paid. */
export interface SetOrderOfPayment extends InCase {
  readonly type: 'SetOrderOfPayment';
  readonly defendantId: DefendantId;
  readonly obligations: readonly Obligation[];
}

export type DebtCommand = ImposeDebt | RemitDebt | VacateDebt | SetOrderOfPayment;
