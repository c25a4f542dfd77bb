import { dayNumber } from '../calendar-arithmetic.ts';
import { laterOf, type CalendarDate } from '../calendar-date.ts';
import { owed as owedOn, type Debt } from '../debt/debt.ts';
import { discharged, outstanding, type Liability } from '../liability/liability.ts';
import { noMoney, subtract, type Money } from '../money.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { isDecidedByVictim, type CaseState } from './state.ts';

/** Notes what a change of a liability does to the principal of its order: before it, after it, and from which day. */
export function notePrincipal(
  state: CaseState,
  before: Liability | undefined,
  { after, on }: { readonly after: Liability; readonly on: CalendarDate },
): void {
  const owed = subtract(outstanding(after), before ? outstanding(before) : noMoney);
  // What a court credited for a civil recovery counts against a schedule as a payment does, here as in the questions.
  const paid = subtract(discharged(after), before ? discharged(before) : noMoney);
  const ordered = before ? subtract(after.ordered, before.ordered) : after.ordered;
  if (owed === noMoney && paid === noMoney && ordered === noMoney) return;
  // A victim's stream may end one liability of an order and not the others, and their interest with it.
  const of = isDecidedByVictim(state, after) ? liabilityKey(after) : after.orderId;
  state.principals.move(of, on, { owed, paid, ordered });
  noteWeight(state, after, { on, owed, isNew: before === undefined });
}

/** What was owed before the first day that bears interest has earned none, save on the terms of a civil judgment. */
function noteWeight(
  state: CaseState,
  liability: Liability,
  { on, owed, isNew }: { readonly on: CalendarDate; readonly owed: Money; readonly isNew: boolean },
): void {
  const bearsFrom = laterOf(on, state.orders.get(liability.orderId)?.liableFrom ?? on);
  state.weights.add(liability, owed * BigInt(dayNumber(bearsFrom)));
  const early = dayNumber(bearsFrom) - dayNumber(on);
  if (!isNew && early > 0) state.earlyWeights.add(liability, owed * BigInt(early));
}

/** Notes what a change of a debt does to its principal. */
export function noteDebtPrincipal(
  state: CaseState,
  before: Debt | undefined,
  { after, on }: { readonly after: Debt; readonly on: CalendarDate },
): void {
  state.principals.move(after.debtId, on, {
    owed: subtract(owedOn(after), before ? owedOn(before) : noMoney),
    paid: subtract(after.paid, before?.paid ?? noMoney),
    ordered: before ? noMoney : after.imposed,
  });
}
