import type { AnnualRate } from '../annual-rate.ts';
import { earlierOf } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { least, noMoney, type Money } from '../money.ts';
import {
  firstLiableDay,
  interest,
  simpleInterest,
  weekBefore,
  weeklyYieldFrom,
  type DayCount,
  type PrincipalChange,
} from '../statutes/18-usc-3612-f-interest.ts';
import { compoundInterest } from '../statutes/28-usc-1961-civil-interest.ts';
import { isUnderRulesOfFines, type Obligation } from '../statutes/obligations.ts';
import {
  changesBearing,
  isEverAbove,
  isEverOwed,
  type Between,
  type OrderedByDay,
} from './principal-bearing.ts';

/** One obligation as interest sees it; of its changes, what ended by law is left out where its interest ends with it (P-21). */
export interface Bearing extends OrderedByDay {
  readonly obligation: Obligation;
  readonly offenceOn: CalendarDate;
  readonly judgmentOn: CalendarDate;
  /** The greatest total of interest; undefined where the court set none. */
  readonly limit: Money | undefined;
  /** The first day on which no more accrues; undefined where the court set none. */
  readonly endsOn: CalendarDate | undefined;
  /** What was paid of the interest, or waived, in any order: it is not compounded. Below nothing where it came back. */
  readonly settled: readonly PrincipalChange[];
}

/** What interest is asked with beside the obligation. */
export interface InterestAsked {
  /** Interest accrues up to this day, which does not count itself. */
  readonly on: CalendarDate;
  readonly dayCount: DayCount;
  /** The yield of the week that ends on this Friday; undefined where it was not recorded. */
  readonly yieldOf: (weekEndingOn: CalendarDate) => AnnualRate | undefined;
}

/** Why an obligation bears no interest, or why it cannot be said how much. */
export type NoInterest =
  | 'NOT_OF_THIS_KIND'
  | 'EARLIER_LAW'
  | 'NOT_ABOVE_2500'
  | 'WAIVED'
  | 'NOT_YET_LIABLE'
  | 'NOTHING_OWED'
  | 'YIELD_MISSING';

/** What is known of interest on an obligation: from when, at the yield of which week, and how much, where that can be said. */
export interface InterestOwed {
  readonly none: NoInterest | null;
  readonly liableFrom: CalendarDate | null;
  readonly weekEndingOn: CalendarDate | null;
  readonly rate: AnnualRate | null;
  /** Up to this day, which does not count itself. */
  readonly until: CalendarDate | null;
  /** Null where nothing can be said: a guess would be worse. */
  readonly accrued: Money | null;
}

const nothing: Omit<InterestOwed, 'none'> = {
  liableFrom: null,
  weekEndingOn: null,
  rate: null,
  until: null,
  accrued: noMoney,
};

/** The interest that has accrued on an obligation: 18 U.S.C. 3612(f), or 28 U.S.C. 1961 where the judgment says so. */
export function interestOwed(bearing: Bearing, { on, dayCount, yieldOf }: InterestAsked): InterestOwed {
  const { liableFrom, weekEndingOn } = interestBegins(bearing);
  const days = { from: liableFrom, on };
  const none = whyNone(bearing, days);
  if (none !== undefined) return { ...nothing, none };
  const known = { liableFrom, weekEndingOn };
  const changes = changesBearing(bearing);
  if (on >= liableFrom && !isEverOwed(changes, days)) return { ...nothing, ...known, none: 'NOTHING_OWED' };
  if (liableFrom < weeklyYieldFrom) return { ...nothing, none: 'EARLIER_LAW', liableFrom, accrued: null };
  if (on < liableFrom) return { ...nothing, ...known, none: 'NOT_YET_LIABLE' };
  const rate = yieldOf(weekEndingOn);
  if (rate === undefined) return { ...nothing, ...known, none: 'YIELD_MISSING', accrued: null };
  const until = bearing.endsOn === undefined ? on : earlierOf(on, bearing.endsOn);
  const accrued = accruedOn({ ...bearing, changes }, { rate, from: liableFrom, until, dayCount });
  return { none: null, ...known, rate, until, accrued: limited(accrued, bearing.limit) };
}

function whyNone({ obligation, offenceOn, ordered, terms }: Bearing, days: Between): NoInterest | undefined {
  if (!isUnderRulesOfFines(obligation)) return 'NOT_OF_THIS_KIND';
  if (terms === 'WAIVED') return 'WAIVED';
  if (terms === 'CIVIL') return undefined;
  if (offenceOn < interest.inForceFrom) return 'EARLIER_LAW';
  return isEverAbove(ordered, days) ? undefined : 'NOT_ABOVE_2500';
}

/** The first day that bears interest, and the week whose yield sets the rate, whether or not any interest is owed. */
export function interestBegins({ terms, judgmentOn }: Pick<Bearing, 'terms' | 'judgmentOn'>): {
  readonly liableFrom: CalendarDate;
  readonly weekEndingOn: CalendarDate;
} {
  const liableFrom = terms === 'CIVIL' ? judgmentOn : firstLiableDay(judgmentOn);
  return { liableFrom, weekEndingOn: weekBefore(liableFrom) };
}

function accruedOn(
  { terms, changes, settled }: Bearing,
  accrual: Parameters<typeof simpleInterest>[1],
): Money {
  return terms === 'CIVIL' ? compoundInterest(changes, accrual, settled) : simpleInterest(changes, accrual);
}

function limited(accrued: Money, limit: Money | undefined): Money {
  return limit === undefined ? accrued : least(accrued, limit);
}
