import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Mark, ReadModelSchema, Row, Seen, Table } from '../read-model-store.ts';
import { ReadModelsDamaged } from '../read-model-store.ts';
import { isOfSqlite } from '../sqlite-fault.ts';
import { hashOfTable } from './content-hash.ts';

/** A file of read models, seen as it stood when it was opened, whatever others write to it meanwhile. */
export class SeenFile {
  readonly path: string;
  readonly #version: string;
  #db: Database.Database | undefined;
  /** Whether something in it could not be read. */
  isDamaged = false;

  private constructor(path: string, version: string) {
    this.path = path;
    this.#version = version;
  }

  /** Undefined where there is no such file. Nothing is read before `look`. */
  static open(path: string, version: string): SeenFile | undefined {
    return existsSync(path) ? new SeenFile(path, version) : undefined;
  }

  /** Undefined where not even its mark can be read. One of this version must have its tables. */
  look({ version, tables }: ReadModelSchema): Seen | undefined {
    try {
      const db = new Database(this.path, { fileMustExist: true });
      this.#db = db;
      db.exec('BEGIN');
      const seen = seenIn(db, this.#version, (deed) => this.#guarded(deed));
      this.isDamaged = this.#version === version && !tables.every((table) => seen.holds(table));
      return seen;
    } catch (error) {
      this.#noteDamage(error);
      return undefined;
    }
  }

  /** As long as it is open, the write-ahead log of a file in use cannot begin anew. May be done twice. */
  close(): void {
    this.#db?.close();
  }

  #guarded<Result>(deed: () => Result): Result {
    try {
      return deed();
    } catch (error) {
      this.#noteDamage(error);
      throw isOfSqlite(error) ? new ReadModelsDamaged(this.path, error.message) : error;
    }
  }

  /** The statements are fixed: where one finds no table or column, the tables are not those that were made. */
  #noteDamage(error: unknown): void {
    const isDamage = isOfSqlite(error) && /^SQLITE_(?:ERROR|CORRUPT|NOTADB)/.test(error.code);
    this.isDamaged ||= isDamage || error instanceof ReadModelsDamaged;
  }
}

/** What a connection sees; its own transaction says as of when. */
export function seenIn(
  db: Database.Database,
  version: string,
  guarded: <Result>(deed: () => Result) => Result,
): Seen {
  const mark = guarded(
    () => db.prepare('SELECT position, eventId FROM checkpoint').get() as Mark | undefined,
  );
  if (mark === undefined) throw new ReadModelsDamaged(db.name, 'it does not say how far it tells the log');
  return {
    ...{ version, mark },
    holds: (table) => guarded(() => columnsIn(db, table) === Object.keys(table.columns).join()),
    countOf: ({ name }) => guarded(() => db.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number),
    hashOf: (table) => guarded(() => hashOfTable(db, table)),
    all: (sql) => guarded(() => db.prepare(sql).safeIntegers().all() as Row[]),
  };
}

/** The same, and `before` is done ahead of whatever takes as long as a table is large. */
export function seenAfter(seen: Seen, before: () => void): Seen {
  const after = <Result>(look: () => Result): Result => {
    before();
    return look();
  };
  return {
    ...seen,
    countOf: (table) => after(() => seen.countOf(table)),
    hashOf: (table) => after(() => seen.hashOf(table)),
    all: (sql) => after(() => seen.all(sql)),
  };
}

function columnsIn(db: Database.Database, { name }: Table): string {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(name);
  return columns.join();
}
