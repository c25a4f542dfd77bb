import type { Roster } from '../../domain/document/columns.ts';
import type { Cell, Column, CommittedEvent } from '../../domain/document/events.ts';
import { putTogether } from '../../domain/document/put-together.ts';
import type { LedgerEvent, StoredEvent } from '../../domain/events.ts';
import { invariant } from '../../domain/rejection.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';
import { storedEventOf } from '../reading.ts';
import { ListedColumns, type ListedColumn } from './listed-columns.ts';
import { rostersIn } from './rosters.ts';

/** What a recorded event tells: itself, or all that its document holds. */
export interface Tells {
  /** To be gone through as often as need be; nothing for what becomes real by another event only. */
  readonly events: Iterable<LedgerEvent>;
  /** How much it takes to hear it, in events. */
  readonly count: number;
  /** Schedules that later documents of the case may refer to. */
  readonly rosters: readonly Roster[];
}

/** Opens the documents into which long decisions were put. */
export class Documents {
  readonly #listed: ListedColumns;

  constructor(store: Pick<EventStore, 'readStream'>) {
    this.#listed = new ListedColumns(store);
  }

  /**
   * What the event tells: at once, unless a document has to be opened for it; most have none.
   *
   * @throws UnknownEvent where a newer program wrote it @throws InvariantBroken where its document is not whole
   */
  tells(recorded: RecordedEvent): Tells | Promise<Tells> {
    const event = storedEventOf(recorded);
    return isCommitted(event) ? this.#open(event) : toldBy(event);
  }

  async #open(event: CommittedEvent): Promise<Tells> {
    const { document, columns, events } = event.data;
    const listed = await this.#listed.in(document);
    invariant(listed.listings === event.data.listings, `${document} has not all that was committed of it`);
    const values: (readonly Cell[])[] = [];
    for (const [number, column] of columns.entries()) {
      values.push(await this.#valuesOf(column, { listed: listed.columns.get(number), before: values }));
    }
    const rosters = rostersIn(event, (column) => listed.columns.get(column) ?? []);
    const count = 1 + columns.reduce((rows, column) => rows + column.rows, 0);
    return { count, rosters, events: again(() => putTogether(events, values) as Iterable<LedgerEvent>) };
  }

  async #valuesOf(
    { rows, of, from, lines }: Column,
    { listed, before }: { listed: ListedColumn | undefined; before: readonly ListedColumn[] },
  ): Promise<ListedColumn> {
    const values =
      of === undefined ? listed : inRoster(await this.#rosterOf(of), { rows, from, of: lines, before });
    invariant(values?.length === rows, 'a column of a document is not as long as was committed of it');
    return values;
  }

  async #rosterOf({ document, column }: NonNullable<Column['of']>): Promise<ListedColumn> {
    const roster = (await this.#listed.in(document)).columns.get(column);
    invariant(roster !== undefined, `${document} has no column ${String(column)}`);
    return roster;
  }
}

function inRoster(
  roster: ListedColumn,
  at: { rows: number; from: number | undefined; of: number | undefined; before: readonly ListedColumn[] },
): ListedColumn {
  if (at.from !== undefined) return roster.slice(at.from, at.from + at.rows);
  const lines = at.of === undefined ? undefined : at.before[at.of];
  invariant(lines !== undefined, 'a column of a document refers to lines that are not there');
  return lines.map((line) => {
    const value = roster[Number(line)];
    invariant(value !== undefined, 'a column of a document refers to a line that is not there');
    return value;
  });
}

/** A listing tells nothing until it is committed. */
function toldBy(event: Exclude<StoredEvent, CommittedEvent>): Tells {
  if (event.type !== 'ScheduleListed' && event.type !== 'AllocationListed')
    return { events: [event], count: 1, rosters: [] };
  return { events: [], count: event.data.values.length, rosters: [] };
}

function isCommitted(event: StoredEvent): event is CommittedEvent {
  return event.type === 'ScheduleCommitted' || event.type === 'AllocationCommitted';
}

/** What is made anew each time that it is gone through, so that a hundred thousand events need not be kept. */
function again<Item>(make: () => Iterable<Item>): Iterable<Item> {
  return { [Symbol.iterator]: () => make()[Symbol.iterator]() };
}
