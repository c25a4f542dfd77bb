/** What a column holds: an amount as `"5117.92"`, a day as `"2026-03-02"`, an instant as RFC 3339 in UTC, a whole number. */
export type CellKind = 'text' | 'money' | 'day' | 'instant' | 'number' | 'flag';

/** What stands in a cell; null is empty. */
export type Cell = string | number | boolean | null;

/** One column of a table that is written to a file. */
export interface TableColumn {
  readonly name: string;
  readonly kind: CellKind;
}

/** The cells of one row, in the order of the columns. */
export type TableRow = readonly Cell[];

/** A table that is written as it comes, so that a long one needs no more memory than a short one. */
export interface Table {
  /** What its rows are; a sheet is called so. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** In portions; they are read once. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** What the file says of itself, name and value. Asked once the last row was read: then the hash of all is known. */
  readonly about: () => About;
}

/** Names and values. */
export type About = readonly (readonly [name: string, value: string])[];

/** Writes a table in one format, portion by portion. @throws CellRefused where the format cannot hold a cell */
export type TableWriter = (table: Table) => AsyncGenerator<Uint8Array>;

/** That a format cannot hold a cell as it is: nothing is rounded, cut or left out. */
export class CellRefused extends Error {
  constructor(column: string, why: string) {
    super(`column ${column}: ${why}`);
    this.name = 'CellRefused';
  }
}
