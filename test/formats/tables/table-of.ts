import type { About, Table, TableColumn, TableRow, TableWriter } from '../../../src/formats/tables/table.ts';

/** A table of these rows, in these portions. */
export function tableOf(
  columns: readonly TableColumn[],
  portions: readonly (readonly TableRow[])[],
  about: About = [['rows', '1']],
): Table {
  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    for (const portion of portions) yield await Promise.resolve(portion);
  }
  return { title: 'things', columns, rows: rows(), about: () => about };
}

/** The file that a table makes. */
export async function written(write: TableWriter, table: Table): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of write(table)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
