import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { LedgerEvent, StoredEvent } from '../../domain/events.ts';
import type { VictimId } from '../../domain/ids.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';
import type { Documents } from '../documents/documents.ts';
import { deciderOf, streamName, type Kind, type StateOf, type StreamRef } from '../streams.ts';
import type { Standpoint } from '../views/ledger.ts';

/** One thing that was recorded, with where it stands. */
export interface Recorded<Event extends StoredEvent = LedgerEvent> {
  readonly event: Event;
  readonly id: string;
  readonly causationId: string | null;
  readonly position: number;
  readonly recordedAt: string;
}

/** The streams of the log as far as they had been written at a position. */
export class LogFacts {
  readonly #log: Pick<EventStore, 'readStream'>;
  readonly #documents: Documents;
  readonly #standpoint: Standpoint;

  constructor(log: Pick<EventStore, 'readStream'>, documents: Documents, standpoint: Standpoint) {
    this.#log = log;
    this.#documents = documents;
    this.#standpoint = standpoint;
  }

  /** Everything that a stream tells, in order. */
  async *of({ kind, id }: StreamRef): AsyncGenerator<Recorded> {
    const stream = streamName({ kind, id });
    for await (const page of this.#log.readStream(stream, { mayLag: true })) {
      for (const recorded of page) {
        if (recorded.position > this.#standpoint.position) return;
        const { events } = await this.#documents.tells(recorded);
        for (const event of events) yield placed(recorded, event);
      }
    }
  }

  /**
   * Goes through a stream, showing each thing with the state that it was decided on: all that stands before it. The state
   * goes on changing; whoever looks takes what is needed at once. Gives the state at the end.
   */
  async walk<K extends Kind>(
    ref: StreamRef<K>,
    look: (recorded: Recorded, before: StateOf<K>) => void,
  ): Promise<StateOf<K>> {
    const decider = deciderOf(ref.kind);
    const state = decider.empty();
    for await (const recorded of this.of(ref)) {
      look(recorded, state as StateOf<K>);
      decider.evolve(state, recorded.event);
    }
    return state as StateOf<K>;
  }

  /**
   * The same of a victim: through the stream of the id, and, where that was closed, through that of the id which survives
   * it, each with a state of its own. Gives the last of them.
   */
  async walkVictim(
    victimId: VictimId,
    look: (recorded: Recorded, before: StateOf<'Victim'>) => void,
  ): Promise<StateOf<'Victim'>> {
    const walked = new Set<VictimId>();
    for (let id = victimId; ;) {
      walked.add(id);
      const state = await this.walk({ kind: 'Victim', id }, look);
      const { absorbedBy } = state.people;
      if (!absorbedBy?.isClosed || walked.has(absorbedBy.survivorId)) return state;
      id = absorbedBy.survivorId;
    }
  }

  /** Whether something had come into effect on the clocks of the question. */
  isInEffect({ effectiveOn }: { readonly effectiveOn: CalendarDate }): boolean {
    const { asOf } = this.#standpoint;
    return asOf === null || effectiveOn <= asOf;
  }
}

/** An event of the log with where it stands. */
export function placed<Event extends StoredEvent>(
  { id, causationId, position, recordedAt }: RecordedEvent,
  event: Event,
): Recorded<Event> {
  return { event, id, causationId, position, recordedAt };
}
