import {
  LogMoved,
  VersionConflict,
  type Appended,
  type Closing,
  type EventStore,
  type LogHead,
  type LogStanding,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoreCapabilities,
  type StreamWrite,
} from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';
import { Queues } from '../queues.ts';

/**
 * A store over a store: it reads through, and keeps what is appended to itself until it is forgotten. On it a ledger
 * decides and answers as it would, and nothing is recorded.
 */
export class RehearsalStore implements EventStore {
  readonly capabilities: StoreCapabilities;
  readonly #under: EventStore;
  /** What was appended, in its order. */
  protected readonly added: RecordedEvent[] = [];
  readonly #byStream = new Map<string, RecordedEvent[]>();
  readonly #queue = new Queues();

  constructor(under: EventStore) {
    this.#under = under;
    this.capabilities = { ...under.capabilities, atomicStreams: true };
  }

  get standing(): LogStanding {
    return this.#under.standing;
  }

  get closing(): Closing | undefined {
    return this.#under.closing;
  }

  /** One after the other, in the order of the calls, as the port promises. */
  append(writes: readonly StreamWrite[]): Promise<Appended> {
    return this.#queue.run('append', () => this.#append(writes));
  }

  async *readStream(
    stream: string,
    options: ReadStreamOptions = {},
  ): AsyncIterable<readonly RecordedEvent[]> {
    yield* this.#under.readStream(stream, options);
    const added = (this.#byStream.get(stream) ?? []).filter(
      ({ revision }) => revision >= (options.from ?? 0),
    );
    if (added.length > 0) yield added;
  }

  async lastOf(stream: string): Promise<RecordedEvent | undefined> {
    return this.#byStream.get(stream)?.at(-1) ?? (await this.#under.lastOf(stream));
  }

  readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedEvent[]> {
    return this.#under.readAll(options);
  }

  head(): Promise<LogHead> {
    return this.#under.head();
  }

  positionAt(instant: string): Promise<number> {
    return this.#under.positionAt(instant);
  }

  onCommit(listener: (position: number) => void): () => void {
    return this.#under.onCommit(listener);
  }

  close(): Promise<void> {
    this.added.length = 0;
    this.#byStream.clear();
    return Promise.resolve();
  }

  async #append(writes: readonly StreamWrite[]): Promise<Appended> {
    if (this.closing) throw new LogMoved(this.closing);
    const seen = new Set<string>();
    for (const write of writes) {
      // A later write to the same stream follows on the first.
      if (seen.has(write.stream)) continue;
      seen.add(write.stream);
      await this.#expectThere(write);
    }
    const { position } = await this.#under.head();
    const revisions = writes.map((write) => this.#add(write, position));
    return { revisions, position: position + this.added.length };
  }

  async #expectThere({ stream, expected, after }: StreamWrite): Promise<void> {
    const last = await this.lastOf(stream);
    const actual = last?.revision ?? 'no-stream';
    if (actual !== expected || (after ?? last?.id) !== last?.id)
      throw new VersionConflict(stream, expected, actual);
  }

  #add({ stream, expected, events }: StreamWrite, position: number): number {
    const ofStream = this.#byStream.get(stream) ?? [];
    this.#byStream.set(stream, ofStream);
    const recordedAt = new Date().toISOString();
    let revision = expected === 'no-stream' ? -1 : expected;
    for (const event of events) {
      revision += 1;
      const place = { stream, revision, position: position + this.added.length + 1 };
      const added = { ...event, ...place, recordedAt, prev: '' };
      this.added.push(added);
      ofStream.push(added);
    }
    return revision;
  }
}
