/** What the ledger answers of money on its way out: plain objects, with amounts as decimal text. */
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { RunPurpose } from '../../domain/disbursement/events.ts';
import type { KeptReason } from '../../domain/disbursement/plan.ts';
import type { KeptRefundReason } from '../../domain/disbursement/refund-plan.ts';
import type {
  CaseId,
  DefendantId,
  DisbursementId,
  InstrumentNumber,
  PaymentOutId,
  ReceiptId,
  RefundId,
  RepresentativeId,
  RunId,
  SignatoryId,
  VictimId,
} from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { Instrument, InstrumentQuestion } from '../../domain/payment/events.ts';
import type { PaidTo } from '../../domain/victim/found-and-paid.ts';
import type { Clocks, Page, Paged, Stamped } from './ledger.ts';

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

/** A receipt that has cleared, though nobody has recorded it. */
export interface ToClearView {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly method: string;
  readonly amount: MoneyText;
  readonly receivedOn: CalendarDate;
  /** The first day on which the days of its hold were over. */
  readonly clearedOn: CalendarDate;
}

/** Whose refunds are meant; everybody's, where nothing is said. */
export interface RefundPlanFilter {
  readonly caseId?: CaseId;
  readonly defendantId?: DefendantId;
}

/** What would go back to payors on a day, and why the rest would not: total + kept = held. Nothing is decided by it. */
export interface RefundPlanView {
  readonly on: CalendarDate;
  /** All that is held of receipts for those who paid them, less what more went back than was held. */
  readonly held: MoneyText;
  readonly total: MoneyText;
  readonly keptTotal: MoneyText;
  readonly refunds: readonly PlannedRefundView[];
  readonly kept: readonly KeptRefundView[];
  /** The number of the answers by which it was made. */
  readonly policyVersion: number;
}

/** What would go back out of one receipt. */
export interface PlannedRefundView {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly amount: MoneyText;
}

/** Money of one receipt that would not go back, and why; below nothing where more went back than was held. */
export interface KeptRefundView extends PlannedRefundView {
  readonly reason: KeptRefundReason;
}

/** How a run stands. */
export type RunStatus = 'proposed' | 'approved' | 'released' | 'completed';

/** A run of payments, who answers for it, and what became of each payment. */
export interface RunView {
  readonly runId: RunId;
  /** Whose money goes out. */
  readonly purpose: RunPurpose;
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
  /** What goes to victims; none of a run of refunds. */
  readonly payments: readonly RunPaymentView[];
  /** What goes back to payors; none of a run to victims. */
  readonly refunds: readonly RunRefundView[];
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

/** One refund of a run. */
export interface RunRefundView extends PlannedRefundView {
  readonly refundId: RefundId;
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
  /** Whom a refund went to. */
  readonly defendantId?: DefendantId;
  readonly caseId?: CaseId;
  /**
   * How they stand; `questioned` are those of which something cannot be right, however they stand, and `due`
   * those whose money is to go to the Treasury (28 U.S.C. 2042).
   */
  readonly status?: ChequeStatus | 'questioned' | 'due';
}

/** One payment out, as a register of cheques has it: to a victim, or a refund to a payor. */
export interface ChequeView {
  /** The payment to a victim, and the victim; null of a refund. */
  readonly disbursementId: DisbursementId | null;
  readonly victimId: VictimId | null;
  /** The refund, the receipt that it goes back out of, and its payor; null of a payment to a victim. */
  readonly refundId: RefundId | null;
  readonly receiptId: ReceiptId | null;
  readonly defendantId: DefendantId | null;
  readonly caseId: CaseId;
  readonly paidTo: PaidTo | 'PAYOR';
  readonly representativeId: RepresentativeId | null;
  readonly amount: MoneyText;
  readonly runId: RunId | null;
  readonly paidOn: CalendarDate;
  /** By what it went out, its number, and the day of its issue; null where nobody has said. */
  readonly instrument: Instrument | null;
  readonly number: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly status: ChequeStatus;
  /** The first day on which it is stale; null of a transfer, and of what has no number yet. */
  readonly staleOn: CalendarDate | null;
  /** For how many days it is or was on its way, until it was presented or came back. */
  readonly age: number;
  /** On which day a bank has paid it last, and how much in all; null where none has. */
  readonly presentedOn: CalendarDate | null;
  readonly presented: MoneyText | null;
  readonly returnedOn: CalendarDate | null;
  readonly reason: string | null;
  readonly replaces: PaymentOutId | null;
  readonly replacedBy: PaymentOutId | null;
  /** Since when its money waits for whoever claims it; null where it never did. */
  readonly setAsideOn: CalendarDate | null;
  /** For how many days it has waited there, or did until it was claimed; null where it never did. */
  readonly waited: number | null;
  /** From which day on it is to go to the Treasury: after five years (28 U.S.C. 2042). */
  readonly dueToTreasuryOn: CalendarDate | null;
  /** On which day it went there, and on which it was claimed; null until then. */
  readonly atTreasuryOn: CalendarDate | null;
  readonly claimedOn: CalendarDate | null;
  /** What cannot be right of it, by the words of `reviews`. */
  readonly questions: readonly InstrumentQuestion[];
}

/** That a payment has a number, as it was asked for. */
export interface NumberTaken {
  readonly number: InstrumentNumber;
  readonly paymentId: PaymentOutId;
}

/** What there is to ask of money on its way out. */
export interface DisbursementQueries {
  /** What would be paid out on the day of `asOf`, or the present one. */
  plan(filter: PlanFilter, clocks: Clocks): Promise<Stamped<PlanView>>;
  /** What would go back to payors on that day. */
  refundPlan(filter: RefundPlanFilter, clocks: Clocks): Promise<Stamped<RefundPlanView>>;
  /** The receipts that have cleared by the days of their hold, as of the day, and of which that is not recorded. */
  toClear(on: CalendarDate, page: Page): Promise<Stamped<Paged<ToClearView>>>;
  run(id: RunId, clocks: Clocks): Promise<Stamped<RunView> | undefined>;
  /** Payments out in the order of recording, as they stand on the day of `asOf`, or the present one. */
  cheques(filter: ChequeFilter, clocks: Clocks, page: Page): Promise<Stamped<Paged<ChequeView>>>;
  /** Which payments have one of these numbers already: of a cheque, or of a transfer. */
  numbersTaken(instrument: Instrument, numbers: readonly InstrumentNumber[]): Promise<readonly NumberTaken[]>;
}
