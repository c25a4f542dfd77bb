/** Goes through a log from its first event to its last, and holds each against those before it and against the index. */
import type Database from 'better-sqlite3';
import { emptyHash, leafHash, readEnvelope, runningHash } from '../log/envelope.ts';
import type { LogHead } from '../event-store.ts';
import { LogDamaged } from '../event-store.ts';
import { Recent } from '../recent.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import type { KnownTip } from './log-index.ts';
import { SqliteIndex } from './log-index.ts';
import { longestTail } from './schema.ts';

/** A row of the events as SQLite gives it; of a damaged file, anything. */
export type EventRow = readonly [position: unknown, running: unknown, bytes: unknown];

/** What the index does not know must be remembered, and is: these are more streams than the tail has events. */
const mostTips = 8 * longestTail;

export class LogWalk {
  /** The end of what has been found right. */
  head: LogHead = { position: 0, hash: emptyHash };
  /** How many streams the index should know of these. */
  streams = 0;
  readonly #indexed: number;
  readonly #index: SqliteIndex;
  readonly #bytesAt;
  #latest = '';
  readonly #tips = new Recent<string, Tip>(mostTips);
  readonly #idsInTail = new Set<string>();

  /** @param indexed the position up to which the index should know each event, and none after */
  constructor(db: Database.Database, indexed: number) {
    this.#indexed = indexed;
    this.#index = new SqliteIndex(db);
    this.#bytesAt = db.prepare<[number]>('SELECT bytes FROM events WHERE position = ?').pluck();
  }

  /** @throws LogDamaged where the event is not the next, not as it was written, or not where the index has it */
  take([position, running, bytes]: EventRow): void {
    const next = this.head.position + 1;
    expect(position === next, next, 'is missing');
    if (!Buffer.isBuffer(bytes) || !Buffer.isBuffer(running)) throw new LogDamaged(next, 'is not bytes');
    const leaf = leafHash(bytes);
    const hash = runningHash(this.head.hash, leaf);
    expect(running.toString('hex') === hash, next, 'is not what was recorded there');
    const event = readEnvelope(bytes.toString(), next);
    this.#checkInstant(event);
    const first = this.#checkStream(event);
    this.#checkIndex(event, first);
    this.#tips.set(event.stream, { first, revision: event.revision, leaf });
    this.head = { position: next, hash };
  }

  /**
   * Two nodes that write in the same moment may stand in the log in the other order by that moment, by as much as their
   * clocks differ; but a clock that differs by an hour is none.
   */
  #checkInstant({ recordedAt, position }: RecordedEvent): void {
    if (recordedAt >= this.#latest) {
      this.#latest = recordedAt;
      return;
    }
    const back = Date.parse(this.#latest) - Date.parse(recordedAt);
    expect(back < mostBack, position, 'was recorded before the event before it');
  }

  /** Gives the position of the stream's first event. */
  #checkStream(event: RecordedEvent): number {
    const { stream, revision, position, prev } = event;
    const before = this.#tips.get(stream) ?? this.#tipBefore(event);
    expect(revision === (before?.revision ?? -1) + 1, position, `is not the next of ${stream}`);
    expect(
      prev === (before?.leaf ?? emptyHash),
      position,
      `does not follow on the event before it of ${stream}`,
    );
    return before?.first ?? position;
  }

  /** The event before, if it was long ago: only the index remembers where, and it was held against that event then. */
  #tipBefore({ stream, revision, position }: RecordedEvent): Tip | undefined {
    const first = this.#index.firstOf(stream);
    if (first === undefined || first === position) return undefined;
    const before = this.#index.positionOf(first, revision - 1);
    const bytes = before === undefined || before >= position ? undefined : this.#bytesAt.get(before);
    expect(Buffer.isBuffer(bytes), position, `does not follow on any event of ${stream}`);
    return { first, revision: revision - 1, leaf: leafHash(bytes as Buffer) };
  }

  #checkIndex({ id, stream, revision, position }: RecordedEvent, first: number): void {
    const isIndexed = position <= this.#indexed;
    const where = isIndexed ? position : undefined;
    expect(this.#index.positionOf(first, revision) === where, position, 'is not where the index has it');
    expect(this.#index.positionOfId(id) === where, position, 'does not have its id to itself');
    if (!isIndexed) {
      expect(!this.#idsInTail.has(id), position, 'does not have its id to itself');
      this.#idsInTail.add(id);
    }
    if (revision > 0) return;
    expect(this.#index.firstOf(stream) === where, position, 'is not the first of its stream');
    if (isIndexed) this.streams += 1;
  }
}

function expect(isSo: boolean, position: number, why: string): void {
  if (!isSo) throw new LogDamaged(position, why);
}

/** The last event of a stream so far. */
type Tip = Omit<KnownTip, 'id'>;

/** In milliseconds. */
const mostBack = 3_600_000;
