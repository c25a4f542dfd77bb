import { laterOf, type CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId, OrderId, RefundId } from '../ids.ts';
import { isFor, type Taken } from '../liability/taken-back.ts';
import { atLeastNothing, least, noMoney, subtract, sum, type Money } from '../money.ts';
import type { InstrumentLife, Returned } from '../payment/instrument.ts';
import type { Rung } from '../statutes/obligations.ts';
import type { PaymentOrigin } from '../statutes/payment-origins.ts';
import type { ClearanceGround, PaymentMethod, PaymentReturnReason } from './events.ts';
import type { RefundWithheldReason } from './refund-events.ts';

/** What a decision about one receipt must know. */
export interface ReceiptState {
  received: Received | undefined;
  returned: { readonly on: CalendarDate; readonly reason: PaymentReturnReason } | undefined;
  /** That its money is good; undefined where nobody has said so. */
  cleared: { readonly on: CalendarDate; readonly ground: ClearanceGround } | undefined;
  /** What was held for refund, less what was released of it. */
  excess: Money;
  /** The days on which that changed, and by how much: below nothing where it was released. */
  readonly holds: { readonly on: CalendarDate; readonly amount: Money }[];
  /** Whether what went on last has arrived, no case could place more of it, and what was left is held. */
  isHeld: boolean;
  /** Whether a court must say what becomes of it. */
  awaitsCourt: boolean;
  /** What was paid back to the payor, less what of it came back. */
  refunded: Money;
  /** What of refunds that came back waits where nobody claims it. */
  unclaimed: Money;
  /** Where it went on to from the case that it came in for, in order; and where it began once more, when it was released. */
  readonly passes: Pass[];
  /** How many of them were taken back: all, once the receipt has come back and was unwound. */
  takenBack: number;
  readonly refunds: Map<RefundId, Refund>;
  /** Refunds of runs that were not made, and why. */
  readonly withheld: Map<RefundId, RefundWithheldReason>;
  /** What has become of refunds at the bank. */
  readonly instruments: Map<RefundId, InstrumentLife>;
}

/** One refund; never changed, only replaced. */
export interface Refund {
  readonly refundId: RefundId;
  readonly amount: Money;
  readonly on: CalendarDate;
  readonly replaces: RefundId | undefined;
  readonly returned: Returned | undefined;
}

/** What is held now for the payor: nothing that was refunded, or waits unclaimed, or went back with the receipt. */
export function heldOf({ excess, refunded, unclaimed, returned }: ReceiptState): Money {
  return returned ? noMoney : atLeastNothing(subtract(excess, sum([refunded, unclaimed])));
}

/** What came to be held only after a day, and the day from which all of that was. */
export function heldAfter(
  { excess, holds }: Pick<ReceiptState, 'excess' | 'holds'>,
  day: CalendarDate,
): { readonly amount: Money; readonly on: CalendarDate } {
  const later = holds.filter(({ on }) => on > day);
  const amount = least(excess, atLeastNothing(sum(later.map((each) => each.amount))));
  return { amount, on: later.reduce((latest, { on }) => laterOf(latest, on), day) };
}

/** What one case passed on to another. */
export interface Pass {
  readonly fromCaseId: CaseId;
  readonly caseId: CaseId;
  readonly amount: Money;
  readonly reach: readonly Rung[] | null;
  readonly isAssessed: boolean;
  readonly isLast: boolean;
  /** Whether it comes out of what was held, and from no other case. */
  readonly isRelease: boolean;
  /** What it was paid for, and is no more, and since which day it is free to go on, where it was taken back. */
  readonly takenBack: (Taken & { readonly on: CalendarDate }) | undefined;
}

/** The receipt as it goes on now: from the day on which something was taken back of it last, if anything was. */
export function goingOn({ passes }: Pick<ReceiptState, 'passes'>, received: Received): Received {
  const last = passes.findLast(({ takenBack }) => takenBack !== undefined)?.takenBack;
  return last === undefined ? received : { ...received, on: laterOf(last.on, received.on) };
}

/** The visit with which it began its way: the first, or that with which it last began once more. */
export function beganAt({ passes }: Pick<ReceiptState, 'passes'>): number {
  const last = passes.findLastIndex(({ isRelease, takenBack }) => isRelease || takenBack !== undefined);
  return last < 0 ? 1 : last + 2;
}

/** Whether what was taken back of the receipt has gone on. */
export function hasPassedOn(
  { passes }: Pick<ReceiptState, 'passes'>,
  { orderId, takenFor }: Pick<Taken, 'orderId' | 'takenFor'>,
): boolean {
  return passes.some(
    ({ takenBack }) => takenBack?.orderId === orderId && isFor(takenBack.takenFor, takenFor),
  );
}

/** The receipt that refunds go out of. */
export interface OfReceipt {
  readonly state: ReceiptState;
  readonly received: Received;
}

/** What came in, from whom, and when. */
export interface Received {
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly origin: PaymentOrigin | undefined;
  readonly benefits: Money | undefined;
  readonly on: CalendarDate;
}

/** A receipt that has not been heard of. */
export function emptyReceipt(): ReceiptState {
  return {
    received: undefined,
    returned: undefined,
    cleared: undefined,
    excess: noMoney,
    holds: [],
    isHeld: false,
    awaitsCourt: false,
    refunded: noMoney,
    unclaimed: noMoney,
    passes: [],
    takenBack: 0,
    refunds: new Map(),
    withheld: new Map(),
    instruments: new Map(),
  };
}
