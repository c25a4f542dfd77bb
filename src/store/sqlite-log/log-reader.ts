/** Reads pages of the log. A page is read at once, so that no reader keeps a writer, or the checkpoint, waiting. */
import type Database from 'better-sqlite3';
import { Chain } from './chain.ts';
import { emptyHash, readEnvelope } from '../log/envelope.ts';
import type { LogHead } from '../event-store.ts';
import { LogDamaged } from '../event-store.ts';
import type { PositionRange } from '../log/reading.ts';
import { eventsPerPage, inTurns } from '../log/reading.ts';
import type { RecordedEvent } from '../recorded-event.ts';
import { translated } from './errors.ts';
import { hashedAhead } from './read-ahead.ts';
import type { SqliteShelf } from './shelf.ts';

type Row = [position: number, text: string];
type HashedRow = [position: number, running: string, text: string];
type Page = RecordedEvent[];

export class SqliteReader {
  readonly #file: string;
  readonly #shelf: SqliteShelf;
  readonly #range;
  readonly #hashed;
  readonly #running;
  readonly #indexed;
  readonly #one;
  readonly #head;

  constructor(db: Database.Database, shelf: SqliteShelf) {
    this.#file = db.name;
    this.#shelf = shelf;
    this.#range = db
      .prepare<[number, number], Row>(
        `SELECT position, CAST(bytes AS TEXT) FROM events WHERE position > ? AND position <= ?
          ORDER BY position LIMIT ${String(eventsPerPage)}`,
      )
      .raw();
    this.#hashed = db
      .prepare<[number, number], HashedRow>(
        `SELECT position, lower(hex(running)), CAST(bytes AS TEXT) FROM events WHERE position > ? AND position <= ?
          ORDER BY position LIMIT ${String(eventsPerPage)}`,
      )
      .raw();
    this.#running = db
      .prepare<[number], string>('SELECT lower(hex(running)) FROM events WHERE position = ?')
      .pluck();
    this.#indexed = db
      .prepare<[number, number, number], Row>(
        `SELECT position, CAST(bytes AS TEXT) FROM revisions JOIN events USING (position)
          WHERE first = ? AND revision >= ? AND revision < ? ORDER BY revision LIMIT ${String(eventsPerPage)}`,
      )
      .raw();
    this.#one = db
      .prepare<[number], Row>('SELECT position, CAST(bytes AS TEXT) FROM events WHERE position = ?')
      .raw();
    this.#head = db.prepare<[], LogHead>('SELECT position, lower(hex(hash)) AS hash FROM head');
  }

  head(): LogHead {
    return translated(() => {
      const head = this.#head.get();
      if (head === undefined) throw new LogDamaged(0, 'the log has no head');
      return head;
    });
  }

  /** The running hash up to a position; undefined where the log does not go so far. */
  runningAt(position: number): string | undefined {
    return position === 0 ? emptyHash : translated(() => this.#running.get(position));
  }

  /** @throws LogDamaged where there is no such event */
  at(position: number): RecordedEvent {
    const [event] = translated(() => pageOf(eventsIn(this.#rowsAt([position]))));
    return event as RecordedEvent;
  }

  *all({ after, upTo }: PositionRange): Generator<Page> {
    yield* withoutGap({ after, upTo }, (last) => pageOf(eventsIn(this.#range.iterate(last, upTo))));
  }

  /** As `all`, with each event held against the hashes beside it, and the last against the head where it ends the log. */
  *checked({ after, upTo }: PositionRange, head: LogHead): Generator<Page> {
    const chain = this.#chainAfter(after);
    yield* withoutGap({ after, upTo }, (last) => pageOf(takenBy(chain, this.#hashed.iterate(last, upTo))));
    expectEnd({ after, upTo }, head, chain.hash);
  }

  /** As `checked`, for whoever lets others have their turn between two pages: a long stretch is hashed by a thread of its own. */
  async *checkedInTurns(
    range: PositionRange,
    head: LogHead,
    expectOpen: () => void,
  ): AsyncGenerator<readonly RecordedEvent[]> {
    if (range.upTo - range.after < worthAThread) yield* inTurns(this.checked(range, head), expectOpen);
    else yield* this.#checkedAhead(range, head, expectOpen);
  }

  async *#checkedAhead(range: PositionRange, head: LogHead, expectOpen: () => void): AsyncGenerator<Page> {
    expectOpen();
    const chain = this.#chainAfter(range.after);
    const stretch = { ...{ file: this.#file, running: chain.hash, longestPage }, ...range };
    for await (const { texts, leaves, running } of hashedAhead(stretch)) {
      expectOpen();
      yield texts.map((text, at) => chain.link(leaves[at] ?? '', text));
      chain.hash = running;
    }
    expectEnd(range, head, chain.hash);
  }

  #chainAfter(position: number): Chain {
    return new Chain({ position, hash: this.runningAt(position) ?? '' });
  }

  last(stream: string): RecordedEvent | undefined {
    return translated(() => {
      this.#shelf.refresh();
      const tip = this.#shelf.tipOf(stream);
      const stored = tip && this.#shelf.eventAt(stream, tip.revision);
      return stored && readEnvelope(stored.bytes.toString(), stored.position);
    });
  }

  /** The indexed events of the stream first, and then those that stand in the tail. */
  *stream(stream: string, from: number): Generator<Page> {
    translated(() => this.#shelf.refresh());
    const recent = this.#shelf.recentOf(stream);
    const positions = recent?.positions.slice(Math.max(from - recent.from, 0)) ?? [];
    const end = recent?.from ?? Number.MAX_SAFE_INTEGER;
    let next = from;
    for (const page of this.#indexedEvents(stream, from, end)) {
      next += page.length;
      yield page;
    }
    expect(
      recent === undefined || next >= end,
      positions[0] ?? 0,
      `does not follow on ${stream} at ${String(next - 1)}`,
    );
    for (let at = 0; at < positions.length;) {
      const some = positions.slice(at, at + eventsPerPage);
      const page = translated(() => pageOf(eventsIn(this.#rowsAt(some))));
      yield inOrder(stream, next + at, page);
      at += page.length;
    }
  }

  *#indexedEvents(stream: string, from: number, end: number): Generator<Page> {
    if (from >= end) return;
    const first = translated(() => this.#shelf.index.firstOf(stream));
    for (let next = from; first !== undefined && next < end;) {
      const page = translated(() => pageOf(eventsIn(this.#indexed.iterate(first, next, end))));
      if (page.length === 0) return;
      yield inOrder(stream, next, page);
      next += page.length;
    }
  }

  *#rowsAt(positions: readonly number[]): Generator<Row> {
    for (const position of positions) {
      const row = this.#one.get(position);
      if (row === undefined) throw new LogDamaged(position, 'is missing');
      yield row;
    }
  }
}

/** So many events are read sooner with a thread than without one, which has to be begun. */
const worthAThread = 10_000;

/** The running hash of what was read is that of the log, where that ends there. */
function expectEnd({ after, upTo }: PositionRange, head: LogHead, running: string): void {
  if (upTo > after && upTo === head.position)
    expect(running === head.hash, upTo, 'is not the end of the log');
}

/** So much text ends a page: events may be large, and a thousand large ones are too many to hold. */
const longestPage = 4_000_000;

function pageOf(events: Iterable<readonly [RecordedEvent, size: number]>): Page {
  const page: Page = [];
  let length = 0;
  for (const [event, size] of events) {
    page.push(event);
    length += size;
    if (length >= longestPage) break;
  }
  return page;
}

function* eventsIn(rows: Iterable<Row>): Generator<readonly [RecordedEvent, size: number]> {
  for (const [position, text] of rows) yield [readEnvelope(text, position), text.length];
}

function* takenBy(
  chain: Chain,
  rows: Iterable<HashedRow>,
): Generator<readonly [RecordedEvent, size: number]> {
  for (const [position, running, text] of rows) yield [chain.take(position, running, text), text.length];
}

/** The pages of a range; `pageAfter` reads one. @throws LogDamaged where an event is missing */
function* withoutGap({ after, upTo }: PositionRange, pageAfter: (last: number) => Page): Generator<Page> {
  for (let last = after; last < upTo;) {
    const page = translated(() => pageAfter(last), last + 1);
    for (const [at, { position }] of page.entries()) {
      expect(position === last + 1 + at, last + 1 + at, 'is missing');
    }
    expect(page.length > 0, last + 1, 'is missing');
    yield page;
    last += page.length;
  }
}

function inOrder(stream: string, from: number, page: Page): Page {
  for (const [at, event] of page.entries()) {
    const isInPlace = event.stream === stream && event.revision === from + at;
    expect(isInPlace, event.position, `is not ${stream} at ${String(from + at)}`);
  }
  return page;
}

function expect(isSo: boolean, position: number, why: string): void {
  if (!isSo) throw new LogDamaged(position, why);
}
