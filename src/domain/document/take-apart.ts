import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import { invariant } from '../rejection.ts';
import type { Columns } from './columns.ts';
import type { Cell, EventsApart, Section } from './events.ts';

type Row = Readonly<Record<string, Cell>>;

/** How many things the events tell of: each event is one, and so is each entry of a list. */
export function rowsIn(events: readonly DomainEvent[]): number {
  return events.reduce((rows, { data }) => rows + 1 + (listIn(data)?.entries.length ?? 0), 0);
}

/**
 * Takes the values out of events, column by column: of ten thousand credits, what is the same of all is said once.
 * `putTogether` gives the same events in the same order.
 */
export function takeApart(events: readonly DomainEvent[], columns: Columns): readonly EventsApart[] {
  return [...runsOf(events)].map((run) => {
    const [{ type, effectiveOn, data }] = run;
    const list = listIn(data);
    if (list === undefined) return { type, sections: sectionsOf(run.map(rowOf), columns) };
    const { [list.field]: _, ...others } = data as Record<string, unknown>;
    const sections = sectionsOf(list.entries.map(expectRow), columns);
    return { type, list: list.field, effectiveOn, data: expectFields(others), sections };
  });
}

type Run = [DomainEvent, ...DomainEvent[]];

/** Events of the same type that stand one after the other; an event with a list stands by itself. */
function* runsOf(events: readonly DomainEvent[]): Generator<Run> {
  let run: Run | undefined;
  for (const event of events) {
    const isAlone = listIn(event.data) !== undefined;
    if (run?.[0].type === event.type && !isAlone) {
      run.push(event);
      continue;
    }
    if (run) yield run;
    run = isAlone ? undefined : [event];
    if (isAlone) yield [event];
  }
  if (run) yield run;
}

interface List {
  readonly field: string;
  readonly entries: readonly unknown[];
}

function listIn(data: unknown): List | undefined {
  for (const field in data as object) {
    const value = (data as Record<string, unknown>)[field];
    if (Array.isArray(value) && isListOfRows(value)) return { field, entries: value };
  }
  return undefined;
}

/** A few words in a list stay with the event, as they are; an empty list is one of rows. */
function isListOfRows(value: readonly unknown[]): boolean {
  return value.every((entry) => typeof entry === 'object');
}

/** An event without lists as one row; no event has a field of the name of its day. */
function rowOf({ effectiveOn, data }: DomainEvent): Row {
  return { effectiveOn, ...expectRow(data) } satisfies { effectiveOn: CalendarDate };
}

/** @throws InvariantBroken where a list stands in a list: no event is so written */
function expectRow(value: unknown): Row {
  for (const field in value as object) expectCell(field, (value as Record<string, unknown>)[field]);
  return value as Row;
}

/** The fields of an event beside its list of rows: cells, and short lists of them. @throws InvariantBroken */
function expectFields(value: Record<string, unknown>): NonNullable<EventsApart['data']> {
  for (const [field, cells] of Object.entries(value)) {
    const isList = Array.isArray(cells) && cells.length > 0;
    for (const cell of isList ? (cells as unknown[]) : [cells]) expectCell(field, cell);
  }
  return value as NonNullable<EventsApart['data']>;
}

function expectCell(field: string, cell: unknown): void {
  invariant(typeof cell !== 'object' || cell === null, `${field} is more than a document can list`);
}

/** A column of victims says little where orders are mixed, for each has a roster of its own. */
const divides = 'orderId';
/** Of more orders than this the ids are a column too: what is said of each by itself stands in one event. */
const mostDivisions = 100;
const named = 'victimId';

function sectionsOf(rows: readonly Row[], columns: Columns): readonly Section[] {
  const isDivided = new Set(rows.map((row) => row[divides])).size <= mostDivisions;
  return [...alikeIn(rows, isDivided)].map((alike) => {
    const same: Record<string, Cell> = {};
    const each: Record<string, number> = {};
    const [first] = alike;
    for (const field in first) {
      const cell = first[field] as Cell;
      if (alike.every((row) => row[field] === cell)) same[field] = cell;
      else {
        const values = alike.map((row) => row[field] as Cell);
        each[field] = columns.add(values, field === named);
      }
    }
    return { rows: alike.length, same, each };
  });
}

type Alike = [Row, ...Row[]];

function* alikeIn(rows: readonly Row[], isDivided: boolean): Generator<Alike> {
  let alike: Alike | undefined;
  for (const row of rows) {
    if (alike && isAlike(alike[0], row, isDivided)) {
      alike.push(row);
      continue;
    }
    if (alike) yield alike;
    alike = [row];
  }
  if (alike) yield alike;
}

function isAlike(one: Row, other: Row, isDivided: boolean): boolean {
  if (isDivided && one[divides] !== other[divides]) return false;
  for (const field in one) if (!(field in other)) return false;
  for (const field in other) if (!(field in one)) return false;
  return true;
}
