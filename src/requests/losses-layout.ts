import { lossHeads } from './choices.ts';
import { isFilled, take, type Draft, type KnownRow } from './csv-cells.ts';
import { registrations, type CsvLayout } from './csv-layout.ts';

/** Findings of loss: one row a finding of one court for one victim, with a column for each head that it names. */
export const lossesLayout: CsvLayout = {
  name: 'losses',
  summary: 'A court found the full amount of a victim’s losses.',
  columns: ['victim', 'case', 'category', 'amount', 'on'],
  optionalColumns: Object.keys(lossHeads).map(columnOf),
  draft: (rows) =>
    rows.flatMap((row) => [
      ...registrations(row, 'on', ['victim', 'case']),
      { name: 'DetermineLoss', line: row.line, draft: { ...take(row, finding), heads: headsIn(row) } },
    ]),
};

const finding = { victimId: 'victim', caseId: 'case', category: 'category', amount: 'amount', on: 'on' };

function headsIn(row: KnownRow): readonly Draft[] {
  return Object.keys(lossHeads)
    .filter((head) => isFilled(row, columnOf(head)))
    .map((head) => {
      const column = columnOf(head);
      return { head: { line: row.line, column, text: head }, amount: row.cells[column] };
    });
}

/** `LOST_INCOME` stands in the column `lost_income`. */
function columnOf(head: string): string {
  return head.toLowerCase();
}
