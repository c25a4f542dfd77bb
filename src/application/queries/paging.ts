import { readCursor, writeCursor, type CursorShape } from './cursor.ts';
import type { Frame } from './frame.ts';
import type { Page, Paged } from '../views/ledger.ts';

/** What a list is ordered by, of one row; the row after it is found by it. */
type Place = readonly (string | number)[];

/** A row of a list, with its place. */
export interface Listed<Row> {
  readonly row: Row;
  readonly place: Place;
}

/** A list that is answered in pages. */
export interface List<Row> {
  /** Stands in its cursors, so that one list's is not taken for another's. */
  readonly name: string;
  readonly shape: CursorShape;
  /** The first place of all, before any row. */
  readonly start: Place;
  /** At most so many rows after the place, in order. */
  rows(frame: Frame, after: Place, limit: number): readonly Listed<Row>[];
}

/** Where a page begins. */
export interface Start {
  /** The position from which the first page was answered; undefined for the first page itself. */
  readonly pinned: number | undefined;
  readonly after: Place;
}

/** Reads where the page begins. @throws BadCursor RangeError */
export function startOf<Row>({ name, shape, start }: List<Row>, { limit, cursor }: Page): Start {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
    throw new RangeError('a page has 1 to 1,000 rows');
  if (cursor === undefined) return { pinned: undefined, after: start };
  const { position, after } = readCursor(name, shape, cursor);
  return { pinned: position, after };
}

/** One page of the list, with the cursor of the next. */
export function pageOf<Row>(
  list: List<Row>,
  frame: Frame,
  { after, limit }: Start & { limit: number },
): Paged<Row> {
  const found = list.rows(frame, after, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return {
    rows: shown.map(({ row }) => row),
    next: hasMore ? writeCursor(list.name, { position: frame.position, after: last.place }) : null,
  };
}
