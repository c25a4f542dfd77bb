import { Decimal } from 'decimal.js';
import type { Money } from './money.ts';

/** A decimal of our own: forty digits, so that no sum a court can write is rounded, and no exponent in what is printed. */
const Ratio = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_DOWN, toExpNeg: -40, toExpPos: 40 });

/**
 * The part as a percentage of the whole with at most one decimal place, rounded down, so that 100 means all of it; where it is
 * not exact, `about` stands before it. For people to read; nothing is decided by it.
 *
 * @throws RangeError where the whole is nothing
 */
export function percentOf(part: Money, whole: Money): string {
  if (whole === 0n) throw new RangeError('nothing to be a part of');
  const shown = new Ratio(part.toString()).times(100).dividedBy(whole.toString()).toDecimalPlaces(1);
  const isExact = shown.times(whole.toString()).equals(new Ratio(part.toString()).times(100));
  return isExact ? shown.toString() : `about ${shown.toString()}`;
}
