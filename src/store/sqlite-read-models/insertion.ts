import type { Database, Statement } from 'better-sqlite3';
import type { Cell, ColumnKind, Row, Table } from '../read-model-store.ts';
import { numberOfDay, numberOfInstant } from './cells.ts';
import { changingColumns } from './tables.ts';
import type { Terms } from './terms.ts';

/** Rows that go to SQLite in one statement: beyond some thirty, a greater number is no quicker. */
const rowsInOneStatement = 32;

/** What to do with a row whose key is taken: histories refuse it, tables of current states give it the new values. */
export type OnTaken = 'refuse' | 'replace';

/** Rows of one table on their way into SQLite, many to a statement. */
export class Insertion {
  readonly #table: Table;
  readonly #terms: Terms;
  readonly #prepared: (rows: number) => Statement;
  #columns: readonly Column[];
  /** Made when rows come: most processes write to few of the tables, and many to none. */
  #many: Statement | undefined;
  #one: Statement | undefined;
  readonly #waiting: Cell[];
  #filled = 0;

  constructor(db: Database, table: Table, { terms, onTaken }: { terms: Terms; onTaken: OnTaken }) {
    this.#table = table;
    this.#terms = terms;
    this.#columns = columnsOf(table, terms);
    this.#prepared = (rows) => db.prepare(insertSql(table, onTaken, rows));
    this.#waiting = Array<Cell>(this.#columns.length * rowsInOneStatement).fill(null);
  }

  push(row: Row): void {
    if (!this.#takeInOrder(row)) this.#takeByName(row);
    this.#filled += this.#columns.length;
    if (this.#filled < this.#waiting.length) return;
    this.#many ??= this.#prepared(rowsInOneStatement);
    // One by one, for reading them back out of an array costs the driver a third more.
    this.#many.run(...this.#waiting);
    this.#filled = 0;
  }

  /**
   * Whether the row has its cells in the order of the columns, as most have: to go through a row takes a third of looking
   * cells up in it.
   */
  #takeInOrder(row: Row): boolean {
    const columns = this.#columns;
    let at = 0;
    for (const name in row) {
      const column = columns[at];
      if (column?.name !== name) return false;
      const cell = row[name] ?? null;
      this.#waiting[this.#filled + at] = cell === null ? null : column.encoded(cell);
      at += 1;
    }
    return at === columns.length;
  }

  #takeByName(row: Row): void {
    for (const [at, { name, encoded }] of this.#columns.entries()) {
      const cell = row[name] ?? null;
      this.#waiting[this.#filled + at] = cell === null ? null : encoded(cell);
    }
  }

  /** Sends what still waits. */
  flush(): void {
    const width = this.#columns.length;
    for (let at = 0; at < this.#filled; at += width) {
      this.#one ??= this.#prepared(1);
      this.#one.run(this.#waiting.slice(at, at + width));
    }
    this.#filled = 0;
  }

  forget(): void {
    this.#filled = 0;
    this.#columns = columnsOf(this.#table, this.#terms);
  }
}

interface Column {
  readonly name: string;
  readonly encoded: (cell: Cell) => Cell;
}

function columnsOf({ columns }: Table, terms: Terms): readonly Column[] {
  return Object.entries(columns).map(([name, kind]) => ({ name, encoded: encoder(kind, terms) }));
}

function encoder(kind: ColumnKind, terms: Terms): (cell: Cell) => Cell {
  switch (kind) {
    case 'term':
      return likeTheLast((text) => terms.number(text));
    case 'word':
      return onceForAll((text) => terms.number(text));
    case 'day':
      return likeTheLast(numberOfDay);
    case 'instant':
      return likeTheLast(numberOfInstant);
    case 'integer':
    case 'amount':
    case 'text':
      return (cell) => cell;
  }
}

/** Rows that stand one after the other mostly tell of the same case, receipt, day and instant. */
function likeTheLast(numberOf: (text: string) => number): (cell: Cell) => Cell {
  let last = '';
  let number = 0;
  return (cell) => {
    if (cell === last) return number;
    last = cell as string;
    number = numberOf(last);
    return number;
  };
}

/** A few words are quicker found among themselves than among all terms. */
function onceForAll(numberOf: (text: string) => number): (cell: Cell) => Cell {
  const known = new Map<string, number>();
  return (cell) => {
    const text = cell as string;
    const number = known.get(text) ?? numberOf(text);
    if (!known.has(text)) known.set(text, number);
    return number;
  };
}

function insertSql(table: Table, onTaken: OnTaken, rows: number): string {
  const marks = Object.keys(table.columns).map(() => '?');
  const values = Array<string>(rows).fill(`(${marks.join(', ')})`);
  const insert = `INSERT INTO ${table.name} VALUES ${values.join(', ')}`;
  if (onTaken === 'refuse') return insert;
  const changes = changingColumns(table).map((column) => `${column} = excluded.${column}`);
  const change = changes.length === 0 ? 'NOTHING' : `UPDATE SET ${changes.join(', ')}`;
  return `${insert} ON CONFLICT (${table.key.join(', ')}) DO ${change}`;
}
