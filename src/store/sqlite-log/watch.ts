/** Tells listeners of commits: of those of this process at once, of those of another when they are noticed. */
import type Database from 'better-sqlite3';
import type { CommitListener } from '../log/commit-listeners.ts';
import { CommitListeners } from '../log/commit-listeners.ts';

export class SqliteWatch {
  readonly #listeners = new CommitListeners();
  readonly #dataVersion;
  readonly #position;
  #timer: NodeJS.Timeout | undefined;
  #seen: number | undefined;
  #told = 0;

  constructor(db: Database.Database) {
    // SQLite changes this number when another connection has committed, and it is cheap to ask for.
    this.#dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
    this.#position = db.prepare<[], number>('SELECT position FROM head').pluck();
  }

  /** Returns what ends the subscription. */
  add(listener: CommitListener): () => void {
    const end = this.#listeners.add(listener);
    if (this.#timer === undefined) this.#start();
    return () => {
      end();
      if (this.#listeners.isEmpty) this.stop();
    };
  }

  tell(position: number): void {
    this.#told = position;
    this.#listeners.tell(position);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#listeners.clear();
  }

  #start(): void {
    this.#seen = this.#dataVersion.get();
    this.#told = this.#position.get() ?? 0;
    this.#timer = setInterval(() => {
      this.#look();
    }, pause).unref();
  }

  #look(): void {
    try {
      const version = this.#dataVersion.get();
      if (version === this.#seen) return;
      const position = this.#position.get() ?? 0;
      this.#seen = version;
      if (position > this.#told) this.tell(position);
    } catch {
      // Whoever reads next is told why the log cannot be read; here is nobody to tell.
    }
  }
}

/** Between two looks, in milliseconds. */
const pause = 100;
