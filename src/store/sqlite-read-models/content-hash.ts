import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ColumnKind, ReadModelSchema, Table } from '../read-model-store.ts';

/** SHA-256 over the hashes of all tables: equal contents, equal hashes. */
export function hashOfRows(db: Database, { tables }: ReadModelSchema): string {
  const hashes = tables.map((table) => `${table.name} ${hashOfTable(db, table)}\n`);
  return createHash('sha256').update(hashes.join('')).digest('hex');
}

/**
 * SHA-256 over the rows of a table in the order of its key, with terms as text: the numbers of terms depend on the
 * order in which they were met, and instants on the clock; both are left out, and all else is in.
 */
export function hashOfTable(db: Database, { name, columns, key }: Table): string {
  const hash = createHash('sha256');
  const textOf = (column: string): string =>
    isTerm(columns[column]) ? `(SELECT text FROM term WHERE number = ${column})` : column;
  const hashed = Object.keys(columns).filter((column) => columns[column] !== 'instant');
  const fields = hashed.map((column) => `coalesce(${textOf(column)}, char(0))`).join(`, `);
  const order = key.map(textOf).join(', ');
  const rows = db
    .prepare(`SELECT concat_ws(char(9), ${fields}) FROM ${name} ORDER BY ${order}`)
    .pluck()
    .iterate() as IterableIterator<string>;
  hash.update(`\n${name}(${hashed.join(',')})\n`);
  let waiting: string[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < 1_000) continue;
    hash.update(`${waiting.join('\n')}\n`);
    waiting = [];
  }
  hash.update(waiting.map((row) => `${row}\n`).join(''));
  return hash.digest('hex');
}

function isTerm(kind: ColumnKind | undefined): boolean {
  return kind === 'term' || kind === 'word';
}
