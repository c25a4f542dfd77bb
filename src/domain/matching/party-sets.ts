/** Sets of one person's lines and items, or of one case's, that come to the same. */
import type { ReadItem, ReadLine } from './bond.ts';
import type { Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import { coveringOf } from './subset-sums.ts';
import type { SetFound } from './take-sets.ts';
import { isTheirs } from './theirs.ts';

/** For each line the items that it may be together, and for each item the lines in which it may have come. */
export function partySets(desk: Desk, lines: readonly ReadLine[]): readonly SetFound[] {
  const sets: SetFound[] = [];
  const parts = new Map<ReadItem, ReadLine[]>();
  for (const line of lines) {
    const theirs = desk.openByParty.ofParty(line).filter((item) => isTheirs(desk, line, item));
    const less = theirs.filter(({ item }) => item.amount < line.line.amount);
    for (const items of byOwner(less)) sets.push(...setsOfItems(desk, line, items));
    for (const item of theirs) if (item.item.amount > line.line.amount) pushTo(parts, item, line);
  }
  for (const [item, its] of parts) sets.push(...setsOfLines(desk, item, its));
  return sets;
}

/** Items of one person together; those of nobody by their case. */
function byOwner(items: readonly ReadItem[]): Iterable<readonly ReadItem[]> {
  const owners = new Map<string, ReadItem[]>();
  for (const item of items) pushTo(owners, item.item.partyId ?? item.item.caseId ?? '', item);
  return owners.values();
}

function setsOfItems(desk: Desk, line: ReadLine, items: readonly ReadItem[]): readonly SetFound[] {
  if (items.length < 2) return [];
  if (!desk.mayTry(items.length)) {
    desk.markCrowded(line);
    return [];
  }
  const amounts = items.map((each) => each.item.amount);
  const covering = coveringOf(amounts, line.line.amount);
  if (!covering) return [];
  const places = covering.places.map((at) => items[at] as ReadItem);
  const set = { lines: [line], items: places, evidence: [] };
  return [covering.isOnly ? { ...set, doubt: undefined } : { ...set, doubt: 'SEVERAL_FIT', among: items }];
}

function setsOfLines(desk: Desk, item: ReadItem, lines: readonly ReadLine[]): readonly SetFound[] {
  if (lines.length < 2) return [];
  if (!desk.mayTry(lines.length)) {
    for (const line of lines) desk.markCrowded(line);
    return [];
  }
  const amounts = lines.map((each) => each.line.amount);
  const covering = coveringOf(amounts, item.item.amount);
  if (!covering) return [];
  const places = covering.places.map((at) => lines[at] as ReadLine);
  const set = { lines: places, items: [item], evidence: [] };
  return [covering.isOnly ? { ...set, doubt: undefined } : { ...set, doubt: 'SEVERAL_FIT', among: lines }];
}
