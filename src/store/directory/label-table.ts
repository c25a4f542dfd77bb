/** Labels by id, and ids by label, in a SQLite file: what every directory on this machine is made of. */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { DirectoryEntry, DirectoryKind, Held, LabelRule } from '../directory.ts';
import { StoreUnavailable } from '../event-store.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS entry (
    id    TEXT PRIMARY KEY,
    kind  TEXT NOT NULL,
    label TEXT NOT NULL,
    UNIQUE (kind, label)
  ) STRICT, WITHOUT ROWID;

  -- Ids whose labels are gone for good, so that an old file that is sent again cannot bring them back.
  CREATE TABLE IF NOT EXISTS forgotten (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`;

/** Opens the file, or makes it, for its owner alone; `:memory:` is kept nowhere. */
export function openLabelFile(file: string): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(file);
  if (file !== ':memory:') chmodSync(file, 0o600);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 5000');
  // What is taken out is written over with zeros, and what is only passing through leaves no file.
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.exec(schema);
  return database;
}

/** The two tables of such a file. */
export class LabelTable {
  readonly #database: Database.Database;
  readonly #entryOf: Database.Statement<[string], DirectoryEntry>;
  readonly #idOf: Database.Statement<[string, string], { id: string }>;
  readonly #isForgotten: Database.Statement<[string]>;
  readonly #set: Database.Statement<[string, string, string]>;
  readonly #remove: Database.Statement<[string]>;
  readonly #forget: Database.Statement<[string]>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#entryOf = database.prepare('SELECT kind, id, label FROM entry WHERE id = ?');
    this.#idOf = database.prepare('SELECT id FROM entry WHERE kind = ? AND label = ?');
    this.#isForgotten = database.prepare('SELECT 1 FROM forgotten WHERE id = ?');
    this.#set = database.prepare(
      'INSERT INTO entry (id, kind, label) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET label = excluded.label',
    );
    this.#remove = database.prepare('DELETE FROM entry WHERE id = ?');
    this.#forget = database.prepare('INSERT OR IGNORE INTO forgotten (id) VALUES (?)');
  }

  /** Undefined where the id has none. */
  labelOf(id: string): string | undefined {
    return this.entryOf(id)?.label;
  }

  /** Undefined where the id has no label. */
  entryOf(id: string): DirectoryEntry | undefined {
    return this.#entryOf.get(id);
  }

  /** Undefined where nobody of the kind is called so. */
  idOf(kind: DirectoryKind, label: string): string | undefined {
    return this.#idOf.get(kind, label)?.id;
  }

  isForgotten(id: string): boolean {
    return this.#isForgotten.get(id) !== undefined;
  }

  refusalOf({ kind, id, label }: DirectoryEntry): LabelRule | undefined {
    if (this.isForgotten(id)) return 'label-forgotten';
    const owner = this.idOf(kind, label);
    if (owner !== undefined) return owner === id ? undefined : 'label-taken';
    return this.labelOf(id) === undefined ? undefined : 'label-differs';
  }

  /** Gives the id this label, in the place of the one that it has. */
  set({ kind, id, label }: DirectoryEntry): void {
    this.#set.run(id, kind, label);
  }

  /** Takes the label of the id away. */
  remove(id: string): void {
    this.#remove.run(id);
  }

  /** Takes its label away from the id, and notes that it is to have none again. Until `purge` bytes of it may be left. */
  forget(id: string): void {
    this.remove(id);
    this.#forget.run(id);
  }

  /**
   * What was deleted may have been copied before: within the file as its pages were split, and into the journal.
   *
   * @throws StoreUnavailable where others hold on to it
   */
  purge(): void {
    this.#database.exec('VACUUM');
    const [result] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
    if (result?.busy === 1) throw new StoreUnavailable('others are reading the directory');
  }

  /** All that is held, in pages: first the labels, then what was forgotten, each by id. */
  *contents(): Generator<readonly Held[]> {
    yield* this.#pages<DirectoryEntry>('SELECT kind, id, label FROM entry');
    for (const page of this.#pages<{ id: string }>('SELECT id FROM forgotten'))
      yield page.map(({ id }) => ({ id, isForgotten: true }));
  }

  /** Each page is a query of its own, so that others may write between two. */
  *#pages<Row extends { readonly id: string }>(select: string): Generator<readonly Row[]> {
    const next = this.#database.prepare<[string, number], Row>(`${select} WHERE id > ? ORDER BY id LIMIT ?`);
    for (let after = ''; ;) {
      const page = next.all(after, pageSize);
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.id;
    }
  }
}

const pageSize = 500;
