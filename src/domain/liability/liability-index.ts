import type { OrderId, VictimId } from '../ids.ts';
import type { Liability } from './liability.ts';

/** What tells one liability of a case, or of a victim, from another. */
export interface LiabilityOf {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
}

export type LiabilityKey = `${OrderId}/${VictimId}`;

/** The key of one liability, where a text is needed. */
export function liabilityKey({ orderId, victimId }: LiabilityOf): LiabilityKey {
  return `${orderId}/${victimId}`;
}

/** The liability that a key is of. */
export function liabilityOf(key: LiabilityKey): LiabilityOf {
  const [orderId, victimId] = key.split('/') as [OrderId, VictimId];
  return { orderId, victimId };
}

/**
 * Liabilities by order and victim. Of a case there may be two hundred thousand, so no key is made for each: a text
 * put together out of two takes longer to find than both of them.
 *
 * A draft reads through to the index it was drawn from, and writes only to itself.
 */
export class LiabilityIndex {
  readonly under: LiabilityIndex | undefined;
  readonly byOrder = new Map<OrderId, Map<VictimId, Liability>>();

  constructor(under?: LiabilityIndex) {
    this.under = under;
  }

  get({ orderId, victimId }: LiabilityOf): Liability | undefined {
    return this.byOrder.get(orderId)?.get(victimId) ?? this.under?.get({ orderId, victimId });
  }

  /** Puts the liability in the place of the one before; none is ever removed. */
  set(liability: Liability): void {
    const { orderId, victimId } = liability;
    const known = this.byOrder.get(orderId);
    const ofOrder = known ?? new Map<VictimId, Liability>();
    if (!known) this.byOrder.set(orderId, ofOrder);
    ofOrder.set(victimId, liability);
  }

  *values(): Generator<Liability, void> {
    for (const each of this.under?.values() ?? []) yield this.get(each) ?? each;
    for (const ofOrder of this.byOrder.values()) {
      for (const each of ofOrder.values()) if (this.under?.get(each) === undefined) yield each;
    }
  }
}
