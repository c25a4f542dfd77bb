import type { Roster } from '../domain/document/columns.ts';
import type { EventStore, ExpectedRevision } from '../store/event-store.ts';
import type { Documents, Tells } from './documents/documents.ts';
import { deciderOf, streamName, type StreamRef } from './streams.ts';

/** One stream, folded. It belongs to Aggregates; others read it, and change its state only through `advance`. */
export interface Aggregate {
  readonly ref: StreamRef;
  readonly stream: string;
  readonly state: unknown;
  /** The revision up to which the state is folded; -1 where there is no such stream yet. */
  revision: number;
  /** The ids of the first and the last event of the stream. */
  origin: string | undefined;
  last: string | undefined;
  /** The schedules of the stream, for later documents to refer to. */
  readonly rosters: Roster[];
  /** What it takes to keep it, in events. */
  weight: number;
  /** Commands from doors that this stream has carried out, with the id of the first event of each. */
  readonly heard: Map<string, string>;
}

/** An event as it stands in a stream, or will stand once the store has it. */
export interface StreamEvent {
  readonly id: string;
  readonly commandId: string;
  readonly causationId: string | null;
  readonly tells: Tells;
}

/** How many events may stand folded in memory before streams that were not used of late are let go. */
const eventsKept = 600_000;

/**
 * So many that were used last stay, however large: those that one command goes to, with some to spare. A case of two hundred
 * thousand victims weighs more than all that may be kept, and would be folded anew for each of its payments.
 */
const keptInUse = 8;

/** What a stream weighs beside its events: the maps of its state, which for most streams are most of it. */
const emptyWeight = 5;

/**
 * Folded streams, kept warm, so that the next payment of a victim with 200,000 payments need not fold them again.
 *
 * What is kept may be behind the store by what other processes wrote, or ahead of it by events on their way into it. So
 * every append names the exact revision and event it was decided on, and whoever loses lets go of the stream.
 */
export class Aggregates {
  readonly #store: EventStore;
  readonly #documents: Documents;
  /** In the order of last use. */
  readonly #kept = new Map<string, Aggregate>();
  #weight = 0;

  constructor(store: EventStore, documents: Documents) {
    this.#store = store;
    this.#documents = documents;
  }

  /** The stream, folded: as it is kept, or, where `isFresh` is asked for, with what others have written since. */
  async load(ref: StreamRef, isFresh = false): Promise<Aggregate> {
    const kept = this.#kept.get(streamName(ref));
    if (kept) {
      if (isFresh) await this.#readOn(kept);
      this.#touch(kept);
      return kept;
    }
    const aggregate = unread(ref);
    await this.#readOn(aggregate);
    if (aggregate.revision >= 0) this.#keep(aggregate);
    return aggregate;
  }

  /** The stream folded for this once, as this process has heard of it; undefined where it is kept, and to be loaded. */
  async glance(ref: StreamRef): Promise<Aggregate | undefined> {
    if (this.#kept.has(streamName(ref))) return undefined;
    const aggregate = unread(ref);
    await this.#readOn(aggregate, { mayLag: true });
    return aggregate;
  }

  /**
   * Folds events into the stream that are, or are about to be, stored after the revision they were decided at. Some
   * may have been read back from the store in the meantime.
   */
  advance(aggregate: Aggregate, events: readonly StreamEvent[], decidedAt: number): void {
    const before = aggregate.weight;
    for (const event of events.slice(aggregate.revision - decidedAt)) fold(aggregate, event);
    if (this.#kept.get(aggregate.stream) !== aggregate) this.#keep(aggregate);
    else this.#weight += aggregate.weight - before;
    this.#letGo();
  }

  /** Whether the store holds the stream up to this revision, and no further. */
  async isLast({ stream }: Aggregate, revision: number): Promise<boolean> {
    for await (const page of this.#store.readStream(stream, { from: revision + 1 })) {
      if (page.length > 0) return false;
    }
    return true;
  }

  /** Forgets the stream: what was folded did not reach the store, or another has written to it. */
  forget(aggregate: Aggregate): void {
    if (this.#kept.get(aggregate.stream) !== aggregate) return;
    this.#kept.delete(aggregate.stream);
    this.#weight -= aggregate.weight;
  }

  async #readOn(aggregate: Aggregate, { mayLag = false } = {}): Promise<void> {
    const before = aggregate.weight;
    const { stream, revision } = aggregate;
    for await (const page of this.#store.readStream(stream, { from: revision + 1, mayLag })) {
      for (const recorded of page) {
        const tells = await this.#documents.tells(recorded);
        if (recorded.revision === aggregate.revision + 1) fold(aggregate, { ...recorded, tells });
      }
    }
    if (this.#kept.get(aggregate.stream) === aggregate) this.#weight += aggregate.weight - before;
  }

  #keep(aggregate: Aggregate): void {
    const other = this.#kept.get(aggregate.stream);
    if (other) this.forget(other);
    this.#kept.set(aggregate.stream, aggregate);
    this.#weight += aggregate.weight;
  }

  #touch(aggregate: Aggregate): void {
    this.#kept.delete(aggregate.stream);
    this.#kept.set(aggregate.stream, aggregate);
  }

  #letGo(): void {
    for (const aggregate of this.#kept.values()) {
      if (this.#weight <= eventsKept || this.#kept.size <= keptInUse) return;
      this.forget(aggregate);
    }
  }
}

function unread(ref: StreamRef): Aggregate {
  return {
    ref,
    stream: streamName(ref),
    state: deciderOf(ref.kind).empty(),
    revision: -1,
    ...{ origin: undefined, last: undefined },
    rosters: [],
    weight: emptyWeight,
    heard: new Map<string, string>(),
  };
}

/** The revision that an append to the stream must find. */
export function expectedOf({ revision }: Pick<Aggregate, 'revision'>): ExpectedRevision {
  return revision < 0 ? 'no-stream' : revision;
}

function fold(aggregate: Aggregate, { id, commandId, causationId, tells }: StreamEvent): void {
  const decider = deciderOf(aggregate.ref.kind);
  for (const event of tells.events) {
    decider.evolve(aggregate.state, event);
    aggregate.weight += 1;
  }
  aggregate.rosters.push(...tells.rosters);
  aggregate.revision += 1;
  aggregate.origin ??= id;
  aggregate.last = id;
  if (causationId === null && !aggregate.heard.has(commandId)) aggregate.heard.set(commandId, id);
}
