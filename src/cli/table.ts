import Table from 'cli-table3';

/** One column of a table for people. */
export interface Column<Row> {
  readonly title: string;
  /** Amounts and counts stand to the right. */
  readonly isNumber?: boolean;
  text(row: Row): string;
}

/** Rows under their titles, without lines; columns that say nothing in any row are left out. */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  titled: (title: string) => string,
): string {
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
  return table
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** Text from the directory cannot steer the terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{C}/gu, '');
}

const lines = [
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
  [...lines, 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'].map((line) => [line, '']),
);
