/**
 * The log in SQLite: the events and the head are the log, and all that a commit writes. The index (streams, revisions,
 * ids) is made from it and follows in bulk: random keys, written one by one, would cost more than the events.
 */
import Database from 'better-sqlite3';
import { emptyHash } from '../log/envelope.ts';
import { LogDamaged } from '../event-store.ts';

/** How many events at most may stand behind what is indexed. A reader holds the places of these in memory. */
export const longestTail = 8192;

/** Writes the tables of an empty log; the caller holds a transaction. */
export function createLog(db: Database.Database): void {
  for (const statement of schema) db.exec(statement);
  db.prepare('INSERT INTO head VALUES (1, 0, ?, 0)').run(Buffer.from(emptyHash, 'hex'));
  db.pragma(`application_id = ${String(applicationId)}`);
  db.pragma(`user_version = ${String(formatVersion)}`);
}

/** Makes the log one that takes no more events; the caller holds a transaction. */
export function closeLog(db: Database.Database): void {
  for (const statement of closing) db.exec(statement);
}

/** Undoes that; the caller holds a transaction. */
export function reopenLog(db: Database.Database): void {
  db.exec('DROP TRIGGER events_refuse_all');
  db.exec('DROP TABLE closing');
}

/** Whether the log takes no more events. */
export function isClosed(db: Database.Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'closing'").get() !== undefined;
}

/** What SQLite says where an event was put into a log that is closed. */
export const closedWord = 'events: the log is closed';

/** Whether nothing was ever written to the file, by anybody. */
export function isBlank(db: Database.Database): boolean {
  return (
    numberOf(db, 'application_id') === 0 && numberOf(db, 'user_version') === 0 && schemaOf(db).length === 0
  );
}

/** @throws LogDamaged where the file is no log, is a log of another version, or has other tables than it was given */
export function checkFormat(db: Database.Database): void {
  if (numberOf(db, 'application_id') !== applicationId) throw new LogDamaged(0, 'the file is no event log');
  const version = numberOf(db, 'user_version');
  if (version !== formatVersion)
    throw new LogDamaged(0, `the log is of format ${String(version)}, unknown here`);
  expected ??= expectedSchemas();
  if (!expected.includes(JSON.stringify(schemaOf(db))))
    throw new LogDamaged(0, 'the tables or triggers of the log are not as they were created');
}

/** `EvLg`, in the header of the file: this is no other program's database. */
const applicationId = 0x45764c67;
const formatVersion = 1;
let expected: readonly string[] | undefined;

const schema = [
  // `running` stands before `bytes`, so that it can be read without the pages over which a long event runs on.
  `CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    running BLOB NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT`,
  // A stream goes by the position of its first event: new streams then stand side by side in the index.
  `CREATE TABLE streams (
    name TEXT PRIMARY KEY,
    first INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE revisions (
    first INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (first, revision)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE ids (
    id BLOB PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    indexed INTEGER NOT NULL
  ) STRICT`,
  ...['events', 'streams', 'revisions', 'ids'].map((table) => refuse('UPDATE', table)),
  ...['events', 'streams', 'revisions', 'ids', 'head'].map((table) => refuse('DELETE', table)),
  refuse('UPDATE', 'head', 'WHEN NEW.position < OLD.position OR NEW.indexed < OLD.indexed'),
  // REPLACE removes a row without asking the trigger for DELETE; this one it must ask.
  refuse('INSERT', 'events', 'WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM events)'),
];

/** It stands in the file itself, so that whoever has the log open is told, and no copy of it is taken for a log that goes on. */
const closing = [
  `CREATE TABLE closing (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    place TEXT NOT NULL,
    at TEXT NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    is_done INTEGER NOT NULL
  ) STRICT`,
  `CREATE TRIGGER events_refuse_all BEFORE INSERT ON events
    BEGIN SELECT RAISE(ABORT, '${closedWord}'); END`,
];

function refuse(deed: 'INSERT' | 'UPDATE' | 'DELETE', table: string, when = ''): string {
  const why = `${table}: what is recorded stays as it is`;
  return `CREATE TRIGGER ${table}_refuse_${deed.toLowerCase()} BEFORE ${deed} ON ${table} ${when}
    BEGIN SELECT RAISE(ABORT, '${why}'); END`;
}

function schemaOf(db: Database.Database): unknown[] {
  return db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').raw().all();
}

/** What SQLite itself keeps of the statements above, asked of an empty database in memory: of a log that is open, and closed. */
function expectedSchemas(): readonly string[] {
  const model = new Database(':memory:');
  createLog(model);
  const open = JSON.stringify(schemaOf(model));
  closeLog(model);
  const closed = JSON.stringify(schemaOf(model));
  model.close();
  return [open, closed];
}

function numberOf(db: Database.Database, pragma: string): unknown {
  return db.pragma(pragma, { simple: true });
}
