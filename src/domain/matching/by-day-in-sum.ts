/**
 * Money put in together, without a number that says what was in it: all that a source received on a day, or on a few days
 * that follow each other, or all but a little. The whole of a day is a thing of its own; a part of it is one of very many, and
 * is taken only where chance would hardly have brought the sum about.
 */
import { money, type Money } from '../money.ts';
import { isContradicted, type ReadItem, type ReadLine } from './bond.ts';
import { namelessLines } from './by-party.ts';
import { mayArriveBy } from './item.ts';
import { sumOfItems } from './sums.ts';
import type { Desk } from './desk.ts';
import { pushTo } from './in-order.ts';
import { coveringOf, onceIn } from './subset-sums.ts';
import { takeSets, type SetFound } from './take-sets.ts';

/** So many days, each the next on which anything was received, may go to the bank together. */
const daysTogether = 3;
/** A whole day is expected: it is doubted only where as many as one such sum in twenty would fit by chance. */
const wholeDayOneIn = 20n;

/** What a source received on one day and nothing has taken yet; a remnant, where something has taken the rest. */
interface Day {
  readonly items: readonly ReadItem[];
  readonly isRemnant: boolean;
}

/** Takes the deposits that are a day's receipts, and nothing else fits. */
export function matchByDayInSum(desk: Desk): void {
  const lines = namelessLines(desk).filter(({ line }) => line.kind === 'DEPOSIT');
  if (lines.length === 0) return;
  const days = daysOf(desk);
  const sets: SetFound[] = [];
  for (const line of lines) {
    const usual = (days.get(line.line.source ?? '') ?? []).map((day) => forLine(desk, line, day));
    const near = usual.filter(({ items }) => items.length > 0);
    const whole = wholeDays(line, near);
    sets.push(...(whole.length > 0 ? whole : partsOfDays(desk, line, near)));
  }
  takeSets(desk, sets, 'BY_DAY_IN_SUM');
}

/** The receipts that went to the bank in the hand, by source and by day. What was cleared came alone. */
function daysOf(desk: Desk): ReadonlyMap<string, readonly Day[]> {
  const days = new Map<string, Map<number, ReadItem[]>>();
  for (const read of desk.items) {
    const { item, keys } = read;
    if (item.direction !== 'IN' || !mayArriveBy(item, 'DEPOSIT')) continue;
    if (keys.TRACE !== undefined || keys.END_TO_END !== undefined) continue;
    const ofSource = days.get(item.source ?? '') ?? new Map<number, ReadItem[]>();
    days.set(item.source ?? '', ofSource);
    pushTo(ofSource, read.day, read);
  }
  const left = (all: readonly ReadItem[]): Day => {
    const items = all.filter((item) => !desk.isTaken(item));
    return { items, isRemnant: items.length < all.length };
  };
  return new Map([...days].map(([source, ofSource]) => [source, [...ofSource.values()].map(left)]));
}

function forLine(desk: Desk, line: ReadLine, { items, isRemnant }: Day): Day {
  if (!items[0] || !desk.isUsual(line, items[0])) return { items: [], isRemnant };
  const its = items.filter((item) => desk.isUsual(line, item) && !isContradicted(desk.bond(line, item)));
  return { items: its, isRemnant };
}

function wholeDays(line: ReadLine, days: readonly Day[]): readonly SetFound[] {
  const tried = BigInt(days.length * daysTogether);
  return days.flatMap((_, first) =>
    Array.from({ length: daysTogether }, (_none, more) => days.slice(first, first + more + 1))
      .map((some) => ({ some, items: some.flatMap((day) => day.items) }))
      .filter(({ some, items }, more) => some.length === more + 1 && sumOfItems(items) === line.line.amount)
      .map(({ some, items }): SetFound => {
        const amounts = items.map(({ item }) => item.amount);
        const isChance = onceIn(amounts, line.line.amount, tried) < wholeDayOneIn;
        const isSwappable = some.some((day) => day.isRemnant) && hasDouble(items, days);
        const evidence = [{ code: 'WHOLE_DAYS', days: some.length }] as const;
        const doubt = isSwappable ? 'SEVERAL_FIT' : undefined;
        return { lines: [line], items, evidence, doubt: isChance ? 'PERHAPS_CHANCE' : doubt };
      }),
  );
}

/** Whether something left over beside the set has the amount of something in it: the one might as well be the other. */
function hasDouble(items: readonly ReadItem[], days: readonly Day[]): boolean {
  const amounts = new Set<bigint>(items.map(({ item }) => item.amount));
  const beside = days.filter((day) => day.isRemnant || day.items.some((item) => items.includes(item)));
  const others = beside.flatMap((day) => day.items).filter((item) => !items.includes(item));
  return others.some(({ item }) => amounts.has(item.amount));
}

/** A day less a few of its receipts; of a large day no more than two, for otherwise anything would fit. */
function partsOfDays(desk: Desk, line: ReadLine, days: readonly Day[]): readonly SetFound[] {
  return days.flatMap(({ items }): readonly SetFound[] => {
    const leftOut = money(sumOfItems(items) - line.line.amount);
    if (leftOut <= 0n || items.length < 3) return [];
    const found =
      items.length <= desk.settings.setOf ? lessAny(desk, items, leftOut) : lessTwo(items, leftOut);
    if (found === 'CROWDED') {
      desk.markCrowded(line);
      return [];
    }
    if (!found || found.places.length === items.length) return [];
    const rest = items.filter((_, at) => !found.places.includes(at));
    const tried = found.tried * BigInt(days.length);
    const amounts = items.map(({ item }) => item.amount);
    const isChance = onceIn(amounts, line.line.amount, tried) < desk.settings.oneIn;
    const isOnly = found.isOnly && !hasDouble(rest, days);
    const evidence = [{ code: 'LEFT_OUT', items: found.places.length }] as const;
    const doubt = isChance ? 'PERHAPS_CHANCE' : undefined;
    return [{ lines: [line], items: rest, evidence, doubt: isOnly ? doubt : 'SEVERAL_FIT' }];
  });
}

interface LeftOut {
  readonly places: readonly number[];
  readonly isOnly: boolean;
  readonly tried: bigint;
}

function lessAny(desk: Desk, items: readonly ReadItem[], leftOut: Money): LeftOut | 'CROWDED' | undefined {
  if (!desk.mayTry(items.length)) return 'CROWDED';
  const amounts = items.map(({ item }) => item.amount);
  const covering = coveringOf(amounts, leftOut);
  return covering && { ...covering, tried: triedFor(items.length, covering.places.length) };
}

function lessTwo(items: readonly ReadItem[], leftOut: Money): LeftOut | undefined {
  const found: (readonly number[])[] = [];
  const places = new Map<bigint, number[]>();
  for (const [at, { item }] of items.entries()) {
    if (item.amount === leftOut) found.push([at]);
    for (const other of (places.get(leftOut - item.amount) ?? []).slice(0, 2)) found.push([other, at]);
    if (found.length > 1) break;
    pushTo(places, item.amount, at);
  }
  const [first] = found;
  const tried = triedFor(items.length, first?.length ?? 0);
  return first && { places: first, isOnly: found.length === 1, tried };
}

/** In how many ways so few may be left out. */
function triedFor(many: number, leftOut: number): bigint {
  let [ways, all] = [1n, 0n];
  for (let count = 1; count <= leftOut; count += 1) {
    ways = (ways * BigInt(many - count + 1)) / BigInt(count);
    all += ways;
  }
  return all;
}
