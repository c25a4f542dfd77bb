import { plusDays, plusMonths } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';

/** A month of the calendar, as `2026-03`. */
export type Month = string & { readonly month: true };

/** As a pattern: the years are those of days. */
export const monthPattern = '^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$';

/** Whether the text is a month. */
export function isMonth(text: string): text is Month {
  return new RegExp(monthPattern).test(text);
}

/** The month in which the day is. */
export function monthOf(day: CalendarDate): Month {
  return day.slice(0, 7) as Month;
}

/** Its first day. */
export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate;
}

/** Its last day. */
export function lastDayOf(month: Month): CalendarDate {
  return plusDays(plusMonths(firstDayOf(month), 1), -1);
}

/** The month before it. */
export function monthBefore(month: Month): Month {
  return monthOf(plusDays(firstDayOf(month), -1));
}
