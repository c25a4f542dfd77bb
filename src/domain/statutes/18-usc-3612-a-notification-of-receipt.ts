import { plusDays } from '../calendar-arithmetic.ts';
import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { businessDayFrom } from './5-usc-6103-a-legal-public-holidays.ts';
import type { Statute } from './statute.ts';

/**
 * The clerk tells the Attorney General of each payment that came in, within fifteen days.
 *
 * > The clerk or the person designated under section 604(a)(18) of title 28 shall notify the Attorney General of each
 * > receipt of a payment with respect to which a certification is made under subsection (b), together with other
 * > appropriate information relating to such payment. The notification shall be provided (1) in such manner as may be
 * > agreed upon by the Attorney General and the Director of the Administrative Office of the United States Courts; and
 * > (2) within 15 days after the receipt or at such other time as may be determined jointly by the Attorney General and
 * > the Director of the Administrative Office of the United States Courts. If the fifteenth day under paragraph (2) is a
 * > Saturday, Sunday, or legal public holiday, the clerk, or the person designated under section 604(a)(18) of title 28,
 * > shall provide notification not later than the next day that is not a Saturday, Sunday, or legal public holiday.
 *
 * Not formalized: another time that the two determine jointly; certifications under subsection (b).
 */
export const notificationOfReceipt: Statute = {
  citation: '18 U.S.C. 3612(a)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'The clerk or the person designated under section 604(a)(18) of title 28 shall notify the Attorney General of each ' +
    'receipt of a payment with respect to which a certification is made under subsection (b), together with other ' +
    'appropriate information relating to such payment. The notification shall be provided (1) in such manner as may be ' +
    'agreed upon by the Attorney General and the Director of the Administrative Office of the United States Courts; and ' +
    '(2) within 15 days after the receipt or at such other time as may be determined jointly by the Attorney General and ' +
    'the Director of the Administrative Office of the United States Courts. If the fifteenth day under paragraph (2) is ' +
    'a Saturday, Sunday, or legal public holiday, the clerk, or the person designated under section 604(a)(18) of title ' +
    '28, shall provide notification not later than the next day that is not a Saturday, Sunday, or legal public holiday.',
};

/** The last day on which notice of a receipt of this day is in time. */
export function receiptNoticeDueOn(receivedOn: CalendarDate): CalendarDate {
  return businessDayFrom(plusDays(receivedOn, 15));
}
