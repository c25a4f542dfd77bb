import { plusDays } from '../calendar-arithmetic.ts';
import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * Losses that are not known yet at sentencing, and losses that come to light after it.
 *
 * > the court shall set a date for the final determination of the victim's losses, not to exceed 90 days after
 * > sentencing
 *
 * The rest in our words: this where the losses are not ascertainable ten days before sentencing. A victim who discovers
 * further losses later has 60 days after discovery to petition for an amended order, which may be granted only upon a
 * showing of good cause for the failure to include them in the first claim.
 *
 * A court that misses the 90 days keeps the power to order restitution (Dolan v. United States, 560 U.S. 605), so a later
 * day is recorded, and marked for review. So is a petition after the 60 days, or without good cause: granting it is the
 * court's. Days are counted on the calendar, the day of sentencing or discovery being day 0.
 *
 * Not formalized: whether the losses could have been ascertained, what cause is good, and terms that end on a holiday.
 */
export const laterLosses: Statute = {
  citation: '18 U.S.C. 3664(d)(5)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    "the court shall set a date for the final determination of the victim's losses, not to exceed 90 days after sentencing",
};

/** The last day on which the losses can be determined in time: 90 days after sentencing. */
export function lastDayToDetermine(sentencedOn: CalendarDate): CalendarDate {
  return plusDays(sentencedOn, 90);
}

/** The last day on which a victim can petition in time: 60 days after the losses were discovered. */
export function lastDayToPetition(discoveredOn: CalendarDate): CalendarDate {
  return plusDays(discoveredOn, 60);
}
