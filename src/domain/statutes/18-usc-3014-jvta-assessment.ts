import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import { parseMoney, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * An additional assessment on those convicted of trafficking in persons, sexual abuse, sexual exploitation of children and
 * the like, if they are not indigent. It is payable only when fines and restitution of the same convictions are paid.
 *
 * > An assessment under subsection (a) shall not be payable until the person subject to the assessment has satisfied
 * > all outstanding court-ordered fines, orders of restitution, and any other obligation related to victim-compensation
 * > arising from the criminal convictions on which the special assessment is based.
 *
 * Not formalized: who is indigent; whether it is owed once or for each count, which courts have answered differently.
 */
export const traffickingVictimsAssessment: Statute = {
  citation: '18 U.S.C. 3014',
  inForceFrom: calendarDate('2015-05-29'),
  words:
    'An assessment under subsection (a) shall not be payable until the person subject to the assessment has ' +
    'satisfied all outstanding court-ordered fines, orders of restitution, and any other obligation related to ' +
    'victim-compensation arising from the criminal convictions on which the special assessment is based.',
};

/** The assessment by the day of the offence. */
const amounts: readonly { readonly from: CalendarDate; readonly amount: Money }[] = [
  { from: calendarDate('2015-05-29'), amount: parseMoney('5000.00') },
];

/** Whether the amount is the assessment, once or for several counts, for an offence of that day. */
export function isTraffickingVictimsAssessment(amount: Money, offenceOn: CalendarDate): boolean {
  const once = amounts.findLast(({ from }) => from <= offenceOn)?.amount;
  return once !== undefined && amount > 0n && amount % once === 0n;
}
