import type { EventToAppend } from '../store/recorded-event.ts';

/**
 * The events in their order, divided so that each part is well within what a store takes in one append. Only lists of what
 * ended, or is owed again, may stand apart from what they follow from.
 */
export function* inAppends(
  events: readonly EventToAppend[],
  mostBytes: number,
): Generator<readonly EventToAppend[]> {
  let part: EventToAppend[] = [];
  let size = 0;
  for (const event of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event)) + envelope;
    if (part.length > 0 && isList(event) && size + bytes > mostBytes) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(event);
    size += bytes;
  }
  if (part.length > 0) yield part;
}

function isList({ type }: EventToAppend): boolean {
  return type === 'LiabilitiesTerminated' || type === 'LiabilitiesReinstated';
}

/** In bytes, more than an event has in the log beside what is appended: its place, the instant and the hash. */
const envelope = 1_000;
