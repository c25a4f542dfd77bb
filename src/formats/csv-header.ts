import { splitRow } from './csv-split.ts';
import { faultAt, type Fault } from './fault.ts';
import type { Line } from './lines.ts';

/** A kind of table: how people call it, the columns it must have, and those it may have, in any order. */
export interface CsvTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly optionalColumns: readonly string[];
}

/** What the first line of a file says: which table follows, and its columns in the order of the file. */
export interface Header<Table extends CsvTable = CsvTable> {
  readonly table: Table;
  readonly columns: readonly string[];
}

/** Finds the table that a first line belongs to, or everything that keeps it from belonging to the nearest one. */
export function readHeader<Table extends CsvTable>(
  { line, text }: Pick<Line, 'line' | 'text'>,
  tables: readonly Table[],
): Header<Table> | { readonly faults: readonly Fault[] } {
  const columns = splitRow(text);
  if (typeof columns === 'string') return { faults: [faultAt(line, columns)] };
  if (columns.length === 1 && /[;\t]/.test(text)) return { faults: [faultAt(line, 'separator-wrong')] };
  const table = nearestTable(new Set(columns), tables);
  if (table === undefined) return { faults: [unknownHeader(line, tables)] };
  const faults = [...differences(columns, table)];
  if (faults.length === 0) return { table, columns };
  return { faults: faults.slice(0, mostFaults).map(([rule, column]) => faultAt(line, rule, column)) };
}

/** A first line of thousands of foreign columns is not told column by column. */
const mostFaults = 20;

/** The table that lacks the smallest part of its columns; none where more than half is lacking even there. */
function nearestTable<Table extends CsvTable>(
  named: ReadonlySet<string>,
  tables: readonly Table[],
): Table | undefined {
  const [nearest] = tables
    .map((table) => ({ table, lacking: lackingIn(named, table).length / table.columns.length }))
    .sort((a, b) => a.lacking - b.lacking);
  return nearest !== undefined && nearest.lacking <= 0.5 ? nearest.table : undefined;
}

function lackingIn(named: ReadonlySet<string>, table: CsvTable): readonly string[] {
  return table.columns.filter((column) => !named.has(column));
}

function unknownHeader(line: number, tables: readonly CsvTable[]): Fault {
  const fault = faultAt(line, 'header-unknown');
  const layouts = tables.map(({ name, columns }) => `${name}: ${columns.join(',')}`).join('; ');
  return { ...fault, message: `${fault.message} They are ${layouts}.` };
}

type Difference = readonly ['column-missing' | 'column-twice' | 'column-unknown', string];

function* differences(columns: readonly string[], table: CsvTable): Generator<Difference> {
  const known = new Set([...table.columns, ...table.optionalColumns]);
  const seen = new Set<string>();
  for (const column of lackingIn(new Set(columns), table)) yield ['column-missing', column];
  for (const [index, column] of columns.entries()) {
    if (!known.has(column)) yield ['column-unknown', sayable(column, index)];
    else if (seen.has(column)) yield ['column-twice', column];
    seen.add(column);
  }
}

/** A column that could be a misspelled name is told by it; any other by its place, because it may hold a person's. */
function sayable(column: string, index: number): string {
  return /^[a-z_]{1,40}$/.test(column) ? column : `#${index + 1}`;
}
