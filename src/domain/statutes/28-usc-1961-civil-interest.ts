import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { earlierOf, plusYears } from '../calendar-arithmetic.ts';
import { noMoney, type Money } from '../money.ts';
import {
  dayWeightedSum,
  rounded,
  wholeRate,
  yearWeight,
  type Accrual,
  type PrincipalChange,
} from './18-usc-3612-f-interest.ts';
import type { Statute } from './statute.ts';

/**
 * Interest on a civil judgment, which some courts put into a criminal one: from the day of the judgment, at the yield of
 * the week before it, compounded each year.
 *
 * > Such interest shall be calculated from the date of the entry of the judgment, at a rate equal to the weekly average
 * > 1-year constant maturity Treasury yield, as published by the Board of Governors of the Federal Reserve System, for
 * > the calendar week preceding the date of the judgment. Interest shall be computed daily to the date of payment except
 * > as provided in section 2516(b) of this title and section 1304(b) of title 31, and shall be compounded annually.
 *
 * A year of compounding ends on the day of the month of the judgment. Payments go to principal first (18 U.S.C. 3612(i)).
 * What was paid of the interest, or waived, is owed no more, and bears nothing from that day on: the oldest goes first.
 *
 * Not formalized: the exceptions of 28 U.S.C. 2516(b) and 31 U.S.C. 1304(b), which subsection (b) names.
 */
export const civilInterest: Statute = {
  citation: '28 U.S.C. 1961',
  inForceFrom: calendarDate('2000-12-21'),
  words:
    'Such interest shall be calculated from the date of the entry of the judgment, at a rate equal to the weekly ' +
    'average 1-year constant maturity Treasury yield, as published by the Board of Governors of the Federal Reserve ' +
    'System, for the calendar week preceding the date of the judgment. Interest shall be computed daily to the date of ' +
    'payment except as provided in section 2516(b) of this title and section 1304(b) of title 31, and shall be ' +
    'compounded annually.',
};

/**
 * All interest that has accrued, paid or not; what was not `settled` of it bears interest itself from each anniversary of
 * its first day on; rounded once, half up.
 *
 * @param settled what was paid of the interest, or waived, in any order; below nothing where it came back
 */
export function compoundInterest(
  changes: readonly PrincipalChange[],
  accrual: Accrual,
  settled: readonly PrincipalChange[] = [],
): Money {
  const { from, until, rate } = accrual;
  if (until <= from) return noMoney;
  // The interest so far, as an exact fraction of cents.
  let numerator = 0n;
  let divisor = 1n;
  for (const [start, end] of yearsOf(from, until)) {
    const year = { ...accrual, from: start, until: end };
    const earned =
      dayWeightedSum(changes, year) * divisor + weightOfInterest({ numerator, divisor }, year, settled);
    numerator = numerator * yearWeight * wholeRate + earned * rate;
    divisor *= yearWeight * wholeRate;
  }
  return rounded(numerator, divisor);
}

function yearsOf(from: CalendarDate, until: CalendarDate): readonly [CalendarDate, CalendarDate][] {
  const years: [CalendarDate, CalendarDate][] = [];
  for (let start = from; start < until;) {
    const end = earlierOf(plusYears(from, years.length + 1), until);
    years.push([start, end]);
    start = end;
  }
  return years;
}

interface Fraction {
  readonly numerator: bigint;
  readonly divisor: bigint;
}

/** The interest of earlier years, by the days of this one on which it stayed owed; in the unit of its numerator. */
function weightOfInterest(
  { numerator, divisor }: Fraction,
  year: Accrual,
  settled: readonly PrincipalChange[],
): bigint {
  const within = settled.filter(({ on }) => on > year.from && on < year.until).map(({ on }) => on);
  const days = [year.from, ...new Set(within.sort())];
  let weight = 0n;
  for (const [at, from] of days.entries()) {
    const left = numerator - settledBy(from, settled) * divisor;
    if (left > 0n) weight += left * weightOf({ ...year, from, until: days[at + 1] ?? year.until });
  }
  return weight;
}

function settledBy(day: CalendarDate, settled: readonly PrincipalChange[]): bigint {
  return settled.reduce((sofar, { on, amount }) => (on <= day ? sofar + amount : sofar), 0n);
}

/** What the days of the accrual weigh: that of one cent that is owed on all of them. */
function weightOf(accrual: Accrual): bigint {
  return dayWeightedSum([{ on: accrual.from, amount: 1n as Money }], accrual);
}
