import { calendarDate } from '../calendar-date.ts';
import { sum, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * The first of two findings against a trafficker: what the victim lost in all, whoever caused it.
 *
 * > The court shall determine the full amount of the victim's losses that were incurred or are reasonably projected to
 * > be incurred by the victim as a result of the trafficking in child pornography depicting the victim.
 *
 * Courts look at different days and evidence, so one victim has as many findings as cases. The greatest of those in
 * final cases is the cap; what a defendant is ordered to pay never is.
 *
 * Not formalized: what is reasonably projected, and the line between losses of the first abuse and of the trade in its
 * images; the court draws it, and the finding says on which side it stands (its category).
 */
export const fullLosses: Statute = {
  citation: '18 U.S.C. 2259(b)(2)(A)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    "The court shall determine the full amount of the victim's losses that were incurred or are reasonably projected " +
    'to be incurred by the victim as a result of the trafficking in child pornography depicting the victim.',
};

/** Whether heads of loss, where a finding lists any, add up to the full amount found. */
export function headsAddUp(amount: Money, heads: readonly { readonly amount: Money }[]): boolean {
  return heads.length === 0 || sum(heads.map((head) => head.amount)) === amount;
}
