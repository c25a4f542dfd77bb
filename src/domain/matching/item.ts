/** An item is what the books expect a bank to confirm, or a report to say; and which lines may do so. */
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Direction, LineKind } from './line.ts';
import type { References } from './references.ts';

declare const item: unique symbol;

/** What kind of thing the books expect. A reported line is one of a report, of an owner who is not known yet. */
export type ItemKind =
  'RECEIPT' | 'PAYMENT_RETURN' | 'REFUND' | 'DISBURSEMENT' | 'DISBURSEMENT_RETURN' | 'REPORTED_LINE';

/** An item, by its kind and the id of what it is: `RECEIPT.dcd.2026-00017`. */
export type ItemId = string & { readonly [item]: true };

/** One thing that the books expect, or that was confirmed before. */
export interface Item {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly direction: Direction;
  readonly amount: Money;
  readonly effectiveOn: CalendarDate;
  readonly caseId?: CaseId;
  /** Whoever paid, or is paid: an id of a defendant or a victim. */
  readonly partyId?: string;
  /** Who numbers the receipt and the deposit that it names. */
  readonly source?: string;
  readonly references: References;
  /** What that person is called, where whoever asks has looked it up. */
  readonly names?: readonly string[];
  /** Whether the money went to the bank by the hand, with that of others, or was cleared there by itself. */
  readonly arrives?: 'IN_HAND' | 'CLEARED';
  /** There where a match holds it already. It is given all the same: a line that names it must not look elsewhere. */
  readonly isClaimed?: true;
  /** There where the books know already that it came back. */
  readonly isReturned?: true;
}

/** The id of an item. */
export function itemIdOf(kind: ItemKind, id: string): ItemId {
  return `${kind}.${id}` as ItemId;
}

const confirmedBy: Readonly<Record<LineKind, readonly ItemKind[]>> = {
  DEPOSIT: ['RECEIPT', 'REPORTED_LINE'],
  CREDIT: ['RECEIPT', 'REPORTED_LINE', 'DISBURSEMENT_RETURN'],
  CHEQUE_PRESENTED: ['DISBURSEMENT', 'REFUND'],
  DEBIT: ['DISBURSEMENT', 'REFUND', 'PAYMENT_RETURN'],
  RETURN: ['PAYMENT_RETURN', 'DISBURSEMENT_RETURN'],
  FEE: [],
  INTEREST: [],
  REPORTED_RECEIPT: ['RECEIPT'],
  REPORTED_RETURN: ['PAYMENT_RETURN'],
  REPORTED_CORRECTION: [],
};

/** Whether money that came so may be seen on a line of the kind: what went in with the rest is no credit of its own. */
export function mayArriveBy({ arrives }: Item, line: LineKind): boolean {
  if (arrives === 'IN_HAND') return line !== 'CREDIT';
  return arrives === undefined || line !== 'DEPOSIT';
}

/** Whether a line of the kind may confirm an item of the kind. */
export function mayConfirm(line: LineKind, item: ItemKind): boolean {
  return confirmedBy[line].includes(item);
}
