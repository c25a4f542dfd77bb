import type { OrderId } from '../ids.ts';
import { least, noMoney, type Money } from '../money.ts';
import { owedJointly, type CreditMethod } from '../statutes/18-usc-3664-h-joint-and-several.ts';
import { discharged, outstanding, type Liability } from './liability.ts';

/** Orders on several defendants of one case under which they owe the losses of the same victims jointly. */
export interface JointGroup {
  /** One for each defendant. */
  readonly orderIds: readonly OrderId[];
  /** How the judgment credits one with what another pays; undefined where it is silent (P-23). */
  readonly crediting: CreditMethod | undefined;
  /** Which declaration of the case made it so, counted from 1. */
  readonly declaration: number;
}

/** Where a stream finds who owes jointly, and what it was told of each. */
export interface JointlyOwed {
  readonly group: JointGroup | undefined;
  /** The liability under another order of the group, for the same victim; undefined where it awards that victim nothing. */
  readonly under: (orderId: OrderId) => Liability | undefined;
  /** How one is credited with what another pays, where the judgment is silent (P-23). */
  readonly otherwise: CreditMethod;
}

/**
 * What is still owed under the liability: nothing more once those jointly liable have paid the loss, though the order
 * says so. What one was credited with for a civil recovery counts as paid by that one.
 */
export function stillOwed(liability: Liability, { group, under, otherwise }: JointlyOwed): Money {
  const gross = outstanding(liability);
  if (group === undefined || gross === noMoney) return gross;
  const jointly = group.orderIds.flatMap((orderId) => under(orderId) ?? []);
  const at = jointly.findIndex(({ orderId }) => orderId === liability.orderId);
  if (at < 0) return gross;
  const shares = jointly.map((each) => ({
    ordered: each.ordered,
    paid: discharged(each),
    isVacated: each.isVacated,
  }));
  return least(gross, owedJointly(shares, at, group.crediting ?? otherwise));
}

/** Whether two groups are the same, by whichever declaration. */
export function isSameGroup(
  one: JointGroup | undefined,
  other: Pick<JointGroup, 'orderIds' | 'crediting'>,
): boolean {
  return one?.crediting === other.crediting && one?.orderIds.join() === other.orderIds.join();
}
