/**
 * A log that takes no more events, because the ledger is elsewhere. What closes it is one transaction of SQLite, so every
 * append of whichever process stands before it, or is refused.
 */
import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { LogDamaged, LogMoved, StoreUnavailable, type Closing, type LogHead } from '../event-store.ts';
import { isOfSqlite } from '../sqlite-fault.ts';
import { sameHead } from '../log/same-head.ts';
import { translated } from './errors.ts';
import { openLogFile } from './log-file.ts';
import { closedWord, closeLog, isClosed, reopenLog } from './schema.ts';

/** Why the log takes nothing; undefined where it does. */
export function closingIn(db: Database.Database): Closing | undefined {
  if (!isClosed(db)) return undefined;
  const row = db.prepare<[], Row>(select).get();
  if (row === undefined) throw new LogDamaged(0, 'the log is closed, and does not say why');
  const { place, at, position, hash, isDone } = row;
  return { why: isDone === 1 ? 'moved' : 'moving', place, at, head: { position, hash } };
}

interface Row extends LogHead {
  readonly place: string;
  readonly at: string;
  readonly isDone: number;
}

const select =
  'SELECT place, at, position, lower(hex(hash)) AS hash, is_done AS isDone FROM closing WHERE one = 1';

/** LogMoved, where SQLite says that the log is closed; any other error as it is. */
export function toldOfClosing(db: Database.Database, error: unknown): unknown {
  if (!isOfSqlite(error) || error.message !== closedWord) return error;
  const closing = closingIn(db);
  return closing === undefined ? error : new LogMoved(closing);
}

/** Why the log in the file takes nothing; undefined where it does. @throws StoreUnavailable where there is no such file */
export function closingOf(file: string): Closing | undefined {
  return inFile(file, (db) => closingIn(db));
}

/**
 * Closes the log, whoever else has it open. A log that is closed for the same place stays as it is.
 *
 * @param at the log must end there, where it is given
 * @throws LogMoved where it is closed for another place
 * @throws LogWentOn where it ends elsewhere than expected
 */
export function closeFile(
  file: string,
  { place, at, expected }: { readonly place: string; readonly at: string; readonly expected?: LogHead },
): Closing {
  return inFile(file, (db) => {
    const before = closingIn(db);
    if (before !== undefined && before.place !== place) throw new LogMoved(before);
    if (before !== undefined) return before;
    const head = headIn(db);
    if (expected !== undefined && !sameHead(expected, head)) throw new LogWentOn(head);
    closeLog(db);
    const insert = db.prepare('INSERT INTO closing VALUES (1, ?, ?, ?, ?, 0)');
    insert.run(place, at, head.position, Buffer.from(head.hash, 'hex'));
    return { why: 'moving', place, at, head };
  });
}

/** Writes down that the move is done. @throws StoreUnavailable where the log was opened again meanwhile */
export function finishClosing(file: string, { place, at }: Closing): void {
  inFile(file, (db) => {
    const now = closingIn(db);
    if (now?.place !== place || now.at !== at)
      throw new StoreUnavailable('the log that was to be moved was opened again meanwhile');
    db.exec('UPDATE closing SET is_done = 1');
  });
}

/** Lets the log take events again; one that does is left as it is. */
export function reopenFile(file: string): void {
  inFile(file, (db) => {
    if (isClosed(db)) reopenLog(db);
  });
}

/** The log goes further than it was to go, or is another. */
export class LogWentOn extends Error {
  readonly head: LogHead;

  constructor(head: LogHead) {
    super(`it ends at ${head.hash}@${String(head.position)}`);
    this.name = 'LogWentOn';
    this.head = head;
  }
}

/** The right to write is asked for first: nobody appends between what is read here and what is written. */
function inFile<Result>(file: string, deed: (db: Database.Database) => Result): Result {
  if (!existsSync(file)) throw new StoreUnavailable(`there is no ${file}`);
  const db = openLogFile(file, { readOnly: false, busyTimeout: patience });
  try {
    return translated(() => db.transaction(() => deed(db)).immediate());
  } finally {
    db.close();
  }
}

function headIn(db: Database.Database): LogHead {
  const head = db.prepare<[], LogHead>('SELECT position, lower(hex(hash)) AS hash FROM head').get();
  if (head === undefined) throw new LogDamaged(0, 'the log has no head');
  return head;
}

/** In milliseconds: whoever writes is waited for. */
const patience = 30_000;
