/**
 * Several of one person, or of one case where a line says no more: a line that is some of the person's items together, and
 * an item that came in several lines. One set that fits is taken; two, or one that another line wants too, are not.
 */
import type { Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import type { ReadItem, ReadLine } from './bond.ts';
import { isTheirs, namelessLines } from './by-party.ts';
import { takeSets, type SetFound } from './take-sets.ts';
import { coveringOf } from './subset-sums.ts';

/** Takes the sets of one person or case that fit in one way. */
export function matchByPartyInSum(desk: Desk): void {
  const lines = namelessLines(desk);
  if (lines.length === 0) return;
  const sets: SetFound[] = [];
  const parts = new Map<ReadItem, ReadLine[]>();
  for (const line of lines) {
    const theirs = desk.openByParty.ofParty(line).filter((item) => isTheirs(desk, line, item));
    const less = theirs.filter(({ item }) => item.amount < line.line.amount);
    for (const items of byOwner(less)) sets.push(...setsOfItems(desk, line, items));
    for (const item of theirs) if (item.item.amount > line.line.amount) pushTo(parts, item, line);
  }
  for (const [item, its] of parts) sets.push(...setsOfLines(desk, item, its));
  takeSets(desk, sets, 'BY_PARTY_IN_SUM');
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
  return [{ lines: [line], items: places, evidence: [], doubt: covering.isOnly ? undefined : 'SEVERAL_FIT' }];
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
  return [{ lines: places, items: [item], evidence: [], doubt: covering.isOnly ? undefined : 'SEVERAL_FIT' }];
}
