import type { TableWriter } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeNdjson } from './write-ndjson.ts';

/** One format of a table: what it is called in a header, and whether a file of it can say what it holds. */
export interface TableFormat {
  readonly mediaType: string;
  readonly saysItself: boolean;
  /** Loaded when it is asked for: most who ask the ledger write no such file. */
  load(): Promise<TableWriter>;
}

/** The formats of tables, by the ending of a file's name. */
export const tableFormats = {
  csv: { mediaType: 'text/csv', saysItself: false, load: () => Promise.resolve(writeCsv) },
  ndjson: { mediaType: 'application/x-ndjson', saysItself: false, load: () => Promise.resolve(writeNdjson) },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    saysItself: true,
    load: async () => (await import('./write-parquet.ts')).writeParquet,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    saysItself: true,
    load: async () => (await import('./write-xlsx.ts')).writeXlsx,
  },
} as const satisfies Readonly<Record<string, TableFormat>>;
