import { calendarDate } from '../calendar-date.ts';
import { add, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * A court that finds the losses of a victim after assistance takes the assistance off.
 *
 * > If a victim who received defined monetary assistance under this subsection subsequently seeks restitution under this
 * > section, the court shall deduct the amount the victim received in defined monetary assistance when determining the
 * > full amount of the victim's losses.
 *
 * So the full amount found after assistance is net of it, and those found before are gross. Which of the two measures
 * the cap, and whether assistance counts toward it, is policy P-12.
 *
 * Not formalized: that the court shall deduct. What it found is recorded as it found it.
 */
export const deduction: Statute = {
  citation: '18 U.S.C. 2259(d)(2)(C)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'If a victim who received defined monetary assistance under this subsection subsequently seeks restitution under this ' +
    'section, the court shall deduct the amount the victim received in defined monetary assistance when determining the ' +
    "full amount of the victim's losses.",
};

/** The losses before the deduction, out of the full amount that the court found and what it had deducted. */
export function grossLosses(found: Money, deducted: Money): Money {
  return add(found, deducted);
}
