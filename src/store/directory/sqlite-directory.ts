import { randomInt } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import {
  LabelRefused,
  type Directory,
  type DirectoryEntry,
  type DirectoryKind,
  type LabelRule,
  type Relabelled,
} from '../directory.ts';
import { StoreUnavailable } from '../event-store.ts';
import { translated } from '../sqlite-log/errors.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS entry (
    id    TEXT PRIMARY KEY,
    kind  TEXT NOT NULL,
    label TEXT NOT NULL,
    UNIQUE (kind, label)
  ) STRICT, WITHOUT ROWID;

  -- Ids whose labels are gone for good, so that an old file that is sent again cannot bring them back.
  CREATE TABLE IF NOT EXISTS forgotten (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`;

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
    // What is taken out is written over with zeros, and what is only passing through leaves no file.
    this.#database.pragma('secure_delete = ON');
    this.#database.pragma('temp_store = MEMORY');
    this.#database.exec(schema);
  }

  labelOf(id: string): Promise<string | undefined> {
    return Promise.resolve(this.#labelOf(id));
  }

  idOf(kind: DirectoryKind, label: string): Promise<string | undefined> {
    return Promise.resolve(this.#find(kind, label));
  }

  newId(kind: DirectoryKind): string {
    const drawn = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]);
    return `${initials[kind]}-${drawn.join('')}`;
  }

  refusalOf(entry: DirectoryEntry): Promise<LabelRule | undefined> {
    return Promise.resolve(this.#refusalOf(entry));
  }

  async put(entry: DirectoryEntry): Promise<void> {
    const put = this.#database.transaction(() => {
      const rule = this.#refusalOf(entry);
      if (rule !== undefined) throw new LabelRefused(rule);
      if (this.#labelOf(entry.id) === undefined) this.#insert(entry);
    });
    put.immediate();
  }

  async relabel(entry: DirectoryEntry): Promise<Relabelled> {
    const relabel = this.#database.transaction((): Relabelled => {
      const rule = this.#refusalOf(entry);
      if (rule === 'label-taken' || rule === 'label-forgotten') throw new LabelRefused(rule);
      const before = this.#labelOf(entry.id);
      if (before === undefined) return 'unknown';
      if (before === entry.label) return 'unchanged';
      this.#database.prepare('UPDATE entry SET label = ? WHERE id = ?').run(entry.label, entry.id);
      return 'relabelled';
    });
    return relabel.immediate();
  }

  async forget(id: string): Promise<boolean> {
    return translated(() => {
      const forget = this.#database.transaction(() => {
        const { changes } = this.#database.prepare('DELETE FROM entry WHERE id = ?').run(id);
        if (changes > 0) this.#database.prepare('INSERT INTO forgotten (id) VALUES (?)').run(id);
        return this.#isForgotten(id);
      });
      if (!forget.immediate()) return false;
      this.#purge();
      return true;
    });
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  /** What was deleted may have been copied before: within the file as its pages were split, and into the journal. */
  #purge(): void {
    this.#database.exec('VACUUM');
    const [result] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as readonly { busy: number }[];
    if (result?.busy === 1) throw new StoreUnavailable('others are reading the directory');
  }

  #refusalOf({ kind, id, label }: DirectoryEntry): LabelRule | undefined {
    if (this.#isForgotten(id)) return 'label-forgotten';
    const owner = this.#find(kind, label);
    if (owner !== undefined) return owner === id ? undefined : 'label-taken';
    return this.#labelOf(id) === undefined ? undefined : 'label-differs';
  }

  #isForgotten(id: string): boolean {
    return this.#database.prepare('SELECT 1 FROM forgotten WHERE id = ?').get(id) !== undefined;
  }

  #labelOf(id: string): string | undefined {
    const find = this.#database.prepare<[string], { label: string }>('SELECT label FROM entry WHERE id = ?');
    return find.get(id)?.label;
  }

  #find(kind: DirectoryKind, label: string): string | undefined {
    const find = this.#database.prepare<[string, string], { id: string }>(
      'SELECT id FROM entry WHERE kind = ? AND label = ?',
    );
    return find.get(kind, label)?.id;
  }

  #insert({ kind, id, label }: DirectoryEntry): void {
    this.#database.prepare('INSERT INTO entry (id, kind, label) VALUES (?, ?, ?)').run(id, kind, label);
  }
}
