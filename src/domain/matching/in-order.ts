/** One order of lines and items, whatever the order in which they came; and lists that keep it. */
import type { ReadItem } from './bond.ts';

/** Items by day, amount and id: one order, whatever the order in which they came. */
export function inOrder(a: ReadItem, b: ReadItem): number {
  return byItem(a, b);
}

const byItem = byDayAndAmount<ReadItem>(({ item }) => item);

/** By day, amount and id: the same order, whatever the order in which they came. */
export function byDayAndAmount<Read extends { readonly day: number }>(
  of: (read: Read) => { readonly amount: bigint; readonly id: string },
) {
  return (a: Read, b: Read): number => {
    if (a.day !== b.day) return a.day - b.day;
    const [one, other] = [of(a), of(b)];
    if (one.amount !== other.amount) return one.amount < other.amount ? -1 : 1;
    if (one.id === other.id) return 0;
    return one.id < other.id ? -1 : 1;
  };
}

/** Adds to the list that is kept under a key. */
export function pushTo<Key, Each>(lists: Map<Key, Each[]>, key: Key, each: Each): void {
  const list = lists.get(key);
  if (list) list.push(each);
  else lists.set(key, [each]);
}

/** The place of the first of the items, which are in order, that is of the day or later. */
export function firstFrom(items: readonly ReadItem[], day: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
