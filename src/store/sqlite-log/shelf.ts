/**
 * The log in SQLite as it stands inside one transaction. What it knows of the log it keeps in memory, and looks at the
 * head first: where another process has moved it, or a commit of its own has failed, it reads what it does not know.
 */
import type Database from 'better-sqlite3';
import type { Entry, Shelf, StoredBytes, Tip } from '../log/carry-out.ts';
import { leafHash, readEnvelope } from '../log/envelope.ts';
import type { LogHead } from '../event-store.ts';
import { DuplicateEventId, LogDamaged } from '../event-store.ts';
import { Recent } from '../recent.ts';
import type { KnownTip } from './log-index.ts';
import { SqliteIndex } from './log-index.ts';
import { longestTail } from './schema.ts';
import type { Place, RecentEvents } from './tail.ts';
import { Tail } from './tail.ts';

export class SqliteShelf implements Shelf {
  readonly index: SqliteIndex;
  head: LogHead = { position: 0, hash: '' };
  lastRecordedAt = '';
  readonly #tail = new Tail();
  readonly #tips = new Recent<string, KnownTip>(mostTips);
  readonly #headRow;
  readonly #setHead;
  readonly #insert;
  readonly #bytes;
  /** How far the index goes, as far as is known. */
  #indexed = unknown;

  constructor(db: Database.Database) {
    this.index = new SqliteIndex(db);
    this.#headRow = db
      .prepare<[], [number, string, number]>('SELECT position, lower(hex(hash)), indexed FROM head')
      .raw();
    this.#setHead = db.prepare<[number, Buffer, number]>(
      'UPDATE head SET position = ?, hash = ?, indexed = ?',
    );
    this.#insert = db.prepare<[number, Buffer, Buffer]>('INSERT INTO events VALUES (?, ?, ?)');
    this.#bytes = db.prepare<[number], Buffer>('SELECT bytes FROM events WHERE position = ?').pluck();
  }

  /** Takes notice of what others have written. */
  refresh(): void {
    const row = this.#headRow.get();
    if (row === undefined) throw new LogDamaged(0, 'the log has no head');
    const [position, hash, indexed] = row;
    if (hash === this.head.hash && position === this.head.position && indexed === this.#indexed) return;
    if (indexed !== this.#indexed || position <= this.head.position) this.#startFrom(indexed);
    this.#learn({ position, hash });
  }

  /** Forgets all that it knows: what it has put is not stored. */
  forget(): void {
    this.#indexed = unknown;
  }

  tipOf(stream: string): Tip | undefined {
    const recent = this.#tail.of(stream);
    if (recent !== undefined) return tipAtEndOf(recent);
    const known = this.#tips.get(stream);
    if (known !== undefined) return known;
    const indexed = this.index.tipOf(stream);
    if (indexed !== undefined) this.#tips.set(stream, indexed);
    return indexed;
  }

  recentOf(stream: string): RecentEvents | undefined {
    return this.#tail.of(stream);
  }

  eventAt(stream: string, revision: number): StoredBytes | undefined {
    const position = this.#positionOf(stream, revision);
    return position === undefined ? undefined : { position, bytes: this.bytesAt(position) };
  }

  /** @throws LogDamaged where there is no event at the position */
  bytesAt(position: number): Buffer {
    const bytes = this.#bytes.get(position);
    if (bytes === undefined) throw new LogDamaged(position, 'is missing');
    return bytes;
  }

  put(entries: readonly Entry[], recordedAt: string): void {
    for (const { id } of entries) {
      if (this.#tail.has(id) || this.index.positionOfId(id) !== undefined) throw new DuplicateEventId(id);
    }
    for (const entry of entries) {
      this.#insert.run(entry.position, Buffer.from(entry.running, 'hex'), entry.bytes);
      this.#add(entry);
      this.head = { position: entry.position, hash: entry.running };
    }
    this.lastRecordedAt = recordedAt;
  }

  /** Writes down where the log ends now; where the tail has grown too long, the index follows. */
  writeHead(): void {
    if (this.#tail.size >= longestTail || this.#tail.bytes >= largestTail) this.#takeIn();
    this.#setHead.run(this.head.position, Buffer.from(this.head.hash, 'hex'), this.#indexed);
  }

  /** Lets the index take in the whole tail, so that who opens the log next need not read it. */
  indexTail(): void {
    if (this.#tail.size === 0) return;
    this.#takeIn();
    this.writeHead();
  }

  #takeIn(): void {
    this.index.takeIn(this.#tail);
    this.#indexed = this.head.position;
    for (const [stream, recent] of this.#tail.streams) {
      this.#tips.set(stream, { first: recent.first, ...tipAtEndOf(recent) });
    }
    this.#tail.clear();
  }

  #startFrom(indexed: number): void {
    this.#tail.clear();
    this.#tips.clear();
    this.#indexed = indexed;
    this.head = { position: indexed, hash: '' };
  }

  #learn(head: LogHead): void {
    const indexed = this.#indexed;
    if (head.position - indexed >= longestTail) throw new LogDamaged(indexed + 1, 'is not indexed');
    // Should an event be unreadable, then what was learned before it is half of the truth, and worth nothing.
    this.forget();
    for (let position = this.head.position + 1; position <= head.position; position += 1) {
      const bytes = this.bytesAt(position);
      this.#add({ ...readEnvelope(bytes.toString(), position), bytes, leaf: leafHash(bytes) });
    }
    this.lastRecordedAt = head.position === 0 ? '' : this.#recordedAt(head.position);
    this.head = head;
    this.#indexed = indexed;
  }

  #add(place: Place): void {
    const { stream, revision, position } = place;
    const first = revision === 0 ? position : this.#firstOf(stream);
    if (first === undefined)
      throw new LogDamaged(position, 'is not the first of its stream, and no other is');
    this.#tail.add(place, first);
  }

  #firstOf(stream: string): number | undefined {
    return this.#tail.of(stream)?.first ?? this.#tips.get(stream)?.first ?? this.index.firstOf(stream);
  }

  #positionOf(stream: string, revision: number): number | undefined {
    const recent = this.#tail.of(stream);
    if (recent !== undefined && revision >= recent.from) return recent.positions[revision - recent.from];
    const first = this.#firstOf(stream);
    return first === undefined ? undefined : this.index.positionOf(first, revision);
  }

  #recordedAt(position: number): string {
    return readEnvelope(this.bytesAt(position).toString(), position).recordedAt;
  }
}

const mostTips = 10_000;
/** In bytes: whoever opens the log has so much to read before anything else. */
const largestTail = 16 * 1024 * 1024;
/** Where the index of no log ends. */
const unknown = -1;

function tipAtEndOf({ from, positions, lastId, leaf }: RecentEvents): Tip {
  return { revision: from + positions.length - 1, id: lastId, leaf };
}
