import type { CalendarDate } from '../calendar-date.ts';
import { formatMoney, noMoney, subtract, type Money } from '../money.ts';
import { termination } from '../statutes/18-usc-3613-b-termination.ts';
import type { LiabilityExpired, LiabilityExpiryUndone } from './events.ts';
import { changedOn, changeDay, outstanding, refOf, type Liability } from './liability.ts';

/** The end of a liability whose term is over, with what was still owed, by this change of its term. */
export function expired(liability: Liability, on: CalendarDate, change: number): LiabilityExpired {
  return ofAmount(liability, on, { amount: outstanding(liability), change });
}

function ofAmount(
  liability: Liability,
  on: CalendarDate,
  { amount, change }: { readonly amount: Money; readonly change: number },
): LiabilityExpired {
  const { citation } = termination;
  const written = formatMoney(amount);
  const data = { ...refOf(liability), amount: written, citation, ...(change > 1 && { change }) };
  return { type: 'LiabilityExpired', effectiveOn: changeDay(liability, on), data };
}

/** The liability after the end of its term. */
export function afterExpiry(liability: Liability, { data, effectiveOn }: LiabilityExpired): Liability {
  // Said again of what came back, it is no other end.
  const termChanges = liability.isExpired ? liability.termChanges : (data.change ?? 1);
  return changedOn({ ...liability, isExpired: true, termChanges }, effectiveOn);
}

/**
 * That the end was an error, with what is owed again: nothing under a liability that never ended, because it was imposed
 * since, or because its end and this came to be known at once. It is told of it all the same, so that what is told late of
 * that end finds it over.
 */
export function expiryUndone(liability: Liability, on: CalendarDate, change: number): LiabilityExpiryUndone {
  const { lapsed } = liability;
  const amount = formatMoney(liability.isExpired ? owedButForTerm(liability) : noMoney);
  const setAside = lapsed !== noMoney && { vacated: formatMoney(lapsed) };
  const data = { ...refOf(liability), amount, change, ...setAside };
  return { type: 'LiabilityExpiryUndone', effectiveOn: changeDay(liability, on), data };
}

/** The liability after that. */
export function afterExpiryUndone(
  liability: Liability,
  { data, effectiveOn }: LiabilityExpiryUndone,
): Liability {
  // Told without `vacated`, what had lapsed stays where readers have it: it is set aside no second time.
  const told = { isExpired: false, lapsed: noMoney, termChanges: data.change };
  return changedOn({ ...liability, ...told }, effectiveOn);
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
  return again === noMoney ? [] : [ofAmount(before, on, { amount: again, change: 1 })];
}

function owedButForTerm(liability: Liability): Money {
  return outstanding({ ...liability, isExpired: false });
}
