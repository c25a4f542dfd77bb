/** The shelf for one machine: one SQLite file, into which several processes may write. */
import type Database from 'better-sqlite3';
import type { CommitListener } from '../log/commit-listeners.ts';
import type { DraftAppend } from '../log/draft-append.ts';
import { draftAppend, maxLocalAppendBytes } from '../log/draft-append.ts';
import type {
  Appended,
  Closing,
  EventStore,
  LogHead,
  ReadAllOptions,
  ReadStreamOptions,
  StoreCapabilities,
  StreamWrite,
} from '../event-store.ts';
import { AppendRefused, StoreUnavailable } from '../event-store.ts';
import type { Outcome } from './group-commit.ts';
import { GroupCommit } from './group-commit.ts';
import { count, inTurns, lastPositionAt, rangeWithin } from '../log/reading.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import { translated } from './errors.ts';
import { closingIn } from './closing.ts';
import { SqliteCommit } from './commit.ts';
import { openLogFile } from './log-file.ts';
import { SqliteReader } from './log-reader.ts';
import { SqliteShelf } from './shelf.ts';
import { SqliteWatch } from './watch.ts';

export interface SqliteStoreOptions {
  /** The path of the file; it is made, with its directory, where there is none. */
  readonly file: string;
  readonly clock?: () => Date;
  /** Refuses every append, and makes nothing. */
  readonly readOnly?: boolean;
  /** Whether one append may write several streams; it may, unless told. */
  readonly atomicStreams?: boolean;
  /** How long to wait for another process that writes, in milliseconds; 5,000 unless told. The process waits whole. */
  readonly busyTimeout?: number;
}

/**
 * @throws StoreUnavailable where the file cannot be opened or made
 * @throws LogDamaged where the file is no log, or not as it was created
 */
export async function openSqliteEventStore(options: SqliteStoreOptions): Promise<EventStore> {
  const { file, readOnly = false, busyTimeout = 5000 } = options;
  const db = openLogFile(file, { readOnly, busyTimeout });
  return Promise.resolve(translated(() => new SqliteEventStore(db, options)));
}

class SqliteEventStore implements EventStore {
  readonly capabilities: StoreCapabilities;
  readonly standing = 'live';
  readonly #db: Database.Database;
  readonly #isReadOnly: boolean;
  readonly #reader: SqliteReader;
  readonly #commit: SqliteCommit;
  readonly #watch: SqliteWatch;
  readonly #queue = new GroupCommit((appends) => this.#carryOutAll(appends));

  constructor(db: Database.Database, options: SqliteStoreOptions) {
    const { atomicStreams = true, readOnly = false, clock = () => new Date() } = options;
    this.capabilities = { atomicStreams, strictIds: true, maxAppendBytes: maxLocalAppendBytes };
    this.#db = db;
    this.#isReadOnly = readOnly;
    const shelf = new SqliteShelf(db);
    this.#reader = new SqliteReader(db, shelf);
    this.#commit = new SqliteCommit(db, shelf, clock);
    this.#watch = new SqliteWatch(db);
  }

  get closing(): Closing | undefined {
    this.#expectOpen();
    return translated(() => closingIn(this.#db));
  }

  append(writes: readonly StreamWrite[]): Promise<Appended> {
    return this.#queue.add(() => {
      const append = draftAppend(writes, this.capabilities);
      if (this.#isReadOnly) throw new AppendRefused('the log was opened to be read only');
      this.#expectOpen();
      return append;
    });
  }

  async *readStream(
    stream: string,
    { from = 0 }: ReadStreamOptions = {},
  ): AsyncGenerator<readonly RecordedEvent[]> {
    yield* this.#inTurns(this.#reader.stream(stream, count(from, 'from')));
  }

  async lastOf(stream: string): Promise<RecordedEvent | undefined> {
    this.#expectOpen();
    return Promise.resolve(this.#reader.last(stream));
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<readonly RecordedEvent[]> {
    const head = this.#head();
    const range = rangeWithin(head.position, options);
    if (options.isChecked !== true) yield* this.#inTurns(this.#reader.all(range));
    else
      yield* this.#reader.checkedInTurns(range, head, () => {
        this.#expectOpen();
      });
  }

  async head(): Promise<LogHead> {
    return Promise.resolve(this.#head());
  }

  async positionAt(instant: string): Promise<number> {
    const { position } = this.#head();
    const recordedAt = (at: number): string => this.#reader.at(at).recordedAt;
    return Promise.resolve(lastPositionAt(position, instant, recordedAt));
  }

  onCommit(listener: CommitListener): () => void {
    this.#expectOpen();
    return this.#watch.add(listener);
  }

  /** Carries out what was asked for before, and then closes the file. */
  async close(): Promise<void> {
    if (!this.#db.open) return Promise.resolve();
    this.#queue.flush();
    this.#watch.stop();
    this.#commit.tidyUp();
    this.#db.close();
    return Promise.resolve();
  }

  #inTurns(pages: Iterable<readonly RecordedEvent[]>): AsyncIterable<readonly RecordedEvent[]> {
    return inTurns(pages, () => {
      this.#expectOpen();
    });
  }

  #head(): LogHead {
    this.#expectOpen();
    return this.#reader.head();
  }

  #expectOpen(): void {
    if (!this.#db.open) throw new StoreUnavailable('the store is closed');
  }

  #carryOutAll(appends: readonly DraftAppend[]): readonly Outcome[] {
    const { outcomes, position } = this.#commit.carryOutAll(appends);
    if (position !== undefined) this.#watch.tell(position);
    return outcomes;
  }
}
