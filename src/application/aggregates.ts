import type { EventStore } from '../store/event-store.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';
import { fold, unread, type Aggregate, type StreamEvent } from './aggregate.ts';
import type { Documents } from './documents/documents.ts';
import type { Snapshots } from './snapshots.ts';
import { streamName, type StreamRef } from './streams.ts';

/** How many events may stand folded in memory before streams that were not used of late are let go. */
const eventsKept = 600_000;

/**
 * So many that were used last stay, however large: those that one command goes to, with some to spare. A case of two hundred
 * thousand victims weighs more than all that may be kept, and would be folded anew for each of its payments.
 */
const keptInUse = 8;

/**
 * Folded streams, kept warm, so that the next payment of a victim with 200,000 payments need not fold them again.
 *
 * What is kept may be behind the store by what other processes wrote, or ahead of it by events on their way into it. So
 * every append names the exact revision and event it was decided on, and whoever loses lets go of the stream.
 */
export class Aggregates {
  readonly #store: EventStore;
  readonly #documents: Documents;
  readonly #snapshots: Snapshots | undefined;
  /** In the order of last use. */
  readonly #kept = new Map<string, Aggregate>();
  #weight = 0;

  constructor(store: EventStore, documents: Documents, snapshots?: Snapshots) {
    this.#store = store;
    this.#documents = documents;
    this.#snapshots = snapshots;
  }

  /** The stream, folded: as it is kept, or, where `isFresh` is asked for, with what others have written since. */
  async load(ref: StreamRef, isFresh = false): Promise<Aggregate> {
    const kept = this.#kept.get(streamName(ref));
    if (kept) {
      if (isFresh) await this.#readOn(kept);
      this.#touch(kept);
      return kept;
    }
    const aggregate = (await this.#snapshotOf(ref)) ?? unread(ref);
    const { revision: after } = aggregate;
    const upTo = await this.#readOn(aggregate);
    // As it is now, all of it is in the store; what is decided next may never reach it.
    const keeping = this.#snapshots?.keep(aggregate, { after, upTo });
    if (aggregate.revision >= 0) this.#keep(aggregate);
    await keeping;
    return aggregate;
  }

  /** The stream as it was folded before, where the store has it as it was then. */
  async #snapshotOf(ref: StreamRef): Promise<Aggregate | undefined> {
    const kept = await this.#snapshots?.of(ref);
    if (kept === undefined) return undefined;
    const { stream, revision: from } = kept.aggregate;
    for await (const [event] of this.#store.readStream(stream, { from }))
      return event && kept.isOf(event) ? kept.aggregate : undefined;
    return undefined;
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

  /** Reads what was added since; gives the last event of that. */
  async #readOn(aggregate: Aggregate, { mayLag = false } = {}): Promise<RecordedEvent | undefined> {
    let last: RecordedEvent | undefined;
    const before = aggregate.weight;
    const { stream, revision } = aggregate;
    for await (const page of this.#store.readStream(stream, { from: revision + 1, mayLag })) {
      for (const recorded of page) {
        last = recorded;
        const tells = await this.#documents.tells(recorded);
        if (recorded.revision === aggregate.revision + 1) fold(aggregate, { ...recorded, tells });
      }
    }
    if (this.#kept.get(aggregate.stream) === aggregate) this.#weight += aggregate.weight - before;
    return last;
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
