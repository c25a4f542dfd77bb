import Table from 'cli-table3';
import { counted } from './amounts.ts';

/** One column of a table for people. */
export interface Column<Row> {
  readonly title: string;
  /** Amounts and counts stand to the right. */
  readonly isNumber?: boolean;
  text(row: Row): string;
}

/** More than a person reads at once: an order may have two hundred thousand lines. */
const mostShown = 1_000;

/**
 * Rows under their titles, without lines; columns that say nothing in any row are left out. Of very many rows the first
 * are shown, and how many more there are.
 */
export function tableOf<Row>(
  all: readonly Row[],
  columns: readonly Column<Row>[],
  titled: (title: string) => string,
): string {
  const rows = all.slice(0, mostShown);
  const more = all.length - rows.length;
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map((row) => plain(column.text(row))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const table = new Table({
    head: filled.map(({ title }) => titled(title)),
    colAligns: filled.map(({ isNumber = false }) => (isNumber ? 'right' : 'left')),
    chars: noLines,
    style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [], compact: true },
  });
  for (const index of rows.keys()) table.push(filled.map(({ cells }) => cells[index] ?? ''));
  const lines = table.toString().split('\n');
  if (more > 0) lines.push(`and ${counted(more, 'more', 'more')}; --json gives all of them`);
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** Text from the directory cannot steer the terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{C}/gu, '');
}

const edges = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
];
const noLines = Object.fromEntries(
  [...edges, 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'].map((line) => [line, '']),
);
