import type { CalendarDate } from '../calendar-date.ts';
import { formatMoney, noMoney, subtract, type Money, type MoneyText } from '../money.ts';
import { termination } from '../statutes/18-usc-3613-b-termination.ts';
import type { LiabilityExpired } from './events.ts';
import { changeDay, outstanding, refOf, type Liability } from './liability.ts';

/** The end of a liability whose term is over, with what was still owed. */
export function expired(liability: Liability, on: CalendarDate, amount: MoneyText): LiabilityExpired {
  const data = { ...refOf(liability), amount, citation: termination.citation };
  return { type: 'LiabilityExpired', effectiveOn: changeDay(liability, on), data };
}

/**
 * What became owed between the one and the other, had the term not been over; nothing where it is not. Of a payment that
 * came back that is less than the payment where too much had been paid, and nothing where the order was set aside.
 */
export function expiredAgain(
  before: Liability,
  after: Liability,
  on: CalendarDate,
): readonly LiabilityExpired[] {
  if (!before.isExpired) return [];
  const again = subtract(owedButForTerm(after), owedButForTerm(before));
  return again === noMoney ? [] : [expired(before, on, formatMoney(again))];
}

function owedButForTerm(liability: Liability): Money {
  return outstanding({ ...liability, isExpired: false });
}
