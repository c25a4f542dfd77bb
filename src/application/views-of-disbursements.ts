/** What the ledger answers of money on its way out: plain objects, with amounts as decimal text. */
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { KeptReason } from '../domain/disbursement/plan.ts';
import type { CaseId, RepresentativeId, VictimId } from '../domain/ids.ts';
import type { MoneyText } from '../domain/money.ts';
import type { PaidTo } from '../domain/victim/events.ts';
import type { Clocks, Stamped } from './views.ts';

/** Whose money is meant; everybody's, where nothing is said. */
export interface PlanFilter {
  readonly caseId?: CaseId;
  readonly victimId?: VictimId;
}

/**
 * What would be paid out on a day, and why the rest would not: total + kept = held. Nothing is decided by it, and nothing
 * is set aside for it.
 */
export interface PlanView {
  readonly on: CalendarDate;
  /** All that the court holds for the victims that are meant. */
  readonly held: MoneyText;
  readonly total: MoneyText;
  readonly keptTotal: MoneyText;
  readonly minimum: MoneyText;
  readonly payments: readonly PlannedPaymentView[];
  readonly kept: readonly KeptView[];
  /** The number of the answers by which it was made. */
  readonly policyVersion: number;
}

/** One payment that would be made. */
export interface PlannedPaymentView {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly paidTo: PaidTo;
  readonly representativeId: RepresentativeId | null;
  readonly amount: MoneyText;
}

/** Money that would not be paid out, and why; below nothing where more has gone out than came in. */
export interface KeptView {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly reason: KeptReason;
  readonly amount: MoneyText;
}

/** What there is to ask of money on its way out. */
export interface DisbursementQueries {
  /** What would be paid out on the day of `asOf`, or the present one. */
  plan(filter: PlanFilter, clocks: Clocks): Promise<Stamped<PlanView>>;
}
