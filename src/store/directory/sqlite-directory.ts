import type Database from 'better-sqlite3';
import {
  LabelRefused,
  type Directory,
  type DirectoryEntry,
  type DirectoryKind,
  type Forgotten,
  type Held,
  type LabelRule,
  type NamedKind,
  type Put,
  type Relabelled,
} from '../directory.ts';
import { translated } from '../sqlite-log/errors.ts';
import { LabelTable, openLabelFile } from './label-table.ts';
import { newId } from './new-id.ts';

/** The directory in a SQLite file of its own; `:memory:` keeps it nowhere. */
export class SqliteDirectory implements Directory {
  readonly standing = 'live';
  readonly #database: Database.Database;
  readonly #labels: LabelTable;
  #isToBePurged = false;

  constructor(file: string) {
    this.#database = openLabelFile(file);
    this.#labels = new LabelTable(this.#database);
  }

  labelOf(id: string): Promise<string | undefined> {
    return Promise.resolve(this.#labels.labelOf(id));
  }

  idOf(kind: DirectoryKind, label: string): Promise<string | undefined> {
    return Promise.resolve(this.#labels.idOf(kind, label));
  }

  newId(kind: NamedKind): string {
    return newId(kind);
  }

  refusalOf(entry: DirectoryEntry): Promise<LabelRule | undefined> {
    return Promise.resolve(this.#labels.refusalOf(entry));
  }

  async put(entry: DirectoryEntry): Promise<Put> {
    const put = this.#database.transaction((): Put => {
      const rule = this.#labels.refusalOf(entry);
      if (rule !== undefined) throw new LabelRefused(rule);
      if (this.#labels.labelOf(entry.id) !== undefined) return 'known';
      this.#labels.set(entry);
      return 'entered';
    });
    return put.immediate();
  }

  async putAll(entries: readonly DirectoryEntry[]): Promise<void> {
    const putAll = this.#database.transaction(() => {
      for (const entry of entries) {
        const isNew =
          this.#labels.refusalOf(entry) === undefined && this.#labels.labelOf(entry.id) === undefined;
        if (isNew) this.#labels.set(entry);
      }
    });
    putAll.immediate();
  }

  async withdraw({ kind, id, label }: DirectoryEntry): Promise<void> {
    const withdraw = this.#database.transaction(() => {
      if (this.#labels.idOf(kind, label) === id) this.#labels.remove(id);
    });
    withdraw.immediate();
  }

  async relabel(entry: DirectoryEntry): Promise<Relabelled> {
    const relabel = this.#database.transaction((): Relabelled => {
      const rule = this.#labels.refusalOf(entry);
      if (rule === 'label-taken' || rule === 'label-forgotten') throw new LabelRefused(rule);
      const before = this.#labels.labelOf(entry.id);
      if (before === undefined) return 'unknown';
      if (before === entry.label) return 'unchanged';
      this.#labels.set(entry);
      return 'relabelled';
    });
    return relabel.immediate();
  }

  async forget(id: string): Promise<Forgotten> {
    const became = this.#forgotten(id, false);
    if (became !== 'unknown') this.#purge();
    return became;
  }

  /** To purge the file is to write it anew: that is done once for all. */
  async bar(id: string): Promise<void> {
    this.#forgotten(id, true);
    this.#isToBePurged = true;
  }

  async *contents(): AsyncGenerator<readonly Held[]> {
    yield* this.#labels.contents();
  }

  async close(): Promise<void> {
    try {
      if (this.#isToBePurged) this.#purge();
    } finally {
      this.#database.close();
    }
  }

  #purge(): void {
    translated(() => {
      this.#labels.purge();
    });
    this.#isToBePurged = false;
  }

  #forgotten(id: string, isBarred: boolean): Forgotten {
    return translated(() => {
      const forget = this.#database.transaction((): Forgotten => {
        if (this.#labels.isForgotten(id)) return 'forgotten-before';
        if (!isBarred && this.#labels.labelOf(id) === undefined) return 'unknown';
        this.#labels.forget(id);
        return 'forgotten';
      });
      return forget.immediate();
    });
  }
}
