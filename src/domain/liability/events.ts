/**
 * A liability is one defendant's duty to pay one victim under one order. The stream that owns its limit decides it: the
 * victim's stream where 18 U.S.C. 2259 may end it across cases, the case's stream otherwise. Both write these events.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, RecoveryId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { CivilProceeding } from '../statutes/18-usc-3664-j-2-civil-recoveries.ts';
import type { Track } from '../statutes/restitution-statutes.ts';

/** Which duty is meant; every liability event names all four, so that no reader needs another event to place it. */
export interface LiabilityRef {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
}

/**
 * So much of a receipt was taken back, for an amendment of an order or for the cap, as it is handed over with the rest of a
 * liability.
 */
export type TakenBackWritten = {
  readonly receiptId: ReceiptId;
  readonly amount: MoneyText;
  readonly on: CalendarDate;
} & ({ readonly amendment: number } | { readonly taking: number });

/** A court ordered this defendant to pay this victim `amount`. */
export type LiabilityImposed = DomainEvent<
  'LiabilityImposed',
  LiabilityRef & {
    readonly track: Track;
    readonly amount: MoneyText;
    /** There where the offence was before the Act of 7 December 2018 (P-04). */
    readonly isBeforeAct?: true;
  }
>;

/** The order became final in the sense in which the cap asks (policy P-01 says which ground suffices). */
export type LiabilityBecameFinal = DomainEvent<
  'LiabilityBecameFinal',
  LiabilityRef & { readonly ground: FinalityGround }
>;

/** How an order became final; later grounds include the earlier. */
export type FinalityGround = 'ENTRY_OF_JUDGMENT' | 'DIRECT_REVIEW_DONE' | 'CERT_EXHAUSTED' | 'MANUAL';

/**
 * A court changed the amount. `outstandingBefore` and `outstandingAfter` are what was still owed on either side, and
 * `overpaid` what has been paid above the new amount.
 */
export type LiabilityAmended = DomainEvent<
  'LiabilityAmended',
  LiabilityRef & {
    /** Which amendment of the order brought it, counted from 1. */
    readonly amendment: number;
    readonly amountBefore: MoneyText;
    readonly amount: MoneyText;
    readonly outstandingBefore: MoneyText;
    readonly outstandingAfter: MoneyText;
    readonly terminatedBefore: MoneyText;
    readonly terminatedAfter: MoneyText;
    readonly overpaid: MoneyText;
  }
>;

/** The order was set aside: `amount` that was still owed is owed no more. What was paid stays paid. */
export type LiabilityVacated = DomainEvent<'LiabilityVacated', LiabilityRef & { readonly amount: MoneyText }>;

/**
 * The term of the liability was over, or the defendant’s death ended it: `amount` that was still owed is owed no more. Said
 * again of what a payment that came back would have made owed.
 */
export type LiabilityExpired = DomainEvent<
  'LiabilityExpired',
  LiabilityRef & {
    readonly amount: MoneyText;
    readonly citation: string;
    /** Which change of the term of its order it was, counted from 1; not there where it was the first, or none. */
    readonly change?: number;
  }
>;

/** That its term was over was recorded in error: `amount` is owed again. */
export type LiabilityExpiryUndone = DomainEvent<
  'LiabilityExpiryUndone',
  LiabilityRef & {
    readonly amount: MoneyText;
    /** Which change of the term of its order it was, counted from 1. */
    readonly change: number;
    /** What had ended with the term under an order that was set aside since, and is set aside with it. */
    readonly vacated?: MoneyText;
  }
>;

/**
 * Money of a receipt was tendered to this liability and `accepted` of `offered` was credited: never more than is owed,
 * nor than the victim's headroom. The rest goes back to the payor's next debt, or is held for refund.
 */
export type RecoveryCredited = DomainEvent<
  'RecoveryCredited',
  LiabilityRef & {
    readonly receiptId: ReceiptId;
    readonly round: number;
    readonly offered: MoneyText;
    readonly accepted: MoneyText;
    /** What of the accepted had ended by full recovery, and gives way to it (P-08, P-45). */
    readonly hadEnded?: MoneyText;
    /** The day of the payment, where its effect here is later. */
    readonly paidOn?: CalendarDate;
  }
>;

/** A receipt came back unpaid: what it had credited to this liability is owed again. */
export type RecoveryReversed = DomainEvent<
  'RecoveryReversed',
  LiabilityRef & { readonly receiptId: ReceiptId; readonly amount: MoneyText }
>;

/**
 * The receipt has cleared: the `amount` that stands credited of it to this liability is good money, and so is what it may
 * still be credited here. Said once; over where the receipt comes back. Only the victim's stream says it.
 */
export type RecoveryCleared = DomainEvent<
  'RecoveryCleared',
  LiabilityRef & { readonly receiptId: ReceiptId; readonly amount: MoneyText }
>;

/**
 * A court lowered the amount, and `amount` that this receipt had paid above it, and that the victim had not been paid out,
 * is the victim's no more: it goes on as excess of its payor (P-46). Nothing is owed again.
 */
export type OverpaymentTakenBack = DomainEvent<
  'OverpaymentTakenBack',
  LiabilityRef & {
    readonly receiptId: ReceiptId;
    /** Which amendment of the order lowered it, counted from 1. */
    readonly amendment: number;
    readonly amount: MoneyText;
    readonly policyVersion: number;
  }
>;

/**
 * `amount` of what this receipt had paid, and the victim had not been paid out, is the victim's no more, for the cap leaves
 * no room for it: the cap fell, two ids proved to be one person, or a payment of an earlier day or of the same had to have
 * that room (P-08, P-17, P-31, P-45). It goes on as excess of its payor. What it had paid is owed again, until the full recovery
 * that stands ends it. Only the victim's stream says it.
 */
export type RecoveryTakenBack = DomainEvent<
  'RecoveryTakenBack',
  LiabilityRef & {
    readonly receiptId: ReceiptId;
    /** The how-manieth time something was taken back so under the liability, counted from 1. */
    readonly taking: number;
    readonly ground: TakingGround;
    readonly amount: MoneyText;
    readonly citation: string;
    readonly policyVersion: number;
  }
>;

/** Why the cap leaves no room for what was paid. */
export type TakingGround = 'CAP_FELL' | 'ONE_PERSON' | 'EARLIER_PAYMENT' | 'SAME_DAY';

/**
 * A court credited the order with what the victim recovered as compensatory damages: `amount` of the `allowed` is owed no
 * more, though nobody has paid it here. No more than was owed; nothing, where others who owe the same loss were credited
 * with all of it already. Said again, with what more is taken off, where more has come to be owed since.
 */
export type LiabilityReduced = DomainEvent<
  'LiabilityReduced',
  LiabilityRef & {
    readonly recoveryId: RecoveryId;
    readonly proceeding: CivilProceeding;
    readonly allowed: MoneyText;
    readonly amount: MoneyText;
    readonly citation: string;
    /** The day of the court's order; the effect is no earlier than the last change of the liability. */
    readonly on: CalendarDate;
    /** There where the same credit takes off more than it did: `amount` is what it takes off beside that. */
    readonly again?: true;
  }
>;

/** That credit does not hold any more: what it had taken off is owed again. */
export type ReductionReversed = DomainEvent<
  'ReductionReversed',
  LiabilityRef & {
    readonly recoveryId: RecoveryId;
    readonly amount: MoneyText;
    /** The day on which it ceased to hold. */
    readonly on: CalendarDate;
  }
>;

export type LiabilityEvent =
  | LiabilityImposed
  | LiabilityBecameFinal
  | LiabilityAmended
  | LiabilityVacated
  | LiabilityExpired
  | LiabilityExpiryUndone
  | RecoveryCredited
  | RecoveryReversed
  | OverpaymentTakenBack
  | LiabilityReduced
  | ReductionReversed;
