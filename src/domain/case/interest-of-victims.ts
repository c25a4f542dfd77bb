import type { InterestCredited } from '../collection/events.ts';
import type { OrderId, ReceiptId, VictimId } from '../ids.ts';
import { money, type Money } from '../money.ts';
import type { AccessoryCredits } from './accessory-records.ts';
import { isDecidedByVictim, type CaseState } from './state.ts';

/** Interest that was credited on an order under section 2259, to one of its victims. */
export interface InterestOfVictim {
  readonly orderId: OrderId;
  readonly victimId: VictimId;
  readonly credit: InterestCredited;
}

/** What a receipt has been credited to interest of victims whose streams decide what is owed to them, oldest first. */
export function interestOfReceipt(state: CaseState, receiptId: ReceiptId): readonly InterestOfVictim[] {
  const found: InterestOfVictim[] = [];
  for (let at: AccessoryCredits | undefined = state.accessoryCredits.get(receiptId); at; at = at.before) {
    const { credit } = at;
    if (credit.type !== 'InterestCredited') continue;
    const { orderId, victimId } = credit.data;
    if (orderId === null || victimId === null || !isDecidedByVictim(state, { orderId })) continue;
    found.push({ orderId, victimId, credit });
  }
  return found.reverse();
}

/** The same of every receipt that did not come back, of one victim. */
export function interestOfVictim(
  state: CaseState,
  victimId: VictimId,
): readonly (InterestOfVictim & { readonly receiptId: ReceiptId })[] {
  return [...state.accessoryCredits.entries()].flatMap(([receiptId]) => {
    if (state.receipts.get(receiptId)?.isUnapplied) return [];
    const own = interestOfReceipt(state, receiptId).filter((each) => each.victimId === victimId);
    return own.map((each) => ({ ...each, receiptId }));
  });
}

/** What was paid of interest on orders under section 2259 for the victim, less what came back. */
export function interestUnder2259(state: CaseState, victimId: VictimId): Money {
  let paid = 0n;
  for (const { orderId } of state.orders.values()) {
    if (!isDecidedByVictim(state, { orderId })) continue;
    paid += state.interestOn.get({ orderId, victimId });
  }
  return money(paid);
}
