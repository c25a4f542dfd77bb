import type { ReceiptId } from '../ids.ts';
import type { ReferenceState } from './decide.ts';

/** Whether money of the receipt is held for want of a yield that is still not recorded. */
export function awaitsYield({ awaited, yields }: ReferenceState, receiptId: ReceiptId): boolean {
  for (const [week, waiting] of awaited) {
    if (!yields.has(week) && waiting.some((each) => each.receiptId === receiptId)) return true;
  }
  return false;
}
