import { calendarDate } from '../calendar-date.ts';
import type { Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Whoever is not a trafficker only pays the whole loss: production, enticement, and every other offence of chapter 110.
 *
 * > Except as provided in paragraph (2), the order of restitution under this section shall direct the defendant to pay
 * > the victim (through the appropriate court mechanism) the full amount of the victim's losses.
 *
 * Not formalized: proximate cause, which the court finds. An order below the finding is a court's order all the same
 * and is recorded; one above it is a slip (policy P-42).
 */
export const fullAmount: Statute = {
  citation: '18 U.S.C. 2259(b)(1)',
  inForceFrom: calendarDate('1994-09-13'),
  words:
    'Except as provided in paragraph (2), the order of restitution under this section shall direct the defendant to ' +
    "pay the victim (through the appropriate court mechanism) the full amount of the victim's losses.",
};

/** Whether the ordered amount is what the paragraph directs, where the losses found are known. */
export function isFullAmount(ordered: Money, lossesFound: Money): boolean {
  return ordered === lossesFound;
}
