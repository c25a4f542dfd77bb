/**
 * Several that name one number, and come to the same sum: a deposit of a day's receipts, a batch of payments out under one
 * trace, a receipt that came to the bank in parts. Where the sums differ by what is borne, the rest is the match's residual.
 */
import { money } from '../money.ts';
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import { couldBe, type Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import type { ReferenceRole } from './references.ts';
import { isBorne } from './settings.ts';
import { coveringOf, onceIn } from './subset-sums.ts';
import { evidenceOfSet, sumOfItems, sumOfLines } from './sums.ts';

/** By which numbers several may belong together, and whether several lines may share them with several items. */
const gathering: readonly (readonly [role: ReferenceRole, isManyToMany: boolean])[] = [
  ['DEPOSIT', true],
  ['TRACE', false],
  ['END_TO_END', false],
  ['RECEIPT', false],
];

/** Takes, number by number, all that name it, where they come to the same; or the one part of them that does. */
export function matchByReferenceInSum(desk: Desk): void {
  for (const [role, isManyToMany] of gathering)
    for (const lines of clustersOf(desk, role)) {
      const items = itemsOf(desk, lines, role);
      if (items.length === 0) continue;
      if (!isManyToMany && lines.length > 1 && items.length > 1) continue;
      takeGroup(desk, lines, items);
    }
}

/** Lines that name the same number at about the same time; a number that comes again much later is another. */
function clustersOf(desk: Desk, role: ReferenceRole): readonly (readonly ReadLine[])[] {
  const groups = new Map<string, ReadLine[]>();
  for (const line of desk.freeLines()) {
    const key = line.keys[role];
    if (key !== undefined) pushTo(groups, `${line.line.direction} ${line.line.source ?? ''} ${key}`, line);
  }
  return [...groups.values()].flatMap((group) => apart(group, desk.settings.windows.RECEIPT.byReference));
}

function apart(lines: readonly ReadLine[], days: number): readonly (readonly ReadLine[])[] {
  const clusters: ReadLine[][] = [];
  for (const line of lines) {
    const last = clusters.at(-1);
    if (last && line.day - (last.at(-1)?.day ?? line.day) <= days) last.push(line);
    else clusters.push([line]);
  }
  return clusters;
}

function itemsOf(desk: Desk, lines: readonly ReadLine[], role: ReferenceRole): readonly ReadItem[] {
  const [first] = lines;
  if (!first) return [];
  return desk.namedBy(first, role).filter((item) => {
    if (desk.isTaken(item)) return false;
    return lines.every((line) => couldBe(line, item) && !isContradicted(desk.bond(line, item)));
  });
}

/** Of a number's items those near the lines come before all, and all before some. */
function takeGroup(desk: Desk, lines: readonly ReadLine[], all: readonly ReadItem[]): void {
  const total = sumOfLines(lines);
  const near = all.filter((item) => lines.every((line) => desk.isUsual(line, item)));
  for (const items of [near, all])
    if (items.length > 0 && sumOfItems(items) === total) return takeSum(desk, lines, items);
  for (const items of [near, all]) if (items.length > 0 && takeWithResidual(desk, lines, items)) return;
  if (lines.length === 1) takePart(desk, lines, near.length > 0 ? near : all);
}

function takeWithResidual(desk: Desk, lines: readonly ReadLine[], items: readonly ReadItem[]): boolean {
  const residual = money(sumOfLines(lines) - sumOfItems(items));
  if (!isBorne(residual, sumOfItems(items), desk.settings.tolerance)) return false;
  takeSum(desk, lines, items);
  return true;
}

/** A deposit that lacks some of the items said to be in it. */
function takePart(desk: Desk, lines: readonly ReadLine[], items: readonly ReadItem[]): void {
  const amounts = items.map(({ item }) => item.amount);
  if (items.length < 2 || !desk.mayTry(items.length)) return;
  const covering = coveringOf(amounts, sumOfLines(lines));
  if (!covering) return;
  const part = covering.places.map((at) => items[at] as ReadItem);
  const isChance = onceIn(amounts, sumOfLines(lines), 2n ** BigInt(items.length)) < desk.settings.oneIn;
  if (covering.isOnly && !isChance) return takeSum(desk, lines, part);
  for (const line of lines)
    desk.question(line, {
      because: covering.isOnly ? 'PERHAPS_CHANCE' : 'SEVERAL_FIT',
      candidates: [{ items: part, lines: [] }],
    });
}

function takeSum(desk: Desk, lines: readonly ReadLine[], items: readonly ReadItem[]): void {
  const residual = money(sumOfLines(lines) - sumOfItems(items));
  if (items.some((item) => desk.isHeld(item))) {
    for (const line of lines)
      desk.question(line, { because: 'SEVERAL_CLAIM', candidates: [{ items, lines: [] }] });
    return;
  }
  desk.take(lines, items, {
    outcome: 'MATCH',
    lines: lines.map(({ line }) => line.id),
    items: items.map(({ item }) => item.id),
    rule: 'BY_REFERENCE_IN_SUM',
    evidence: evidenceOfSet(desk, lines, items),
    ...(residual !== 0n && { residual: { amount: residual, reason: desk.settings.tolerance.reason } }),
  });
}
