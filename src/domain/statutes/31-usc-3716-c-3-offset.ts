import { calendarDate } from '../calendar-date.ts';
import { atLeastNothing, parseMoney, subtract, type Money } from '../money.ts';
import type { Statute } from './statute.ts';

/**
 * Of federal benefits, the first 9,000.00 in twelve months are not offset.
 *
 * > An amount of $9,000 which a debtor may receive under Federal benefit programs cited under clause (i) within a 12-month
 * > period shall be exempt from offset under this subsection.
 *
 * An offset above what is left of the benefits is recorded, for the money has moved, and listed for a person to look at.
 *
 * Not formalized: the proration over periodic payments, the exemption of payments under means-tested programs, the limits
 * of 31 C.F.R. part 285, and the notice and review before an offset.
 */
export const offset: Statute = {
  citation: '31 U.S.C. 3716(c)(3)',
  inForceFrom: calendarDate('1996-04-26'),
  words:
    'An amount of $9,000 which a debtor may receive under Federal benefit programs cited under clause (i) within a ' +
    '12-month period shall be exempt from offset under this subsection.',
};

const exempt = parseMoney('9000.00');

/** What of the benefits of twelve months may be offset. */
export function mayBeOffset(benefits: Money): Money {
  return atLeastNothing(subtract(benefits, exempt));
}

/** Whether the offset takes what is exempt. */
export function takesExempt(amount: Money, benefits: Money): boolean {
  return amount > mayBeOffset(benefits);
}
