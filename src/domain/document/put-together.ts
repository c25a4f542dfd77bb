import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import { invariant } from '../rejection.ts';
import type { Cell, EventsApart, Section } from './events.ts';

/** The values of each column, by number. */
export type ColumnValues = readonly (readonly Cell[])[];

/** The events that were taken apart, in their order. @throws InvariantBroken where a value is missing */
export function* putTogether(
  apart: readonly EventsApart[],
  columns: ColumnValues,
): Generator<DomainEvent, void> {
  for (const { type, list, effectiveOn, data, sections } of apart) {
    if (list !== undefined && effectiveOn !== undefined) {
      const entries: object[] = [];
      for (const row of rowsOf(sections, columns)) entries.push(row);
      yield { type, effectiveOn, data: { ...data, [list]: entries } };
      continue;
    }
    for (const { effectiveOn: on, ...rest } of rowsOf(sections, columns)) {
      yield { type, effectiveOn: on as CalendarDate, data: rest };
    }
  }
}

function* rowsOf(sections: readonly Section[], columns: ColumnValues): Generator<Record<string, Cell>, void> {
  for (const { rows, same, each } of sections) {
    const fields = Object.entries(each).map(([field, number]) => [field, columns[number]] as const);
    for (const [field, values] of fields) {
      invariant(values?.length === rows, `the column of ${field} has another number of rows`);
    }
    for (let at = 0; at < rows; at += 1) {
      const row: Record<string, Cell> = { ...same };
      for (const [field, values] of fields) row[field] = values?.[at] ?? null;
      yield row;
    }
  }
}
