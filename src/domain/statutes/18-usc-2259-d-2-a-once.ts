import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * Assistance is given to a victim once, ever.
 *
 * > A victim may only obtain defined monetary assistance under this subsection once.
 *
 * An order that stands counts as obtaining, though it may wait for funds; one that a court has set aside before it was
 * paid does not, nor does one whose payment came back and was then set aside.
 *
 * Two ids that were found to be one person are one victim here. Not formalized: that one id is two persons.
 */
export const once: Statute = {
  citation: '18 U.S.C. 2259(d)(2)(A)',
  inForceFrom: calendarDate('2018-12-07'),
  words: 'A victim may only obtain defined monetary assistance under this subsection once.',
};

/** Whether the victim may obtain assistance still: no order for it stands. */
export function mayObtain(ordersThatStand: number): boolean {
  return ordersThatStand === 0;
}
