import { at, compare, type Position } from './position.ts';
import type { Recorded } from './recorded.ts';

/** The index of the first event that begins there or behind. */
export function indexFrom(events: readonly Recorded[], place: Position): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (compare(at((events[middle] as Recorded).position), place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether something begins there, so that one can read from there: elsewhere a real server finds no record. */
export function canReadFrom(events: readonly Recorded[], commit: bigint): boolean {
  if (commit <= 0n || commit >= (events.at(-1)?.end ?? 0n)) return true;
  return events[indexFrom(events, { commit, prepare: 0n })]?.position === commit;
}
