/** The surest step: a line and an item name the same number, and the amount is the same. */
import { isContradicted, isOfAnother, type ReadItem, type ReadLine } from './bond.ts';
import { couldBe, itemsLike, type Desk } from './desk.ts';
import { inOrder } from './in-order.ts';
import type { ItemKind } from './item.ts';
import { takePairs, type Edge } from './take-pairs.ts';
import type { ReferenceRole } from './references.ts';

/** By which numbers a line may name one item. */
const naming: readonly ReferenceRole[] = [
  'TRACE',
  'ORIGINAL_TRACE',
  'END_TO_END',
  'CHEQUE_SERIAL',
  'RECEIPT',
];

/** Whose cheques we number ourselves. The serial of a payor's cheque is only one of very many with that number. */
const ownCheques: ReadonlySet<ItemKind> = new Set(['DISBURSEMENT', 'REFUND', 'DISBURSEMENT_RETURN']);

/** Takes each line that names one open item, and no other line does so. */
export function matchByReference(desk: Desk): void {
  const edges: Edge[] = [];
  const doubts: Edge[] = [];
  for (const line of desk.freeLines())
    for (const item of itemsNamed(desk, line)) {
      if (desk.isTaken(item) || line.line.amount !== item.item.amount) continue;
      (isDoubtful(desk, line, item) ? doubts : edges).push([line, item]);
    }
  takePairs(desk, edges, 'BY_REFERENCE');
  for (const [line, item] of doubts)
    if (desk.isOpen(item))
      desk.question(line, { because: 'CONTRADICTED', candidates: [{ items: [item], lines: [] }] });
}

/**
 * Whether the line contradicts itself; or whether its number was written by hand, is that of something of other days, and may
 * well be a slip, for something of these days has the amount too.
 */
function isDoubtful(desk: Desk, line: ReadLine, item: ReadItem): boolean {
  const bond = desk.bond(line, item);
  if (isContradicted(bond)) return true;
  if (desk.isUsual(line, item) || bond.equal.some((role) => role !== 'RECEIPT')) return false;
  return itemsLike(desk, line).some((other) => other !== item && !isOfAnother(desk.bond(line, other)));
}

/** The items, taken or not, that the line names by a number of theirs and could be, whatever their amount. */
export function itemsNamed(desk: Desk, line: ReadLine): readonly ReadItem[] {
  const named: ReadItem[] = [];
  for (const role of naming)
    for (const item of desk.namedBy(line, role)) {
      if (named.includes(item) || !couldBe(line, item)) continue;
      if (role !== 'CHEQUE_SERIAL' || ownCheques.has(item.item.kind)) named.push(item);
    }
  return named.length > 1 ? named.sort(inOrder) : named;
}
