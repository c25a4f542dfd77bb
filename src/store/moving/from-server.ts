import { setTimeout as pause } from 'node:timers/promises';
import { LogMoved, StoreUnavailable, type Closing } from '../event-store.ts';
import { ClosingMarks } from '../eventstoredb/closing-marks.ts';
import { readConnectionString, type Connection } from '../eventstoredb/connection-string.ts';
import { openEventStoreDb, type EventStoreDb } from '../eventstoredb/event-store-db.ts';
import { firstThatCounts, type ClosingMark } from '../eventstoredb/marks.ts';
import { Server } from '../eventstoredb/server.ts';
import { arrivingFolder, arrivingLog } from './arriving.ts';
import { heardToTheEnd } from './heard-to-the-end.ts';
import type { Origin, Told } from './move.ts';

/** Which log of which server. */
export interface ServerLog {
  readonly connectionString: string;
  readonly categories: readonly string[];
}

/** A log on EventStoreDB is left: its verified copy is taken in the folder that the new log is begun in. */
export class FromServer implements Origin {
  readonly place: string;
  readonly file: string;
  readonly #log: ServerLog;
  readonly #folder: string;
  readonly #connection: Connection;
  readonly #server: Server;
  readonly #marks: ClosingMarks;
  #copy: EventStoreDb | undefined;

  /** @param folder the folder of the new log. @throws WrongConnectionString */
  constructor(log: ServerLog, folder: string) {
    this.#connection = readConnectionString(log.connectionString);
    this.place = this.#connection.redacted;
    this.file = arrivingLog(folder);
    this.#log = log;
    this.#folder = folder;
    this.#server = new Server(this.#connection);
    this.#marks = new ClosingMarks(this.#server);
  }

  async closing(): Promise<Closing | undefined> {
    return closingBy(await this.#marks.read());
  }

  async bringUp(told: Told): Promise<void> {
    this.#copy ??= await openEventStoreDb({
      ...this.#log,
      folder: arrivingFolder(this.#folder),
      patience: 0,
    });
    const copy = this.#copy;
    await heardToTheEnd(copy, async () => told('heard', (await copy.head()).position, 0));
  }

  /** The mark is the end: what other nodes append behind it was never acknowledged to anybody. */
  async close(place: string): Promise<Closing> {
    const marks = await this.#marks.read();
    const before = closingBy(marks);
    if (before !== undefined && before.place !== place) throw new LogMoved(before);
    const at = new Date().toISOString();
    if (before === undefined)
      await this.#marks.add({ type: 'LogClosed', why: 'moving', place, at, firstId: '' }, marks);
    for (let left = looks; left > 0; left -= 1) {
      const closing = this.#copy?.closing;
      if (closing !== undefined) return closing;
      await pause(pauseBetweenLooks);
    }
    throw new StoreUnavailable('EventStoreDB did not tell that the log was closed');
  }

  async finish({ place, at, head }: Closing): Promise<void> {
    const marks = await this.#marks.read();
    const now = closingBy(marks);
    if (now?.place !== place)
      throw new StoreUnavailable('the log that was to be moved was opened again meanwhile');
    if (now.why === 'moving') await this.#marks.add({ type: 'LogMoved', place, at, head }, marks);
    await this.#copy?.close();
  }

  async reopen(): Promise<void> {
    const marks = await this.#marks.read();
    await this.#marks.add({ type: 'LogOpened', at: new Date().toISOString() }, marks);
  }

  async end(): Promise<void> {
    await this.#copy?.close();
    await this.#server.close();
  }
}

/** What the marks say in the end; where the log ends is known from them once it has moved, and else to who reads it. */
export function closingBy(marks: readonly ClosingMark[]): Closing | undefined {
  const notice = marks.slice(firstThatCounts(marks)).at(-1)?.notice;
  if (notice === undefined || notice.type === 'LogOpened') return undefined;
  const { place, at } = notice;
  if (notice.type === 'LogMoved') return { why: 'moved', place, at, head: notice.head };
  return { why: notice.why, place, at, head: { position: 0, hash: '' } };
}

/** In milliseconds. */
const pauseBetweenLooks = 20;
const looks = 1_500;
