/**
 * Where no number names an item: the line says who paid, or in which case, and the amount and the days agree. A line whose
 * number belongs to something that the books know is not looked for elsewhere, whatever has become of that.
 */
import { isContradicted, isNamed, type ReadItem, type ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import type { Desk } from './desk.ts';
import { takePairs, type Edge } from './take-pairs.ts';

/** Takes each line that is one person's or one case's, for the one item of that amount and those days. */
export function matchByParty(desk: Desk): void {
  const lines = namelessLines(desk);
  if (lines.length === 0) return;
  const edges: Edge[] = [];
  for (const line of lines)
    for (const item of desk.openByParty.ofAmount(line))
      if (isTheirs(desk, line, item)) edges.push([line, item]);
  takePairs(desk, edges, 'BY_PARTY');
}

/** Lines that are free and name nothing that the books know. */
export function namelessLines(desk: Desk): readonly ReadLine[] {
  return desk.freeLines().filter((line) => {
    const isMeant = itemsNamed(desk, line).some((item) => isMeantBy(desk, line, item));
    return !isMeant && desk.namedBy(line, 'DEPOSIT').length === 0;
  });
}

/** Whether the number on the line was meant: that of another amount, another person's, is a slip of the pen. */
function isMeantBy(desk: Desk, line: ReadLine, item: ReadItem): boolean {
  if (line.line.amount === item.item.amount) return true;
  const bond = desk.bond(line, item);
  return !isContradicted(bond) && bond.name !== 'PARTLY';
}

/** Whether the line says whose it is, that it is this item's owner's, and nothing else. */
export function isTheirs(desk: Desk, line: ReadLine, item: ReadItem): boolean {
  if (desk.isTaken(item) || !desk.isUsual(line, item) || bearsItsOwnNumber(item)) return false;
  const bond = desk.bond(line, item);
  return isNamed(bond) && !isContradicted(bond);
}

/** What is sent with a number of our own, or cleared under one, is known by it: a line without it is something else. */
function bearsItsOwnNumber({ keys, item }: ReadItem): boolean {
  if (keys.TRACE !== undefined || keys.END_TO_END !== undefined) return true;
  return keys.CHEQUE_SERIAL !== undefined && (item.kind === 'DISBURSEMENT' || item.kind === 'REFUND');
}
