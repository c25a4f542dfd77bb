import { calendarDate } from '../calendar-date.ts';
import type { GroundToDecline } from './grounds-to-decline.ts';
import type { Statute } from './statute.ts';

/**
 * What insurance or another source pays does not lower the amount.
 *
 * > In our words: in no case shall compensation that a victim has received, or is entitled to receive, from
 * > insurance or any other source be considered in determining the amount of restitution.
 *
 * The finding and the order state the whole loss; an insurer that has paid is itself paid, after every victim
 * (subsection (j)(1)). Where restitution is discretionary a court may still decline an order for that reason, and whoever
 * reviews the record is told that it did.
 *
 * Not formalized: whether an amount was in fact lowered, for a finding does not say what the court left out.
 */
export const otherCompensation: Statute = {
  citation: '18 U.S.C. 3664(f)(1)(B)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'In our words: in no case shall compensation that a victim has received, or is entitled to receive, from insurance ' +
    'or any other source be considered in determining the amount of restitution.',
};

/** Whether the reason is one that the subparagraph keeps out of the amount, so that a decision on it is looked at again. */
export function considersCompensation(ground: GroundToDecline): boolean {
  return ground === 'OTHER_COMPENSATION';
}
