import type { Liability } from '../liability/liability.ts';
import type { Money } from '../money.ts';
import type { Policies } from '../policy/catalogue.ts';
import { beginningOf, type Asked } from './accessories.ts';
import { interestLeftTo } from './interest-shares.ts';
import { hasEnded, type Principal } from './principals.ts';
import { isDecidedByVictim, liabilitiesOf, type CaseState, type Order } from './state.ts';

/** Whether interest on the principal counts as recovery of its victims (P-10), so that their streams have the last word. */
export function isInterestTendered(
  state: Pick<CaseState, 'orders'>,
  { order }: Pick<Principal, 'order'>,
  policies: Policies,
): boolean {
  return policies['P-10'] === 'COUNTS' && order !== undefined && isDecidedByVictim(state, order);
}

/** Interest on an order of which so much is owed. */
interface InterestOn {
  readonly principal: Principal;
  readonly order: Order;
  readonly owed: Money;
}

/** Whom interest on an order is shared among, and in which proportion. */
export function payeesOf(
  state: CaseState,
  { principal, order, owed }: InterestOn,
  { on, policies }: Asked,
): { readonly payees: readonly Liability[]; readonly weights: readonly Money[] } {
  const staysOwed = policies['P-21'] === 'STAYS_OWED';
  const payees = liabilitiesOf(state, order).filter((each) => staysOwed || !hasEnded(each));
  const { liableFrom } = beginningOf(state, principal, { on });
  const asked = { on, owed, order, isEarly: liableFrom < order.liableFrom };
  return { payees, weights: interestLeftTo(state, payees, asked) };
}
