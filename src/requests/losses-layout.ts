import { lossHeads } from './choices.ts';
import { isFilled, take, type Draft, type KnownRow } from './csv-cells.ts';
import { registrations, type CsvLayout } from './csv-layout.ts';

/** The values that some heads are reckoned from, each in a column of its own. */
const valuesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PROPERTY: {
    valueAtLoss: 'property_value_at_loss',
    valueAtSentencing: 'property_value_at_sentencing',
    valueReturned: 'property_value_returned',
  },
  VALUE_OF_LABOR_OR_SERVICES: {
    grossValue: 'labor_gross_value',
    minimumWageValue: 'labor_minimum_wage_value',
  },
};

/** Findings of loss: one row a finding of one court for one victim, with a column for each head that it names. */
export const lossesLayout: CsvLayout = {
  name: 'losses',
  summary: 'A court found the full amount of a victim’s losses.',
  columns: ['victim', 'case', 'category', 'amount', 'on'],
  optionalColumns: [
    ...Object.keys(lossHeads).map(columnOf),
    ...['statute', 'projected'],
    ...Object.values(valuesOf).flatMap((columns) => Object.values(columns)),
  ],
  draft: (rows) =>
    rows.flatMap((row) => [
      ...registrations(row, 'on', ['victim', 'case']),
      { name: 'DetermineLoss', line: row.line, draft: { ...take(row, finding), heads: headsIn(row) } },
    ]),
};

const finding = {
  ...{ victimId: 'victim', caseId: 'case', category: 'category', amount: 'amount', on: 'on' },
  ...{ statute: 'statute', projected: 'projected' },
};

function headsIn(row: KnownRow): readonly Draft[] {
  return Object.keys(lossHeads)
    .filter((head) => isFilled(row, columnOf(head)))
    .map((head) => {
      const column = columnOf(head);
      const values = take(row, valuesOf[head] ?? {});
      return { head: { line: row.line, column, text: head }, amount: row.cells[column], ...values };
    });
}

/** `LOST_INCOME` stands in the column `lost_income`. */
function columnOf(head: string): string {
  return head.toLowerCase();
}
