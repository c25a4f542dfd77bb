/**
 * The directory of many machines: EventStoreDB has it, sealed, in streams that are no part of the ledger, and every node
 * keeps an index of it beside its copy of the log (decision 0014).
 */
import { join } from 'node:path';
import {
  LabelRefused,
  type Directory,
  type DirectoryEntry,
  type DirectoryKind,
  type Forgotten,
  type Held,
  type LabelRule,
  type NamedKind,
  type Put,
  type Relabelled,
} from '../directory.ts';
import { newId } from '../directory/new-id.ts';
import { StoreUnavailable, type LogStanding } from '../event-store.ts';
import { readConnectionString } from '../eventstoredb/connection-string.ts';
import { Follower } from '../eventstoredb/follower.ts';
import { Server } from '../eventstoredb/server.ts';
import { toldOfFile } from '../sqlite-fault.ts';
import { call, look, ruleOf, type Called, type View } from './calling.ts';
import { DirectoryIndex, type KnownStream } from './directory-index.ts';
import { DirectoryKeeper } from './directory-keeper.ts';
import { forget } from './forgetting.ts';
import { readKeyFile } from './key-file.ts';
import { KeyRing } from './key-ring.ts';
import { LabelStreams } from './label-streams.ts';
import { directoryCategory } from './names.ts';
import { Naming } from './naming.ts';
import { reseal } from './resealing.ts';
import { withdraw } from './withdrawing.ts';

export interface EventStoreDbDirectoryOptions {
  readonly connectionString: string;
  /** Where this node keeps its index; in memory alone, unless told. */
  readonly folder?: string;
  /** The path of the file that holds the keys. */
  readonly keyFile: string;
  /** How long to wait for the server, in milliseconds, before saying that it is not known what became of it; 10,000. */
  readonly deadline?: number;
  /** How long to wait at the start for the index to have all there is; 10,000. It goes on hearing afterwards. */
  readonly patience?: number;
  /** How long a subscription may be silent before it is begun again; 30,000. */
  readonly silence?: number;
}

/** @throws DirectoryKeyRefused, WrongConnectionString, or SealBroken where what is on the server was tampered with */
export async function openEventStoreDbDirectory(
  options: EventStoreDbDirectoryOptions,
): Promise<EventStoreDbDirectory> {
  const keys = new KeyRing(readKeyFile(options.keyFile));
  const directory = new EventStoreDbDirectory(keys, options);
  try {
    await directory.untilLive(options.patience ?? 10_000);
    return directory;
  } catch (error) {
    await directory.close();
    throw error;
  }
}

/** The index of a node cannot be read: it is a copy, and is made anew. */
class DirectoryIndexDamaged extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'DirectoryIndexDamaged';
  }
}

export class EventStoreDbDirectory implements Directory {
  readonly #file: string;
  readonly #server: Server;
  readonly #keys: KeyRing;
  readonly #index: DirectoryIndex;
  readonly #naming: Naming;
  readonly #follower: Follower;
  readonly #deadline: number;
  readonly #underWay = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(keys: KeyRing, options: EventStoreDbDirectoryOptions) {
    const { connectionString, folder, deadline = 10_000, silence = 30_000 } = options;
    this.#file = folder === undefined ? ':memory:' : join(folder, 'directory-index.sqlite');
    this.#server = new Server(readConnectionString(connectionString));
    this.#keys = keys;
    this.#deadline = deadline;
    this.#index = this.#told(() => new DirectoryIndex(this.#file));
    this.#naming = new Naming(this.#server, keys);
    const keeper = new DirectoryKeeper(this.#index, keys, { naming: this.#naming, deadline });
    this.#follower = new Follower({
      ...{ server: this.#server, keeper, categories: [directoryCategory], silence },
    });
    this.#follower.start();
  }

  get standing(): LogStanding {
    return this.#follower.standing;
  }

  /** Waits until the index has all there is, and no longer than this. @throws what stopped it for good */
  async untilLive(ms: number): Promise<boolean> {
    const isLive = await this.#follower.untilLive(ms);
    this.#follower.expectWhole();
    return isLive;
  }

  labelOf(id: string): Promise<string | undefined> {
    return this.#asked(() => this.#index.labelOf(id));
  }

  idOf(kind: DirectoryKind, label: string): Promise<string | undefined> {
    return this.#asked(() => this.#index.idOf(kind, label));
  }

  newId(kind: NamedKind): string {
    return newId(kind);
  }

  /** As the server has it: who asks is about to write. */
  refusalOf(entry: DirectoryEntry): Promise<LabelRule | undefined> {
    return this.#onErrand(async (streams) => ruleOf(await look(streams.onServer, entry), entry));
  }

  async put(entry: DirectoryEntry): Promise<Put> {
    const verdictOn = (view: View) => ruleOf(view, entry) ?? (view.id.held === undefined ? 'write' : 'same');
    const called = expectTaken(await this.#onErrand((streams) => call(streams, entry, verdictOn)));
    return called === 'written' ? 'entered' : 'known';
  }

  /** Each is sealed and stored by itself; so many at once share the way to the server. */
  async putAll(entries: readonly DirectoryEntry[]): Promise<void> {
    for (let at = 0; at < entries.length; at += mostAtOnce) {
      const some = entries.slice(at, at + mostAtOnce);
      await Promise.all(some.map((entry) => this.put(entry).catch(passedOver)));
    }
  }

  withdraw(entry: DirectoryEntry): Promise<void> {
    return this.#onErrand((streams) => withdraw(streams, entry));
  }

  async relabel(entry: DirectoryEntry): Promise<Relabelled> {
    const verdictOn = (view: View) => relabelling(view, entry);
    const called = expectTaken(await this.#onErrand((streams) => call(streams, entry, verdictOn)));
    return relabelled[called];
  }

  forget(id: string): Promise<Forgotten> {
    return this.#onErrand((streams) => forget(streams, id, false));
  }

  async bar(id: string): Promise<void> {
    await this.#onErrand((streams) => forget(streams, id, true));
  }

  /** Of all there was on the server when it was asked. @throws StoreUnavailable where that is not to be had */
  async *contents(): AsyncGenerator<readonly Held[]> {
    this.#expectOpen();
    await this.#expectLive();
    yield* this.#index.contents();
  }

  /**
   * Seals every record with the key that seals now, so that the others are needed no more, and what only they open is lost
   * for good. It can be done again, and goes on where it was cut short.
   *
   * @param onProgress is told how many records have been sealed
   * @returns how many were
   * @throws StoreUnavailable
   */
  async reseal(onProgress?: (done: number) => void): Promise<number> {
    this.#expectOpen();
    await this.#expectLive();
    let done = (await this.#naming.reseal(Date.now() + this.#deadline)) ? 1 : 0;
    for (let page = this.#sealedOtherwise(); page.length > 0; page = this.#sealedOtherwise()) {
      for (const each of page) {
        if (await this.#onErrand((streams) => reseal(streams, each))) done += 1;
        onProgress?.(done);
      }
    }
    return done;
  }

  #sealedOtherwise(): readonly KnownStream[] {
    return this.#told(() => this.#index.sealedOtherwise(this.#keys.sealing));
  }

  async #expectLive(): Promise<void> {
    if (!(await this.untilLive(this.#deadline)))
      throw new StoreUnavailable('the directory was not heard to its end');
  }

  /** Waits for what was asked for before, within its deadlines. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await Promise.allSettled(this.#underWay);
    await this.#follower.close();
    await this.#server.close();
    this.#index.close();
  }

  async #onErrand<Answer>(errand: (streams: LabelStreams) => Promise<Answer>): Promise<Answer> {
    this.#expectOpen();
    this.#follower.expectWhole();
    const ran = this.#run(errand);
    this.#underWay.add(ran);
    try {
      return await ran;
    } catch (error) {
      throw this.#toldOf(error);
    } finally {
      this.#underWay.delete(ran);
    }
  }

  async #run<Answer>(errand: (streams: LabelStreams) => Promise<Answer>): Promise<Answer> {
    const until = Date.now() + this.#deadline;
    const [server, keys, index, follower] = [this.#server, this.#keys, this.#index, this.#follower];
    const names = await this.#naming.names(until);
    return errand(new LabelStreams({ server, keys, index, follower, names, until }));
  }

  async #asked<Answer>(ask: () => Answer): Promise<Answer> {
    this.#expectOpen();
    return this.#told(ask);
  }

  #told<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (error) {
      throw this.#toldOf(error);
    }
  }

  #toldOf(error: unknown): unknown {
    const path = this.#file;
    return toldOfFile(error, { path, damaged: (said) => new DirectoryIndexDamaged(path, said) });
  }

  #expectOpen(): void {
    if (this.#isClosed) throw new StoreUnavailable('the directory is closed');
  }
}

function relabelling(view: View, entry: DirectoryEntry) {
  const rule = ruleOf(view, entry);
  if (rule === 'label-taken' || rule === 'label-forgotten') return rule;
  if (view.id.held === undefined) return 'unknown';
  return rule === 'label-differs' ? 'write' : 'same';
}

const relabelled = { written: 'relabelled', same: 'unchanged', unknown: 'unknown' } as const;

/** @throws LabelRefused where it was refused */
function expectTaken(called: Called): keyof typeof relabelled {
  if (called === 'written' || called === 'same' || called === 'unknown') return called;
  throw new LabelRefused(called);
}

const mostAtOnce = 16;

/** A label that is refused is passed over; anything else is not. */
function passedOver(error: unknown): void {
  if (!(error instanceof LabelRefused)) throw error;
}
