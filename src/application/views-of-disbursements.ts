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
import type { Instrument, InstrumentQuestion } from '../domain/payment/events.ts';
import type { PaidTo } from '../domain/victim/found-and-paid.ts';
import type { Clocks, Page, Paged, Stamped } from './views.ts';

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

/**
 * How a payment out stands. `outstanding`: no bank has paid it. `stale`: and it is too old to be paid. `presented`: a bank
 * has paid it. `voided`: it was called off. `returned`: it came back. `unclaimed`: its money waits for whoever claims it.
 * `reissued`: another was made in its place.
 */
export type ChequeStatus =
  'outstanding' | 'stale' | 'presented' | 'voided' | 'returned' | 'unclaimed' | 'reissued';

/** Which payments out are meant; all, where nothing is said. */
export interface ChequeFilter {
  readonly runId?: RunId;
  readonly victimId?: VictimId;
  readonly caseId?: CaseId;
  /**
   * How they stand; `questioned` are those of which something cannot be right, however they stand, and `due`
   * those whose money is to go to the Treasury (28 U.S.C. 2042).
   */
  readonly status?: ChequeStatus | 'questioned' | 'due';
}

/** One payment out, as a register of cheques has it. */
export interface ChequeView extends PlannedPaymentView {
  readonly disbursementId: DisbursementId;
  readonly runId: RunId | null;
  readonly paidOn: CalendarDate;
  /** By what it went out, its number, and the day of its issue; null where nobody has said. */
  readonly instrument: Instrument | null;
  readonly number: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly status: ChequeStatus;
  /** The first day on which it is stale; null of a transfer. */
  readonly staleOn: CalendarDate | null;
  /** For how many days it is or was on its way, until it was presented or came back. */
  readonly age: number;
  /** On which day a bank has paid it last, and how much in all; null where none has. */
  readonly presentedOn: CalendarDate | null;
  readonly presented: MoneyText | null;
  readonly returnedOn: CalendarDate | null;
  readonly reason: string | null;
  readonly replaces: DisbursementId | null;
  readonly replacedBy: DisbursementId | null;
  /** Since when its money waits for whoever claims it; null where it never did. */
  readonly setAsideOn: CalendarDate | null;
  /** From which day on it is to go to the Treasury: after five years (28 U.S.C. 2042). */
  readonly dueToTreasuryOn: CalendarDate | null;
  /** On which day it went there, and on which it was claimed; null until then. */
  readonly atTreasuryOn: CalendarDate | null;
  readonly claimedOn: CalendarDate | null;
  /** What cannot be right of it, by the words of `reviews`. */
  readonly questions: readonly InstrumentQuestion[];
}

/** What there is to ask of money on its way out. */
export interface DisbursementQueries {
  /** What would be paid out on the day of `asOf`, or the present one. */
  plan(filter: PlanFilter, clocks: Clocks): Promise<Stamped<PlanView>>;
  run(id: RunId, clocks: Clocks): Promise<Stamped<RunView> | undefined>;
  /** Payments out in the order of recording, as they stand on the day of `asOf`, or the present one. */
  cheques(filter: ChequeFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ChequeView>>>;
}
