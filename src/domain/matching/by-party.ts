/**
 * Where no number names an item: the line says who paid, or in which case, and the amount and the days agree. A line whose
 * number belongs to something that the books know is not looked for elsewhere, whatever has become of that.
 */
import { isContradicted, isNamed, type ReadItem, type ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import { inOrder, pushTo, type Desk } from './desk.ts';
import { takePairs, type Edge } from './take-pairs.ts';

/** Takes each line that is one person's or one case's, for the one item of that amount and those days. */
export function matchByParty(desk: Desk): void {
  const lines = namelessLines(desk);
  if (lines.length === 0) return;
  const index = new PartyIndex(desk.items.filter((item) => !desk.isTaken(item)));
  const edges: Edge[] = [];
  for (const line of lines)
    for (const item of index.ofAmount(line)) if (isTheirs(desk, line, item)) edges.push([line, item]);
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
  return line.line.amount === item.item.amount || !isContradicted(desk.bond(line, item));
}

/** Whether the line says whose it is, that it is this item's owner's, and nothing else. */
export function isTheirs(desk: Desk, line: ReadLine, item: ReadItem): boolean {
  if (!desk.isUsual(line, item) || bearsItsOwnNumber(item)) return false;
  const bond = desk.bond(line, item);
  return isNamed(bond) && !isContradicted(bond);
}

/** What is sent with a number of our own, or cleared under one, is known by it: a line without it is something else. */
function bearsItsOwnNumber({ keys, item }: ReadItem): boolean {
  if (keys.TRACE !== undefined || keys.END_TO_END !== undefined) return true;
  return keys.CHEQUE_SERIAL !== undefined && (item.kind === 'DISBURSEMENT' || item.kind === 'REFUND');
}

/** Items by amount and whose they are; or, without the amount, by whose they are alone. */
export class PartyIndex {
  readonly #items = new Map<string, ReadItem[]>();

  constructor(items: readonly ReadItem[]) {
    for (const item of items) {
      const whose = [item.item.partyId, item.item.caseId].filter((id) => id !== undefined);
      const amount = String(item.item.amount);
      for (const id of whose) pushTo(this.#items, `${amount} ${id}`, item);
      for (const part of new Set(item.names.flat())) pushTo(this.#items, `${amount} ${part}`, item);
      for (const id of whose) pushTo(this.#items, id, item);
      for (const pair of new Set(item.names.flatMap(pairsOf))) pushTo(this.#items, pair, item);
    }
  }

  /** Items of the line's amount that share with it a person, a case, or a part of a name. */
  ofAmount({ line, party }: ReadLine): readonly ReadItem[] {
    const amount = String(line.amount);
    const parts = party.filter((part) => part.length > 1);
    return this.#found(
      [...(line.defendantIds ?? []), ...(line.caseIds ?? []), ...parts].map((each) => `${amount} ${each}`),
    );
  }

  /** Items of any amount that share with the line a person, a case, or two parts of a name. */
  ofParty({ line, party }: ReadLine): readonly ReadItem[] {
    return this.#found([...(line.defendantIds ?? []), ...(line.caseIds ?? []), ...pairsOf(party)]);
  }

  #found(keys: readonly string[]): readonly ReadItem[] {
    return [...new Set(keys.flatMap((key) => this.#items.get(key) ?? []))].sort(inOrder);
  }
}

/** Every two parts of a name that are more than initials. */
function pairsOf(parts: readonly string[]): readonly string[] {
  const whole = parts.filter((part) => part.length > 1);
  return whole.flatMap((one, at) => whole.slice(at + 1).map((other) => `${one} ${other}`));
}
