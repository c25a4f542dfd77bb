import { inBytes } from './in-bytes.ts';
import type { Table, TableColumn, TableRow } from './table.ts';

/** A table as one JSON object a line: amounts and days are text, what is empty is null. */
export async function* writeNdjson({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  for await (const portion of rows) yield inBytes(jsonLines(columns, portion));
}

/** Rows as lines of JSON. The hash of a table is taken over these, whichever format it is written in. */
export function jsonLines(columns: readonly TableColumn[], rows: readonly TableRow[]): string {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  return rows
    .map((row) => `{${row.map((cell, at) => `${names[at] ?? ''}${JSON.stringify(cell)}`).join(',')}}\n`)
    .join('');
}
