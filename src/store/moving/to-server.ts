import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LogDamaged, StoreUnavailable, VersionConflict, type LogHead } from '../event-store.ts';
import { ClosingMarks } from '../eventstoredb/closing-marks.ts';
import { readConnectionString } from '../eventstoredb/connection-string.ts';
import { openEventStoreDb, type EventStoreDb } from '../eventstoredb/event-store-db.ts';
import type { ClosingMark } from '../eventstoredb/marks.ts';
import { sendUntilKnown, type Sending } from '../eventstoredb/sending.ts';
import { Server } from '../eventstoredb/server.ts';
import { verifyOnServer } from '../eventstoredb/verify-on-server.ts';
import { sameHead } from '../log/same-head.ts';
import type { Original } from '../sqlite-log/log-copy.ts';
import type { RawLog } from '../sqlite-log/raw-log.ts';
import { verifyLog } from '../sqlite-log/verify-log.ts';
import { closingBy, type ServerLog } from './from-server.ts';
import { heardToTheEnd } from './heard-to-the-end.ts';
import { PlaceTaken, type Destination, type Told } from './move.ts';
import { runsOf } from './runs.ts';

/** A log that is begun on EventStoreDB. It is closed there to all nodes by a mark until it is whole and proven. */
export class ToServer implements Destination {
  readonly place: string;
  readonly #log: ServerLog;
  readonly #server: Server;
  readonly #marks: ClosingMarks;
  /** What the server has in the streams of the ledger, read while it is written. */
  readonly #folder = mkdtempSync(join(tmpdir(), 'restitution-move-'));
  #heard: EventStoreDb | undefined;

  /** @throws WrongConnectionString */
  constructor(log: ServerLog) {
    const connection = readConnectionString(log.connectionString);
    this.place = connection.redacted;
    this.#log = log;
    this.#server = new Server(connection);
    this.#marks = new ClosingMarks(this.#server);
  }

  async look(from: string): Promise<boolean> {
    const last = (await this.#marks.read()).at(-1)?.notice;
    if (last?.type === 'LogClosed' && last.why === 'moving')
      throw new PlaceTaken(this.place, `has a ledger that is being moved to ${last.place}`);
    if (last?.type === 'LogClosed' && last.place !== from)
      throw new PlaceTaken(this.place, `is being filled from ${last.place}`);
    return last?.type === 'LogOpened';
  }

  async begin(log: RawLog, from: string): Promise<number> {
    const has = await this.#prefixOf(log);
    const marks = await this.#marks.read();
    const firstId = log.firstId();
    if (!this.#isFilledWith(firstId, marks)) {
      const at = new Date().toISOString();
      await this.#marks.add({ type: 'LogClosed', why: 'arriving', place: from, at, firstId }, marks);
    }
    return has;
  }

  async take(events: readonly Original[]): Promise<void> {
    for (const run of runsOf(events, largestRun)) {
      const [{ stream, revision } = nothing] = run;
      const expected = revision === 0 ? 'no-stream' : revision - 1;
      const last = await this.#sent({ stream, expected, events: run });
      if (last !== revision + run.length - 1) throw this.#writtenMeanwhile();
    }
  }

  async verify(head: LogHead, told: Told): Promise<LogHead> {
    const heard = await this.#listen();
    await heardToTheEnd(heard, async () => told('heard', (await heard.head()).position, 0));
    await untilReached(heard, head.position);
    await verifyOnServer(heard, { ...this.#log, isHeedless: true });
    const onProgress = (events: number): void => told('verified', events, head.position);
    return (await verifyLog(heard.copyFile, { expectedHead: head, onProgress })).head;
  }

  async open(): Promise<void> {
    await this.#marks.add({ type: 'LogOpened', at: new Date().toISOString() }, await this.#marks.read());
  }

  /** Closed first and read to its end then: whoever writes meanwhile is before the mark, or is no part of the log. */
  async shut(head: LogHead, to: string): Promise<void> {
    const marks = await this.#marks.read();
    const before = closingBy(marks);
    // What is still arriving was never open to anybody.
    if (before?.why === 'arriving') return;
    if (before !== undefined && before.place !== to)
      throw new PlaceTaken(this.place, `has gone on, to ${before.place}`);
    const at = new Date().toISOString();
    if (before === undefined)
      await this.#marks.add({ type: 'LogClosed', why: 'moving', place: to, at, firstId: '' }, marks);
    const end = await this.#endBeforeTheMark();
    const now = await this.#marks.read();
    if (!sameHead(end, head)) {
      await this.#marks.add({ type: 'LogOpened', at }, now);
      throw new PlaceTaken(
        this.place,
        `was written to since: it ends at ${end.hash}@${String(end.position)}`,
      );
    }
    if (closingBy(now)?.why === 'moving')
      await this.#marks.add({ type: 'LogMoved', place: to, at, head }, now);
  }

  async end(): Promise<void> {
    await this.#heard?.close();
    await this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** How many events there are, all of which are the beginning of the log. */
  async #prefixOf(log: RawLog): Promise<number> {
    try {
      const heard = await this.#listen();
      await heardToTheEnd(heard);
      const has = await heard.head();
      if (log.runningAt(has.position) === has.hash) return has.position;
    } catch (error) {
      if (!(error instanceof LogDamaged)) throw error;
      throw new PlaceTaken(this.place, `has something else in the streams of the ledger: ${error.message}`);
    }
    throw new PlaceTaken(this.place, 'has other events than the beginning of this log');
  }

  async #sent(sending: Sending): Promise<number> {
    try {
      return await sendUntilKnown(this.#server, sending, Date.now() + patience);
    } catch (error) {
      throw error instanceof VersionConflict ? this.#writtenMeanwhile() : error;
    }
  }

  #writtenMeanwhile(): PlaceTaken {
    return new PlaceTaken(this.place, 'was written to by somebody else during the move; give it once more');
  }

  #isFilledWith(firstId: string, marks: readonly ClosingMark[]): boolean {
    const last = marks.at(-1)?.notice;
    if (last?.type !== 'LogClosed') return false;
    if (last.firstId === firstId) return true;
    throw new PlaceTaken(this.place, `is being filled with another log, from ${last.place}`);
  }

  async #endBeforeTheMark(): Promise<LogHead> {
    const folder = join(this.#folder, 'shut');
    const copy = await openEventStoreDb({ ...this.#log, folder, patience: 0 });
    try {
      await heardToTheEnd(copy);
      return await copy.head();
    } finally {
      await copy.close();
    }
  }

  async #listen(): Promise<EventStoreDb> {
    const folder = join(this.#folder, 'heard');
    this.#heard ??= await openEventStoreDb({ ...this.#log, folder, patience: 0, isHeedless: true });
    return this.#heard;
  }
}

/** @throws StoreUnavailable where the copy does not come so far */
async function untilReached(copy: EventStoreDb, position: number): Promise<void> {
  for (let left = looks; left > 0; left -= 1) {
    if ((await copy.head()).position >= position) return;
    await pause(pauseBetweenLooks);
  }
  throw new StoreUnavailable('EventStoreDB did not tell of all that was stored');
}

const pauseBetweenLooks = 20;
const looks = 3_000;
const nothing = { stream: '', revision: 0 };
/** Servers before 25.1 take no request above 1 MiB, and count more than our bytes. */
const largestRun = { bytes: 900 * 1024, events: 500 };
/** In milliseconds: for one append with all its attempts. */
const patience = 60_000;
