import type { Database, Statement } from 'better-sqlite3';
import type { Cell, ColumnKind, Row, Table, WritableTable } from '../read-model-store.ts';
import { Recent } from '../recent.ts';
import { dayOfNumber, instantOfNumber, numberOfDay, numberOfInstant } from './cells.ts';
import { Insertion } from './insertion.ts';
import type { Terms } from './terms.ts';

/** How many rows of a table are remembered between transactions. */
const remembered = 10_000;

/** The rows of one table, as the transaction at hand sees and leaves them. */
export class TableRows implements WritableTable {
  readonly #table: Table;
  #columns: readonly Column[];
  readonly #keyKinds: readonly (ColumnKind | undefined)[];
  readonly #terms: Terms;
  readonly #added: Insertion;
  readonly #stored: Insertion;
  readonly #prepared: () => Statement;
  #select: Statement | undefined;
  /** Rows that SQLite does not have yet, apart from those of which it has an older state. */
  readonly #new = new Map<string, Row>();
  readonly #changed = new Map<string, Row>();
  readonly #recent = new Recent<string, Row>(remembered);

  constructor(db: Database, table: Table, terms: Terms) {
    this.#table = table;
    this.#columns = columnsOf(table, terms);
    this.#keyKinds = table.key.map((column) => table.columns[column]);
    this.#terms = terms;
    this.#added = new Insertion(db, table, { terms, onTaken: 'refuse' });
    this.#stored = new Insertion(db, table, { terms, onTaken: 'replace' });
    const where = table.key.map((column) => `${column} = ?`).join(' AND ');
    this.#prepared = () => db.prepare(`SELECT * FROM ${table.name} WHERE ${where}`).raw().safeIntegers();
  }

  add(row: Row): void {
    this.#added.push(row);
  }

  get(key: readonly string[]): Row | undefined {
    const name = nameOf(key);
    const known = this.#changed.get(name) ?? this.#new.get(name) ?? this.#recent.get(name);
    if (known) return known;
    const stored = this.#load(key);
    if (stored) this.#recent.set(name, stored);
    return stored;
  }

  /**
   * Keeps the row until the transaction ends, so that a row that changes often is written once; but where a payment changes
   * those of two hundred thousand victims in turn, they go as they come, for so many kept take longer to find than to write.
   */
  put(key: readonly string[], row: Row): void {
    const name = nameOf(key);
    const isStored = this.#changed.has(name) || this.#recent.get(name) !== undefined;
    (isStored ? this.#changed : this.#new).set(name, row);
    if (this.#changed.size >= remembered) this.#send(this.#changed);
  }

  /** Sends to SQLite what the transaction leaves behind. */
  flush(): void {
    this.#send(this.#changed);
    this.#send(this.#new);
    this.#added.flush();
  }

  /**
   * Sends new rows, while the terms that they hold are at hand, and keeps back those that have changed for as long as
   * they are few: in a draft, where nobody looks, they are written when they have done changing.
   */
  flushNew(): void {
    this.#send(this.#new);
  }

  /** Forgets everything: another process has written, or this transaction is undone. */
  forget(): void {
    this.#added.forget();
    this.#stored.forget();
    this.#changed.clear();
    this.#new.clear();
    this.#recent.clear();
    this.#columns = columnsOf(this.#table, this.#terms);
  }

  #send(rows: Map<string, Row>): void {
    for (const [name, row] of rows) {
      this.#stored.push(row);
      this.#recent.set(name, row);
    }
    rows.clear();
    this.#stored.flush();
  }

  #load(key: readonly string[]): Row | undefined {
    const cellsOfKey = key.map((part, at) => this.#keyCell(part, this.#keyKinds[at]));
    if (cellsOfKey.includes(undefined)) return undefined;
    this.#select ??= this.#prepared();
    const cells = this.#select.get(cellsOfKey) as Cell[] | undefined;
    return cells && this.#decoded(cells);
  }

  /** Field by field in one order, so that all rows of a table are of one shape. */
  #decoded(cells: readonly Cell[]): Row {
    const row: Record<string, Cell> = {};
    let at = 0;
    for (const { name, decoded } of this.#columns) {
      const cell = cells[at] ?? null;
      row[name] = cell === null ? null : decoded(cell);
      at += 1;
    }
    return row;
  }

  /** A part of a key as it is stored; undefined where no row can hold it. */
  #keyCell(part: string, kind: ColumnKind | undefined): Cell | undefined {
    switch (kind) {
      case 'term':
      case 'word': {
        const number = this.#terms.find(part);
        // A row cannot have stood before the terms of its key.
        return number === undefined || this.#terms.isNew(number) ? undefined : number;
      }
      case 'day':
        return numberOfDay(part);
      case 'instant':
        return numberOfInstant(part);
      case 'integer':
        return Number(part);
      case 'amount':
        return BigInt(part);
      case 'text':
      case undefined:
        return part;
    }
  }
}

interface Column {
  readonly name: string;
  /** What a cell that SQLite gave says. */
  readonly decoded: (cell: Cell) => Cell;
}

function columnsOf({ columns }: Table, terms: Terms): readonly Column[] {
  return Object.entries(columns).map(([name, kind]) => ({ name, decoded: decoder(kind, terms) }));
}

function decoder(kind: ColumnKind, terms: Terms): (cell: Cell) => Cell {
  switch (kind) {
    case 'term':
    case 'word':
      return likeTheLast((number) => terms.text(number));
    case 'day':
      return likeTheLast(dayOfNumber);
    case 'instant':
      return likeTheLast(instantOfNumber);
    case 'integer':
      return Number;
    case 'amount':
    case 'text':
      return (cell) => cell;
  }
}

/** Rows that are asked for one after the other mostly tell of the same case, order and day. */
function likeTheLast(textOf: (number: number) => string): (cell: Cell) => Cell {
  let last: Cell = null;
  let text = '';
  return (cell) => {
    if (cell === last) return text;
    text = textOf(Number(cell));
    last = cell;
    return text;
  };
}

/** Ids hold no spaces, so that no two keys have one name. */
function nameOf(key: readonly string[]): string {
  return key.length === 1 ? (key[0] ?? '') : key.join(' ');
}
