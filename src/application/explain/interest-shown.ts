/** Interest as a person reckons it: each principal times its days, and the rate of all of it once. */
import type { AnnualRate } from '../../domain/annual-rate.ts';
import { dayNumber, daysInYear, earlierOf, partsOf, plusYears } from '../../domain/calendar-arithmetic.ts';
import { calendarDate, laterOf, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Bearing } from '../../domain/collection/interest-owed.ts';
import { add, money, noMoney, type Money } from '../../domain/money.ts';
import type { DayCount, PrincipalChange } from '../../domain/statutes/18-usc-3612-f-interest.ts';
import {
  amount,
  hundredths,
  line,
  minus,
  over,
  plus,
  rounded,
  times,
  whole,
  type Line,
  type Term,
} from './arithmetic.ts';
import { amountsShown } from './explanation.ts';

/** Over which days interest is reckoned, at which rate, and what the ledger answers. */
export interface Reckoning {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly rate: AnnualRate;
  readonly dayCount: DayCount;
  readonly recorded?: Money;
}

/** So much was owed for so many days, of years that have so many. */
interface Period {
  readonly from: CalendarDate;
  readonly principal: Money;
  readonly days: number;
  readonly daysInYear: number;
}

/** The sum, period by period; the last line is the interest. */
export function interestLines(
  { changes, terms, settled }: Pick<Bearing, 'changes' | 'terms' | 'settled'>,
  reckoning: Reckoning,
): readonly Line[] {
  const { rate, recorded, ...span } = reckoning;
  const years = terms === 'CIVIL' ? yearsOf(span) : [[span.from, span.until] as const];
  const lines: Line[] = [];
  let all: Term | undefined;
  for (const [from, until] of years) {
    if (until <= from) continue;
    const year = { from, until, dayCount: span.dayCount };
    const products = productsOf(periodsOf(changes, year));
    lines.push(...products.map(({ line: shown }) => shown));
    const earned = sumOf(products.map(({ days, cents }) => ofYear(amount(cents), days, rate)));
    const before = all === undefined ? undefined : grown(all, { ...year, rate }, settled);
    all = before === undefined ? earned : plus(before, earned);
  }
  const note = 'all of it at the rate, in hundredths of a percent of a year of days, rounded once';
  return [
    ...lines,
    line(rounded(all ?? amount(noMoney)), { note, ...(recorded !== undefined && { recorded }) }),
  ];
}

/** What a sum of dollars times days bears at the rate, by the days of a year. */
function ofYear(dollarDays: Term, days: number, rate: AnnualRate): Term {
  return over(times(dollarDays, hundredths(rate)), whole(100 * days));
}

/** Interest of earlier years with what it grows by in this one: of so much of it as was not paid or waived, while it was not. */
function grown(before: Term, year: Reckoning, settled: readonly PrincipalChange[]): Term {
  const within = settled.filter(({ on }) => on > year.from && on < year.until).map(({ on }) => on);
  const days = [year.from, ...new Set(within.sort())];
  const parts = days.map((from, at) => ({ from, until: days[at + 1] ?? year.until }));
  const untouched = parts.every(({ from }) => settledBy(from, settled) === noMoney);
  if (untouched) return times(before, plus(whole(1), sumOf(growthIn(year))));
  return parts.reduce((sofar, part) => {
    const left = minus(before, amount(settledBy(part.from, settled)));
    if (left.numerator <= 0n) return sofar;
    return plus(sofar, times(left, sumOf(growthIn({ ...year, ...part }))));
  }, before);
}

function settledBy(day: CalendarDate, settled: readonly PrincipalChange[]): Money {
  return settled.reduce((sofar, { on, amount: each }) => (on <= day ? add(sofar, each) : sofar), noMoney);
}

/** By what one dollar grows over these days, by the days of a year. */
function growthIn({ rate, ...span }: Reckoning): readonly Term[] {
  return periodsOf([{ on: span.from, amount: money(100n) }], span).map(({ days, daysInYear: of }) =>
    over(times(whole(days), hundredths(rate)), whole(100 * of)),
  );
}

function sumOf(terms: readonly Term[]): Term {
  const [first = amount(noMoney), ...others] = terms;
  return others.reduce(plus, first);
}

interface Product {
  readonly line: Line;
  /** Days of the year. */
  readonly days: number;
  readonly cents: Money;
}

/** What was owed times its days, by years of 365 days and of 366. */
function productsOf(periods: readonly Period[]): readonly Product[] {
  const lengths = [...new Set(periods.map((each) => each.daysInYear))];
  return lengths.map((days) => {
    const of = periods.filter((each) => each.daysInYear === days);
    const cents = of.reduce(
      (sofar, { principal, days: each }) => add(sofar, money(principal * BigInt(each))),
      noMoney,
    );
    const terms = of.map(({ principal, days: each }) => times(amount(principal), whole(each)));
    const from = of[0]?.from ?? '';
    const isShort = of.length <= amountsShown;
    const note = `dollars times days, from ${from}${isShort ? '' : `, over ${String(of.length)} periods`}; years of ${String(days)} days`;
    return { days, cents, line: line(isShort ? sumOf(terms) : amount(cents), { note }) };
  });
}

/** The periods in which the principal stays as it is, cut at the ends of years where years differ (P-32). */
function periodsOf(
  changes: readonly PrincipalChange[],
  { from, until, dayCount }: Omit<Reckoning, 'rate' | 'recorded'>,
): readonly Period[] {
  const counted = changes
    .filter(({ on }) => on < until)
    .map((each) => ({ ...each, on: laterOf(each.on, from) }));
  const isSplit = dayCount === 'ACTUAL_366_IN_LEAP_YEARS';
  const ends = isSplit ? newYearsIn(from, until) : [];
  const days = [...new Set([from, ...counted.map(({ on }) => on), ...ends])].sort();
  let principal = noMoney;
  return days.map((start, at) => {
    for (const change of counted) if (change.on === start) principal = add(principal, change.amount);
    const end = days[at + 1] ?? until;
    const [year] = partsOf(start);
    const of = isSplit ? daysInYear(year) : 365;
    return { from: start, principal, days: dayNumber(end) - dayNumber(start), daysInYear: of };
  });
}

function newYearsIn(from: CalendarDate, until: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let year = partsOf(from)[0] + 1; ; year += 1) {
    const day = calendarDate(`${String(year)}-01-01`);
    if (day >= until) return days;
    days.push(day);
  }
}

function yearsOf({
  from,
  until,
}: Pick<Reckoning, 'from' | 'until'>): readonly (readonly [CalendarDate, CalendarDate])[] {
  const years: [CalendarDate, CalendarDate][] = [];
  for (let start = from; start < until;) {
    const end = earlierOf(plusYears(from, years.length + 1), until);
    years.push([start, end]);
    start = end;
  }
  return years;
}
