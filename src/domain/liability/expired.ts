import type { CalendarDate } from '../calendar-date.ts';
import type { MoneyText } from '../money.ts';
import { termination } from '../statutes/18-usc-3613-b-termination.ts';
import type { LiabilityExpired } from './events.ts';
import { changeDay, refOf, type Liability } from './liability.ts';

/** The end of a liability whose term is over, with what was still owed. */
export function expired(liability: Liability, on: CalendarDate, amount: MoneyText): LiabilityExpired {
  const data = { ...refOf(liability), amount, citation: termination.citation };
  return { type: 'LiabilityExpired', effectiveOn: changeDay(liability, on), data };
}

/** What a payment that came back would have made owed, had the term not been over; nothing where it is not. */
export function expiredAgain(
  liability: Liability,
  { on, amount }: { readonly on: CalendarDate; readonly amount: MoneyText },
): readonly LiabilityExpired[] {
  return liability.isExpired ? [expired(liability, on, amount)] : [];
}
