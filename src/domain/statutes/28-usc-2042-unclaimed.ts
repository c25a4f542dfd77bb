import { plusYears } from '../calendar-arithmetic.ts';
import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * Money that nobody claims goes to the Treasury after five years, and stays its owner's.
 *
 * > In our words: money whose owner is not in dispute, and that has lain unclaimed with the court for five years, goes to
 * > the Treasury; whoever is entitled to it may claim it at any time after that, and a court that is shown the right has it
 * > paid.
 *
 * The five years are counted from the day on which the money was set aside with the court as unclaimed (section 2041). The
 * day is shown; nothing goes by itself, and what went earlier is recorded.
 *
 * Not formalized: the petition, the notice to the United States attorney, and the proof of the right.
 */
export const unclaimed: Statute = {
  citation: '28 U.S.C. 2042',
  inForceFrom: calendarDate('1948-09-01'),
  words:
    'In our words: money whose owner is not in dispute, and that has lain unclaimed with the court for five years, goes ' +
    'to the Treasury; whoever is entitled to it may claim it at any time after that, and a court that is shown the right ' +
    'has it paid.',
};

/** The first day on which money that was set aside is to go to the Treasury. */
export function dueToTreasury(setAsideOn: CalendarDate): CalendarDate {
  return plusYears(setAsideOn, 5);
}
