import { createHash, type Hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ColumnKind, ReadModelSchema, Table } from '../read-model-store.ts';

/**
 * SHA-256 over the rows of every table in the order of its key, with terms as text: the numbers of terms depend on the
 * order in which they were met, and instants on the clock; both are left out, and all else is in.
 */
export function hashOfRows(db: Database, { tables }: ReadModelSchema): string {
  const hash = createHash('sha256');
  for (const table of tables) hashTable(db, table, hash);
  return hash.digest('hex');
}

function hashTable(db: Database, { name, columns, key }: Table, hash: Hash): void {
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
}

function isTerm(kind: ColumnKind | undefined): boolean {
  return kind === 'term' || kind === 'word';
}
