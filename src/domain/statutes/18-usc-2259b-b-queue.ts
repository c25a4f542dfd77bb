import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { add, atLeastNothing, noMoney, subtract, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Where the Reserve has too little for all payments ordered, it makes whole ones, in the order of the orders.
 *
 * > If at any time the Child Pornography Victims Reserve has insufficient funds to make all of the payments ordered under
 * > section 2259(d), the Child Pornography Victims Reserve shall make such payments as it can satisfy in full from
 * > available funds. In determining the order in which such payments shall be made, the Child Pornography Victims Reserve
 * > shall make payments based on the date they were ordered, with the earliest-ordered payments made first.
 *
 * Left open by the words, and answered by policy P-38: whether a smaller payment may be made while an earlier and larger
 * one waits. Of one day, the order that was recorded first comes first.
 */
export const queue: Statute = {
  citation: '18 U.S.C. 2259B(b)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'If at any time the Child Pornography Victims Reserve has insufficient funds to make all of the payments ordered under ' +
    'section 2259(d), the Child Pornography Victims Reserve shall make such payments as it can satisfy in full from ' +
    'available funds. In determining the order in which such payments shall be made, the Child Pornography Victims Reserve ' +
    'shall make payments based on the date they were ordered, with the earliest-ordered payments made first.',
};

/** A payment that was ordered and not made. */
export interface OrderedPayment {
  readonly orderedOn: CalendarDate;
  /** Its place among orders of one day. */
  readonly place: number;
  readonly amount: Money;
}

/**
 * Whether a payment can be made now, and if not, why: there is too little for it, or one that was ordered earlier waits.
 */
export type Standing = 'PAYABLE' | 'SHORT_OF_FUNDS' | 'EARLIER_ORDER_WAITS';

/** A payment in its place in the queue. */
export interface InQueue<Payment> {
  readonly payment: Payment;
  readonly standing: Standing;
  /** What must still come in before it can be made; nothing where it can be made now. */
  readonly missing: Money;
}

/**
 * The queue, the earliest-ordered payment first: each that can be satisfied in full takes its amount out of what is
 * available to those after it.
 *
 * @param skipsAhead whether one that can be satisfied is made while an earlier one waits
 */
export function queued<Payment extends OrderedPayment>(
  waiting: Iterable<Payment>,
  available: Money,
  skipsAhead: boolean,
): readonly InQueue<Payment>[] {
  let left = available;
  let ahead = noMoney;
  let isBlocked = false;
  return [...waiting].sort(byOrder).map((payment) => {
    ahead = add(ahead, payment.amount);
    if (payment.amount <= left && !isBlocked) {
      left = subtract(left, payment.amount);
      return { payment, standing: 'PAYABLE', missing: noMoney };
    }
    const standing: Standing = isBlocked ? 'EARLIER_ORDER_WAITS' : 'SHORT_OF_FUNDS';
    isBlocked ||= !skipsAhead;
    const missing = skipsAhead ? subtract(payment.amount, left) : subtract(ahead, available);
    return { payment, standing, missing: atLeastNothing(missing) };
  });
}

function byOrder(one: OrderedPayment, other: OrderedPayment): number {
  if (one.orderedOn !== other.orderedOn) return one.orderedOn < other.orderedOn ? -1 : 1;
  return one.place - other.place;
}
