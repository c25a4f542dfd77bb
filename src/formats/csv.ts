import { readHeader, type CsvTable, type Header } from './csv-header.ts';
import { splitRow } from './csv-split.ts';
import { faultAt, type Fault } from './fault.ts';
import { isFault, linesOf, type Bytes, type Line } from './lines.ts';

/** One row of a table, its fields by the names of their columns; an optional column that the file lacks is absent. */
export interface CsvRow<Table extends CsvTable = CsvTable> {
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly table: Table;
  readonly fields: Readonly<Record<string, string>>;
}

/** How large a file may be: bytes in one line, and rows below the header. */
export interface CsvLimits {
  readonly mostBytes: number;
  readonly mostRows: number;
}

/** What a file may hold where the caller says nothing else: 64 KiB in a line, 5,000,000 rows. */
export const csvLimits: CsvLimits = { mostBytes: 65_536, mostRows: 5_000_000 };

/**
 * Reads a table of one of the given kinds, told by its first line, row by row.
 *
 * A row is a line: a quoted field may hold commas and quotes but no line break, because a quote that somebody forgot to
 * close would otherwise swallow the rows below it. So a bad row is a fault in its place and spoils no other; a bad first
 * line, after which no column would be sure, ends the reading. A row whose fields are all empty is passed over.
 */
export async function* readCsv<Table extends CsvTable>(
  bytes: Bytes,
  tables: readonly Table[],
  limits = csvLimits,
): AsyncGenerator<CsvRow<Table> | Fault> {
  const lines = linesOf(bytes, limits.mostBytes);
  try {
    const header = await headerOf(lines, tables);
    if ('faults' in header) yield* header.faults;
    else yield* rowsOf(lines, header, limits.mostRows);
  } finally {
    await lines.return(undefined);
  }
}

type Lines = AsyncGenerator<Line | Fault, void>;

async function headerOf<Table extends CsvTable>(lines: Lines, tables: readonly Table[]) {
  const { value: first } = await lines.next();
  if (!first) return { faults: [faultAt(0, 'file-empty')] };
  return isFault(first) ? { faults: [first] } : readHeader(first, tables);
}

async function* rowsOf<Table extends CsvTable>(
  lines: Lines,
  header: Header<Table>,
  mostRows: number,
): AsyncGenerator<CsvRow<Table> | Fault> {
  let rows = 0;
  for await (const line of lines) {
    const row = isFault(line) ? line : readRow(line, header);
    if (row === undefined) continue;
    rows += 1;
    if (rows > mostRows) {
      yield faultAt(line.line, 'too-many-rows');
      return;
    }
    yield row;
  }
  if (rows === 0) yield faultAt(0, 'file-without-rows');
}

function readRow<Table extends CsvTable>(
  { line, text }: Line,
  { table, columns }: Header<Table>,
): CsvRow<Table> | Fault | undefined {
  const cells = splitRow(text);
  if (typeof cells === 'string') return faultAt(line, cells);
  if (cells.every((cell) => cell === '')) return undefined;
  if (cells.length < columns.length) return faultAt(line, 'row-too-short');
  if (cells.length > columns.length) return faultAt(line, 'row-too-long');
  const fields: Record<string, string> = {};
  for (const [index, column] of columns.entries()) fields[column] = cells[index] ?? '';
  return { line, table, fields };
}
