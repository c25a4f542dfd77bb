import { accessoryClaims, ratesFixed, type YieldFound } from './accessory-claims.ts';
import type { Asked, Debtor } from './accessories.ts';
import type { ReceiptId } from '../ids.ts';
import { SettlingDraft } from './settling-draft.ts';
import type { CaseState } from './state.ts';

/** Whether interest or penalties could take money of the receipt here, with the yields that have come to be known. */
export function isAccessoryOwed(
  state: CaseState,
  yields: readonly YieldFound[],
  { receiptId, ...of }: Debtor & Asked & { readonly receiptId: ReceiptId },
): boolean {
  const draft = new SettlingDraft(state);
  draft.say(ratesFixed(state, yields, of));
  const declined = state.receipts.get(receiptId)?.declined ?? new Set();
  return accessoryClaims(draft.settled(), { ...of, declined }).claims.length > 0;
}
