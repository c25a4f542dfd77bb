import { CountedRows } from '../../formats/tables/counted-rows.ts';
import type { Table, TableRow } from '../../formats/tables/table.ts';
import { readModels } from '../../projections/read-models.ts';
import type { Stamp, Stamped } from '../views/ledger.ts';
import type { ReportTable } from './column.ts';

/** A table, and the ids and words that it was narrowed to, by their names; none where it holds all. */
export interface Report<Row> {
  readonly table: ReportTable<Row>;
  readonly filter: object;
}

/** Some rows of an answer; all pages of one list answer from one position. */
export type Portion<Row> = Stamped<{ readonly rows: readonly Row[] }>;

/**
 * The report as a table that a file is written from, portion by portion. It says of itself what it is of, its position in the
 * log and both clocks, the version of the read models, and the hash of its rows: SHA-256 of the same rows as JSON lines.
 */
export function tableOfReport<Row>(report: Report<Row>, portions: AsyncIterable<Portion<Row>>): Table {
  const {
    table: { title, columns },
    filter,
  } = report;
  const counted = new CountedRows();
  let stamp: Stamp | undefined;
  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    for await (const portion of portions) {
      stamp ??= portion.stamp;
      yield portion.rows.map((row) => columns.map(({ cell }) => cell(row)));
    }
  }
  return {
    title,
    columns,
    rows: counted.through(columns, rows()),
    about: () => [
      ['report', title],
      ['narrowedTo', inWords(filter)],
      ['position', String(stamp?.position ?? 0)],
      ['asOf', stamp?.asOf ?? 'every day'],
      ['knownAt', stamp?.knownAt ?? 'that position'],
      ['projectionVersion', readModels.version],
      ['rows', String(counted.count)],
      ['rowsHash', `sha256:${counted.hash}`],
    ],
  };
}

function inWords(filter: object): string {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined);
  return entries.length === 0
    ? 'nothing'
    : entries.map(([name, value]) => `${name} ${String(value)}`).join(', ');
}
