/** The index of the log: which stream begins where, where each revision stands, and which ids there are. */
import type Database from 'better-sqlite3';
import type { Tip } from '../log/carry-out.ts';
import { leafHash, readEnvelope } from '../log/envelope.ts';
import type { Tail } from './tail.ts';

export interface KnownTip extends Tip {
  /** The position of the stream's first event. */
  readonly first: number;
}

export class SqliteIndex {
  readonly #first;
  readonly #position;
  readonly #positionOfId;
  readonly #tip;
  readonly #addStream;
  readonly #addRevision;
  readonly #addId;

  constructor(db: Database.Database) {
    this.#first = db.prepare<[string], number>('SELECT first FROM streams WHERE name = ?').pluck();
    this.#position = db
      .prepare<[number, number], number>('SELECT position FROM revisions WHERE first = ? AND revision = ?')
      .pluck();
    this.#positionOfId = db.prepare<[Buffer], number>('SELECT position FROM ids WHERE id = ?').pluck();
    this.#tip = db
      .prepare<[string], [number, number, number, Buffer]>(
        `SELECT first, revision, position, bytes FROM streams JOIN revisions USING (first) JOIN events USING (position)
          WHERE name = ? ORDER BY revision DESC LIMIT 1`,
      )
      .raw();
    this.#addStream = db.prepare<[string, number]>('INSERT INTO streams VALUES (?, ?)');
    this.#addRevision = db.prepare<[number, number, number]>('INSERT INTO revisions VALUES (?, ?, ?)');
    this.#addId = db.prepare<[Buffer, number]>('INSERT INTO ids VALUES (?, ?)');
  }

  /** The position of the stream's first event. */
  firstOf(stream: string): number | undefined {
    return this.#first.get(stream);
  }

  positionOf(first: number, revision: number): number | undefined {
    return this.#position.get(first, revision);
  }

  positionOfId(id: string): number | undefined {
    return this.#positionOfId.get(bytesOf(id));
  }

  tipOf(stream: string): KnownTip | undefined {
    const found = this.#tip.get(stream);
    if (found === undefined) return undefined;
    const [first, revision, position, bytes] = found;
    return { first, revision, id: readEnvelope(bytes.toString(), position).id, leaf: leafHash(bytes) };
  }

  /** Takes in the tail. In the order of the keys each page is written once, however many keys it takes. */
  takeIn(tail: Tail): void {
    const streams = [...tail.streams].sort(([, one], [, other]) => one.first - other.first);
    for (const [, { first, from, positions }] of streams) {
      for (const [at, position] of positions.entries()) this.#addRevision.run(first, from + at, position);
    }
    for (const [name, { first, from }] of [...tail.streams].sort(byKey)) {
      if (from === 0) this.#addStream.run(name, first);
    }
    for (const [id, position] of [...tail.ids].sort(byKey)) this.#addId.run(bytesOf(id), position);
  }
}

/** The 16 bytes of a UUID. */
function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
