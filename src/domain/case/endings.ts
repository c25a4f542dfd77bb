import { terminated, type Liability } from '../liability/liability.ts';
import { add, atLeastNothing, least, subtract, type Money } from '../money.ts';
import type { NoteTermination } from './commands.ts';
import { heldOf, sharesOf } from './shares.ts';
import type { CaseState } from './state.ts';

/**
 * What a notice of an ending adds to what the case knows to have ended. Where the order was amended, notices and
 * amendments may have crossed: then it brings the case to what stands in the victim's stream, less what amendments that the
 * stream has not heard of will find there, and cut.
 */
export function newlyEnded(
  { amount, epoch, standing }: NoteTermination,
  liability: Liability,
  { orders, shares }: CaseState,
): Money {
  const order = orders.get(liability.orderId);
  const [, ...amendments] = order ? heldOf(sharesOf({ shares }, order, liability)) : [];
  if (amendments.length === 0) return amount;
  const unheard = amendments.filter((share) => share.amendment > standing.amendment);
  const taken = add(standing.discharged, standing.endedByOthers);
  const left = unheard.reduce(
    (ended, share) => least(ended, atLeastNothing(subtract(share.amount, taken))),
    standing.ended,
  );
  return atLeastNothing(subtract(left, terminated(liability, epoch)));
}
