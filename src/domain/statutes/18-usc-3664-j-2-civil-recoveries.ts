import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, least, subtract, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * What the victim recovers later for the same loss in a civil proceeding is not paid a second time under the order.
 *
 * > Any amount paid to a victim under an order of restitution shall be reduced by any amount later recovered as
 * > compensatory damages for the same loss by the victim in (A) any Federal civil proceeding; and (B) any State civil
 * > proceeding, to the extent provided by the law of the State.
 *
 * A court says so, on motion, of a line of an order; the ledger records it, and takes it off what is still owed there.
 *
 * Not formalized: whether damages were compensatory and for the same loss, and what the law of a State provides: the
 * court's order is the authority for both. What was paid already stays paid.
 */
export const civilRecoveries: Statute = {
  citation: '18 U.S.C. 3664(j)(2)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'Any amount paid to a victim under an order of restitution shall be reduced by any amount later recovered as ' +
    'compensatory damages for the same loss by the victim in (A) any Federal civil proceeding; and (B) any State civil ' +
    'proceeding, to the extent provided by the law of the State.',
};

/** In which proceeding it was recovered: (A) or (B). */
export const civilProceedings = ['FEDERAL', 'STATE'] as const;

export type CivilProceeding = (typeof civilProceedings)[number];

/**
 * By how much what is owed is reduced: by what the court allowed, less what others who owe the same loss have been
 * relieved of by the same recovery already, and by no more than is owed.
 */
export function reductionOf(owed: Money, allowed: Money, takenByOthers: Money): Money {
  return least(owed, atLeastNothing(subtract(allowed, takenByOthers)));
}
