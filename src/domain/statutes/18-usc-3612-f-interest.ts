import type { AnnualRate } from '../annual-rate.ts';
import { calendarDate, laterOf, type CalendarDate } from '../calendar-date.ts';
import { dayNumber, daysInYear, partsOf, plusDays, weekdayOf } from '../calendar-arithmetic.ts';
import { money, noMoney, parseMoney, type Money } from '../money.ts';
import { businessDayFrom } from './5-usc-6103-a-legal-public-holidays.ts';
import type { Statute } from './statute.ts';

/**
 * Whoever owes a fine or restitution of more than 2,500.00 pays interest on it, from the fifteenth day after judgment, at
 * the Treasury yield of the week before that day.
 *
 * > The defendant shall pay interest on any fine or restitution of more than $2,500, unless the fine is paid in full
 * > before the fifteenth day after the date of the judgment. If that day is a Saturday, Sunday, or legal public holiday,
 * > the defendant shall be liable for interest beginning with the next day that is not a Saturday, Sunday, or legal public
 * > holiday. (2) Interest on a fine shall be computed (A) daily (from the first day on which the defendant is liable for
 * > interest under paragraph (1)); and (B) at a rate equal to the weekly average 1-year constant maturity Treasury yield,
 * > as published by the Board of Governors of the Federal Reserve System, for the calendar week preceding the first day on
 * > which the defendant is liable for interest under paragraph (1).
 *
 * Nothing is said of compounding, so interest is simple. How many days a year has, the words leave open: P-32. Nor do they say on
 * which day more than that is to be ordered, where an amendment changes it: each day is taken for itself.
 *
 * Not formalized: offences before 24 April 1996, and judgments whose first day of liability lies before 21 December 2000,
 * when another yield was the measure; that the defendant cannot pay interest, which the court finds (3612(f)(3)); waivers
 * of the Attorney General (3612(h)).
 */
export const interest: Statute = {
  citation: '18 U.S.C. 3612(f)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'The defendant shall pay interest on any fine or restitution of more than $2,500, unless the fine is paid in full ' +
    'before the fifteenth day after the date of the judgment. If that day is a Saturday, Sunday, or legal public ' +
    'holiday, the defendant shall be liable for interest beginning with the next day that is not a Saturday, Sunday, or ' +
    'legal public holiday. (2) Interest on a fine shall be computed (A) daily (from the first day on which the defendant ' +
    'is liable for interest under paragraph (1)); and (B) at a rate equal to the weekly average 1-year constant maturity ' +
    'Treasury yield, as published by the Board of Governors of the Federal Reserve System, for the calendar week ' +
    'preceding the first day on which the defendant is liable for interest under paragraph (1).',
};

/** The first day of liability at which the yield of a week is the measure (Public Law 106-554). */
export const weeklyYieldFrom = calendarDate('2000-12-21');

const threshold = parseMoney('2500.00');

/** Whether so much that is ordered on a day bears interest on that day: more than 2,500.00. */
export function bearsInterest(ordered: Money): boolean {
  return ordered > threshold;
}

/** The first day on which a defendant is liable for interest, by the day of the judgment. */
export function firstLiableDay(judgmentOn: CalendarDate): CalendarDate {
  return businessDayFrom(plusDays(judgmentOn, 15));
}

/** The calendar week before the one of the day, Sunday to Saturday, by its Friday, as weekly yields are published. */
export function weekBefore(day: CalendarDate): CalendarDate {
  return plusDays(day, -weekdayOf(day) - 2);
}

/** What changed on a day in the principal that is owed: above nothing, more is owed; below, less. */
export interface PrincipalChange {
  readonly on: CalendarDate;
  readonly amount: Money;
}

/** By how many days a year is divided (P-32). */
export type DayCount = 'ACTUAL_365' | 'ACTUAL_366_IN_LEAP_YEARS';

/** Over which days interest accrues, at which rate. */
export interface Accrual {
  readonly rate: AnnualRate;
  /** The first day that bears interest. */
  readonly from: CalendarDate;
  /** The first day that does not: that of the question, or of payment. */
  readonly until: CalendarDate;
  readonly dayCount: DayCount;
}

/**
 * Simple interest on a principal that changes, in any order of the changes, rounded once, half up.
 *
 * It is linear: what became owed on day d has accrued from d until T, so all of it together is the sum of the amounts
 * times T, less the sum of each amount times its day. No day is walked.
 */
export function simpleInterest(changes: Iterable<PrincipalChange>, accrual: Accrual): Money {
  if (accrual.until <= accrual.from) return noMoney;
  return rounded(dayWeightedSum(changes, accrual) * accrual.rate, yearWeight * wholeRate);
}

/** The principal times the parts of a year that it was owed, in cents times `yearWeight`. */
export function dayWeightedSum(
  changes: Iterable<PrincipalChange>,
  { from, until, dayCount }: Omit<Accrual, 'rate'>,
): bigint {
  let amounts = 0n;
  let amountsByDay = 0n;
  for (const { on, amount } of changes) {
    if (on >= until) continue;
    amounts += amount;
    amountsByDay += amount * weightBefore(laterOf(on, from), dayCount);
  }
  return amounts * weightBefore(until, dayCount) - amountsByDay;
}

/** What one year weighs: a number that both 365 and 366 divide, so that parts of years are whole numbers. */
export const yearWeight = 365n * 366n;

/** The rate that is the whole principal in a year: 100 percent. */
export const wholeRate = 10_000n;

/** What the days before this one weigh, counted from an arbitrary one. */
function weightBefore(day: CalendarDate, dayCount: DayCount): bigint {
  if (dayCount === 'ACTUAL_365') return BigInt(dayNumber(day)) * 366n;
  const [year] = partsOf(day);
  const dayOfYear = dayNumber(day) - dayNumber(calendarDate(`${String(year)}-01-01`));
  return BigInt(year) * yearWeight + (BigInt(dayOfYear) * yearWeight) / BigInt(daysInYear(year));
}

/** A fraction of cents as money, half a cent up. @throws RangeError where the divisor is nothing */
export function rounded(numerator: bigint, divisor: bigint): Money {
  return money((2n * numerator + divisor) / (2n * divisor));
}
