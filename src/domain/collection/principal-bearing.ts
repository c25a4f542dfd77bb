import { earlierOf, plusDays } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { add, noMoney, subtract, type Money } from '../money.ts';
import { bearsInterest, dayWeightedSum, type PrincipalChange } from '../statutes/18-usc-3612-f-interest.ts';
import type { InterestTerms } from './events.ts';

/** What was ordered and what was owed of it, by day. */
export interface OrderedByDay {
  readonly terms: InterestTerms;
  /** What was ordered, or is by an amendment, beside what was before, in any order. */
  readonly ordered: readonly PrincipalChange[];
  /** What changed in the principal, in any order. */
  readonly changes: readonly PrincipalChange[];
}

/** Over which days: the first that can bear interest, and that of the question. */
export interface Between {
  readonly from: CalendarDate;
  readonly on: CalendarDate;
}

/**
 * The changes of that principal which bears interest: on a day on which more than 2,500.00 is ordered all that is owed, on
 * another day nothing. So an amendment that lifts an order above that sum, or lowers it, does so from its own day on, as
 * it does with the principal. The terms of a civil judgment know no such sum.
 */
export function changesBearing({ terms, ordered, changes }: OrderedByDay): readonly PrincipalChange[] {
  if (terms === 'CIVIL' || stepsOf(ordered).every(({ total }) => bearsInterest(total))) return changes;
  const steps: readonly (PrincipalChange & { readonly isOrdered: boolean })[] = [
    ...ordered.map((each) => ({ ...each, isOrdered: true })),
    ...changes.map((each) => ({ ...each, isOrdered: false })),
  ].sort(byDay);
  const bearing: PrincipalChange[] = [];
  let [stands, owed, bore] = [noMoney, noMoney, noMoney];
  for (const [at, { on, amount, isOrdered }] of steps.entries()) {
    if (isOrdered) stands = add(stands, amount);
    else owed = add(owed, amount);
    if (steps[at + 1]?.on === on) continue;
    const bears = bearsInterest(stands) ? owed : noMoney;
    if (bears !== bore) bearing.push({ on, amount: subtract(bears, bore) });
    bore = bears;
  }
  return bearing;
}

/** Whether more than 2,500.00 was ordered on any of the days. */
export function isEverAbove(ordered: readonly PrincipalChange[], { from, on }: Between): boolean {
  const steps = stepsOf(ordered);
  const first = earlierOf(from, on);
  return steps.some((step, at) => {
    const next = steps[at + 1]?.on;
    return step.on <= on && (next === undefined || next > first) && bearsInterest(step.total);
  });
}

/** Whether any of it was owed on any of the days: what was never owed bears nothing, whatever the yield. */
export function isEverOwed(changes: readonly PrincipalChange[], { from, on }: Between): boolean {
  return dayWeightedSum(changes, { from, until: plusDays(on, 1), dayCount: 'ACTUAL_365' }) !== 0n;
}

/** How much stands from each day on, in the order of the days. */
function stepsOf(changes: readonly PrincipalChange[]): readonly { on: CalendarDate; total: Money }[] {
  const steps: { on: CalendarDate; total: Money }[] = [];
  let total = noMoney;
  for (const { on, amount } of changes.toSorted(byDay)) {
    total = add(total, amount);
    const last = steps.at(-1);
    if (last?.on === on) last.total = total;
    else steps.push({ on, total });
  }
  return steps;
}

function byDay(one: PrincipalChange, other: PrincipalChange): number {
  if (one.on === other.on) return 0;
  return one.on < other.on ? -1 : 1;
}
