/** What sets of lines and items come to, and what speaks for them. */
import { money, sum, type Money } from '../money.ts';
import { evidenceOf, type ReadItem, type ReadLine } from './bond.ts';
import type { Desk } from './desk.ts';
import type { Evidence } from './evidence.ts';

/** What speaks for a set: the sum, and what all its pairs have in common. */
export function evidenceOfSet(
  desk: Desk,
  lines: readonly ReadLine[],
  items: readonly ReadItem[],
): readonly Evidence[] {
  const by = money(sumOfLines(lines) - sumOfItems(items));
  const counts = { lines: lines.length, items: items.length };
  const amount: Evidence =
    by === 0n
      ? { code: 'AMOUNTS_SUM', amount: sumOfItems(items), ...counts }
      : { code: 'AMOUNT_DIFFERS', by };
  const each = lines.flatMap((line) => items.map((item) => evidenceOfPair(desk, line, item).slice(1)));
  const inAll = (each[0] ?? []).filter((found) =>
    each.every((others) => others.some((other) => isSame(found, other))),
  );
  return [amount, ...inAll];
}

/** Findings hold texts and numbers alone here, for the amounts were left out. */
function isSame(one: Evidence, other: Evidence): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What the lines come to. */
export function sumOfLines(lines: readonly ReadLine[]): Money {
  return sum(lines.map(({ line }) => line.amount));
}

/** What the items come to. */
export function sumOfItems(items: readonly ReadItem[]): Money {
  return sum(items.map(({ item }) => item.amount));
}

/** What speaks for a pair, with the amount first. */
export function evidenceOfPair(desk: Desk, line: ReadLine, item: ReadItem): readonly Evidence[] {
  const by = money(line.line.amount - item.item.amount);
  const amount: Evidence =
    by === 0n ? { code: 'AMOUNT_EQUAL', amount: item.item.amount } : { code: 'AMOUNT_DIFFERS', by };
  return [amount, ...evidenceOf(desk.bond(line, item), line, item)];
}
