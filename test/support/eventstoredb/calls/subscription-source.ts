import { at, beforeEverything, compare, isAfter, type Position } from '../log/position.ts';
import { canReadFrom, indexFrom } from '../log/places.ts';
import type { Recorded } from '../log/recorded.ts';
import { currentOf, isTombstoned } from '../log/stored-stream.ts';
import { firstVisible, isTooOld } from '../log/stream-settings.ts';
import type { Node } from '../node.ts';
import type { AllRead, StreamRead } from '../wire/read-requests.ts';
import { Refused } from '../wire/refused.ts';
import { invalidPosition, streamDeleted, type Refusal } from '../wire/refusals.ts';
import { Checkpoints } from './checkpoints.ts';

/** What a subscription follows: a row of events that only grows. */
export interface Source {
  readonly events: readonly Recorded[];
  /** The index at which it begins, which is the end of the row where there is nothing to catch up with. */
  readonly begin: number;
  readonly checkpoints: Checkpoints | undefined;
  /** Whether the subscriber asked for it; on the way to the end, what is hidden is left out. */
  isWanted(event: Recorded, isLive: boolean): boolean;
  /** Why there can be nothing after this event. */
  refusalAfter(event: Recorded): Refusal | undefined;
}

export class AllSource implements Source {
  readonly begin: number;
  readonly checkpoints: Checkpoints | undefined;
  readonly #node: Node;
  readonly #asked: AllRead;
  readonly #from: Position;

  constructor(node: Node, asked: AllRead) {
    const { log, dialect } = node;
    this.#node = node;
    this.#asked = asked;
    this.#from = fromOf(asked, at(log.lastPosition));
    const isAtEnd = compare(this.#from, at(log.lastPosition)) >= 0;
    if (!isAtEnd && !canReadFrom(log.all, this.#from.commit)) throw new Refused(invalidPosition());
    this.begin = isAtEnd ? log.all.length : indexFrom(log.all, this.#from);
    this.checkpoints = asked.filter && new Checkpoints(asked.filter, this.#from, dialect.checkpointOfNothing);
  }

  get events(): readonly Recorded[] {
    return this.#node.log.all;
  }

  isWanted(event: Recorded): boolean {
    if (!isAfter(at(event.position), this.#from)) return false;
    return this.#asked.filter?.admits(event) ?? true;
  }

  refusalAfter(): undefined {
    return undefined;
  }
}

export class StreamSource implements Source {
  readonly begin: number;
  readonly checkpoints = undefined;
  readonly #node: Node;
  readonly #stream: string;
  /** What comes after this revision is sent. */
  readonly #after: bigint;

  constructor(node: Node, { stream, from }: StreamRead) {
    const stored = node.log.stream(stream);
    if (isTombstoned(stored)) throw new Refused(streamDeleted(stream));
    this.#node = node;
    this.#stream = stream;
    this.#after = from === 'start' ? -1n : from === 'end' ? currentOf(stored) : from;
    this.begin = this.#after >= currentOf(stored) ? stored.events.length : Number(this.#after) + 1;
  }

  get events(): readonly Recorded[] {
    return this.#node.log.eventsOf(this.#stream);
  }

  isWanted(event: Recorded, isLive: boolean): boolean {
    if (event.revision <= this.#after) return false;
    if (isLive) return true;
    const { settings, events } = this.#node.log.stream(this.#stream);
    if (isTooOld(settings, event, this.#node.clock.now())) return false;
    return event.revision >= firstVisible(settings, events.at(-1)?.revision ?? -1n);
  }

  refusalAfter({ type }: Recorded): Refusal | undefined {
    return type === '$streamDeleted' ? streamDeleted(this.#stream) : undefined;
  }
}

function fromOf({ from }: AllRead, last: Position): Position {
  if (from === 'end') return last;
  return from === 'start' ? beforeEverything : from;
}
