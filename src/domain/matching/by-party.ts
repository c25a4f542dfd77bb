/**
 * Where no number names an item: the line says who paid, or in which case, and the amount and the days agree. A line whose
 * number belongs to something that the books know is not looked for elsewhere, whatever has become of that.
 */
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import type { Desk } from './desk.ts';
import { partySets } from './party-sets.ts';
import { takePairs, type Edge } from './take-pairs.ts';
import { isTheirs, namelessLines, theirsButForNumbers } from './theirs.ts';

/** Takes each line that is one person's or one case's, for the one item of that amount and those days. */
export function matchByParty(desk: Desk): void {
  const lines = namelessLines(desk);
  if (lines.length === 0) return;
  holdForRivals(desk, new Set(lines));
  const edges: Edge[] = [];
  for (const line of lines)
    for (const item of desk.openByParty.ofAmount(line))
      if (isTheirs(desk, line, item)) edges.push([line, item]);
  holdForSets(desk, lines, edges);
  takePairs(desk, edges, 'BY_PARTY');
}

/**
 * A line that is in question, or whose number is of nothing that it could be, may be a person's payment all the same. The items
 * that it would be, its number aside, are not given to another line.
 */
function holdForRivals(desk: Desk, nameless: ReadonlySet<ReadLine>): void {
  for (const line of desk.unsettledLines()) {
    const isNameless = nameless.has(line) && desk.isFree(line);
    if (!isNameless && isSurelyAnother(desk, line)) continue;
    const theirs = theirsButForNumbers(desk, line);
    for (const item of isNameless ? doubtfulOf(desk, line, theirs) : theirs) desk.hold(item);
  }
}

/** Those with another number; and all, if the number is nearly that of none. */
function doubtfulOf(desk: Desk, line: ReadLine, theirs: readonly ReadItem[]): readonly ReadItem[] {
  const others = theirs.filter((item) => isContradicted(desk.bond(line, item)));
  const isNearlyOne = theirs.some((item) => desk.bond(line, item).slipped.length > 0);
  return others.length === 0 || isNearlyOne ? others : theirs;
}

/** Whether the line names, by number and amount and with nothing against it, what was taken before: it is that once more. */
function isSurelyAnother(desk: Desk, line: ReadLine): boolean {
  return itemsNamed(desk, line).some((item) => {
    const isThat = desk.isTaken(item) && item.item.amount === line.line.amount;
    return isThat && !isContradicted(desk.bond(line, item));
  });
}

/**
 * What a line would be by itself it may be together with others as well. Where one of those has nobody else, the item is not
 * given to the line.
 */
function holdForSets(desk: Desk, lines: readonly ReadLine[], edges: readonly Edge[]): void {
  const paired = new Set<ReadLine | ReadItem>(edges.flat());
  for (const set of edges.length > 0 ? partySets(desk, lines) : []) {
    const members = [...set.lines, ...set.items, ...(set.among ?? [])];
    if (members.every((each) => paired.has(each))) continue;
    const alone = new Set<ReadLine | ReadItem>(members);
    for (const [line, item] of edges) if (alone.has(line) || alone.has(item)) desk.hold(item);
  }
}
