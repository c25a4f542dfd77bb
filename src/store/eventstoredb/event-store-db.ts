/**
 * The shelf for many machines: EventStoreDB has the log, and every node keeps a copy of it beside its read models.
 *
 * The server decides what is stored, one stream at a time; the copy, in the server's order, says what position it has and
 * what the running hash is. An append returns when the node that wrote has it in its copy, and so reads its own writes.
 */
import { join } from 'node:path';
import type {
  Appended,
  Closing,
  EventStore,
  LogHead,
  LogStanding,
  ReadAllOptions,
  ReadStreamOptions,
  StoreCapabilities,
  StreamWrite,
} from '../event-store.ts';
import { LogMoved, StoreUnavailable } from '../event-store.ts';
import type { CommitListener } from '../log/commit-listeners.ts';
import { draftAppend } from '../log/draft-append.ts';
import { count, inTurns, lastPositionAt, rangeWithin } from '../log/reading.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import { LogCopy } from '../sqlite-log/log-copy.ts';
import { Appends } from './appends.ts';
import { readConnectionString } from './connection-string.ts';
import { CopyKeeper } from './copy-keeper.ts';
import { Follower } from './follower.ts';
import { Notary, type SealingPace } from './notary.ts';
import { Server } from './server.ts';

export interface EventStoreDbOptions {
  readonly connectionString: string;
  /** Where this node keeps its copy of the log. */
  readonly folder: string;
  /** The categories of streams that are the log, as `Victim` of `Victim-1`; others on the server are none of ours. */
  readonly categories: readonly string[];
  readonly clock?: () => Date;
  /** How long to wait for the server, in milliseconds, before saying that it is not known what became of it; 10,000. */
  readonly deadline?: number;
  /** How long to wait at the start for the copy to have all there is; 10,000. It goes on copying afterwards. */
  readonly patience?: number;
  /** How long a subscription may be silent before it is begun again; 30,000. */
  readonly silence?: number;
  /** Whether all that stands in the streams is read, whether the log is closed or not; it is heeded, unless told. */
  readonly isHeedless?: boolean;
  /** When this node publishes the running hash of the log; never, unless told. */
  readonly sealing?: SealingPace;
}

/** @throws WrongConnectionString, or StoreUnavailable or LogDamaged where the copy cannot be opened */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStoreDb> {
  const server = new Server(readConnectionString(options.connectionString));
  let copy: LogCopy | undefined;
  let store: EventStoreDb | undefined;
  try {
    copy = LogCopy.open(copyIn(options.folder));
    store = new EventStoreDb(server, copy, options);
    await store.untilLive(options.patience ?? 10_000);
    return store;
  } catch (error) {
    // Whoever opens it again, as a program that waits for its server does, does not leave one behind each time.
    if (store === undefined) copy?.close();
    await Promise.allSettled([(store ?? server).close()]);
    throw error;
  }
}

export class EventStoreDb implements EventStore {
  /** The path of the copy of this node. */
  readonly copyFile: string;
  readonly capabilities: StoreCapabilities = {
    atomicStreams: false,
    strictIds: false,
    maxAppendBytes: greatestAppend,
  };
  readonly #server: Server;
  readonly #copy: LogCopy;
  readonly #keeper: CopyKeeper;
  readonly #follower: Follower;
  readonly #appends: Appends;
  readonly #deadline: number;
  readonly #notary: Notary | undefined;
  /** The last append to each stream that has not come to its end: the next one waits for it. */
  readonly #underWay = new Map<string, Promise<unknown>>();
  #isClosed = false;

  constructor(server: Server, copy: LogCopy, options: EventStoreDbOptions) {
    const { folder, categories, clock = () => new Date(), deadline = 10_000, silence = 30_000 } = options;
    const { isHeedless = false } = options;
    this.copyFile = copyIn(folder);
    this.#server = server;
    this.#copy = copy;
    this.#deadline = deadline;
    this.#keeper = new CopyKeeper(copy, { server, folder, isHeedless });
    const keeper = this.#keeper;
    const followed = [...categories, ...keeper.categoriesBeside];
    this.#follower = new Follower({ server, keeper, categories: followed, silence });
    const follower = this.#follower;
    this.#appends = new Appends({ server, copy, follower, clock, deadline });
    const { sealing: pace } = options;
    if (pace) this.#notary = new Notary({ server, copy, keeper, follower, pace });
    this.#follower.start();
  }

  get standing(): LogStanding {
    return this.#follower.standing;
  }

  /** Why this node hears nothing of the server; undefined while it hears anything. */
  get whyAway(): Error | undefined {
    return this.#follower.whyAway;
  }

  get closing(): Closing | undefined {
    return this.#keeper.closing;
  }

  /** Waits until the copy has all there is, and no longer than this. */
  async untilLive(ms: number): Promise<boolean> {
    const isLive = await this.#follower.untilLive(ms);
    this.#follower.expectWhole();
    return isLive;
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    const { writes: drafts } = draftAppend(writes, this.capabilities);
    this.#expectOpen();
    const [write] = drafts;
    if (write === undefined) throw new RangeError('a draft has lost its write');
    const { stream } = write;
    const before = this.#underWay.get(stream) ?? Promise.resolve();
    const appended = before.catch(() => undefined).then(() => this.#appends.append(write));
    this.#underWay.set(stream, appended);
    try {
      return await appended;
    } finally {
      if (this.#underWay.get(stream) === appended) this.#underWay.delete(stream);
    }
  }

  /** What the copy has may be old: the server is asked how far the stream goes, and the copy is waited for. */
  async *readStream(
    stream: string,
    { from = 0, mayLag = false }: ReadStreamOptions = {},
  ): AsyncGenerator<readonly RecordedEvent[]> {
    this.#expectOpen();
    count(from, 'from');
    if (!mayLag) await this.#bringUp(stream);
    yield* this.#inTurns(this.#copy.reader.stream(stream, from));
  }

  async lastOf(
    stream: string,
    { mayLag = false }: Pick<ReadStreamOptions, 'mayLag'> = {},
  ): Promise<RecordedEvent | undefined> {
    this.#expectOpen();
    if (!mayLag) await this.#bringUp(stream);
    return this.#copy.reader.last(stream);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<readonly RecordedEvent[]> {
    const head = await this.head();
    const range = rangeWithin(head.position, options);
    const { reader } = this.#copy;
    if (options.isChecked !== true) yield* this.#inTurns(reader.all(range));
    else
      yield* reader.checkedInTurns(range, head, () => {
        this.#expectOpen();
      });
  }

  async head(): Promise<LogHead> {
    this.#expectOpen();
    return Promise.resolve(this.#copy.head());
  }

  async positionAt(instant: string): Promise<number> {
    const { position } = await this.head();
    return lastPositionAt(position, instant, (at) => this.#copy.reader.at(at).recordedAt);
  }

  onCommit(listener: CommitListener): () => void {
    this.#expectOpen();
    return this.#keeper.listeners.add(listener);
  }

  /** Waits for what was asked for before, within its deadlines. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await Promise.allSettled(this.#underWay.values());
    await this.#notary?.close();
    await this.#follower.close();
    this.#keeper.listeners.clear();
    await this.#server.close();
    this.#copy.close();
  }

  async #bringUp(stream: string): Promise<void> {
    this.#follower.expectWhole();
    // A log that is closed is all there, and what the server has beyond it is no part of it.
    if (this.closing) return;
    // Before the server is asked: the copy may go further by the time it has answered.
    const known = this.#copy.tipOf(stream)?.revision ?? -1;
    const last = await this.#server.lastRevision(stream, this.#deadline);
    // An answer that was cut off looks like that of a stream that is not there.
    if (last < known) throw new StoreUnavailable('EventStoreDB answered with less than it has had');
    try {
      if (last >= 0) await this.#follower.untilArrived(stream, last, this.#deadline);
    } catch (error) {
      if (!(error instanceof LogMoved)) throw error;
    }
    this.#expectOpen();
  }

  #inTurns(pages: Iterable<readonly RecordedEvent[]>): AsyncIterable<readonly RecordedEvent[]> {
    return inTurns(pages, () => {
      this.#expectOpen();
    });
  }

  #expectOpen(): void {
    if (this.#isClosed) throw new StoreUnavailable('the store is closed');
  }
}

/** The name of a node's copy of the log, in its folder. */
export const nameOfCopy = 'log-copy.sqlite';

function copyIn(folder: string): string {
  return join(folder, nameOfCopy);
}

/** Servers before 25.1 take no request above 1 MiB, and count more than our bytes. */
const greatestAppend = 900 * 1024;
