import type { ItemId } from '../ids.ts';
import { parseMoney, type Money, type MoneyText } from '../money.ts';

/**
 * What the books expect a bank to confirm. Money comes in by a receipt, by a payment out or a refund that came back, by unclaimed money that the Treasury gives back, and by a line of
 * a report whose owner is not known; it goes out by the return of a receipt, a refund and a payment out. Of the Reserve the
 * same is said by deposits, assistance and its return.
 */
export type ItemKind =
  | 'RECEIPT'
  | 'RECEIPT_RETURN'
  | 'REFUND'
  | 'REFUND_RETURN'
  | 'DISBURSEMENT'
  | 'DISBURSEMENT_RETURN'
  | 'UNCLAIMED_DEPOSIT'
  | 'UNCLAIMED_WITHDRAWAL'
  | 'REPORTED_LINE'
  | 'RESERVE_DEPOSIT'
  | 'ASSISTANCE'
  | 'ASSISTANCE_RETURN';

/** Whether money comes in or goes out. */
export type Direction = 'IN' | 'OUT';

/**
 * One item. Its id is that of the receipt, or of the line; a refund is named behind its receipt, a payment behind whoever
 * was paid, with a point between: `v-7k2m9q.p-0091`.
 */
export interface Item {
  readonly kind: ItemKind;
  readonly id: ItemId;
}

/** An item as events hold it, with what it comes to. */
export interface ItemOfMatch extends Item {
  readonly direction: Direction;
  readonly amount: MoneyText;
}

/** Items of these kinds are money that left; of the others, that came in. A reported line says which it is. */
const goesOut: ReadonlySet<ItemKind> = new Set([
  ...(['RECEIPT_RETURN', 'REFUND', 'DISBURSEMENT'] as const),
  ...(['UNCLAIMED_DEPOSIT', 'ASSISTANCE'] as const),
]);

/** Which way the money of an item of this kind goes. */
export function directionOf(kind: Exclude<ItemKind, 'REPORTED_LINE'>): Direction {
  return goesOut.has(kind) ? 'OUT' : 'IN';
}

/** The name of an item among all items. */
export function itemName({ kind, id }: Item): string {
  return `${kind}.${id}`;
}

/** What comes in, less what goes out. */
export function signed({ direction, amount }: Pick<ItemOfMatch, 'direction' | 'amount'>): bigint {
  const cents: Money = parseMoney(amount);
  return direction === 'IN' ? cents : -cents;
}
