/** One transaction for a group of appends: each is judged by itself, and all that pass are stored together. */
import type Database from 'better-sqlite3';
import { carryOut } from '../log/carry-out.ts';
import type { DraftAppend } from '../log/draft-append.ts';
import { DuplicateEventId, LogMoved, StoreUnavailable, VersionConflict } from '../event-store.ts';
import { toldOfClosing } from './closing.ts';
import type { Outcome } from './group-commit.ts';
import { leavesDoubt, translatedError } from './errors.ts';
import type { SqliteShelf } from './shelf.ts';

export interface Committed {
  readonly outcomes: readonly Outcome[];
  /** The end of the log, where the commit has moved it. */
  readonly position: number | undefined;
}

export class SqliteCommit {
  readonly #db: Database.Database;
  readonly #shelf: SqliteShelf;
  readonly #clock: () => Date;
  readonly #begin;
  readonly #commit;
  #hasWritten = false;
  #isInDoubt = false;

  constructor(db: Database.Database, shelf: SqliteShelf, clock: () => Date) {
    this.#db = db;
    this.#shelf = shelf;
    this.#clock = clock;
    // The right to write is asked for at once: a reader that becomes a writer is turned away when it is too late.
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
  }

  /** @throws StoreUnavailable or LogDamaged where the transaction failed: then none of the appends is stored */
  carryOutAll(appends: readonly DraftAppend[]): Committed {
    return this.#inTransaction(() => {
      const before = this.#shelf.head.position;
      const outcomes = appends.map((append) => this.#attempt(append));
      const { position } = this.#shelf.head;
      if (position === before) return { outcomes, position: undefined };
      this.#shelf.writeHead();
      this.#hasWritten = true;
      return { outcomes, position };
    });
  }

  /** Leaves the log in order for who opens it next. The events are safe without, so it is no harm where this fails. */
  tidyUp(): void {
    if (!this.#hasWritten) return;
    try {
      this.#inTransaction(() => {
        this.#shelf.indexTail();
      });
    } catch {
      // Whoever opens the log next reads the tail, and is told what is wrong with it.
    }
  }

  #attempt(append: DraftAppend): Outcome {
    try {
      return { appended: carryOut(this.#shelf, append, this.#clock()) };
    } catch (thrown) {
      // An append that the log refuses has put nothing: its first event is what is refused.
      const error = toldOfClosing(this.#db, thrown);
      const isOfThisAlone =
        error instanceof VersionConflict || error instanceof DuplicateEventId || error instanceof LogMoved;
      if (isOfThisAlone) return { error };
      throw error;
    }
  }

  #inTransaction<Result>(deed: () => Result): Result {
    if (this.#isInDoubt)
      throw new StoreUnavailable('an earlier write failed: the store must be opened again');
    try {
      this.#begin.run();
      this.#shelf.refresh();
      const result = deed();
      this.#commit.run();
      return result;
    } catch (error) {
      this.#undo(error);
      throw translatedError(error);
    }
  }

  #undo(error: unknown): void {
    // What the disk refused once it may seem to accept the next time, and yet not hold: so there is no next time.
    this.#isInDoubt = leavesDoubt(error);
    this.#shelf.forget();
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
  }
}
