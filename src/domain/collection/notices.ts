import type { CalendarDate } from '../calendar-date.ts';
import { balanceDueOn } from '../statutes/18-usc-3612-d-e-notices.ts';

/** The first notice since there was something to give notice of, whatever the order of the days given; null where none was. */
export function noticeGiven(from: CalendarDate, given: readonly CalendarDate[] = []): CalendarDate | null {
  return given.toSorted().find((day) => day >= from) ?? null;
}

/**
 * The day by which all is due after the notice of a default; null where none was given: that one was is never presumed, here
 * or where penalties are reckoned.
 */
export function balanceDueAfter(
  defaultOn: CalendarDate,
  defaultNotices: readonly CalendarDate[] | undefined,
): CalendarDate | null {
  const notice = noticeGiven(defaultOn, defaultNotices);
  return notice === null ? null : balanceDueOn(notice);
}
