import Database from 'better-sqlite3';
import type {
  Cell,
  Mark,
  ReadModelSchema,
  Row,
  Seen,
  Snapshot,
  Table,
  WritableRows,
} from '../read-model-store.ts';
import { keepJournalAhead } from '../journal-ahead.ts';
import { ReadModelsDamaged } from '../read-model-store.ts';
import { isOfSqlite, toldOfFile } from '../sqlite-fault.ts';
import { hashOfRows } from './content-hash.ts';
import { makePrivate } from './generations.ts';
import { seenIn } from './seen-file.ts';
import { TableRows } from './table-rows.ts';
import { createIndexes, createTables, missingIn } from './tables.ts';
import { Terms } from './terms.ts';

/** How long a transaction waits for those of other processes, in milliseconds. */
const patienceMs = 30_000;

/** One file of tables, open. Nothing of it is lost for good where it is lost, so it trades safety for speed where it may. */
export class ReadModelFile {
  readonly #db: Database.Database;
  readonly #schema: ReadModelSchema;
  readonly #terms: Terms;
  readonly #tables: ReadonlyMap<string, TableRows>;
  readonly #statements = new Map<string, Database.Statement>();
  #isDraft: boolean;
  /** Where the rows that are remembered stand. */
  #rememberedAt = 0;

  private constructor(db: Database.Database, schema: ReadModelSchema, isDraft = false) {
    this.#isDraft = isDraft;
    this.#db = db;
    this.#schema = schema;
    this.#terms = new Terms(db);
    this.#tables = new Map(schema.tables.map((table) => [table.name, new TableRows(db, table, this.#terms)]));
  }

  /** Opens a file that processes share; it is made where it does not exist. */
  static open(path: string, schema: ReadModelSchema): ReadModelFile {
    const db = guarded(path, () => {
      if (path !== ':memory:') makePrivate(path);
      return new Database(path, { timeout: patienceMs });
    });
    try {
      return guarded(path, () => {
        prepare(db, schema);
        const missing = missingIn(db, schema);
        if (missing !== undefined) throw new ReadModelsDamaged(path, `there is no ${missing}`);
        return new ReadModelFile(db, schema);
      });
    } catch (error) {
      db.close();
      // The statements are fixed: where one finds no table or column, the tables are not those that were made.
      throw isOfSqlite(error) ? new ReadModelsDamaged(path, error.message) : error;
    }
  }

  /**
   * Makes a new file for one process alone, to be filled quickly and then finished. Until then it is one transaction,
   * which nothing could undo, and worth nothing.
   */
  static make(path: string, schema: ReadModelSchema): ReadModelFile {
    return guarded(path, () => {
      if (path !== ':memory:') makePrivate(path);
      const db = new Database(path);
      db.pragma('journal_mode = OFF');
      db.pragma('synchronous = OFF');
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('cache_size = -65536');
      createTables(db, schema);
      db.exec('BEGIN');
      return new ReadModelFile(db, schema, true);
    });
  }

  /** Makes a file that has been filled fit to be shared; once is enough. */
  finish(): void {
    if (!this.#isDraft) return;
    this.#guarded(() => {
      for (const table of this.#tables.values()) table.flush();
      this.#db.exec('COMMIT');
      this.#isDraft = false;
      createIndexes(this.#db, this.#schema);
    });
  }

  checkpoint(): Mark {
    return this.#guarded(() => this.#mark());
  }

  read<Answer>(ask: (snapshot: Snapshot) => Answer): Answer {
    return this.#guarded(() => this.#db.transaction(() => ask(this.#snapshot())).deferred());
  }

  write(work: (rows: WritableRows) => void): void {
    this.#guarded(() => {
      if (this.#isDraft) this.#writeDraft(work);
      else this.#writeAlone(work);
    });
  }

  /** What has been written so far. */
  seen(): Seen {
    return this.#guarded(() => {
      for (const table of this.#tables.values()) table.flush();
      return seenIn(this.#db, this.#schema.version, (deed) => this.#guarded(deed));
    });
  }

  stateHash(): string {
    return this.#guarded(() => this.#db.transaction(() => hashOfRows(this.#db, this.#schema)).deferred());
  }

  close(): void {
    this.#db.close();
  }

  #guarded<Result>(deed: () => Result): Result {
    return guarded(this.#db.name, deed);
  }

  #mark(): Mark {
    const mark = this.#statement('SELECT position, eventId FROM checkpoint').get() as Mark | undefined;
    if (mark === undefined)
      throw new ReadModelsDamaged(this.#db.name, 'it does not say how far it tells the log');
    return mark;
  }

  #writeAlone(work: (rows: WritableRows) => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const mark = this.#mark();
      if (mark.position !== this.#rememberedAt) this.#forget();
      this.#rememberedAt = mark.position;
      this.#terms.begin();
      work(this.#rows(mark));
      for (const table of this.#tables.values()) table.flush();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#forget();
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Rows that change often are kept back while there are few, to be written once. */
  #writeDraft(work: (rows: WritableRows) => void): void {
    this.#terms.begin();
    work(this.#rows(this.#mark()));
    for (const table of this.#tables.values()) table.flushNew();
  }

  #rows(mark: Mark): WritableRows {
    return {
      mark,
      of: (table) => this.#table(table),
      advance: ({ position, eventId }) => {
        this.#statement('UPDATE checkpoint SET position = ?, eventId = ?').run(position, eventId);
        this.#rememberedAt = position;
      },
    };
  }

  #snapshot(): Snapshot {
    const prepared = (sql: string): Database.Statement => this.#statement(sql).safeIntegers();
    return {
      position: this.#mark().position,
      tables: this,
      all: (sql, params = {}) => prepared(sql).raw(false).all(params) as Row[],
      lists: (sql, params = {}) => prepared(sql).raw(true).all(params) as Cell[][],
      first: (sql, params = {}) => prepared(sql).raw(false).get(params) as Row | undefined,
      numberOf: (term) => this.#terms.find(term),
      termOf: (number) => this.#terms.text(Number(number)),
    };
  }

  #table({ name }: Table): TableRows {
    const table = this.#tables.get(name);
    if (!table) throw new RangeError(`the schema has no table ${name}`);
    return table;
  }

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #forget(): void {
    this.#terms.forget();
    for (const table of this.#tables.values()) table.forget();
  }
}

function prepare(db: Database.Database, schema: ReadModelSchema): void {
  keepJournalAhead(db, Date.now() + patienceMs);
  // A power cut may cost the last transactions, which are worked out again; it never costs the file.
  db.pragma('synchronous = NORMAL');
  db.transaction(() => {
    if (isMade(db)) return;
    createTables(db, schema);
    createIndexes(db, schema);
  }).immediate();
}

function isMade(db: Database.Database): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'checkpoint'`).get() !== undefined;
}

function guarded<Result>(path: string, deed: () => Result): Result {
  try {
    return deed();
  } catch (error) {
    throw toldOfFile(error, { path, damaged: (said) => new ReadModelsDamaged(path, said) });
  }
}
