import type { OrderId, VictimId } from '../ids.ts';
import type { LiabilityOf } from '../liability/liability-index.ts';

/**
 * For each liability of a case a whole number. One is the sum of what changed in it times the number of the day, that of the
 * first day that bears interest for those before it: with what
 * is still owed it tells how many cent-days it has been owed for, by which the interest of its order is shared. Others are what
 * changed before that day, times the days until then; and the interest that was paid under it, in cents. No key is made, as in
 * LiabilityIndex.
 *
 * A draft holds what was added since it was drawn.
 */
export class Weights {
  readonly under: Weights | undefined;
  readonly byOrder = new Map<OrderId, Map<VictimId, bigint>>();

  constructor(under?: Weights) {
    this.under = under;
  }

  add({ orderId, victimId }: LiabilityOf, weight: bigint): void {
    const ofOrder = this.byOrder.get(orderId) ?? new Map<VictimId, bigint>();
    this.byOrder.set(orderId, ofOrder);
    ofOrder.set(victimId, (ofOrder.get(victimId) ?? 0n) + weight);
  }

  get(of: LiabilityOf): bigint {
    return (this.byOrder.get(of.orderId)?.get(of.victimId) ?? 0n) + (this.under?.get(of) ?? 0n);
  }
}
