/**
 * How a receipt is divided in a case, what became of that, and what of it comes back.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { Rung } from '../statutes/obligations.ts';

/**
 * A receipt was divided over what its payor owes in this case, by outstanding balance. Each round offers what the
 * round before could not place; `unallocated` found no open liability.
 */
export type PaymentAllocated = DomainEvent<
  'PaymentAllocated',
  {
    readonly caseId: CaseId;
    readonly receiptId: ReceiptId;
    readonly defendantId: DefendantId;
    readonly round: number;
    readonly parts: readonly AllocatedPart[];
    readonly unallocated: MoneyText;
    readonly policyVersion: number;
    /** Which visit of the receipt to any case it is, where it came before or after to another; not there at its only one. */
    readonly visit?: number;
    /** The obligations that this visit could reach; not there where it could reach all. */
    readonly reach?: readonly Rung[];
    /** There where an assessment under 18 U.S.C. 2259A stood on the payor in some case of several. */
    readonly isAssessed?: true;
    /** There where it has begun its way once more, and those who had declined a part of it here are asked again. */
    readonly isAnew?: true;
  }
>;

export interface AllocatedPart {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly amount: MoneyText;
}

/** A part as it was accepted, or came back. */
export interface AppliedPart extends AllocatedPart {
  /** The day on which it took effect in the victim's stream; that of the event, where nothing is said. */
  readonly effectiveOn?: CalendarDate;
}

/** A part as it was accepted. */
export interface AcceptedPart extends AppliedPart {
  /** What of the amount had ended by full recovery, and gave way to it (P-08, P-45). */
  readonly hadEnded?: MoneyText;
}

/** What became of a round of an allocation: the parts as accepted, and the excess that is left of the receipt. */
export type PaymentApplied = DomainEvent<
  'PaymentApplied',
  {
    readonly caseId: CaseId;
    readonly receiptId: ReceiptId;
    readonly round: number;
    readonly parts: readonly AcceptedPart[];
    readonly excess: MoneyText;
  }
>;

/** The receipt came back unpaid: what it paid in this case is owed again. */
export type PaymentUnapplied = DomainEvent<
  'PaymentUnapplied',
  { readonly caseId: CaseId; readonly receiptId: ReceiptId; readonly parts: readonly AppliedPart[] }
>;

/**
 * What a receipt had paid under an order above what an amendment left of it, and what its victims had not been paid out, is
 * taken back from it (P-46): it is free to go on as excess from the day of this event.
 */
export type OverpaymentUnapplied = DomainEvent<
  'OverpaymentUnapplied',
  {
    readonly caseId: CaseId;
    readonly receiptId: ReceiptId;
    readonly defendantId: DefendantId;
    readonly orderId: OrderId;
    /** Which amendment of the order, counted from 1. */
    readonly amendment: number;
    readonly parts: readonly AppliedPart[];
  }
>;

/**
 * What a receipt had paid under an order to a victim to whom the cap leaves no room for it, and who had not been paid it out, is
 * taken back from it (P-08, P-17, P-31, P-45): it is free to go on as excess from the day of this event.
 */
export type RecoveryUnapplied = DomainEvent<
  'RecoveryUnapplied',
  {
    readonly caseId: CaseId;
    readonly receiptId: ReceiptId;
    readonly defendantId: DefendantId;
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    /** The how-manieth time something was taken back so under the liability, counted from 1. */
    readonly taking: number;
    readonly amount: MoneyText;
  }
>;

export type AllocationEvent =
  PaymentAllocated | PaymentApplied | PaymentUnapplied | OverpaymentUnapplied | RecoveryUnapplied;
