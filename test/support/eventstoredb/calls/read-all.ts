import { at, compare, type Position } from '../log/position.ts';
import type { EventLog } from '../log/event-log.ts';
import { canReadFrom, indexFrom } from '../log/places.ts';
import type { Recorded } from '../log/recorded.ts';
import type { Node } from '../node.ts';
import type { AllRead } from '../wire/read-requests.ts';
import { Refused } from '../wire/refused.ts';
import { unexpected } from '../wire/refusals.ts';
import { pour, type EventOutlet } from './event-outlet.ts';

interface CountedAllRead extends AllRead {
  readonly isBackwards: boolean;
  readonly count: bigint;
}

/** Reads all streams, in the order in which they were written: nothing is hidden here, neither by age nor by deletion. */
export async function readAll(node: Node, asked: CountedAllRead, outlet: EventOutlet): Promise<void> {
  const from = positionOf(node.log, asked);
  if (!canReadFrom(node.log.all, from.commit)) {
    throw new Refused(unexpected('Unexpected ReadAllResult: InvalidPosition'));
  }
  const events = asked.isBackwards ? backwards(node.log, from) : forwards(node.log, from);
  await pour(admitted(events, asked), outlet);
}

function positionOf({ end }: EventLog, { from }: CountedAllRead): Position {
  if (from === 'end') return at(end);
  return from === 'start' ? at(0n) : from;
}

function* forwards(log: EventLog, from: Position): Iterable<Recorded> {
  for (let index = indexFrom(log.all, from); index < log.all.length; index += 1)
    yield log.all[index] as Recorded;
}

/** The event that begins at the position is not among them: backwards, a position is where the last one ended. */
function* backwards(log: EventLog, from: Position): Iterable<Recorded> {
  for (let index = indexFrom(log.all, from) - 1; index >= 0; index -= 1) {
    const event = log.all[index] as Recorded;
    if (compare(at(event.end), from) <= 0) yield event;
  }
}

function* admitted(events: Iterable<Recorded>, { filter, count }: CountedAllRead): Iterable<Recorded> {
  let left = count;
  if (left === 0n) return;
  for (const event of events) {
    if (filter && !filter.admits(event)) continue;
    yield event;
    left -= 1n;
    if (left === 0n) return;
  }
}
