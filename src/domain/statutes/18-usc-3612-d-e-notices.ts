import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { plusDays } from '../calendar-arithmetic.ts';
import { plusBusinessDays } from './5-usc-6103-a-legal-public-holidays.ts';
import type { Statute } from './statute.ts';

/**
 * The Attorney General tells whoever is delinquent, and whoever is in default, who then owes all of it at once.
 *
 * > Within ten working days after a fine or restitution is determined to be delinquent as provided in section 3572(h), the
 * > Attorney General shall notify the person whose fine or restitution is delinquent, to inform the person of the
 * > delinquency. Within ten working days after a fine or restitution is determined to be in default as provided in section
 * > 3572(i), the Attorney General shall notify the person defaulting to inform the person that the fine or restitution is
 * > in default and the entire unpaid balance, including interest and penalties, is due within thirty days.
 *
 * The ledger takes the first day of delinquency, or of default, for the one on which it was determined.
 *
 * Not formalized: how a notice is given.
 */
export const notices: Statute = {
  citation: '18 U.S.C. 3612(d)-(e)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'Within ten working days after a fine or restitution is determined to be delinquent as provided in section 3572(h), ' +
    'the Attorney General shall notify the person whose fine or restitution is delinquent, to inform the person of the ' +
    'delinquency. Within ten working days after a fine or restitution is determined to be in default as provided in ' +
    'section 3572(i), the Attorney General shall notify the person defaulting to inform the person that the fine or ' +
    'restitution is in default and the entire unpaid balance, including interest and penalties, is due within thirty ' +
    'days.',
};

/** The last day on which the notice of what was determined on this one is in time. */
export function noticeDueOn(determinedOn: CalendarDate): CalendarDate {
  return plusBusinessDays(determinedOn, 10);
}

/** The day by which the whole balance is due after notice of a default. */
export function balanceDueOn(notifiedOn: CalendarDate): CalendarDate {
  return plusDays(notifiedOn, 30);
}
