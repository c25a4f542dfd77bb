import { formatMoney, least, noMoney, parseMoney, subtract } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { AllocatedPart } from './allocation-events.ts';

/** The parts of a receipt with so much less under one liability, of what came to it last first. */
export function withLessApplied(
  applied: readonly AllocatedPart[],
  { orderId, victimId, amount }: AllocatedPart,
): readonly AllocatedPart[] {
  let left = parseMoney(amount);
  const kept = applied.toReversed().flatMap((part) => {
    if (part.orderId !== orderId || part.victimId !== victimId) return [part];
    const paid = parseMoney(part.amount);
    const less = least(paid, left);
    left = subtract(left, less);
    if (less === noMoney) return [part];
    return less === paid ? [] : [{ ...part, amount: formatMoney(subtract(paid, less)) }];
  });
  invariant(left === noMoney, 'more was taken back of a receipt than it had paid');
  return kept.reverse();
}
