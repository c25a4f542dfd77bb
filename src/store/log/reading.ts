/** What reading means on every shelf: which bounds can be asked for, and how large a page is. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadAllOptions } from '../event-store.ts';
import type { RecordedEvent } from '../recorded-event.ts';

export const eventsPerPage = 1000;

/** Positions after the first, up to and with the second. */
export interface PositionRange {
  readonly after: number;
  readonly upTo: number;
}

/** The positions asked for that the log has. @throws RangeError where a bound is no position */
export function rangeWithin(head: number, { after = 0, upTo = head }: ReadAllOptions): PositionRange {
  return { after: count(after, 'after'), upTo: Math.min(count(upTo, 'upTo'), head) };
}

/** @throws RangeError where the number does not count something: negative, broken, or too great to be exact */
export function count(number: number, name: string): number {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${name} does not count`);
  return number;
}

/**
 * Hands the pages on one by one, and lets others have their turn between two: a replay must not stop the house.
 *
 * @param expectOpen throws where somebody has closed the store meanwhile
 */
export async function* inTurns(
  pages: Iterable<readonly RecordedEvent[]>,
  expectOpen: () => void,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  const iterator = pages[Symbol.iterator]();
  for (let isFirst = true; ; isFirst = false) {
    expectOpen();
    const next = iterator.next();
    if (next.done === true) return;
    if (!isFirst) await nextTurn();
    yield next.value;
  }
}

/**
 * The last position up to `head` that was recorded at or before the instant; 0 where there is none.
 *
 * @throws RangeError where the instant is not written in RFC 3339, UTC
 */
export function lastPositionAt(
  head: number,
  instant: string,
  recordedAt: (position: number) => string,
): number {
  const limit = toTheMillisecond(instant);
  let [known, beyond] = [0, head + 1];
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (recordedAt(middle) <= limit) known = middle;
    else beyond = middle;
  }
  return known;
}

const writtenInstant = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z$/;

function toTheMillisecond(instant: string): string {
  const time = writtenInstant.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(time)) throw new RangeError('not an instant in UTC, such as 2026-03-01T12:00:00Z');
  return new Date(time).toISOString();
}
