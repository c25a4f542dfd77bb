import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { centsOf } from '../cents.ts';
import {
  CellRefused,
  type Cell,
  type CellKind,
  type Table,
  type TableColumn,
  type TableRow,
} from './table.ts';

/**
 * A table as Parquet: amounts as DECIMAL(18,2) over 64-bit cents, days as DATE, instants as TIMESTAMP in UTC, whole numbers
 * as INT64; what it says of itself as key-value metadata. Amounts go from text to cents by digits, and through no float.
 */
export async function* writeParquet({ columns, rows, about }: Table): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'restitution' });
  let group: TableRow[] = [];
  for await (const portion of rows) {
    group.push(...portion);
    if (group.length < rowsInGroup) continue;
    await addGroup(parquet, columns, group);
    group = [];
    yield taken(writer);
  }
  if (group.length > 0) await addGroup(parquet, columns, group);
  parquet.kvMetadata = about().map(([key, value]) => ({ key, value }));
  await parquet.finish();
  yield taken(writer);
}

/** So many rows are held at once. */
const rowsInGroup = 20_000;

async function addGroup(
  parquet: ParquetWriter,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): Promise<void> {
  const columnData = columns.map(({ name, kind }, at) => ({
    name,
    data: rows.map((row) => stored[kind](row[at] ?? null, name)),
  }));
  await parquet.write({ columnData, rowGroupSize: rows.length });
}

/** What was written since it was last asked; places in the file go on counting. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function schemaOf(columns: readonly TableColumn[]): SchemaElement[] {
  const root: SchemaElement = { name: 'root', num_children: columns.length };
  return [
    root,
    ...columns.map(({ name, kind }): SchemaElement => ({
      name,
      repetition_type: 'OPTIONAL',
      ...elements[kind],
    })),
  ];
}

const elements: Readonly<Record<CellKind, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  money: {
    ...{ type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: 2 },
    logical_type: { type: 'DECIMAL', precision: 18, scale: 2 },
  },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  instant: {
    ...{ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  number: { type: 'INT64' },
  flag: { type: 'BOOLEAN' },
};

type Stored = (cell: Cell, column: string) => string | bigint | number | boolean | null;

const millisecondsOfDay = 86_400_000;
const greatestCents = 999_999_999_999_999_999n;

const stored: Readonly<Record<CellKind, Stored>> = {
  text: (cell) => (cell === null ? null : String(cell)),
  money: (cell, column) => (cell === null ? null : centsIn(String(cell), column)),
  day: (cell) => (cell === null ? null : Date.parse(String(cell)) / millisecondsOfDay),
  instant: (cell) => (cell === null ? null : BigInt(Date.parse(String(cell)))),
  number: (cell) => (typeof cell === 'number' ? BigInt(cell) : null),
  flag: (cell) => (typeof cell === 'boolean' ? cell : null),
};

function centsIn(amount: string, column: string): bigint {
  const cents = centsOf(amount);
  if (cents > greatestCents || cents < -greatestCents) {
    throw new CellRefused(column, 'the amount has more digits than DECIMAL(18,2) holds');
  }
  return cents;
}
