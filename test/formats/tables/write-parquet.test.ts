import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableColumn, TableRow } from '../../../src/formats/tables/table.ts';
import { writeParquet } from '../../../src/formats/tables/write-parquet.ts';
import { temporaryFolder } from '../../cli/small-world.ts';
import { tableOf, written } from './table-of.ts';

const columns: readonly TableColumn[] = [
  { name: 'what', kind: 'text' },
  { name: 'amount', kind: 'money' },
  { name: 'on', kind: 'day' },
  { name: 'at', kind: 'instant' },
  { name: 'count', kind: 'number' },
  { name: 'isSo', kind: 'flag' },
];

describe('a Parquet file', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'table.parquet');
  let duck: DuckDBConnection;

  beforeAll(async () => {
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });

  afterAll(() => {
    duck.closeSync();
    folder.remove();
  });

  const asked = async (sql: string): Promise<unknown> => (await duck.runAndReadAll(sql)).getRowObjectsJson();

  const write = async (portions: readonly (readonly TableRow[])[]): Promise<void> => {
    writeFileSync(file, await written(writeParquet, tableOf(columns, portions, [['position', '26']])));
  };

  test('holds decimals, days, instants, numbers and flags as what they are', async () => {
    await write([[['é', '5117.92', '2026-03-02', '2026-03-02T17:00:00.123Z', 7, true]]]);
    expect(await asked(`SELECT column_type FROM (DESCRIBE SELECT * FROM '${file}')`)).toEqual(
      ['VARCHAR', 'DECIMAL(18,2)', 'DATE', 'TIMESTAMP WITH TIME ZONE', 'BIGINT', 'BOOLEAN'].map((type) => ({
        column_type: type,
      })),
    );
    expect(
      await asked(`SELECT what, amount, "on", epoch_ms("at") AS ms, count, isSo FROM '${file}'`),
    ).toEqual([
      { what: 'é', amount: '5117.92', on: '2026-03-02', ms: '1772470800123', count: '7', isSo: true },
    ]);
  });

  test('says of itself what it holds', async () => {
    await write([]);
    expect(
      await asked(`SELECT decode(key) AS k, decode(value) AS v FROM parquet_kv_metadata('${file}')`),
    ).toEqual([{ k: 'position', v: '26' }]);
    expect(await asked(`SELECT count(*) AS n FROM '${file}'`)).toEqual([{ n: '0' }]);
  });

  test('keeps every cent of amounts that no float holds, with their signs', async () => {
    const amounts = ['9999999999999999.99', '-9999999999999999.99', '90071992547409.93', '-0.01', null];
    await write([amounts.map((amount) => [null, amount, null, null, null, null])]);
    expect(await asked(`SELECT amount FROM '${file}'`)).toEqual(amounts.map((amount) => ({ amount })));
  });

  test('refuses an amount that has no room', async () => {
    await expect(write([[[null, '10000000000000000.00', null, null, null, null]]])).rejects.toThrow(
      'column amount: the amount has more digits than DECIMAL(18,2) holds',
    );
  });

  test('of very many rows is written group by group, and none is lost', async () => {
    const row: TableRow = ['x', '0.01', '1899-12-31', null, 1, false];
    const portion = Array.from({ length: 999 }, () => row);
    await write(Array.from({ length: 60 }, () => portion));
    expect(await asked(`SELECT count(*) AS n, sum(amount) AS s, min("on") AS d FROM '${file}'`)).toEqual([
      { n: '59940', s: '599.40', d: '1899-12-31' },
    ]);
    expect(await asked(`SELECT max(row_group_id) > 0 AS many FROM parquet_metadata('${file}')`)).toEqual([
      { many: true },
    ]);
  });
});
