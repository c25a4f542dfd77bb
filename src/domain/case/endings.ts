import { terminated, type Liability } from '../liability/liability.ts';
import { add, atLeastNothing, least, subtract, type Money } from '../money.ts';
import type { NoteTermination } from './commands.ts';
import { heldOf, sharesOf, type CaseState } from './state.ts';

/**
 * What of an ending is left after the amendments that the victim's stream had not heard of yet. They stand in the case
 * already, and there they will find what has ended, and cut it; so the notice, which comes after them here, is cut alike.
 */
export function stillEnded(
  { amount, amendment }: NoteTermination,
  liability: Liability,
  { orders, shares }: CaseState,
): Money {
  const order = orders.get(liability.orderId);
  if (!order) return amount;
  const held = heldOf(sharesOf({ shares }, order, liability));
  const [imposed, ...later] = held;
  const before = terminated(liability);
  const then = later.findLast((share) => share.amendment <= amendment) ?? imposed;
  // Nothing was owed any more, so that what had not ended had been paid.
  const paid = atLeastNothing(subtract(then.amount, add(before, amount)));
  return later
    .filter((share) => share.amendment > amendment)
    .reduce((left, share) => least(left, atLeastNothing(subtract(share.amount, add(paid, before)))), amount);
}
