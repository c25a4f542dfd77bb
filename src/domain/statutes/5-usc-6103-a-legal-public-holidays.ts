import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { partsOf, plusDays, weekdayOf } from '../calendar-arithmetic.ts';
import type { Statute } from './statute.ts';

/**
 * The days on which federal offices are closed: a term that would begin or end on one goes on to the next business day.
 *
 * > The following are legal public holidays: New Year's Day, January 1. Birthday of Martin Luther King, Jr., the third
 * > Monday in January. Washington's Birthday, the third Monday in February. Memorial Day, the last Monday in May.
 * > Juneteenth National Independence Day, June 19. Independence Day, July 4. Labor Day, the first Monday in September.
 * > Columbus Day, the second Monday in October. Veterans Day, November 11. Thanksgiving Day, the fourth Thursday in
 * > November. Christmas Day, December 25.
 *
 * A holiday on a Saturday is observed on the Friday before it (6103(b)(1)), one on a Sunday on the Monday after it
 * (Executive Order 11582). The birthday of Dr. King is a holiday since 1986, Juneteenth since 2021.
 *
 * Not formalized: Inauguration Day, which is kept in and about Washington alone (6103(c)); days off by executive order;
 * the days of before 1978, when Veterans Day was still kept in October.
 */
export const legalPublicHolidays: Statute = {
  citation: '5 U.S.C. 6103(a)',
  inForceFrom: calendarDate('1978-01-01'),
  words:
    "The following are legal public holidays: New Year's Day, January 1. Birthday of Martin Luther King, Jr., the " +
    "third Monday in January. Washington's Birthday, the third Monday in February. Memorial Day, the last Monday in " +
    'May. Juneteenth National Independence Day, June 19. Independence Day, July 4. Labor Day, the first Monday in ' +
    'September. Columbus Day, the second Monday in October. Veterans Day, November 11. Thanksgiving Day, the fourth ' +
    'Thursday in November. Christmas Day, December 25.',
};

const [sunday, monday, thursday, friday, saturday] = [0, 1, 4, 5, 6];

/** Whether a legal public holiday is observed on the day. */
export function isHoliday(day: CalendarDate): boolean {
  if (isHolidayByDate(day) || isHolidayByWeek(day)) return true;
  if (weekdayOf(day) === friday) return isHolidayByDate(plusDays(day, 1));
  return weekdayOf(day) === monday && isHolidayByDate(plusDays(day, -1));
}

/** Whether the day is neither a Saturday, nor a Sunday, nor a legal public holiday. */
export function isBusinessDay(day: CalendarDate): boolean {
  const weekday = weekdayOf(day);
  return weekday !== saturday && weekday !== sunday && !isHoliday(day);
}

/** The day, or the next one after it that is a business day. */
export function businessDayFrom(day: CalendarDate): CalendarDate {
  let at = day;
  while (!isBusinessDay(at)) at = plusDays(at, 1);
  return at;
}

/** The day so many business days after this one, which does not count itself. */
export function plusBusinessDays(day: CalendarDate, days: number): CalendarDate {
  let at = day;
  for (let left = days; left > 0; left -= 1) at = businessDayFrom(plusDays(at, 1));
  return at;
}

/** Holidays that fall on whatever day of the week the date is, with the first year of each. */
const byDate: Readonly<Record<string, number>> = {
  '01-01': 1900,
  '06-19': 2021,
  '07-04': 1900,
  '11-11': 1938,
  '12-25': 1900,
};

function isHolidayByDate(day: CalendarDate): boolean {
  const since = byDate[day.slice(5)];
  return since !== undefined && Number(day.slice(0, 4)) >= since;
}

/** By month and day of the week: which of those days of the month is a holiday, from 1; `last`; and its first year. */
const byWeek: Readonly<Record<string, readonly [which: number | 'last', since: number]>> = {
  [`1/${String(monday)}`]: [3, 1986],
  [`2/${String(monday)}`]: [3, 1971],
  [`5/${String(monday)}`]: ['last', 1971],
  [`9/${String(monday)}`]: [1, 1894],
  [`10/${String(monday)}`]: [2, 1971],
  [`11/${String(thursday)}`]: [4, 1942],
};

function isHolidayByWeek(day: CalendarDate): boolean {
  const [year, month, dayOfMonth] = partsOf(day);
  const [which, since] = byWeek[`${String(month)}/${String(weekdayOf(day))}`] ?? [];
  if (which === undefined || since === undefined || year < since) return false;
  if (which !== 'last') return Math.ceil(dayOfMonth / 7) === which;
  const [, nextWeek] = partsOf(plusDays(day, 7));
  return nextWeek !== month;
}
