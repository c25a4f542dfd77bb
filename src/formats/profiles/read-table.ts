import { splitRow } from '../csv-split.ts';
import { faultAt, type Fault, type FaultRule } from '../fault.ts';
import { isFault, linesOf, type Bytes, type Line } from '../lines.ts';
import type { Reading, ReadingWith } from '../reader.ts';
import type { Meaning, Profile, ProfileColumn } from './profile.ts';
import { TableRows, type Row } from './rows.ts';

const mostBytes = 65_536;
const mostRows = 5_000_000;

/**
 * Reads a table by a profile, row by row. The row of totals, where there is one, is proved; a table that has none, and
 * need not have one, declares nothing. A row is a line, as in all tables here: no field holds a line break.
 */
export async function* readTable(
  bytes: Bytes,
  { book, encoding }: ReadingWith,
  profile: Profile | undefined,
): Reading {
  if (profile === undefined) {
    yield faultAt(0, 'format-unknown');
    return;
  }
  const written = encoding === 'UTF-8' ? profile.encoding : encoding;
  const lines = linesOf(bytes, mostBytes, written);
  const rows = new TableRows(profile, book);
  let columns: readonly (Meaning | undefined)[] | undefined;
  for await (const line of lines) {
    if (isFault(line)) yield line;
    else if (line.line <= profile.skipLines) continue;
    else if (columns === undefined) {
      const found = columnsOf(line, profile);
      if ('faults' in found) {
        yield* found.faults;
        return;
      }
      columns = found.columns;
    } else yield* readRow(line, columns, { rows, profile });
    if (rows.count > mostRows) {
      yield faultAt(line.line, 'too-many-rows');
      return;
    }
  }
  yield* columns === undefined ? [faultAt(0, 'header-unknown')] : rows.finish();
}

type Columns = readonly (Meaning | undefined)[];

/** What the columns of a table mean, in the order of the table; a column that the profile does not name means nothing. */
function columnsOf(
  { line, text }: Line,
  profile: Profile,
): { readonly columns: Columns } | { readonly faults: readonly Fault[] } {
  const cells = splitRow(text, profile.separator);
  if (typeof cells === 'string') return { faults: [faultAt(line, cells)] };
  const found = cells.map((cell) => profile.columns.find((column) => isNamed(column, cell)));
  if (found.every((column) => column === undefined)) return { faults: [faultAt(line, wholeLine(cells))] };
  const missing = profile.columns.filter((column) => !column.optional && !found.includes(column));
  const twice = profile.columns.filter(
    (column) => found.indexOf(column) !== found.lastIndexOf(column) && column.means !== 'remittance',
  );
  const told = (rule: FaultRule) => (column: ProfileColumn) => faultAt(line, rule, column.headers[0]);
  const faults = [...missing.map(told('column-missing')), ...twice.map(told('column-twice'))];
  return faults.length > 0 ? { faults } : { columns: found.map((column) => column?.means) };
}

function wholeLine(cells: readonly string[]): FaultRule {
  return cells.length === 1 && /[,;\t|]/.test(cells[0] ?? '') ? 'separator-wrong' : 'header-unknown';
}

function isNamed(column: ProfileColumn, cell: string): boolean {
  const name = cell.trim().toUpperCase();
  return column.headers.some((header) => header.trim().toUpperCase() === name);
}

function* readRow(line: Line, columns: Columns, { rows, profile }: { rows: TableRows; profile: Profile }) {
  const cells = splitRow(line.text, profile.separator);
  if (typeof cells === 'string') yield faultAt(line.line, cells);
  else if (cells.every((cell) => cell.trim() === '')) return;
  else if (cells.length < columns.length) yield faultAt(line.line, 'row-too-short');
  else if (cells.length > columns.length) yield faultAt(line.line, 'row-too-long');
  else yield* rows.take(rowOf(line, columns, cells));
}

function rowOf({ line, byte, length }: Line, columns: Columns, cells: readonly string[]): Row {
  const fields = new Map<Meaning, string>();
  for (const [at, means] of columns.entries()) {
    const cell = (cells[at] ?? '').trim();
    if (means === undefined || cell === '') continue;
    const before = fields.get(means);
    fields.set(means, before === undefined ? cell : `${before} ${cell}`);
  }
  return { fields, evidence: { line, endLine: line, byte, endByte: byte + length } };
}
