/** A day as a court writes it, without hour or time zone: `2018-12-07`. Days compare as text. */
declare const day: unique symbol;

/** A legal day, `YYYY-MM-DD`, between 1900-01-01 and 2999-12-31. */
export type CalendarDate = string & { readonly [day]: true };

const written = /^(?:19|2[0-9])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a day that exists: `2023-02-29` does not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!written.test(text)) return false;
  const [year, month, dayOfMonth] = text.split('-').map(Number) as [number, number, number];
  return dayOfMonth <= lengthOf(year, month);
}

/** The day that the text names. @throws RangeError where there is no such day; doors ask isCalendarDate first */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError('not a calendar date');
  return text;
}

/** The later of two days. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/**
 * Of things that hold from a day on, in the order in which they were recorded, the one that holds: that of the latest
 * day, and of several of one day the last recorded. Undefined where there are none.
 */
export function holding<Dated extends { readonly on: CalendarDate }>(
  dated: readonly Dated[],
): Dated | undefined {
  return dated.reduce<Dated | undefined>(
    (held, each) => (held && held.on > each.on ? held : each),
    undefined,
  );
}

function lengthOf(year: number, month: number): number {
  return (daysInMonth[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}

/** The day before all others that can be written. */
export const firstDay = calendarDate('1900-01-01');

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
