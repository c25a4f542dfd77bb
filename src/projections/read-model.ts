import type { ByType } from './told.ts';

/** What a column holds; the kinds are those of the store that keeps the rows. */
type ColumnKind = 'integer' | 'amount' | 'day' | 'instant' | 'term' | 'word' | 'text';

/** Where rows stand: the columns in order, those that tell one row from another, and further orders of looking up. */
export interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

/** A table, checked against the type of its rows. */
interface TableOf<Row extends object> extends Table {
  readonly columns: { readonly [Column in keyof Row & string]: ColumnKind };
  readonly key: readonly (keyof Row & string)[];
  readonly indexes: readonly (readonly (keyof Row & string)[])[];
}

/** A read model that only grows: events add rows, and no row ever changes. It answers on both clocks. */
export interface History {
  readonly table: Table;
  readonly rows: ByType<object>;
}

/** A read model of one row for each thing, as it stands now: events change rows. */
export interface Standing {
  readonly table: Table;
  readonly changes: ByType<Change>;
}

/** What becomes of the row under this key; it is undefined of a thing that has not been heard of. */
export interface Change {
  readonly key: readonly string[];
  readonly to: (row: object | undefined) => object;
}

/** Checks a table against the type of its rows. */
export function tableOf<Row extends object>(table: TableOf<Row>): TableOf<Row> {
  return table;
}

/** A read model that only grows, out of its table and the rows that each type of event adds. */
export function history<Row extends object>(table: TableOf<Row>, rows: ByType<Row>): History {
  return { table, rows };
}
