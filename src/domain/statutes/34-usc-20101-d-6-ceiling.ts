import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, least, parseMoney, subtract, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * The Reserve is carried over from year to year, and is never greater than ten million dollars.
 *
 * > Amounts in the reserve may be carried over from fiscal year to fiscal year, but the total amount of the reserve shall
 * > not exceed $10,000,000.
 *
 * 18 U.S.C. 2259B(a) has all assessments and gifts deposited "notwithstanding any other provision of law". What is to
 * become of them at the ceiling is open: policy P-38.
 *
 * Not formalized: what the Director may set aside in a fiscal year, which depends on what remains in the Fund.
 */
export const ceiling: Statute = {
  citation: '34 U.S.C. 20101(d)(6)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'Amounts in the reserve may be carried over from fiscal year to fiscal year, but the total amount of the reserve shall ' +
    'not exceed $10,000,000.',
};

/** The ceiling: data, because a later Congress may write another figure. */
export const reserveCeiling: Money = parseMoney('10000000.00');

/** What of an amount the Reserve can take, where it holds so much already. */
export function acceptable(amount: Money, held: Money): Money {
  return least(amount, atLeastNothing(subtract(reserveCeiling, held)));
}
