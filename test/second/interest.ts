/** Interest a second time: counted day by day in decimals of sixty digits, and rounded to the cent at the end. */
import { Decimal } from 'decimal.js';
import { daysFrom, daysOfYear, daysOn, yearsOn } from './days.ts';

const Exact = Decimal.clone({ precision: 60 });

/** What came to be owed on a day, or, below nothing, was paid. */
export interface Moved {
  readonly on: string;
  readonly amount: bigint;
}

/** From which day, before which day, at how many hundredths of a percent, and whether a leap year is longer. */
export interface Run {
  readonly from: string;
  readonly until: string;
  readonly rate: bigint;
  readonly dayCount: string;
}

const upTo = (moved: readonly Moved[], day: string): bigint =>
  moved.reduce((sum, { on, amount }) => (on <= day ? sum + amount : sum), 0n);

const daily = (base: Decimal, { rate, dayCount }: Run, day: string): Decimal =>
  base
    .times(rate.toString())
    .div(10_000)
    .div(dayCount === 'ACTUAL_365' ? 365 : daysOfYear(day));

/** 3612(f): simple interest, in dollars. */
export function simple(moved: readonly Moved[], run: Run): string {
  let sum = new Exact(0);
  for (let day = run.from; day < run.until; day = daysOn(day, 1)) {
    sum = sum.plus(daily(new Exact(upTo(moved, day).toString()), run, day));
  }
  return sum.div(100).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** 3612(f)(1): the same, for those days alone on which more than 2,500.00 is ordered. */
export function simpleWhileAbove(moved: readonly Moved[], ordered: readonly Moved[], run: Run): string {
  let sum = new Exact(0);
  for (let day = run.from; day < run.until; day = daysOn(day, 1)) {
    const owed = upTo(ordered, day) > 250_000n ? upTo(moved, day) : 0n;
    sum = sum.plus(daily(new Exact(owed.toString()), run, day));
  }
  return sum.div(100).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** 28 U.S.C. 1961: what accrued in earlier years, and was neither paid nor waived, bears interest as the principal does. */
export function compound(moved: readonly Moved[], run: Run, settled: readonly Moved[] = []): string {
  let [ofEarlierYears, ofThisYear, years] = [new Exact(0), new Exact(0), 1];
  for (let day = run.from; day < run.until; day = daysOn(day, 1)) {
    if (day === yearsOn(run.from, years)) {
      [ofEarlierYears, ofThisYear, years] = [ofEarlierYears.plus(ofThisYear), new Exact(0), years + 1];
    }
    const unpaid = Decimal.max(0, ofEarlierYears.minus(upTo(settled, day).toString()));
    ofThisYear = ofThisYear.plus(daily(unpaid.plus(upTo(moved, day).toString()), run, day));
  }
  return ofEarlierYears.plus(ofThisYear).div(100).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** The principal of each day by the parts that the day is of its year, added up: a year of 365 days is 366 parts a day. */
export function partsOwed(moved: readonly Moved[], run: Run): string {
  const parts = Array.from({ length: daysFrom(run.from, run.until) }, (_, at) => {
    const day = daysOn(run.from, at);
    const inDay = run.dayCount === 'ACTUAL_366_IN_LEAP_YEARS' && daysOfYear(day) === 366 ? 365n : 366n;
    return upTo(moved, day) * inDay;
  });
  return parts.reduce((sum, each) => sum + each, 0n).toString();
}

/** A fraction of cents, half a cent up. */
export function toTheCent(over: bigint, under: bigint): string {
  return new Exact(over.toString()).div(under.toString()).toFixed(0, Decimal.ROUND_HALF_UP);
}

/** 2259(d)(1)(D): thirty-five thousand by the ratio of two figures, no less than one; to the cent, or down to the dollar. */
export function assistance(over: string, under: string, rounding: 'CENT' | 'DOLLAR'): string {
  const exact = Exact.max(35_000, new Exact(35_000).times(over).div(under));
  if (rounding === 'DOLLAR') return exact.toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed(2);
  return exact.toFixed(2, Decimal.ROUND_HALF_UP);
}
