/** A place in the log of all streams. An event that was written by itself has the same number twice. */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Where nothing has been read yet. */
export const beforeEverything: Position = { commit: -1n, prepare: -1n };

/** What the largest number that fits means on the wire: behind everything. */
export const endOnTheWire = 2n ** 64n - 1n;

export const at = (place: bigint): Position => ({ commit: place, prepare: place });

/** Below zero when the first comes first. */
export function compare(one: Position, other: Position): number {
  const [by, orBy] = [one.commit - other.commit, one.prepare - other.prepare];
  const difference = by === 0n ? orBy : by;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export const isAfter = (one: Position, other: Position): boolean => compare(one, other) > 0;
