import { calendarDate } from '../calendar-date.ts';
import type { Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Who has collected more restitution than assistance would bring has no claim to it.
 *
 * > A victim who has collected payment of restitution pursuant to this section in an amount greater than the amount
 * > provided for under paragraph (1)(D) shall be ineligible to receive defined monetary assistance under this subsection.
 *
 * Greater, not equal. Collected, not ordered: policy P-37 says what that is. The court decides; an order for a victim who
 * had collected more is recorded, and it is noted that the words speak against it.
 */
export const eligibility: Statute = {
  citation: '18 U.S.C. 2259(d)(3)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'A victim who has collected payment of restitution pursuant to this section in an amount greater than the amount ' +
    'provided for under paragraph (1)(D) shall be ineligible to receive defined monetary assistance under this subsection.',
};

/** Whether a victim who has collected so much is eligible in a year of this amount. */
export function isEligible(collected: Money, amount: Money): boolean {
  return collected <= amount;
}
