import type { CalendarDate } from '../calendar-date.ts';
import { liabilityKey, liabilityOf } from '../liability/liability-index.ts';
import type { Liability } from '../liability/liability.ts';
import { add, noMoney, subtract, sum, type Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { isAssigned } from '../statutes/18-usc-3664-g-2-assignment.ts';
import { creditedUnder } from './keys.ts';
import type { CaseAccount } from './parts-of-state.ts';
import { countsOn, type Assigned, type VictimState } from './state.ts';

/** What was credited under one order while the victim's interest in it was assigned (18 U.S.C. 3664(g)(2)). */
export interface AssignedCredit extends Pick<Liability, 'caseId' | 'track' | 'isVacated'> {
  readonly amount: Money;
  /** What of it has cleared. */
  readonly cleared: Money;
}

/** Adds a credit of this day, or what of it has cleared, or takes it off again, where it went to the Crime Victims Fund. */
export function creditWhileAssigned(
  { people: { assignments }, assigned }: VictimState,
  liability: Liability,
  { on, amount, cleared }: Assigned & { readonly on: CalendarDate },
): void {
  if (assignments.length === 0) return;
  const { caseId, orderId, victimId } = liability;
  const own = assignments.filter((each) => each.victimId === victimId);
  if (!isAssigned(own, { caseId, orderId, on })) return;
  const key = liabilityKey(liability);
  const before = assigned.get(key) ?? nothing;
  assigned.set(key, { amount: add(before.amount, amount), cleared: add(before.cleared, cleared) });
}

const nothing: Assigned = { amount: noMoney, cleared: noMoney };

/** Looks through all credits again, as an assignment may come to be known after payments that it covers. */
export function measureAssignedAnew(state: VictimState): void {
  for (const [key] of state.assigned.entries()) state.assigned.set(key, nothing);
  for (const [key, { on, total, isReversed, isCleared }] of state.credits.entries()) {
    if (isReversed || total === noMoney) continue;
    const liability = state.liabilities.get(liabilityOf(creditedUnder(key)));
    if (liability)
      creditWhileAssigned(state, liability, { on, amount: total, cleared: isCleared ? total : noMoney });
  }
}

/** All that was credited while it was assigned. */
export function assignedCredits({ assigned, liabilities }: VictimState): readonly AssignedCredit[] {
  const credits: AssignedCredit[] = [];
  for (const [key, { amount, cleared }] of assigned.entries()) {
    const liability = liabilities.get(liabilityOf(key));
    if (liability === undefined) continue;
    // Written out, and not spread: there may be ten thousand of these, at every payment.
    const { caseId, track, isVacated } = liability;
    credits.push({ caseId, track, isVacated, amount, cleared });
  }
  return credits;
}

/** What of it is no recovery of the victim's (P-29), of that which would count otherwise (P-03, P-18). */
export function assignedAway(credits: readonly AssignedCredit[], policies: Policies): Money {
  if (policies['P-29'] === 'ASSIGNED_COUNTS_AS_RECEIVED') return noMoney;
  const counted = credits.filter(({ track, isVacated }) => {
    return countsOn(track, policies) && (!isVacated || policies['P-18'] === 'COUNT');
  });
  return sum(counted.map(({ amount }) => amount));
}

/** What was credited while it was assigned, on any track, and is the Fund's and not the victim's (P-29). */
export function assignedIn(credits: readonly AssignedCredit[], policies: Policies): Money {
  if (policies['P-29'] === 'ASSIGNED_COUNTS_AS_RECEIVED') return noMoney;
  return sum(credits.map(({ amount }) => amount));
}

/**
 * What of the money paid out the victim has received of what this stream credits: not interest, nor restitution under other
 * statutes; also what went to the Fund, where that counts (P-29).
 */
export function ownOf(
  { disbursed, toFund, paidBeside }: Pick<CaseAccount, 'disbursed' | 'toFund' | 'paidBeside'>,
  policies: Policies,
): Money {
  const paid = subtract(disbursed, paidBeside);
  return policies['P-29'] === 'ASSIGNED_DOES_NOT_COUNT' ? subtract(paid, toFund) : paid;
}
