/**
 * What stands beside a log remembers how far the log went. A log that is gone, was emptied or was replaced by an older
 * copy must not be taken for a new one: what it would be told next would stand where other events stood.
 */
import { statSync } from 'node:fs';
import type { Place } from './checkpoint.ts';
import { LogDamaged, type EventStore } from './event-store.ts';

/** The log in this folder is not the one that the folder has known. */
class LogLost extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'LogLost';
  }
}

/** What a folder remembers of its log. */
export interface Remembered {
  /** The last place of the log that anything in the folder has known. */
  readonly last: Place;
  /** Whether something stands there that is only ever made beside a log. */
  readonly hasCompany: boolean;
}

/** The furthest of these places; nothing is remembered where there is none. */
export function lastOf(places: readonly Place[]): Place {
  return places.reduce((last, place) => (place.position > last.position ? place : last), nowhere);
}

const nowhere: Place = { position: 0, eventId: '' };

/** @throws LogLost where the file of the log is gone, or empty, and the folder has known one */
export function expectLogThere(file: string, { last, hasCompany }: Remembered): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if ((size ?? 0) > 0 || (last.position === 0 && !hasCompany)) return;
  const state = size === undefined ? 'is gone' : 'is empty';
  const known =
    last.position === 0 ? 'other files of a ledger stand beside it' : `the folder has known ${placeOf(last)}`;
  throw new LogLost(`${file} ${state}, and ${known}`);
}

/** @throws LogLost where the log does not reach the place that is remembered, or another event stands there */
export async function expectSameLog(log: EventStore, file: string, { last }: Remembered): Promise<void> {
  if (last.position === 0) return;
  const { position: head } = await log.head();
  if (head < last.position) {
    throw new LogLost(`${file} ends at position ${String(head)}, and the folder has known ${placeOf(last)}`);
  }
  const found = await idAt(log, last.position);
  if (found === undefined || found === last.eventId) return;
  throw new LogLost(`${file} has another event than the folder has known at ${placeOf(last)}`);
}

/** Undefined where the event cannot be read, which is for whoever reads the log to tell. */
async function idAt(log: EventStore, position: number): Promise<string | undefined> {
  try {
    for await (const [event] of log.readAll({ after: position - 1, upTo: position })) return event?.id;
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
  }
  return undefined;
}

function placeOf({ position }: Place): string {
  return `position ${String(position)}`;
}
