/**
 * A copy of a log that another store keeps: the same bytes in the same order, in a file of the same kind. It gives the
 * events the positions and the running hash that the other store does not know.
 */
import type Database from 'better-sqlite3';
import { emptyHash, leafHash, readEnvelope, runningHash } from '../log/envelope.ts';
import type { Entry, Tip } from '../log/carry-out.ts';
import type { LogHead } from '../event-store.ts';
import { LogDamaged } from '../event-store.ts';
import { translated } from './errors.ts';
import { openLogFile } from './log-file.ts';
import { SqliteReader } from './log-reader.ts';
import { SqliteShelf } from './shelf.ts';

/** An event as the other store has it. */
export interface Original {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export class LogCopy {
  readonly reader: SqliteReader;
  readonly #db: Database.Database;
  readonly #shelf: SqliteShelf;
  readonly #begin;
  readonly #commit;

  private constructor(db: Database.Database) {
    // What a power cut takes is copied again.
    db.pragma('synchronous = NORMAL');
    this.#db = db;
    this.#shelf = new SqliteShelf(db);
    this.reader = new SqliteReader(db, this.#shelf);
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
  }

  /** @throws StoreUnavailable or LogDamaged as for any log */
  static open(file: string): LogCopy {
    const db = openLogFile(file, { readOnly: false, busyTimeout: patience });
    return translated(() => new LogCopy(db));
  }

  get isOpen(): boolean {
    return this.#db.open;
  }

  head(): LogHead {
    return this.reader.head();
  }

  /** When the last event was recorded; empty text where there is none. */
  get lastRecordedAt(): string {
    return this.#shelf.lastRecordedAt;
  }

  tipOf(stream: string): Tip | undefined {
    return translated(() => {
      this.#shelf.refresh();
      return this.#shelf.tipOf(stream);
    });
  }

  /** The position and the leaf hash of an event; undefined where it has not been copied. */
  placeOf(stream: string, revision: number): { position: number; leaf: string } | undefined {
    return translated(() => {
      this.#shelf.refresh();
      const stored = this.#shelf.eventAt(stream, revision);
      return stored && { position: stored.position, leaf: leafHash(stored.bytes) };
    });
  }

  /**
   * Takes in what comes next; what it has already is compared and passed over, so the other store may say things twice.
   *
   * @throws LogDamaged where an event is not what was written, or does not follow on the one before it in its stream
   */
  take(originals: readonly Original[]): void {
    translated(() => {
      this.#begin.run();
      try {
        this.#shelf.refresh();
        this.#put(this.#entriesOf(originals));
        this.#commit.run();
      } catch (error) {
        this.#shelf.forget();
        if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  close(): void {
    if (!this.#db.open) return;
    try {
      this.#begin.run();
      this.#shelf.refresh();
      this.#shelf.indexTail();
      this.#commit.run();
    } catch {
      // The tail is read again by whoever opens the copy next.
    }
    this.#db.close();
  }

  #put(entries: readonly Entry[]): void {
    const last = entries.at(-1);
    if (last === undefined) return;
    this.#shelf.put(entries, readEnvelope(last.bytes.toString(), last.position).recordedAt);
    this.#shelf.writeHead();
  }

  #entriesOf(originals: readonly Original[]): readonly Entry[] {
    const tips = new Map<string, Pick<Tip, 'revision' | 'leaf'>>();
    const entries: Entry[] = [];
    let { position, hash } = this.#shelf.head;
    for (const original of originals) {
      const { stream, revision, id, bytes } = original;
      const tip = tips.get(stream) ?? this.#shelf.tipOf(stream) ?? nothing;
      if (revision <= tip.revision) {
        this.#expectSame(original, tips.has(stream));
        continue;
      }
      expectNext(original, tip, position + 1);
      const leaf = leafHash(bytes);
      position += 1;
      hash = runningHash(hash, leaf);
      entries.push({ stream, revision, id, position, bytes, leaf, running: hash });
      tips.set(stream, { revision, leaf });
    }
    return entries;
  }

  /** @param isNew where the stream grows by this very batch, and what is said twice may not be stored yet */
  #expectSame({ stream, revision, bytes }: Original, isNew: boolean): void {
    const stored = this.#shelf.eventAt(stream, revision);
    if (stored === undefined && isNew) return;
    if (stored?.bytes.equals(bytes) !== true)
      throw new LogDamaged(
        stored?.position ?? 0,
        `${stream} at ${String(revision)} is another event than was copied`,
      );
  }
}

const patience = 10_000;
const nothing = { revision: -1, leaf: emptyHash };

function expectNext(original: Original, tip: Pick<Tip, 'revision' | 'leaf'>, position: number): void {
  const { stream, revision, id, type, bytes } = original;
  const said = readEnvelope(bytes.toString(), position);
  const isItself =
    said.stream === stream && said.revision === revision && said.id === id && said.type === type;
  if (!isItself) throw new LogDamaged(position, `${stream} at ${String(revision)} is not what it says it is`);
  if (revision !== tip.revision + 1 || said.prev !== tip.leaf)
    throw new LogDamaged(position, `${stream} at ${String(revision)} does not follow on the event before it`);
}
