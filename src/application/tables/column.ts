import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { Cell, CellKind } from '../../formats/tables/table.ts';

/** One column of a table of answers: its name is that of the JSON, joined where a field stands in another. */
export interface Column<Row> {
  readonly name: string;
  readonly kind: CellKind;
  readonly cell: (row: Row) => Cell;
}

/** A list or a report as a table: what its rows are, in one or two words, and what of a row stands in it. */
export interface ReportTable<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
}

/** Columns that hold what the row holds under the same name, as words, ids and whatever else is text. */
export function texts<Row extends object>(...names: readonly Holding<Row, string>[]): readonly Column<Row>[] {
  return named('text', names);
}

/** The same of amounts of money. */
export function amounts<Row extends object>(
  ...names: readonly Holding<Row, MoneyText>[]
): readonly Column<Row>[] {
  return named('money', names);
}

/** The same of days. */
export function days<Row extends object>(
  ...names: readonly Holding<Row, CalendarDate>[]
): readonly Column<Row>[] {
  return named('day', names);
}

/** The same of instants. */
export function instants<Row extends object>(
  ...names: readonly Holding<Row, string>[]
): readonly Column<Row>[] {
  return named('instant', names);
}

/** The same of whole numbers. */
export function numbers<Row extends object>(
  ...names: readonly Holding<Row, number>[]
): readonly Column<Row>[] {
  return named('number', names);
}

/** The same of what is so or not. */
export function flags<Row extends object>(
  ...names: readonly Holding<Row, boolean>[]
): readonly Column<Row>[] {
  return named('flag', names);
}

/** A column of what stands deeper in the row. */
export function within<Row>(kind: CellKind, name: string, cell: (row: Row) => Cell | undefined): Column<Row> {
  return { name, kind, cell: (row) => cell(row) ?? null };
}

/** The names under which a row holds such a value, or none. */
type Holding<Row, Value> = {
  [Name in keyof Row]: NonNullable<Row[Name]> extends Value ? Name : never;
}[keyof Row] &
  string;

function named<Row extends object>(
  kind: CellKind,
  names: readonly (keyof Row & string)[],
): readonly Column<Row>[] {
  return names.map((name) => ({ name, kind, cell: (row) => row[name] as Cell }));
}
