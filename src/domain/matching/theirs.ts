/** Whose a line is, where no number says so; and which lines may be looked at in that way. */
import { isContradicted, isNamed, isOfAnother, type ReadItem, type ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import type { Desk } from './desk.ts';

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

/** Items of the line's amount that are theirs, its numbers aside. */
export function theirsButForNumbers(desk: Desk, line: ReadLine): readonly ReadItem[] {
  return desk.openByParty.ofAmount(line).filter((item) => {
    if (desk.isTaken(item) || !desk.isUsual(line, item) || bearsItsOwnNumber(item)) return false;
    const bond = desk.bond(line, item);
    return isNamed(bond) && !isOfAnother(bond);
  });
}
