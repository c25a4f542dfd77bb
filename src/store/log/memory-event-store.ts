/** A shelf that lasts as long as the process: for tests, and for plans that are thrown away. */
import type { Entry, Shelf, StoredBytes, Tip } from './carry-out.ts';
import { carryOut } from './carry-out.ts';
import type { CommitListener } from './commit-listeners.ts';
import { CommitListeners } from './commit-listeners.ts';
import { draftAppend, maxLocalAppendBytes } from './draft-append.ts';
import { emptyHash, readEnvelope } from './envelope.ts';
import type {
  Appended,
  EventStore,
  LogHead,
  ReadAllOptions,
  ReadStreamOptions,
  StoreCapabilities,
  StreamWrite,
} from '../event-store.ts';
import { DuplicateEventId, StoreUnavailable } from '../event-store.ts';
import { count, eventsPerPage, inTurns, lastPositionAt, rangeWithin } from './reading.ts';
import type { RecordedEvent } from '../recorded-event.ts';

export interface MemoryStoreOptions {
  /** Whether one append may write several streams; it may, unless told. */
  readonly atomicStreams?: boolean;
  readonly clock?: () => Date;
}

export class MemoryEventStore implements EventStore {
  readonly capabilities: StoreCapabilities;
  readonly standing = 'live';
  readonly closing = undefined;
  readonly #clock: () => Date;
  readonly #listeners = new CommitListeners();
  readonly #log = new MemoryLog();
  #isClosed = false;

  constructor({ atomicStreams = true, clock = () => new Date() }: MemoryStoreOptions = {}) {
    this.capabilities = { atomicStreams, strictIds: true, maxAppendBytes: maxLocalAppendBytes };
    this.#clock = clock;
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    const append = draftAppend(writes, this.capabilities);
    const log = this.#open();
    const before = log.head.position;
    const appended = carryOut(log, append, this.#clock());
    if (log.head.position > before) this.#listeners.tell(log.head.position);
    return Promise.resolve(appended);
  }

  async *readStream(
    stream: string,
    { from = 0 }: ReadStreamOptions = {},
  ): AsyncGenerator<readonly RecordedEvent[]> {
    const log = this.#open();
    yield* this.#inTurns(log.pages(log.positionsOf(stream).slice(count(from, 'from'))));
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<readonly RecordedEvent[]> {
    const log = this.#open();
    const { after, upTo } = rangeWithin(log.head.position, options);
    const positions = Array.from({ length: Math.max(upTo - after, 0) }, (_, at) => after + 1 + at);
    yield* this.#inTurns(log.pages(positions));
  }

  async lastOf(stream: string): Promise<RecordedEvent | undefined> {
    const log = this.#open();
    const position = log.positionsOf(stream).at(-1);
    return Promise.resolve(position === undefined ? undefined : log.read(position));
  }

  async head(): Promise<LogHead> {
    return Promise.resolve(this.#open().head);
  }

  async positionAt(instant: string): Promise<number> {
    const log = this.#open();
    return Promise.resolve(
      lastPositionAt(log.head.position, instant, (position) => log.read(position).recordedAt),
    );
  }

  onCommit(listener: CommitListener): () => void {
    this.#open();
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#listeners.clear();
    return Promise.resolve();
  }

  #inTurns(pages: Iterable<readonly RecordedEvent[]>): AsyncIterable<readonly RecordedEvent[]> {
    return inTurns(pages, () => {
      this.#open();
    });
  }

  #open(): MemoryLog {
    if (this.#isClosed) throw new StoreUnavailable('the store is closed');
    return this.#log;
  }
}

class MemoryLog implements Shelf {
  readonly #entries: Entry[] = [];
  readonly #positions = new Map<string, number[]>();
  readonly #ids = new Set<string>();
  lastRecordedAt = '';

  get head(): LogHead {
    const last = this.#entries.at(-1);
    return { position: this.#entries.length, hash: last?.running ?? emptyHash };
  }

  tipOf(stream: string): Tip | undefined {
    const last = this.positionsOf(stream).at(-1);
    return last === undefined ? undefined : this.#entry(last);
  }

  eventAt(stream: string, revision: number): StoredBytes | undefined {
    const position = this.positionsOf(stream)[revision];
    return position === undefined ? undefined : this.#entry(position);
  }

  put(entries: readonly Entry[], recordedAt: string): void {
    const known = entries.find((entry) => this.#ids.has(entry.id));
    if (known !== undefined) throw new DuplicateEventId(known.id);
    for (const entry of entries) {
      this.#entries.push(entry);
      this.#ids.add(entry.id);
      const positions = this.#positions.get(entry.stream);
      if (positions === undefined) this.#positions.set(entry.stream, [entry.position]);
      else positions.push(entry.position);
    }
    this.lastRecordedAt = recordedAt;
  }

  positionsOf(stream: string): readonly number[] {
    return this.#positions.get(stream) ?? [];
  }

  *pages(positions: readonly number[]): Generator<readonly RecordedEvent[]> {
    for (let at = 0; at < positions.length; at += eventsPerPage) {
      yield positions.slice(at, at + eventsPerPage).map((position) => this.read(position));
    }
  }

  read(position: number): RecordedEvent {
    return readEnvelope(this.#entry(position).bytes.toString(), position);
  }

  #entry(position: number): Entry {
    return this.#entries[position - 1] as Entry;
  }
}
