/** The surest step: a line and an item name the same number, and the amount is the same. */
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import { couldBe, inOrder, type Desk } from './desk.ts';
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
      const isDenied = isContradicted(desk.bond(line, item));
      (isDenied ? doubts : edges).push([line, item]);
    }
  takePairs(desk, edges, 'BY_REFERENCE');
  for (const [line, item] of doubts)
    if (desk.isOpen(item))
      desk.question(line, { because: 'CONTRADICTED', candidates: [{ items: [item], lines: [] }] });
}

/** The items, taken or not, that the line names by a number of theirs and could be, whatever their amount. */
export function itemsNamed(desk: Desk, line: ReadLine): readonly ReadItem[] {
  const named = new Set<ReadItem>();
  for (const role of naming)
    for (const item of desk.namedBy(line, role))
      if (couldBe(line, item) && (role !== 'CHEQUE_SERIAL' || ownCheques.has(item.item.kind)))
        named.add(item);
  return [...named].sort(inOrder);
}
