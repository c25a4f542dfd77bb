/**
 * One payment instrument: that its stream exists is its uniqueness. Received = credited + settling + held as excess.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { DomainEvent } from '../decider.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { PaymentOrigin } from '../statutes/payment-origins.ts';
import type { Rung } from '../statutes/obligations.ts';
import type { RefundEvent } from './refund-events.ts';

/** Good funds came in for one defendant in one case; `orderId` is null where the payor named no order. */
export type PaymentReceived = DomainEvent<
  'PaymentReceived',
  {
    readonly receiptId: ReceiptId;
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly orderId: OrderId | null;
    readonly amount: MoneyText;
    readonly method: PaymentMethod;
    /** Where the money came from; not there where the sender did not say. */
    readonly origin?: PaymentOrigin;
    /** Of an offset: the federal benefits of the twelve months up to it; not there where the sender did not say. */
    readonly benefits?: MoneyText;
  }
>;

export type PaymentMethod =
  | 'CHECK'
  | 'MONEY_ORDER'
  | 'CASH'
  | 'CARD'
  | 'ELECTRONIC'
  | 'INMATE_PROGRAM'
  | 'TREASURY_OFFSET'
  | 'GARNISHMENT'
  | 'OTHER';

/** No liability of this payor in the case could take this part: it is held, to be refunded, or until a court orders what becomes of it. */
export type ExcessHeld = DomainEvent<
  'ExcessHeld',
  {
    readonly receiptId: ReceiptId;
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly amount: MoneyText;
    readonly policyVersion: number;
    /** What must happen before it leaves; not there where it is to be refunded to the payor at once. */
    readonly awaits?: 'COURT_ORDER';
  }
>;

/**
 * What had been held, and not refunded, goes down the order of payment of the receipt's own case once more: what it was held
 * for the want of has come to be known. `visit` counts the cases that it comes to, from 1: this begins the next.
 */
export type ExcessReleased = DomainEvent<
  'ExcessReleased',
  {
    readonly receiptId: ReceiptId;
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly amount: MoneyText;
    readonly visit: number;
    /** There where an assessment under 18 U.S.C. 2259A stood on the payor in some case. */
    readonly isAssessed?: true;
    readonly citation: string;
    readonly policyVersion: number;
  }
>;

/** The bank took the money back. `excess` is the part that was held for refund on that day; `refunded` what had left by then. */
export type PaymentReturned = DomainEvent<
  'PaymentReturned',
  {
    readonly receiptId: ReceiptId;
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly amount: MoneyText;
    readonly excess: MoneyText;
    readonly refunded: MoneyText;
    readonly reason: PaymentReturnReason;
  }
>;

/**
 * The receipt came back from an earlier day on than that on which `amount` of it came to be held, for an amendment of an order
 * had taken it back only then (P-46): from that later day on it is held no more. `PaymentReturned` before it says the rest.
 */
export type ExcessTakenBack = DomainEvent<
  'ExcessTakenBack',
  {
    readonly receiptId: ReceiptId;
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly amount: MoneyText;
  }
>;

/**
 * The bank has finally paid it: from this day on its money is good. Should it come back all the same, that is a return as
 * any other, and nothing of it has cleared any more. `amount` is that of the receipt.
 */
export type PaymentCleared = DomainEvent<
  'PaymentCleared',
  {
    readonly receiptId: ReceiptId;
    readonly caseId: CaseId;
    readonly defendantId: DefendantId;
    readonly amount: MoneyText;
    readonly ground: ClearanceGround;
  }
>;

/** How it is known that a receipt has cleared: its bank said so, or the days are over that money of its kind is held. */
export type ClearanceGround = 'BANK_CONFIRMED' | 'HOLD_OVER';

export type PaymentReturnReason = 'NSF' | 'CHARGEBACK' | 'STOP_PAYMENT' | 'CLOSED_ACCOUNT' | 'OTHER';

/**
 * What the case `fromCaseId` could not place went on to the case `caseId`, where its payor owes too, or back to the case
 * that the receipt came in for. `visit` counts the cases that it comes to, from 1: this begins the next.
 */
export type ReceiptPassedOn = DomainEvent<'ReceiptPassedOn', Passing & { readonly policyVersion: number }>;

/**
 * What the receipt had paid under the order, in the case `fromCaseId`, above what an amendment left of that, goes as excess
 * down the order of payment from the case `caseId` that it came in for (P-46); or it is held, and the next event says so.
 * `visit` counts the cases that it comes to, from 1: this begins the next.
 */
export type OverpaymentPassedOn = DomainEvent<
  'OverpaymentPassedOn',
  Omit<Passing, 'isLast'> & {
    readonly orderId: OrderId;
    /** Which amendment of the order, counted from 1. */
    readonly amendment: number;
    readonly policyVersion: number;
  }
>;

/**
 * What the receipt had paid under the order, in the case `fromCaseId`, for a victim to whom the cap leaves no room for it, goes
 * as excess down the order of payment from the case `caseId` that it came in for (P-08, P-17, P-31, P-45); or it is held, and
 * the next event says so. `visit` counts the cases that it comes to, from 1: this begins the next.
 */
export type RecoveryPassedOn = DomainEvent<
  'RecoveryPassedOn',
  Omit<Passing, 'isLast'> & {
    readonly orderId: OrderId;
    readonly victimId: VictimId;
    /** The how-manieth time something was taken back so under the liability, counted from 1. */
    readonly taking: number;
    readonly policyVersion: number;
  }
>;

/** The receipt came back, and so does what was passed on: from `caseId` to `fromCaseId`. */
export type ReceiptTakenBack = DomainEvent<
  'ReceiptTakenBack',
  Omit<Passing, 'citation' | 'reach' | 'isAssessed' | 'isLast'>
>;

interface Passing {
  readonly receiptId: ReceiptId;
  readonly defendantId: DefendantId;
  readonly visit: number;
  readonly fromCaseId: CaseId;
  readonly caseId: CaseId;
  readonly amount: MoneyText;
  readonly citation: string;
  /** The obligations, and interest and penalties on them, that it may reach there; not there where it may reach all. */
  readonly reach?: readonly Rung[];
  /** There where an assessment under 18 U.S.C. 2259A stood on the payor in some case. */
  readonly isAssessed?: true;
  /** There where it goes no further: it comes home to be held, if nothing takes it there. */
  readonly isLast?: true;
}

export type ReceiptEvent =
  | ReceiptPassedOn
  | OverpaymentPassedOn
  | RecoveryPassedOn
  | ReceiptTakenBack
  | PaymentReceived
  | ExcessHeld
  | ExcessReleased
  | ExcessTakenBack
  | PaymentReturned
  | PaymentCleared
  | RefundEvent;
