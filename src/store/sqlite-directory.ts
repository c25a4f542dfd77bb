import { randomInt } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LabelTaken, type Directory, type DirectoryEntry, type DirectoryKind } from './directory.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS entry (
    id    TEXT PRIMARY KEY,
    kind  TEXT NOT NULL,
    label TEXT NOT NULL,
    UNIQUE (kind, label)
  ) STRICT, WITHOUT ROWID`;

/** Of the letters that ids are made of, none spells a name: digits, and consonants without `l`. */
const letters = '0123456789bcdfghjkmnpqrstvwxyz';
const initials: Readonly<Record<DirectoryKind, string>> = {
  victim: 'v',
  case: 'c',
  defendant: 'd',
  order: 'o',
};

/** The directory in a SQLite file of its own; `:memory:` keeps it nowhere. */
export class SqliteDirectory implements Directory {
  readonly #database: Database.Database;

  constructor(file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.#database = new Database(file);
    if (file !== ':memory:') chmodSync(file, 0o600);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma('busy_timeout = 5000');
    this.#database.exec(schema);
  }

  labelOf(id: string): Promise<string | undefined> {
    const find = this.#database.prepare<[string], { label: string }>('SELECT label FROM entry WHERE id = ?');
    return Promise.resolve(find.get(id)?.label);
  }

  idOf(kind: DirectoryKind, label: string): Promise<string | undefined> {
    return Promise.resolve(this.#find(kind, label));
  }

  mint(kind: DirectoryKind, label: string): Promise<string> {
    const mint = this.#database.transaction(() => {
      const known = this.#find(kind, label);
      if (known !== undefined) return known;
      const id = `${initials[kind]}-${Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')}`;
      this.#insert({ kind, id, label });
      return id;
    });
    return Promise.resolve(mint.immediate());
  }

  async put({ kind, id, label }: DirectoryEntry): Promise<void> {
    const put = this.#database.transaction(() => {
      const owner = this.#find(kind, label);
      if (owner === id) return;
      if (owner !== undefined) throw new LabelTaken(kind);
      this.#insert({ kind, id, label });
    });
    put.immediate();
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  #find(kind: DirectoryKind, label: string): string | undefined {
    const find = this.#database.prepare<[string, string], { id: string }>(
      'SELECT id FROM entry WHERE kind = ? AND label = ?',
    );
    return find.get(kind, label)?.id;
  }

  #insert({ kind, id, label }: DirectoryEntry): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO entry (id, kind, label) VALUES (?, ?, ?)')
      .run(id, kind, label);
  }
}
