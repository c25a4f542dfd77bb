import { csvCell } from '../formats/csv-cell.ts';
import type { Cell } from './columns.ts';

/** One line of a table, as RFC 4180 has it; null is an empty cell. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '' : csvCell(String(cell)))).join(',')}\r\n`;
}
