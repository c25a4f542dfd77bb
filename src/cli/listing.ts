import type { Page, Paged, Stamp, Stamped } from '../application/views.ts';
import { counted } from './amounts.ts';
import { stampInWords } from './clocks.ts';
import { atDesk, type Desk } from './desk.ts';
import type { Exit } from './exit-codes.ts';
import { tableOf, type Column } from './table.ts';
import { numberOf, textOf, type Asked } from './verb.ts';
import type { World } from './world.ts';

/** A list that comes page by page, and how people read its rows. */
export interface Listing<Row> {
  readonly one: string;
  readonly many: string;
  readonly columns: readonly Column<Row>[];
  ask(page: Page): Promise<Stamped<Paged<Row>>>;
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
  const sheet = desk.isJson ? new JsonSheet<Row>(desk) : new TableSheet<Row>(desk, listing);
  for await (const page of pagesOf(desk, listing)) {
    await desk.learn(page.rows);
    await sheet.add(page);
    if (stdout.isClosed) return 'fine';
    if (interrupted.aborted) return 'interrupted';
  }
  await sheet.finish();
  return 'fine';
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

/** One JSON document, written while it is read. */
class JsonSheet<Row> {
  readonly #desk: Desk;
  #separator = '';
  #next: string | null = null;
  #stamp: Stamp | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async add({ rows, next, stamp }: Stamped<Paged<Row>>): Promise<void> {
    let text = this.#stamp === undefined ? '{"rows":[' : '';
    for (const row of rows) {
      text += `${this.#separator}\n${JSON.stringify(row)}`;
      this.#separator = ',';
    }
    this.#next = next;
    this.#stamp ??= stamp;
    await this.#desk.print(text);
  }

  async finish(): Promise<void> {
    const end = { next: this.#next, stamp: this.#stamp, ...this.#desk.labels() };
    await this.#desk.print(`\n],${JSON.stringify(end).slice(1)}\n`);
  }
}

/** A table a page, each under its own titles. */
class TableSheet<Row> {
  readonly #desk: Desk;
  readonly #listing: Listing<Row>;
  #count = 0;
  #next: string | null = null;
  #stamp: Stamp | undefined;

  constructor(desk: Desk, listing: Listing<Row>) {
    this.#desk = desk;
    this.#listing = listing;
  }

  async add({ rows, next, stamp }: Stamped<Paged<Row>>): Promise<void> {
    if (rows.length > 0) await this.#desk.print(tableOf(rows, this.#listing.columns, this.#desk.style.dim));
    this.#count += rows.length;
    this.#next = next;
    this.#stamp ??= stamp;
  }

  async finish(): Promise<void> {
    const { one, many } = this.#listing;
    if (this.#count === 0) return this.#desk.remarkNothing(this.#stamp);
    const more = this.#next === null ? '' : ` More follow: --cursor ${this.#next}`;
    const stamp = this.#stamp === undefined ? '' : stampInWords(this.#stamp);
    await this.#desk.remark([`${counted(this.#count, one, many)}.${more}`, stamp].join(' ').trim());
  }
}
