import type { CalendarDate } from '../calendar-date.ts';
import type { ObligationRef } from '../collection/events.ts';
import { owed, type Debt } from '../debt/debt.ts';
import { liabilityKey, type LiabilityKey } from '../liability/liability-index.ts';
import { outstanding, terminated, type Liability } from '../liability/liability.ts';
import { noMoney } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { PrincipalChange } from '../statutes/18-usc-3612-f-interest.ts';
import type { Obligation } from '../statutes/obligations.ts';
import { interestKey, type ObligationKey } from './keys.ts';
import { paymentsIn, type PrincipalDay } from './principal-index.ts';
import { isDecidedByVictim, liabilitiesOf, type CaseState, type Order } from './state.ts';

/** A fine or an order of restitution that stands, as interest and penalties see it. */
export interface Principal extends ObligationRef {
  readonly obligation: Obligation;
  readonly offenceOn: CalendarDate;
  readonly judgmentOn: CalendarDate;
  /** Undefined of a fine. */
  readonly order: Order | undefined;
}

/** How the principal came about, by day; without what has ended by law, or was set aside, where P-21 says so. */
export function daysOf(
  state: CaseState,
  principal: Principal,
  answer: Policies['P-21'],
): readonly PrincipalDay[] {
  return partsOf(state, principal, answer).flatMap((part) => state.principals.daysOf(part));
}

/** What was paid of the interest on what of the principal bears it, by day. */
export function interestPaidOn(
  state: CaseState,
  principal: Principal,
  answer: Policies['P-21'],
): readonly PrincipalChange[] {
  const parts = partsOf(state, principal, answer);
  return parts.flatMap((part) => paymentsIn(state.principals.daysOf(interestKey(part))));
}

/** Under which keys the principal is kept: of an order that a victim's stream decides, each liability by itself. */
function partsOf(
  state: CaseState,
  { order, debtId }: Principal,
  answer: Policies['P-21'],
): readonly (ObligationKey | LiabilityKey)[] {
  const endsToo = answer === 'ENDS_WITH_PRINCIPAL';
  const debt = debtId === null ? undefined : state.debts.get(debtId);
  if (debt) return endsToo && hasDebtEnded(debt) ? [] : [debt.debtId];
  if (order === undefined || (endsToo && order.vacatedOn !== undefined)) return [];
  if (!isDecidedByVictim(state, order)) return [order.orderId];
  return liabilitiesOf(state, order).flatMap((liability) =>
    endsToo && hasEnded(liability) ? [] : [liabilityKey(liability)],
  );
}

/** Whether nothing is owed under it any more, and not because it was paid. */
export function hasEnded(liability: Liability): boolean {
  return outstanding(liability) === noMoney && (liability.isVacated || terminated(liability) > noMoney);
}

function hasDebtEnded(debt: Debt): boolean {
  return owed(debt) === noMoney && (debt.vacatedOn !== undefined || debt.remitted > noMoney);
}
