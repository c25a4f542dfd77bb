/**
 * Keeps the copy of the log: as far as the marks say that the log goes, and only while what they say of it is so. Writes
 * down now and then how far on the server that is.
 */
import { join } from 'node:path';
import { LogDamaged, LogMoved, StoreUnavailable, type Closing } from '../event-store.ts';
import { CommitListeners } from '../log/commit-listeners.ts';
import type { LogCopy } from '../sqlite-log/log-copy.ts';
import { CopyProgress } from './copy-progress.ts';
import { HeardMarks, isMark } from './heard-marks.ts';
import type { Keeper } from './keeper.ts';
import { KnownLedger, WrongLedger } from './known-ledger.ts';
import { markCategory } from './marks.ts';
import type { Seals } from './seals.ts';
import type { Arrived, Server, ServerPosition } from './server.ts';

/** What a copy is kept with. */
export interface CopyKeeping {
  readonly server: Server;
  /** Where files stand that say how far the copy goes, and of which ledger it is. */
  readonly folder: string;
  /** Whether all that stands in the streams is kept, closed or not: for whoever moves a ledger in. */
  readonly isHeedless: boolean;
}

export class CopyKeeper implements Keeper {
  readonly listeners = new CommitListeners();
  readonly #copy: LogCopy;
  readonly #keeping: CopyKeeping;
  readonly #progress: CopyProgress;
  readonly #marks: HeardMarks;
  readonly #ledger: KnownLedger;

  constructor(copy: LogCopy, keeping: CopyKeeping) {
    this.#copy = copy;
    this.#keeping = keeping;
    this.#progress = new CopyProgress(copy, join(keeping.folder, 'log-copy.mark'));
    this.#marks = new HeardMarks(copy);
    this.#ledger = new KnownLedger(copy, keeping);
  }

  /** Of the streams that stand beside the log, and are to be followed with it. */
  get categoriesBeside(): readonly string[] {
    return this.#keeping.isHeedless ? [] : [markCategory];
  }

  get after(): ServerPosition | undefined {
    return this.#progress.after;
  }

  /** The seals that were heard. */
  get seals(): Seals {
    return this.#marks.seals;
  }

  /** Why the log goes no further; undefined where it goes on, as far as was heard. */
  get closing(): Closing | undefined {
    return this.#marks.closing;
  }

  get end(): LogMoved | undefined {
    return this.closing && new LogMoved(this.closing);
  }

  async prepare(): Promise<void> {
    const { server, isHeedless } = this.#keeping;
    await this.#ledger.expectSame();
    if (!isHeedless) await this.#marks.learn(server);
  }

  take(arrived: readonly Arrived[]): void {
    let run: Arrived[] = [];
    for (const each of arrived) {
      if (!isMark(each)) {
        run.push(each);
        continue;
      }
      this.#copyOf(run);
      run = [];
      if (this.#marks.heed(each)) throw new StoreUnavailable('the log was opened again');
    }
    this.#copyOf(run);
  }

  /** What stands behind the mark that closes the log is no part of it. */
  #copyOf(run: readonly Arrived[]): void {
    const last = run.at(-1);
    if (last === undefined || this.closing !== undefined) return;
    this.#copy.take(run);
    this.#ledger.remember();
    this.#progress.reach(last.at);
    const { position } = this.#copy.head();
    this.listeners.tell(position);
  }

  reach(): void {
    // Most of what a server has is events of the ledger: what is heard again where this is lost is little.
  }

  expectWhole(): void {
    // What does not fit was told when it came.
  }

  has(stream: string, revision: number): boolean {
    return this.#copy.placeOf(stream, revision) !== undefined;
  }

  isForGood(error: unknown): boolean {
    return error instanceof LogDamaged || error instanceof WrongLedger;
  }

  /** Without the words of the error, in which ids may stand. */
  warnOf(error: unknown): void {
    const where = error instanceof LogDamaged ? ` at position ${String(error.position)}` : '';
    process.emitWarning(
      `the copy of the log stopped${where}; \`restitution verify\` tells why`,
      'LogDamaged',
    );
  }

  save(): void {
    this.#progress.save();
  }
}
