import type Database from 'better-sqlite3';
import { isOfSqlite } from './sqlite-fault.ts';

/**
 * Keeps the journal of a file ahead of it. Of those who make the same file at the same time, SQLite turns all but one away
 * here, and lets nobody wait: they try again until then. Gives the way in which the journal is kept: `wal`, where the disk can.
 */
export function keepJournalAhead(db: Database.Database, until: number): string {
  for (;;) {
    try {
      return String(db.pragma('journal_mode = WAL', { simple: true }));
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseBetweenTries);
    }
  }
}

function isBusy(error: unknown): boolean {
  return isOfSqlite(error) && error.code.startsWith('SQLITE_BUSY');
}

/** In milliseconds. */
const pauseBetweenTries = 5;
