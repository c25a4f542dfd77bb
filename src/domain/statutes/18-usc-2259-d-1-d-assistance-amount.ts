import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { money, parseMoney, type Money } from '../money.ts';
import {
  thousandthsOf,
  type PriceIndexes,
  type PriceIndexOf,
  type PriceIndexSeries,
  type PriceIndexText,
} from './consumer-price-index.ts';
import type { Statute } from './statute.ts';

/**
 * How much defined monetary assistance is: $35,000, and from the second year on as much more as prices have risen.
 *
 * > The amount of defined monetary assistance payable under this subparagraph shall be equal to
 * > (i) for the first calendar year after the date of enactment of this subsection, $35,000; and
 * > (ii) for each calendar year after the year described in clause (i), $35,000 multiplied by the ratio (not less than
 * > one) of (I) the Consumer Price Index for all Urban Consumers (CPI-U, as published by the Bureau of Labor Statistics
 * > of the Department of Labor) for the calendar year preceding such calendar year; to (II) the CPI-U for the calendar
 * > year 2 years before the calendar year described in clause (i).
 *
 * The subsection was enacted on 7 December 2018, so the first calendar year is 2019 and the base is the index of 2017:
 * the step from 2019 to 2020 has two years of prices in it.
 *
 * Left open by the words, and answered by policy P-36: which figure is the index "for the calendar year", and to what
 * the amount is rounded. The year is that of the court's order (28 CFR 81.53(b)). What a court orders prevails.
 */
export const assistanceAmount: Statute = {
  citation: '18 U.S.C. 2259(d)(1)(D)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'The amount of defined monetary assistance payable under this subparagraph shall be equal to ' +
    '(i) for the first calendar year after the date of enactment of this subsection, $35,000; and ' +
    '(ii) for each calendar year after the year described in clause (i), $35,000 multiplied by the ratio (not less than ' +
    'one) of (I) the Consumer Price Index for all Urban Consumers (CPI-U, as published by the Bureau of Labor Statistics ' +
    'of the Department of Labor) for the calendar year preceding such calendar year; to (II) the CPI-U for the calendar ' +
    'year 2 years before the calendar year described in clause (i).',
};

const firstYear = 2019;
const firstAmount = parseMoney('35000.00');

/** How the words are carried out: with which figure of a year, and rounded half up to the cent, or down to the dollar. */
export interface Reckoning {
  readonly series: PriceIndexSeries;
  readonly roundedTo: 'CENT' | 'DOLLAR';
}

/** The amount of a year, with the two figures it was reckoned with; null in the first year, which needs none. */
export interface AmountOfYear {
  readonly year: number;
  readonly amount: Money;
  readonly priceIndex: PriceIndexText | null;
  readonly baseIndex: PriceIndexText | null;
}

/** The first calendar year in which there is assistance, as a day: none is ordered before it. */
export const firstAssistanceDay: CalendarDate = calendarDate(`${String(firstYear)}-01-01`);

/** The calendar year of a day. */
export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** Which figure the amount of a year needs beside that of the base year; undefined in the first year, which needs none. */
export function indexNeededFor(year: number, { series }: Reckoning): PriceIndexOf | undefined {
  return year > firstYear ? { year: year - 1, series } : undefined;
}

/** The amount of a year from 2019 on; undefined where a figure that it needs is not known. */
export function amountOfYear(
  year: number,
  reckoning: Reckoning,
  indexes: PriceIndexes,
): AmountOfYear | undefined {
  const needed = indexNeededFor(year, reckoning);
  if (needed === undefined) return { year, amount: firstAmount, priceIndex: null, baseIndex: null };
  const priceIndex = indexes(needed);
  const baseIndex = indexes({ ...needed, year: firstYear - 2 });
  if (priceIndex === undefined || baseIndex === undefined) return undefined;
  const [over, under] = [thousandthsOf(priceIndex), thousandthsOf(baseIndex)];
  const amount = over <= under ? firstAmount : multiplied(reckoning.roundedTo, over, under);
  return { year, amount, priceIndex, baseIndex };
}

function multiplied(roundedTo: Reckoning['roundedTo'], over: bigint, under: bigint): Money {
  if (roundedTo === 'DOLLAR') return money(((firstAmount * over) / (under * 100n)) * 100n);
  return money((2n * firstAmount * over + under) / (2n * under));
}
