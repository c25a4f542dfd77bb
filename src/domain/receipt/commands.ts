import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId } from '../ids.ts';
import type { TakenFor } from '../liability/taken-back.ts';
import type { Money } from '../money.ts';
import type { PaymentOrigin } from '../statutes/payment-origins.ts';
import type { Rung } from '../statutes/obligations.ts';
import type { ClearanceGround, PaymentMethod, PaymentReturnReason } from './events.ts';
import type { RefundCommand } from './refund-commands.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OnReceipt {
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
}

/** Good funds came in from one defendant in one case, for an order if the payor named one. */
export interface RecordPayment extends OnReceipt {
  readonly type: 'RecordPayment';
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  readonly method: PaymentMethod;
  /** Where the money came from, where the sender says so. */
  readonly origin?: PaymentOrigin;
  /** Of an offset: what the payor received of federal benefits in the twelve months up to it, where the sender says so. */
  readonly benefits?: Money;
}

/** The bank took the money back. */
export interface RecordPaymentReturn extends OnReceipt {
  readonly type: 'RecordPaymentReturn';
  readonly reason: PaymentReturnReason;
}

/** Its money is good: the bank has finally paid it. */
export interface RecordClearance extends OnReceipt {
  readonly type: 'RecordClearance';
  readonly ground: ClearanceGround;
}

/** What the passage asks of a receipt when no case could place more of it; no door sends this. */
export interface HoldExcess extends OnReceipt {
  readonly type: 'HoldExcess';
  /** After which visit to any case, from 1; where it went on to another meanwhile, nothing is held. */
  readonly visit: number;
  readonly amount: Money;
}

/** What is left of the receipt goes on to a case of its payor; no door sends this. */
export interface PassOn extends OnReceipt {
  readonly type: 'PassOn';
  /** Which visit to any case this begins, from 2. */
  readonly visit: number;
  readonly fromCaseId: CaseId;
  readonly caseId: CaseId;
  readonly amount: Money;
  /** The obligations that it may reach there; all of them where null. */
  readonly reach: readonly Rung[] | null;
  readonly isAssessed: boolean;
  /** Whether it is home to be held, and goes no further. */
  readonly isLast: boolean;
  readonly citation: string;
}

/**
 * What was taken back of what it had paid under an order, for an amendment of that (P-46) or for the cap of a victim, begins its
 * way as excess, on the day on which it is free to; no door sends this.
 */
export interface PassOnTakenBack extends OnReceipt {
  readonly type: 'PassOnTakenBack';
  /** Which visit to any case this begins, from 2. */
  readonly visit: number;
  /** The case in which it was paid. */
  readonly fromCaseId: CaseId;
  readonly orderId: OrderId;
  readonly takenFor: TakenFor;
  readonly amount: Money;
  /** The obligations that it may reach in the receipt's own case at first; all of them where null. */
  readonly reach: readonly Rung[] | null;
  readonly isAssessed: boolean;
  readonly citation: string;
}

/** What was passed on is taken back, the last first: the receipt came back. No door sends this. */
export interface TakeBack extends OnReceipt {
  readonly type: 'TakeBack';
}

/** What is held goes on its way once more, as what it was held for the want of is known; no door sends this. */
export interface ReleaseExcess extends OnReceipt {
  readonly type: 'ReleaseExcess';
  /** Which visit to any case this begins, from 2. */
  readonly visit: number;
  readonly isAssessed: boolean;
  readonly citation: string;
}

export type ReceiptCommand =
  | ReleaseExcess
  | RecordPayment
  | RecordPaymentReturn
  | RecordClearance
  | RefundCommand
  | HoldExcess
  | PassOn
  | PassOnTakenBack
  | TakeBack;
