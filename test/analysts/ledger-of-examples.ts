import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { fileOf, smallWorld, type SmallWorld } from '../cli/small-world.ts';

const examples = ['made-whole', 'erickson', 'ellingburg', 'amy', 'reserve-year'];

/** Examples of which many ledgers are made here. */
export const filesOfExamples: readonly string[] = examples.flatMap((example) => {
  const folder = fileOf(`examples/${example}`);
  const names = readdirSync(folder).filter((name) => /\.(?:csv|jsonl)$/.test(name));
  return names.toSorted().map((name) => join(folder, name));
});

/** The verb that takes a file in. */
export function verbFor(file: string): 'import' | 'apply' {
  return file.endsWith('.csv') ? 'import' : 'apply';
}

/** A ledger that has heard a good many of the examples. */
export async function ledgerOfExamples(): Promise<SmallWorld> {
  const world = await smallWorld();
  for (const file of filesOfExamples) {
    const { exitCode, stdout, stderr } = await world.restitution([verbFor(file), file]);
    if (exitCode !== 0) throw new Error(`${file}: ${stdout}${stderr}`);
  }
  return world;
}

/** A row that a tool of analysts has found; amounts, days and counts are text. */
export type Found = Readonly<Record<string, unknown>>;

/** DuckDB in memory, as an analyst has it; it reads the files of this folder by their names alone. */
export async function duckIn(folder: string): Promise<{
  ask(sql: string): Promise<readonly Found[]>;
  close(): void;
}> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  // Whatever lies about where the tests run, the files of the folder are meant.
  const placed = (sql: string): string => sql.replaceAll(/'([\w-]+\.(?:parquet|csv))'/g, `'${folder}/$1'`);
  return {
    ask: async (sql) => (await duck.runAndReadAll(placed(sql))).getRowObjectsJson(),
    close: () => {
      duck.closeSync();
    },
  };
}
