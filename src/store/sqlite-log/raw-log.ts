/** A log read as it stands in its file, byte by byte, each event held against the hash beside it: for whoever copies it. */
import type Database from 'better-sqlite3';
import { LogDamaged, type LogHead } from '../event-store.ts';
import { emptyHash, leafHash, readEnvelope, runningHash } from '../log/envelope.ts';
import type { PositionRange } from '../log/reading.ts';
import { translated } from './errors.ts';
import { connect } from './log-file.ts';
import type { Original } from './log-copy.ts';
import { checkFormat } from './schema.ts';

type Row = [position: number, running: string, bytes: Buffer];

export class RawLog {
  readonly #db: Database.Database;
  readonly #range;
  readonly #running;
  readonly #head;

  /** @throws StoreUnavailable or LogDamaged where the file cannot be read, or is no log */
  constructor(file: string) {
    const db = connect(file, { readOnly: true, busyTimeout: patience });
    this.#db = db;
    try {
      translated(() => {
        checkFormat(db);
      });
      this.#range = db
        .prepare<[number, number], Row>(
          `SELECT position, lower(hex(running)), bytes FROM events WHERE position > ? AND position <= ?
            ORDER BY position LIMIT ${String(eventsAtOnce)}`,
        )
        .raw();
      this.#running = db
        .prepare<[number], string>('SELECT lower(hex(running)) FROM events WHERE position = ?')
        .pluck();
      this.#head = db.prepare<[], LogHead>('SELECT position, lower(hex(hash)) AS hash FROM head');
    } catch (error) {
      db.close();
      throw error;
    }
  }

  head(): LogHead {
    const head = translated(() => this.#head.get());
    if (head === undefined) throw new LogDamaged(0, 'the log has no head');
    return head;
  }

  /** The running hash up to a position; undefined where the log does not go so far. */
  runningAt(position: number): string | undefined {
    return position === 0 ? emptyHash : translated(() => this.#running.get(position));
  }

  /** The id of the first event, by which one log is told from another; empty text where there is none. */
  firstId(): string {
    const [first] = this.#page({ after: 0, upTo: 1 }, emptyHash).originals;
    return first?.id ?? '';
  }

  /** @throws LogDamaged at the first event that is not as it was recorded */
  *pages({ after, upTo }: PositionRange): Generator<readonly Original[]> {
    let running = this.runningAt(after) ?? '';
    for (let last = after; last < upTo;) {
      const page = translated(() => this.#page({ after: last, upTo }, running), last + 1);
      if (page.originals.length === 0) throw new LogDamaged(last + 1, 'is missing');
      running = page.running;
      last += page.originals.length;
      yield page.originals;
    }
  }

  close(): void {
    this.#db.close();
  }

  #page({ after, upTo }: PositionRange, before: string): { originals: Original[]; running: string } {
    const originals: Original[] = [];
    let [running, size] = [before, 0];
    for (const [position, recorded, bytes] of this.#range.iterate(after, upTo)) {
      running = runningHash(running, leafHash(bytes));
      const isNext = position === after + originals.length + 1;
      if (!isNext || running !== recorded) throw new LogDamaged(position, 'is not what was recorded there');
      const { stream, revision, id, type } = readEnvelope(bytes.toString(), position);
      originals.push({ stream, revision, id, type, bytes });
      size += bytes.length;
      if (size >= bytesAtOnce) break;
    }
    return { originals, running };
  }
}

const eventsAtOnce = 1_000;
const bytesAtOnce = 8 * 1024 * 1024;
/** In milliseconds. */
const patience = 10_000;
