/** What the ledger answers of money on its way out: plain objects, with amounts as decimal text. */
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { KeptReason } from '../domain/disbursement/plan.ts';
import type {
  CaseId,
  DisbursementId,
  RepresentativeId,
  RunId,
  SignatoryId,
  VictimId,
} from '../domain/ids.ts';
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

/** How a run stands. */
export type RunStatus = 'proposed' | 'approved' | 'released' | 'completed';

/** A run of payments, who answers for it, and what became of each payment. */
export interface RunView {
  readonly runId: RunId;
  readonly status: RunStatus;
  /** The case whose money it is; null where it is that of all cases. */
  readonly caseId: CaseId | null;
  /** Of the payments that were proposed; whoever approves them names it. */
  readonly contentHash: string;
  readonly proposed: SignedView;
  readonly approved: SignedView | null;
  readonly releasedOn: CalendarDate | null;
  readonly total: MoneyText;
  /** What was paid of it, and what was withheld; both nothing until it is released. */
  readonly made: MoneyText;
  readonly withheld: MoneyText;
  readonly payments: readonly RunPaymentView[];
}

/** That somebody answers for it. */
export interface SignedView {
  readonly by: SignatoryId;
  readonly on: CalendarDate;
}

/** `planned`: not decided yet. `paid`. `withheld`: something had changed. `returned`: it came back. */
export type PaymentStatus = 'planned' | 'paid' | 'withheld' | 'returned';

/** One payment of a run. */
export interface RunPaymentView extends PlannedPaymentView {
  readonly disbursementId: DisbursementId;
  readonly status: PaymentStatus;
  /** Why it was withheld, or came back; null of all else. */
  readonly reason: string | null;
}

/** What there is to ask of money on its way out. */
export interface DisbursementQueries {
  /** What would be paid out on the day of `asOf`, or the present one. */
  plan(filter: PlanFilter, clocks: Clocks): Promise<Stamped<PlanView>>;
  run(id: RunId, clocks: Clocks): Promise<Stamped<RunView> | undefined>;
}
