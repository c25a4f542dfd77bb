import type { Page, Paged, Stamped } from '../application/views.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { CsvSheet, JsonSheet, TableSheet, type Sheet, type Titled } from './sheet.ts';
import { isSet, numberOf, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** A list that comes page by page, and how people read its rows. */
export interface Listing<Row> extends Titled<Row> {
  ask(page: Page): Promise<Stamped<Paged<Row>>>;
  /** What it is written on, where an option asks for something that only this list can be written as. */
  readonly sheet?: Sheet<Row> | undefined;
}

/** The verb that gives a list: `listingFor` says which, by the options. */
export function listing<Row>(
  listingFor: (desk: Desk) => Promise<Listing<Row>>,
): (asked: Asked, world: World) => Promise<Exit> {
  return (asked, world) => atDesk(asked, world, async (desk) => giveList(desk, await listingFor(desk)));
}

/** Gives a list as it comes, so that a long one needs no more memory than a short one. */
async function giveList<Row>(desk: Desk, listing: Listing<Row>): Promise<Exit> {
  const { stdout, interrupted } = desk.world;
  const sheet = sheetFor(desk, listing);
  for await (const page of pagesOf(desk, listing)) {
    await desk.learn(page.rows);
    await sheet.add(page);
    if (stdout.isClosed) return 'fine';
    if (interrupted.aborted) return 'interrupted';
  }
  await sheet.finish();
  return 'fine';
}

/** @throws Failure where it is to be two things at once */
function sheetFor<Row>(desk: Desk, listing: Listing<Row>): Sheet<Row> {
  const { options, isJson } = desk;
  const asked = [isJson, isSet(options, 'csv'), listing.sheet !== undefined].filter(Boolean);
  if (asked.length > 1) {
    throw new Failure('usage', 'A list is written in one way at a time.', 'Name one of the ways, or none.');
  }
  if (isJson) return new JsonSheet(desk);
  return (
    listing.sheet ?? (isSet(options, 'csv') ? new CsvSheet(desk, listing) : new TableSheet(desk, listing))
  );
}

const mostRows = 999_999_999;
const rowsInPage = 1_000;

async function* pagesOf<Row>({ options }: Desk, listing: Listing<Row>): AsyncGenerator<Stamped<Paged<Row>>> {
  let left = numberOf(options, 'limit', { least: 1, most: mostRows }) ?? mostRows;
  let cursor = textOf(options, 'cursor');
  for (;;) {
    const limit = Math.min(left, rowsInPage);
    const page = await listing.ask(cursor === undefined ? { limit } : { limit, cursor });
    yield page;
    left -= page.rows.length;
    if (page.next === null || left <= 0) return;
    cursor = page.next;
  }
}
