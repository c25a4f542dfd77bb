import { calendarDate } from '../calendar-date.ts';
import type { Accessory, Obligation, OrderOfPayment } from './obligations.ts';
import type { Statute } from './statute.ts';

/**
 * Principal is paid before costs, costs before interest, interest before penalties.
 *
 * > Payments relating to fines and restitution shall be applied in the following order: (1) to principal; (2) to costs;
 * > (3) to interest; and (4) to penalties.
 *
 * It speaks of payments, and not of one order or fine: so the principal of all that a defendant owes in a case comes
 * before interest on any of it. Of interest, that on restitution comes before that on fines, as their principal does in
 * 18 U.S.C. 3612(c). The assessment of 18 U.S.C. 3014 is not payable before fines and restitution are paid (3014(b)), and
 * stays behind their interest and penalties.
 *
 * Not formalized: that costs come behind the principal of a fine, where the order of payment names both in one step.
 */
export const applicationOfPayments: Statute = {
  citation: '18 U.S.C. 3612(i)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'Payments relating to fines and restitution shall be applied in the following order: (1) to principal; (2) to costs; ' +
    '(3) to interest; and (4) to penalties.',
};

/** The order of payment with interest and then penalties behind all principal and costs. */
export function thenInterestAndPenalties(order: OrderOfPayment): OrderOfPayment<Obligation | Accessory> {
  const last = order.findLastIndex((step) => step.some((each) => each !== 'ASSESSMENT_3014')) + 1;
  return [...order.slice(0, last), ...interestIn(order), ['LATE_PENALTIES'], ...order.slice(last)];
}

/** Where the order ranks restitution to victims of section 2259 before that to others, so is its interest. */
function interestIn(order: OrderOfPayment): OrderOfPayment<Accessory> {
  const isAlike = order.some((step) => step.includes('RESTITUTION') && step.includes('RESTITUTION_2259'));
  if (isAlike) return [['INTEREST_ON_RESTITUTION_2259', 'INTEREST_ON_RESTITUTION'], ['INTEREST_ON_FINE']];
  return [['INTEREST_ON_RESTITUTION_2259'], ['INTEREST_ON_RESTITUTION'], ['INTEREST_ON_FINE']];
}
