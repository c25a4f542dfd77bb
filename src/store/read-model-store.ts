/**
 * The shelf for what is worked out from history: tables of rows, and the position up to which they tell it. It can be
 * thrown away and worked out again, and it knows nothing of restitution.
 */

/** What stands in one field of a row. */
export type Cell = string | number | bigint | null;

export type Row = Readonly<Record<string, Cell>>;

/**
 * What a column holds, and as what it is given and loaded; every kind but those of a key may be null.
 *
 * - `integer`: a number below 2^53
 * - `amount`: a bigint of 64 bits
 * - `day`: `YYYY-MM-DD`, kept as the number YYYYMMDD, so that days compare
 * - `instant`: RFC 3339 in UTC, kept as milliseconds; no part of `stateHash`
 * - `term`: text that recurs, such as an id: kept once for all tables, and in the row as its number
 * - `word`: the same, for a column that knows few: the name of a type, an answer out of a list
 * - `text`: any other text
 */
export type ColumnKind = 'integer' | 'amount' | 'day' | 'instant' | 'term' | 'word' | 'text';

/** Where rows of one kind stand. */
export interface Table {
  readonly name: string;
  /** In the order in which they are stored. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** The columns that tell one row from another. */
  readonly key: readonly string[];
  /** Further orders in which rows are looked up. An indexed column keeps the value with which its row was first stored. */
  readonly indexes: readonly (readonly string[])[];
}

/** All tables of a store, which come and go together. */
export interface ReadModelSchema {
  /** Whoever changes what the rows mean gives another; a file of another version is worked out anew. */
  readonly version: string;
  readonly tables: readonly Table[];
  /**
   * Statements that create views over the tables, for people who open the file with tools of their own. The text of a
   * term stands in the table `term (number, text)`.
   */
  readonly views: readonly string[];
}

/** Up to where the rows tell the log. */
export interface Mark {
  /** 0 where they tell nothing yet. */
  readonly position: number;
  /** The id of the event at the position: in another log there stands another; empty at 0. */
  readonly eventId: string;
}

/** The rows of one table inside a transaction. */
export interface WritableTable {
  /** Adds a row that is never changed again. */
  add(row: Row): void;
  /** The row under this key, as the transaction has left it; the parts of a key are given as text: a number in digits, a day as `YYYY-MM-DD`. */
  get(key: readonly string[]): Row | undefined;
  /** Stores the row under its key, in the place of the one that stood there. */
  put(key: readonly string[], row: Row): void;
}

/** The tables inside one transaction: all that it writes is stored together with its mark, or not at all. */
export interface WritableRows {
  /** As it stands in this transaction, whatever was read before: another process may have been faster. */
  readonly mark: Mark;
  of(table: Table): WritableTable;
  advance(mark: Mark): void;
}

/** Values for the named parameters of a question. */
export type Params = Readonly<Record<string, Cell>>;

/** One state of the tables, seen as a whole. */
export interface Snapshot {
  readonly position: number;
  /** The same object as long as it is the same tables that are asked: others have other numbers for the same terms. */
  readonly tables: object;
  /** The rows that the SELECT finds. All whole numbers come as bigint, and terms as their numbers. */
  all(sql: string, params?: Params): readonly Row[];
  /** As `all`, each row as a list of its cells in the order of the question; of a great many rows, in half the time. */
  lists(sql: string, params?: Params): readonly (readonly Cell[])[];
  /** As `all`, for the first row; undefined where there is none. */
  first(sql: string, params?: Params): Row | undefined;
  /** The number of a term, to ask with; undefined where no row holds it. */
  numberOf(term: string): number | undefined;
  /** The term of a number that a row holds. */
  termOf(number: bigint): string;
}

/** Tables as they stood at one moment, of whatever version they are. All throw ReadModelsDamaged where they cannot be read. */
export interface Seen {
  readonly version: string;
  readonly mark: Mark;
  /** Whether there is a table of this name, with these columns in this order. */
  holds(table: Table): boolean;
  countOf(table: Table): number;
  /** SHA-256 in hexadecimal over the rows, in the order of their keys; takes seconds a million rows. */
  hashOf(table: Table): string;
  all(sql: string): readonly Row[];
}

/** An empty store that is being filled, out of everybody's sight. */
export interface Fresh extends Pick<ReadModelStore, 'write'> {
  /**
   * What it shall take the place of, as it stood when the rebuild began: of the same version, or where there is none, of the
   * last one before; undefined where there is nothing.
   */
  readonly before: Seen | undefined;
  /** Says that `before` will not be looked at again: what is written there need no longer be kept apart from what it shows. */
  letGo(): void;
  /** What has been written so far. */
  seen(): Seen;
  /** Makes the rows fit to be asked, and is done once; what is written after it, is written as to tables in use. */
  settle(): void;
}

/** One set of tables in a folder. */
export interface StandingFile {
  /** Empty where the tables live in memory. */
  readonly name: string;
  readonly version: string;
  readonly isInForce: boolean;
  /** Undefined where it cannot be read. */
  readonly mark: Mark | undefined;
  readonly bytes: number;
}

/** What stands beside each other: that which is in force, what was kept, and whether a process works something out anew. */
export interface StandingFiles {
  readonly files: readonly StandingFile[];
  readonly isBeingRebuilt: boolean;
}

/**
 * The tables, for whoever keeps them in step with a log and for whoever asks. Whatever looks at rows throws
 * ReadModelsDamaged where their file is not as it was left; `rebuild` looks at none.
 */
export interface ReadModelStore {
  checkpoint(): Mark;

  /** Answers a question from one state; `ask` must not wait. */
  read<Answer>(ask: (snapshot: Snapshot) => Answer): Answer;

  /** Runs `work` as one transaction, alone among all processes; where it throws, nothing is stored. It must not wait. */
  write(work: (rows: WritableRows) => void): void;

  /**
   * Works everything out anew, beside what there is: `fill` writes to an empty store, which then takes the place of
   * this one for all processes at once; what stood there is kept for `rollBack`. Where `fill` throws, or the process ends
   * before that, everything stays as it was.
   */
  rebuild(fill: (fresh: Fresh) => Promise<void>): Promise<void>;

  /** Puts the tables back in force that stood there before the last rebuild; undefined where none were kept. */
  rollBack(): Promise<Mark | undefined>;

  /** What stands beside each other. */
  standing(): StandingFiles;

  /** SHA-256 in hexadecimal over all rows, in the order of their keys: equal contents, equal hashes. Takes seconds a million rows. */
  stateHash(): string;

  close(): void;
}

/** A file of the read models is not as it was left. Nothing is lost: it is worked out anew by `rebuild`. */
export class ReadModelsDamaged extends Error {
  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.name = 'ReadModelsDamaged';
  }
}
