/**
 * A run of payments: money of victims, or of payors who paid too much, that goes out together. What is paid is decided in the
 * stream of each victim, or of each receipt; here stands what was proposed, who answers for it, and what became of it.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type {
  CaseId,
  DefendantId,
  Digest,
  DisbursementId,
  InstrumentNumber,
  PaymentOutId,
  ReceiptId,
  RefundId,
  RepresentativeId,
  RunId,
  SignatoryId,
  VictimId,
} from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { PaidTo } from '../victim/found-and-paid.ts';
import type { Instrument } from '../payment/events.ts';

/** Some payments of a proposal, from the one of that number on, from 0. They count once the run is proposed. */
export type DisbursementsListed = DomainEvent<
  'DisbursementsListed',
  {
    readonly runId: RunId;
    readonly contentHash: Digest;
    readonly from: number;
    readonly payments: readonly ListedPayment[];
    /** Of a run of refunds, in the place of payments: then these are none. Not there of a run to victims. */
    readonly refunds?: readonly ListedRefund[];
  }
>;

/** Whose money goes out with a run: that of victims, or what payors paid too much. */
export type RunPurpose = 'VICTIMS' | 'REFUNDS';

/** One payment that is proposed. */
export interface ListedPayment {
  readonly disbursementId: DisbursementId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly amount: MoneyText;
  /** Whom it goes to, where that is not the victim. */
  readonly paidTo?: Exclude<PaidTo, 'VICTIM'>;
  /** Which representative, where it is one. */
  readonly representativeId?: RepresentativeId;
}

/** One refund that is proposed: what is held of one receipt goes back to its payor. */
export interface ListedRefund {
  readonly refundId: RefundId;
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly amount: MoneyText;
}

/** One of either. */
export type Listed = ListedPayment | ListedRefund;

/** The payments that were listed under this hash are proposed: that makes the run. */
export type DisbursementRunProposed = DomainEvent<
  'DisbursementRunProposed',
  {
    readonly runId: RunId;
    /** Whose money goes out; not there where it is that of victims. */
    readonly purpose?: Exclude<RunPurpose, 'VICTIMS'>;
    /** The case whose money it is; null where it is that of all cases. */
    readonly caseId: CaseId | null;
    readonly contentHash: Digest;
    /** The last position of the log that the plan had heard of. */
    readonly plannedAt: number;
    readonly payments: number;
    readonly amount: MoneyText;
    readonly proposedBy: SignatoryId;
    readonly policyVersion: number;
  }
>;

/** Somebody else approved these very payments. */
export type DisbursementRunApproved = DomainEvent<
  'DisbursementRunApproved',
  { readonly runId: RunId; readonly contentHash: Digest; readonly approvedBy: SignatoryId }
>;

/** The payments go out. */
export type DisbursementRunReleased = DomainEvent<
  'DisbursementRunReleased',
  {
    readonly runId: RunId;
    readonly payments: number;
    /** By what they go out, and the number of the first; not there where the numbers come later. */
    readonly numbered?: Numbered;
  }
>;

/** The payments of a run are numbered in their order, one after the other. */
export interface Numbered {
  readonly instrument: Instrument;
  readonly firstNumber: InstrumentNumber;
}

/** What became of the payments from the one of that number on: those that were not made are named. */
export type DisbursementsMade = DomainEvent<
  'DisbursementsMade',
  {
    readonly runId: RunId;
    readonly from: number;
    readonly payments: number;
    /** What of them was made, and what that came to. */
    readonly made: number;
    readonly amount: MoneyText;
    readonly withheld: readonly PaymentOutId[];
  }
>;

/** All payments of the run were decided. */
export type DisbursementRunCompleted = DomainEvent<
  'DisbursementRunCompleted',
  {
    readonly runId: RunId;
    readonly made: number;
    readonly amount: MoneyText;
    readonly withheld: number;
    readonly withheldAmount: MoneyText;
  }
>;

export type DisbursementEvent =
  | DisbursementsListed
  | DisbursementRunProposed
  | DisbursementRunApproved
  | DisbursementRunReleased
  | DisbursementsMade
  | DisbursementRunCompleted;
