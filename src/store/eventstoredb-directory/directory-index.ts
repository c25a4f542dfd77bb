/** What this node knows of the directory on the server: labels both ways, and how far each stream goes. */
import type Database from 'better-sqlite3';
import type { DirectoryEntry, DirectoryKind, Held } from '../directory.ts';
import { StoreUnavailable } from '../event-store.ts';
import { LabelTable, openLabelFile } from '../directory/label-table.ts';
import { translated } from '../sqlite-log/errors.ts';
import type { ServerPosition } from '../eventstoredb/server.ts';
import { isEntry, type Claim, type DirectoryRecord } from './records.ts';

/** A record that was heard. */
export interface HeardRecord {
  readonly stream: string;
  readonly revision: number;
  /** The number of the key that had sealed it. */
  readonly key: number;
  /** Undefined where this node has no such key. */
  readonly record: DirectoryRecord | undefined;
}

/** A stream of the directory as far as this node has heard of it. */
export interface KnownStream {
  readonly stream: string;
  readonly revision: number;
}

const schema = `
  -- How far on the server this node has heard, of which directory, and whether bytes of what was forgotten may be left.
  CREATE TABLE IF NOT EXISTS place (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    identity TEXT NOT NULL,
    mark     TEXT,
    purge    INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  -- The last record of each stream; of one of a label, who claims it, and from which revision of his own stream on.
  CREATE TABLE IF NOT EXISTS record (
    stream   TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    key      INTEGER NOT NULL,
    owner    TEXT,
    at       INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS record_owner ON record (owner) WHERE owner IS NOT NULL;
  CREATE INDEX IF NOT EXISTS record_key ON record (key);

  -- Records for which this node had no key, of streams in which it has heard of nothing since that it could open.
  CREATE TABLE IF NOT EXISTS unread (
    stream   TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    key      INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`;

interface Last {
  readonly revision: number;
  readonly owner: string | null;
  readonly at: number | null;
}

interface Place {
  readonly identity: string;
  readonly mark: string | null;
  readonly purge: number;
}

/** A copy, which can be made anew: what is lost of it is heard again. */
export class DirectoryIndex {
  readonly #database: Database.Database;
  readonly #labels: LabelTable;
  readonly #lastOf: Database.Statement<[string], Last>;
  readonly #keep: Database.Statement<[string, number, number, string | null, number | null]>;
  readonly #miss: Database.Statement<[string, number, number]>;
  readonly #found: Database.Statement<[string]>;
  readonly #place: Database.Statement<[], Place>;
  #triesAgainAt = 0;

  constructor(file: string) {
    this.#database = openLabelFile(file);
    // What a power cut takes is heard again, for it takes the mark as well.
    this.#database.pragma('synchronous = NORMAL');
    this.#database.exec(schema);
    this.#labels = new LabelTable(this.#database);
    this.#lastOf = this.#database.prepare('SELECT revision, owner, at FROM record WHERE stream = ?');
    this.#keep = this.#database.prepare(
      'INSERT INTO record (stream, revision, key, owner, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (stream) DO UPDATE ' +
        'SET revision = excluded.revision, key = excluded.key, owner = excluded.owner, at = excluded.at',
    );
    this.#miss = this.#database.prepare('REPLACE INTO unread (stream, revision, key) VALUES (?, ?, ?)');
    this.#found = this.#database.prepare('DELETE FROM unread WHERE stream = ?');
    this.#place = this.#database.prepare('SELECT identity, mark, purge FROM place');
  }

  /** Begins anew where what is known is of another directory, or lacks what could not be opened then and can be now. */
  belongTo(identity: string, hasKey: (key: number) => boolean = () => false): void {
    this.#write(() => {
      const known = this.#place.get();
      if (known?.identity === identity && !this.unreadKeys().some(hasKey)) return;
      for (const table of ['entry', 'forgotten', 'record', 'unread', 'place'])
        this.#database.exec(`DELETE FROM ${table}`);
      const insert = 'INSERT INTO place (one, identity, purge) VALUES (1, ?, ?)';
      this.#database.prepare(insert).run(identity, known === undefined ? 0 : 1);
    });
    this.#purgeIfDue();
  }

  /** The place on the server up to which all is known; undefined where nothing is. */
  get after(): ServerPosition | undefined {
    const [, commit, prepare] = /^([0-9]+) ([0-9]+)$/.exec(this.#place.get()?.mark ?? '') ?? [];
    if (commit === undefined || prepare === undefined) return undefined;
    return { commit: BigInt(commit), prepare: BigInt(prepare) };
  }

  /** Takes in what stands up to a place; what is known already is passed over. */
  take(records: readonly HeardRecord[], at: ServerPosition): void {
    this.#write(() => {
      for (const { stream, revision, key, record } of records) {
        if (revision <= this.revisionOf(stream)) continue;
        if (record === undefined) this.#miss.run(stream, revision, key);
        else this.#apply({ stream, revision, key }, record);
      }
      // Another process of this folder may have come further.
      if (isBehind(this.after, at))
        this.#database.prepare('UPDATE place SET mark = ?').run(`${at.commit} ${at.prepare}`);
    });
    this.#purgeIfDue();
  }

  /** The last revision that is known; -1 where there is no such stream. */
  revisionOf(stream: string): number {
    return this.#lastOf.get(stream)?.revision ?? -1;
  }

  /** Who claims a label, by its stream. */
  claimIn(stream: string): Claim | undefined {
    const { owner = null, at = null } = this.#lastOf.get(stream) ?? {};
    return owner === null || at === null ? undefined : { owner, at };
  }

  /** The streams of all labels that the id claims. */
  claimsOf(owner: string): readonly (KnownStream & Claim)[] {
    const find = 'SELECT stream, revision, owner, at FROM record WHERE owner = ? ORDER BY stream';
    return this.#database.prepare<[string], KnownStream & Claim>(find).all(owner);
  }

  /** Some of the streams whose last record was sealed with another key than this; none where there are none. */
  sealedOtherwise(key: number): readonly KnownStream[] {
    const find = 'SELECT stream, revision FROM record WHERE key <> ? LIMIT 500';
    return this.#database.prepare<[number], KnownStream>(find).all(key);
  }

  /** The numbers of keys without which it is not known how some streams end. */
  unreadKeys(): readonly number[] {
    const find = this.#database.prepare<[], { key: number }>('SELECT DISTINCT key FROM unread ORDER BY key');
    return find.all().map(({ key }) => key);
  }

  /** What is known of an id; undefined where nothing is. */
  heldOf(id: string): Held | undefined {
    return this.#labels.isForgotten(id) ? { id, isForgotten: true } : this.#labels.entryOf(id);
  }

  labelOf(id: string): string | undefined {
    return this.#labels.labelOf(id);
  }

  idOf(kind: DirectoryKind, label: string): string | undefined {
    return this.#labels.idOf(kind, label);
  }

  contents(): Iterable<readonly Held[]> {
    return this.#labels.contents();
  }

  /** Tries to leave no byte of what was forgotten; where others hold on to it, tries again after a while. */
  #purgeIfDue(): void {
    if (Date.now() < this.#triesAgainAt) return;
    try {
      this.purge();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#triesAgainAt = Date.now() + pauseBetweenTries;
    }
  }

  /** Leaves no byte of what was forgotten. @throws StoreUnavailable where others hold on to it */
  purge(): void {
    if (this.#place.get()?.purge !== 1) return;
    translated(() => {
      this.#labels.purge();
      this.#database.prepare('UPDATE place SET purge = 0').run();
    });
  }

  close(): void {
    this.#database.close();
  }

  #apply({ stream, revision, key }: Omit<HeardRecord, 'record'>, record: DirectoryRecord): void {
    const claim = 'owner' in record ? record : undefined;
    this.#keep.run(stream, revision, key, claim?.owner ?? null, claim?.at ?? null);
    this.#found.run(stream);
    if (isEntry(record)) this.#call(record);
    else if ('isForgotten' in record) this.#forget(record.id);
    else if ('isWithdrawn' in record) this.#labels.remove(record.id);
  }

  /** Whoever had the label before has it no more: that he gave it up may have been scavenged away. */
  #call(entry: DirectoryEntry): void {
    const before = this.#labels.idOf(entry.kind, entry.label);
    if (before !== undefined && before !== entry.id) this.#labels.remove(before);
    this.#labels.set(entry);
  }

  #forget(id: string): void {
    this.#labels.forget(id);
    this.#database.prepare('UPDATE place SET purge = 1').run();
  }

  #write(deed: () => void): void {
    this.#database.transaction(deed).immediate();
  }
}

/** In milliseconds: each try waits for those who hold on. */
const pauseBetweenTries = 60_000;

function isBehind(one: ServerPosition | undefined, other: ServerPosition): boolean {
  if (one === undefined || one.commit < other.commit) return true;
  return one.commit === other.commit && one.prepare < other.prepare;
}
