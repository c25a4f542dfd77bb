/** Logs to be moved, and the places between which they move, for the tests of moving. */
import { join } from 'node:path';
import type { EventStore } from '../../../src/store/event-store.ts';
import { openEventStoreDb, type EventStoreDb } from '../../../src/store/eventstoredb/event-store-db.ts';
import { FromFile } from '../../../src/store/moving/from-file.ts';
import { FromServer } from '../../../src/store/moving/from-server.ts';
import type { Destination, Origin } from '../../../src/store/moving/move.ts';
import { ToFile } from '../../../src/store/moving/to-file.ts';
import { ToServer } from '../../../src/store/moving/to-server.ts';
import { RawLog } from '../../../src/store/sqlite-log/raw-log.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { anEvent } from '../support/events.ts';

const categories = ['Victim', 'Case'];
const streams = ['Victim-1', 'Victim-1', 'Case-1', 'Victim-2', 'Case-1', 'Case-1'];

/** Appends so many events over some streams, from a number on; runs of one stream stand side by side. */
export async function fill(store: EventStore, count: number, from = 1): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const stream = streams[n % streams.length] as string;
    const last = await store.lastOf(stream);
    await store.append([{ stream, expected: last?.revision ?? 'no-stream', events: [anEvent(n)] }]);
  }
}

export const logIn = (folder: string): string => join(folder, 'ledger.sqlite');

/** A log of so many events in a folder. */
export async function aLog(folder: string, count: number): Promise<void> {
  const store = await openSqliteEventStore({ file: logIn(folder) });
  await fill(store, count);
  await store.close();
}

export const fromFolder = (folder: string): Origin => new FromFile(`sqlite:${folder}`, logIn(folder));
export const fromServer = (connectionString: string, into: string): Origin =>
  new FromServer({ connectionString, categories }, into);
export const toServer = (connectionString: string): Destination =>
  new ToServer({ connectionString, categories });
export const toFolder = (folder: string): Destination =>
  new ToFile({ place: `sqlite:${folder}`, folder, logName: 'ledger.sqlite', foreign: ['read-models'] });

export function node(connectionString: string, folder: string): Promise<EventStoreDb> {
  return openEventStoreDb({ connectionString, folder, categories, deadline: 3_000, patience: 3_000 });
}

/** The bytes of every event, in the order of the log. */
export function bytesIn(file: string): readonly string[] {
  const log = new RawLog(file);
  try {
    const pages = [...log.pages({ after: 0, upTo: log.head().position })];
    return pages.flat().map(({ bytes }) => bytes.toString());
  } finally {
    log.close();
  }
}
