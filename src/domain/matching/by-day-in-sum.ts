/**
 * Money put in together, without a number that says what was in it: all that a source received on a day, or on a few days
 * that follow each other. The whole of a day is a thing of its own; a part of it is one of very many, and is taken only where
 * nothing else of these days comes to it, and chance would hardly have done so.
 */
import { money } from '../money.ts';
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import { namelessLines } from './theirs.ts';
import { mayArriveBy } from './item.ts';
import { sumOfItems } from './sums.ts';
import type { Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import { coveringOf, onceIn, onceInPart } from './subset-sums.ts';
import { takeSets, type SetFound } from './take-sets.ts';

/** So many days, each the next on which anything was received, may go to the bank together. */
const daysTogether = 3;
/** A whole day is expected: it is doubted only where as many as one such sum in twenty would fit by chance. */
const wholeDayOneIn = 20n;

/** Takes the deposits that are a day's receipts, and nothing else fits. */
export function matchByDayInSum(desk: Desk): void {
  const lines = namelessLines(desk).filter(({ line }) => line.kind === 'DEPOSIT');
  if (lines.length === 0) return;
  const days = daysOf(desk);
  const near = lines.map((line) => {
    const usual = (days.get(line.line.source ?? '') ?? []).map((day) => forLine(desk, line, day));
    const itsDays = usual.filter((items) => items.length > 0);
    return { line, days: itsDays, whole: wholeDays(line, itsDays) };
  });
  const explained = new Set(near.flatMap(({ whole }) => whole.flatMap(({ items }) => items)));
  const sets = near.flatMap(({ line, days: itsDays, whole }) => {
    const left = itsDays.flat().filter((item) => !explained.has(item));
    return whole.length > 0 ? whole.map((set) => doubtedFor(set, left)) : partsOfDays(desk, line, itsDays);
  });
  takeSets(desk, sets, 'BY_DAY_IN_SUM');
}

/** The receipts that went to the bank in the hand, by source and by day. What was cleared came alone. */
function daysOf(desk: Desk): ReadonlyMap<string, readonly (readonly ReadItem[])[]> {
  const days = new Map<string, Map<number, ReadItem[]>>();
  for (const read of desk.items) {
    const { item, keys } = read;
    if (desk.isTaken(read) || item.direction !== 'IN' || !mayArriveBy(item, 'DEPOSIT')) continue;
    if (keys.TRACE !== undefined || keys.END_TO_END !== undefined) continue;
    const ofSource = days.get(item.source ?? '') ?? new Map<number, ReadItem[]>();
    days.set(item.source ?? '', ofSource);
    pushTo(ofSource, read.day, read);
  }
  return new Map([...days].map(([source, ofSource]) => [source, [...ofSource.values()]]));
}

function forLine(desk: Desk, line: ReadLine, day: readonly ReadItem[]): readonly ReadItem[] {
  if (!day[0] || !desk.isUsual(line, day[0])) return [];
  return day.filter((item) => desk.isUsual(line, item) && !isContradicted(desk.bond(line, item)));
}

function wholeDays(line: ReadLine, days: readonly (readonly ReadItem[])[]): readonly SetFound[] {
  const tried = BigInt(days.length * daysTogether);
  return days.flatMap((_, first) =>
    Array.from({ length: daysTogether }, (_none, more) => days.slice(first, first + more + 1))
      .filter((some, more) => some.length === more + 1 && sumOfItems(some.flat()) === line.line.amount)
      .map((some): SetFound => {
        const items = some.flat();
        const amounts = items.map(({ item }) => item.amount);
        const isChance = onceIn(amounts, line.line.amount, tried) < wholeDayOneIn;
        const evidence = [{ code: 'WHOLE_DAYS', days: some.length }] as const;
        return { lines: [line], items, evidence, doubt: isChance ? 'PERHAPS_CHANCE' : undefined };
      }),
  );
}

/** One receipt of the day may have stayed behind, and one of another day, of the same amount, have gone in its place. */
function doubtedFor(set: SetFound, left: readonly ReadItem[]): SetFound {
  const amounts = new Set<bigint>(set.items.map(({ item }) => item.amount));
  const isSwappable = left.some(({ item }) => amounts.has(item.amount));
  return isSwappable ? { ...set, doubt: set.doubt ?? 'SEVERAL_FIT' } : set;
}

/**
 * Some of what was received in the days before the line, in the one way in which that comes to it. Where there is too much to
 * try, it may be a day less one or two of its receipts: that is worth asking about, and no more.
 */
function partsOfDays(
  desk: Desk,
  line: ReadLine,
  days: readonly (readonly ReadItem[])[],
): readonly SetFound[] {
  const all = days.flat();
  if (all.length < 3) return [];
  if (!desk.mayTry(all.length)) {
    desk.markCrowded(line);
    return days.flatMap((items) => dayLessTwo(line, items));
  }
  const amounts = all.map(({ item }) => item.amount);
  const covering = coveringOf(amounts, line.line.amount);
  if (!covering) return [];
  const items = covering.places.map((at) => all[at] as ReadItem);
  const isChance = onceInPart(amounts, line.line.amount, 2n ** BigInt(all.length)) < desk.settings.oneIn;
  const doubt = isChance ? 'PERHAPS_CHANCE' : undefined;
  return [{ lines: [line], items, evidence: [], doubt: covering.isOnly ? doubt : 'SEVERAL_FIT' }];
}

/** Every way in which a day less one or two of its receipts comes to the line; no more than two are looked for. */
function dayLessTwo(line: ReadLine, items: readonly ReadItem[]): readonly SetFound[] {
  const leftOut = money(sumOfItems(items) - line.line.amount);
  const found: (readonly ReadItem[])[] = [];
  const byAmount = new Map<bigint, ReadItem[]>();
  for (const each of leftOut > 0n ? items : []) {
    if (found.length > 1) break;
    if (each.item.amount === leftOut) found.push([each]);
    const [other] = byAmount.get(leftOut - each.item.amount) ?? [];
    if (other) found.push([other, each]);
    pushTo(byAmount, each.item.amount, each);
  }
  return found.map((out) => ({
    lines: [line],
    items: items.filter((item) => !out.includes(item)),
    evidence: [{ code: 'LEFT_OUT', items: out.length }],
    doubt: 'PERHAPS_CHANCE',
  }));
}
