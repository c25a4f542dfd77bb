import type { Roster } from '../../domain/document/columns.ts';
import type { Cell, CommittedEvent } from '../../domain/document/events.ts';

/** The columns of victims that a schedule lists itself: what later documents of the case refer to. */
export function rostersIn(
  { type, data: { document, columns, events } }: CommittedEvent,
  valuesOf: (column: number) => readonly Cell[],
): readonly Roster[] {
  if (type !== 'ScheduleCommitted') return [];
  const sections = events.flatMap((each) => each.sections);
  const named = new Set(sections.flatMap(({ each: { victimId } }) => victimId ?? []));
  return [...named]
    .filter((column) => columns[column]?.of === undefined)
    .map((column) => ({ document, column, values: valuesOf(column) }));
}
