/** Opens the file of a log: makes it where there is none, and refuses one that is not ours. */
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { NoRightToWrite, StoreUnavailable } from '../event-store.ts';
import { checkFormat, createLog, isBlank } from './schema.ts';
import { keepJournalAhead } from '../journal-ahead.ts';
import { translated } from './errors.ts';

export interface FileOptions {
  readonly readOnly: boolean;
  /** How long to wait for another process that writes, in milliseconds. */
  readonly busyTimeout: number;
}

/**
 * @throws StoreUnavailable where the file cannot be opened or made
 * @throws NoRightToWrite where it may not be
 * @throws LogDamaged where the file is no log, or not as it was created
 */
export function openLogFile(file: string, { readOnly, busyTimeout }: FileOptions): Database.Database {
  const db = connect(file, { readOnly, busyTimeout });
  return orClose(db, () => {
    if (!readOnly) prepare(db, busyTimeout);
    checkFormat(db);
    return db;
  });
}

/** A connection to the file as it is, whose tables have not been looked at. */
export function connect(file: string, options: FileOptions): Database.Database {
  const db = openFile(file, options);
  return orClose(db, () => {
    db.pragma('trusted_schema = OFF');
    return db;
  });
}

function openFile(file: string, { readOnly, busyTimeout }: FileOptions): Database.Database {
  // The full path can be taken neither for a URI nor for a database in memory.
  const path = resolve(file);
  try {
    if (!readOnly) makeRoom(path);
    return new Database(path, { readonly: readOnly, fileMustExist: true, timeout: busyTimeout });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && forbidden.has(code)) throw new NoRightToWrite(file, { cause: error });
    throw new StoreUnavailable(`cannot open ${file}`, { cause: error });
  }
}

const forbidden = new Set(['EACCES', 'EPERM', 'EROFS']);

function orClose<Result>(db: Database.Database, deed: () => Result): Result {
  try {
    return translated(deed);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The file, still empty, that nobody else on this machine may read; SQLite gives its companions the same rights. */
function makeRoom(path: string): void {
  const directory = dirname(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  // Windows keeps its directories itself, and gives no handle to one.
  if (process.platform === 'win32') return;
  const entry = openSync(directory, 'r');
  fsyncSync(entry);
  closeSync(entry);
}

/** In KiB: the inner pages of the index of ten million events, and more of its leaves than are in use at a time. */
const cacheSize = 65_536;

/** In bytes: what a long reader has let the journal grow to is given back when it has gone. */
const longestJournal = 64 * 1024 * 1024;

function prepare(db: Database.Database, busyTimeout: number): void {
  if (isBlank(db)) {
    db.pragma('page_size = 4096');
    db.transaction(() => {
      // Another process may have been quicker.
      if (isBlank(db)) createLog(db);
    }).exclusive();
  }
  checkFormat(db);
  const mode = keepJournalAhead(db, Date.now() + busyTimeout);
  if (mode !== 'wal') throw new StoreUnavailable(`the disk lets the journal only be kept as ${mode}`);
  // FULL, so that a commit is on the disk before it is acknowledged; `fullfsync` says the same to macOS.
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma(`journal_size_limit = ${String(longestJournal)}`);
  db.pragma('temp_store = MEMORY');
  db.pragma(`cache_size = -${String(cacheSize)}`);
}
