/**
 * Which of several amounts come to a sum: exactly, all ways up to two, in bounded time. Half of the amounts is summed in all
 * ways, then the other half, and the two are held against each other: twenty amounts are two thousand sums, not a million.
 */
import type { Money } from '../money.ts';

/** The first set found, and whether there is another. Places are those in the list of amounts. */
export interface Covering {
  readonly places: readonly number[];
  readonly isOnly: boolean;
}

/** How many sums a search among so many amounts forms. */
export function sumsFormed(amounts: number): number {
  return 2 ** Math.floor(amounts / 2) + 2 ** Math.ceil(amounts / 2);
}

/** Which amounts come to the sum; undefined where none do. Nothing at all never counts as a set. */
export function coveringOf(amounts: readonly Money[], sum: Money): Covering | undefined {
  const half = Math.floor(amounts.length / 2);
  const [firsts, seconds] = [allSums(amounts.slice(0, half)), allSums(amounts.slice(half))];
  const bySum = twoOfEach(firsts);
  const found: (readonly number[])[] = [];
  for (const [mask, total] of seconds.entries())
    for (const other of bySum.get(sum - total) ?? []) {
      const places = [...placesOf(other, 0), ...placesOf(mask, half)];
      if (places.length > 0) found.push(places);
      if (found.length > 1) return { places: found[0] ?? [], isOnly: false };
    }
  return found[0] && { places: found[0], isOnly: true };
}

/** The first two places at which each sum stands: a third says no more than a second. */
function twoOfEach(sums: readonly bigint[]): ReadonlyMap<bigint, readonly number[]> {
  const places = new Map<bigint, number[]>();
  for (const [place, total] of sums.entries()) {
    const known = places.get(total);
    if (!known) places.set(total, [place]);
    else if (known.length < 2) known.push(place);
  }
  return places;
}

/** The sum of every set of the amounts, at the place whose bits say which amounts are in it. */
function allSums(amounts: readonly Money[]): readonly bigint[] {
  const sums = [0n];
  for (const amount of amounts) {
    const before = sums.length;
    for (let at = 0; at < before; at += 1) sums.push((sums[at] ?? 0n) + amount);
  }
  return sums;
}

function placesOf(mask: number, offset: number): readonly number[] {
  const places: number[] = [];
  for (let bit = 0; mask >> bit > 0; bit += 1) if ((mask >> bit) & 1) places.push(offset + bit);
  return places;
}

const round = [10_000n, 5_000n, 2_500n, 1_000n, 500n, 100n, 25n, 10n, 5n];

/**
 * Once in how many times chance would bring about a given sum, where so many sets were tried: sums of round amounts are few,
 * and fit easily. Nothing or less where it would more often than not.
 */
export function onceIn(amounts: readonly Money[], sum: Money, tried: bigint): bigint {
  const step = round.find((each) => amounts.every((amount) => amount % each === 0n)) ?? 1n;
  return sum / step / (tried > 0n ? tried : 1n);
}
