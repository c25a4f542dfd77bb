import { dayNumber } from '../calendar-arithmetic.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { outstanding, type Liability } from '../liability/liability.ts';
import { atLeastNothing, money, noMoney, sum, type Money } from '../money.ts';
import { sharesOf } from './shares.ts';
import type { CaseState, Order } from './state.ts';

/**
 * In which proportion interest that is paid goes to the payees: each is due a part of all that was not waived, by how long
 * each waited, less what each was paid of it. In a common fraction of cents; where that tells nothing, what was ordered.
 */
export function interestLeftTo(
  state: CaseState,
  payees: readonly Liability[],
  { owed, ...asked }: Weighing & { readonly owed: Money },
): readonly Money[] {
  const weights = weightsOf(state, payees, asked);
  const paid = payees.map((each) => state.interestOn.get(each));
  const allPaid = paid.reduce((sofar, each) => sofar + each, 0n);
  if (allPaid === 0n) return weights;
  const [all, weight] = [owed + allPaid, sum(weights)];
  const left = weights.map((each, at) => atLeastNothing(money(all * each - (paid[at] ?? 0n) * weight)));
  return left.some((each) => each > noMoney) ? left : weights;
}

/** Under which order and to which day; and whether also what was owed before the days of 18 U.S.C. 3612(f) has borne interest. */
interface Weighing {
  readonly on: CalendarDate;
  readonly order: Order;
  readonly isEarly: boolean;
}

/** For how many cent-days each has been owed; where that tells nothing, what was ordered. */
function weightsOf(
  state: CaseState,
  payees: readonly Liability[],
  { on, order, isEarly }: Weighing,
): readonly Money[] {
  const today = BigInt(dayNumber(on));
  const weights = payees.map((each) => {
    const early = isEarly ? earlyWeightOf(state, order, each) : 0n;
    const weight = outstanding(each) * today - state.weights.get(each) + early;
    return money(weight > 0n ? weight : 0n);
  });
  return weights.some((weight) => weight > noMoney) ? weights : payees.map(({ ordered }) => ordered);
}

/** For how many cent-days a liability was owed before the first day that bears interest under 18 U.S.C. 3612(f). */
function earlyWeightOf(state: CaseState, order: Order, liability: Liability): bigint {
  const days = dayNumber(order.liableFrom) - dayNumber(liability.imposedOn);
  const [{ amount }] = sharesOf(state, order, liability);
  return (days > 0 ? amount * BigInt(days) : 0n) + state.earlyWeights.get(liability);
}
