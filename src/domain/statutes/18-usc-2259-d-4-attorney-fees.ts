import { calendarDate } from '../calendar-date.ts';
import { money, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * What an attorney may take of assistance: fees and costs together, at most 15 percent of it.
 *
 * > An attorney representing a victim seeking defined monetary assistance under this subsection may not charge, receive,
 * > or collect, and the court may not approve, any payment of fees and costs that in the aggregate exceeds 15 percent of
 * > any payment made under this subsection.
 *
 * A part of a cent would exceed it, so the ceiling is rounded down. It is one for the request, however many charges there
 * are. Fees for restitution are losses and have no such ceiling (2259(c)(2)(E)).
 *
 * Not formalized: the penalty of subparagraph (B).
 */
export const attorneyFees: Statute = {
  citation: '18 U.S.C. 2259(d)(4)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'An attorney representing a victim seeking defined monetary assistance under this subsection may not charge, receive, ' +
    'or collect, and the court may not approve, any payment of fees and costs that in the aggregate exceeds 15 percent of ' +
    'any payment made under this subsection.',
};

/** The most that fees and costs may come to, of a payment of this amount. */
export function feeCeiling(payment: Money): Money {
  return money((payment * 15n) / 100n);
}
