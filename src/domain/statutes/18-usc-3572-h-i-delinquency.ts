import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { plusDays } from '../calendar-arithmetic.ts';
import type { Statute } from './statute.ts';

/**
 * A payment that is late for so long makes the whole delinquent, and then puts it in default.
 *
 * > A fine or payment of restitution is delinquent if a payment is more than 30 days late. A fine or payment of
 * > restitution is in default if a payment is delinquent for more than 90 days.
 *
 * The day after the one on which a payment was due is the first on which it is late, so that it is delinquent from the
 * thirty-first; that is the first of the days of delinquency, so that the default is on the ninety-first of those.
 *
 * Not formalized: 18 U.S.C. 3613A, what a court may do upon default.
 */
export const delinquency: Statute = {
  citation: '18 U.S.C. 3572(h)-(i)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'A fine or payment of restitution is delinquent if a payment is more than 30 days late. A fine or payment of ' +
    'restitution is in default if a payment is delinquent for more than 90 days.',
};

const [daysLate, daysDelinquent] = [30, 90];

/** The first day on which a payment that was due on this one is delinquent. */
export function delinquentFrom(dueOn: CalendarDate): CalendarDate {
  return plusDays(dueOn, daysLate + 1);
}

/** The first day on which a payment that was due on this one is in default. */
export function defaultFrom(dueOn: CalendarDate): CalendarDate {
  return plusDays(dueOn, daysLate + daysDelinquent + 1);
}

/** The last due day of payments that are delinquent on a day: those due by then are. */
export function delinquentDueBy(on: CalendarDate): CalendarDate {
  return plusDays(on, -(daysLate + 1));
}

/** The last due day of payments that are in default on a day: those due by then are. */
export function defaultDueBy(on: CalendarDate): CalendarDate {
  return plusDays(on, -(daysLate + daysDelinquent + 1));
}
