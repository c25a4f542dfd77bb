import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * The Attorney General may waive interest and penalties that are not worth collecting, in full or in part; the principal
 * is nobody's to waive here.
 *
 * > The Attorney General may waive all or part of any interest or penalty under this section or any interest or penalty
 * > relating to a fine imposed under any prior law if, as determined by the Attorney General, reasonable efforts to
 * > collect the interest or penalty are not likely to be effective.
 *
 * A waiver of all reaches what is still to accrue. What was paid before it stays paid.
 *
 * Not formalized: whether efforts are likely to be effective, which the Attorney General determines.
 */
export const waivers: Statute = {
  citation: '18 U.S.C. 3612(h)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'The Attorney General may waive all or part of any interest or penalty under this section or any interest or penalty ' +
    'relating to a fine imposed under any prior law if, as determined by the Attorney General, reasonable efforts to ' +
    'collect the interest or penalty are not likely to be effective.',
};

/** What is left of interest or penalties after waivers, each of an amount, or, where null, of all. */
export function leftAfterWaivers(owed: Money, waived: readonly (Money | null)[]): Money {
  const amounts = waived.filter((amount) => amount !== null);
  if (amounts.length < waived.length) return noMoney;
  return atLeastNothing(subtract(owed, sum(amounts)));
}
