import { csvCell } from '../csv-cell.ts';
import { inBytes } from './in-bytes.ts';
import type { Table, TableRow } from './table.ts';

/** A table as RFC 4180 has it, in which no cell is a formula. It has no room to say anything of itself. */
export async function* writeCsv({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  yield inBytes(csvRow(columns.map(({ name }) => name)));
  for await (const portion of rows) yield inBytes(portion.map(csvRow).join(''));
}

/** One line of a table, as RFC 4180 has it; null is an empty cell. */
export function csvRow(cells: TableRow): string {
  return `${cells.map((cell) => (cell === null ? '' : csvCell(String(cell)))).join(',')}\r\n`;
}
