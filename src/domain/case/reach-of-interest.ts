import type { ReceiptId } from '../ids.ts';
import type { Rung } from '../statutes/obligations.ts';
import { accessoryClaims, interestNotKnown, ratesFixed, type YieldFound } from './accessory-claims.ts';
import type { Asked, Debtor } from './accessories.ts';
import { SettlingDraft } from './settling-draft.ts';
import type { CaseState } from './state.ts';

/** A receipt that asks for interest, and the yields that it comes with. */
interface Reaching extends Debtor, Asked {
  readonly receiptId: ReceiptId;
  readonly yields: readonly YieldFound[];
  /** What it may reach; everything where null. */
  readonly reach: readonly Rung[] | null;
}

/** Whether interest or penalties within its reach could take money of the receipt here. */
export function isAccessoryOwed(state: CaseState, { receiptId, yields, reach, ...of }: Reaching): boolean {
  const declined = state.receipts.get(receiptId)?.declined ?? new Set();
  const { claims } = accessoryClaims(afterYields(state, yields, of), { ...of, declined });
  return claims.some(({ rung }) => reach === null || reach.includes(rung));
}

/** Whether it has to be said here, and was not yet, that interest cannot be reckoned. */
export function isInterestUnknown(state: CaseState, { receiptId, yields, ...of }: Reaching): boolean {
  return interestNotKnown(afterYields(state, yields, of), receiptId, of).length > 0;
}

function afterYields(state: CaseState, yields: readonly YieldFound[], of: Debtor & Asked): CaseState {
  const draft = new SettlingDraft(state);
  draft.say(ratesFixed(state, yields, of));
  return draft.settled();
}
