import type { ReportTable } from '../application/tables/column.ts';
import type { Page, Paged, Stamped } from '../application/views/ledger.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { exportTo } from './export.ts';
import { Failure } from './failure.ts';
import { outFileOf, type OutFile } from './out-file.ts';
import { CsvSheet, JsonSheet, TableSheet, type Sheet, type Titled } from './sheet.ts';
import { isSet, numberOf, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** A list that comes page by page, and how people read its rows. */
export interface Listing<Row> extends Titled<Row> {
  /** What of a row stands in a file. */
  readonly table: ReportTable<Row>;
  /** What it is narrowed to. */
  readonly filter: object;
  ask(page: Page): Promise<Stamped<Paged<Row>>>;
  /** What it is written on, where an option asks for something that only this list can be written as. */
  readonly sheet?: Sheet<Row> | undefined;
  /** How many rows are asked for at a time, where they take long to work out. */
  readonly rowsInPage?: number;
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
  const file = outFileOf(desk.options);
  if (file !== undefined) return giveFile(desk, file, listing);
  for await (const page of pagesOf(desk, listing)) {
    await desk.learn(page.rows);
    await sheet.add(page);
    if (stdout.isClosed || sheet.isOver === true) return 'fine';
    if (interrupted.aborted) return 'interrupted';
  }
  await sheet.finish();
  return 'fine';
}

async function giveFile<Row>(desk: Desk, file: OutFile, listing: Listing<Row>): Promise<Exit> {
  return exportTo(desk, { file, report: listing, portions: pagesOf(desk, listing) });
}

/** @throws Failure where it is to be two things at once */
function sheetFor<Row>(desk: Desk, listing: Listing<Row>): Sheet<Row> {
  const { options, isJson } = desk;
  const isWhole = Object.keys(listing.filter).length === 0 && textOf(options, 'cursor') === undefined;
  const titled = { ...listing, nothing: isWhole ? listing.nothing : undefined };
  const isFile = outFileOf(options) !== undefined;
  const ways = [isJson, isSet(options, 'csv'), listing.sheet !== undefined, isFile];
  const asked = ways.filter(Boolean);
  if (asked.length > 1) {
    throw new Failure('usage', 'A list is written in one way at a time.', 'Name one of the ways, or none.');
  }
  if (isJson) return new JsonSheet(desk);
  return listing.sheet ?? (isSet(options, 'csv') ? new CsvSheet(desk, titled) : new TableSheet(desk, titled));
}

const mostRows = 999_999_999;
const rowsInPage = 1_000;

async function* pagesOf<Row>({ options }: Desk, listing: Listing<Row>): AsyncGenerator<Stamped<Paged<Row>>> {
  let left = numberOf(options, 'limit', { least: 1, most: mostRows }) ?? mostRows;
  let cursor = textOf(options, 'cursor');
  for (;;) {
    const limit = Math.min(left, listing.rowsInPage ?? rowsInPage);
    const page = await listing.ask(cursor === undefined ? { limit } : { limit, cursor });
    yield page;
    left -= page.rows.length;
    if (page.next === null || left <= 0) return;
    cursor = page.next;
  }
}
