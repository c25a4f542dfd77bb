/**
 * A liability is one defendant's duty to pay one victim under one order. The stream that owns its limit decides it: the
 * victim's stream where 18 U.S.C. 2259 may end it across cases, the case's stream otherwise. Both write these events.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { Track } from '../statutes/restitution-statutes.ts';

/** Which duty is meant; every liability event names all four, so that no reader needs another event to place it. */
export interface LiabilityRef {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
}

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
  }
>;

/** A receipt came back unpaid: what it had credited to this liability is owed again. */
export type RecoveryReversed = DomainEvent<
  'RecoveryReversed',
  LiabilityRef & { readonly receiptId: ReceiptId; readonly amount: MoneyText }
>;

export type LiabilityEvent =
  | LiabilityImposed
  | LiabilityBecameFinal
  | LiabilityAmended
  | LiabilityVacated
  | RecoveryCredited
  | RecoveryReversed;
