import { lastOfAll, type Recorded } from '../log/recorded.ts';
import { currentOf, isMissing, isTombstoned, type StoredStream } from '../log/stored-stream.ts';
import { firstVisible, isTooOld } from '../log/stream-settings.ts';
import type { Node } from '../node.ts';
import { streamNotFoundFrame } from '../wire/read-answers.ts';
import type { StreamRead } from '../wire/read-requests.ts';
import { Refused } from '../wire/refused.ts';
import { streamDeleted, unexpected } from '../wire/refusals.ts';
import { pour, type EventOutlet } from './event-outlet.ts';

interface CountedStreamRead extends StreamRead {
  readonly isBackwards: boolean;
  readonly count: bigint;
}

/** Reads one stream, as much as its metadata lets be seen. */
export async function readStream(node: Node, asked: CountedStreamRead, outlet: EventOutlet): Promise<void> {
  const stream = node.log.stream(asked.stream);
  if (isTombstoned(stream)) throw new Refused(streamDeleted(asked.stream));
  // A real server stumbles over both, and says no more than this.
  if (asked.count === 0n || (asked.from === 'end' && !asked.isBackwards)) {
    throw new Refused(unexpected('Unexpected ReadStreamResult: Error'));
  }
  if (isMissing(stream)) outlet.out.send(streamNotFoundFrame(asked.stream));
  else await pour(visible(stream, asked, node.clock.now()), outlet);
}

function* visible(stream: StoredStream, asked: CountedStreamRead, now: Date): Iterable<Recorded> {
  const [first, last] = [firstVisible(stream.settings, currentOf(stream)), currentOf(stream)];
  const from = asked.from === 'end' ? lastOfAll : asked.from === 'start' ? 0n : asked.from;
  const begin = asked.isBackwards ? smaller(from, last) : greater(from, first);
  const step = asked.isBackwards ? -1 : 1;
  let left = asked.count;
  for (let at = Number(begin); at >= first && left > 0n; at += step) {
    const event = stream.events[at];
    if (!event) return;
    if (isTooOld(stream.settings, event, now)) continue;
    left -= 1n;
    yield event;
  }
}

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const greater = (one: bigint, other: bigint): bigint => (one > other ? one : other);
