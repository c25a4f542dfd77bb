/** How each item stands after matching: confirmed, not due yet, overdue, or named by a line that says otherwise. */
import type { CalendarDate } from '../calendar-date.ts';
import { plusDays } from '../calendar-arithmetic.ts';
import { money } from '../money.ts';
import type { ReadItem, ReadLine } from './bond.ts';
import { itemsNamed } from './by-reference.ts';
import type { Desk } from './desk.ts';
import type { ItemId } from './item.ts';
import type { Standing } from './outcome.ts';

/** The standing of every item that was not claimed before this run. */
export function standingsOf(desk: Desk, asOf: CalendarDate): ReadonlyMap<ItemId, Standing> {
  const naming = new Map<ReadItem, ReadLine>();
  for (const line of desk.lines)
    if (desk.outcomeOf(line)?.outcome === 'ASK')
      for (const item of itemsNamed(desk, line)) if (!naming.has(item)) naming.set(item, line);
  const open = desk.items.filter(({ item }) => item.isClaimed === undefined);
  return new Map(
    open.map((item) => [item.item.id, standingOf(desk, { item, named: naming.get(item), asOf })]),
  );
}

function standingOf(
  desk: Desk,
  { item, named, asOf }: { item: ReadItem; named: ReadLine | undefined; asOf: CalendarDate },
): Standing {
  const match = desk.matchOf(item);
  if (match) return { standing: 'CONFIRMED', match };
  if (named && isOff(desk, named, item)) {
    const amountBy = money(named.line.amount - item.item.amount);
    return { standing: 'MISMATCH', line: named.line.id, amountBy, daysBy: named.day - item.day };
  }
  const until = plusDays(item.item.effectiveOn, desk.settings.windows[item.item.kind].due);
  if (asOf <= until) return { standing: 'EXPECTED', until };
  return { standing: 'MISSING', since: plusDays(until, 1) };
}

function isOff(desk: Desk, line: ReadLine, item: ReadItem): boolean {
  return line.line.amount !== item.item.amount || !desk.isUsual(line, item);
}
