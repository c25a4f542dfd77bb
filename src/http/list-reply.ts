import { createParamDecorator, StreamableFile, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Readable } from 'node:stream';
import { tableOfReport, type Report } from '../application/tables/table-of-report.ts';
import type { Page, Paged, Stamped } from '../application/views/ledger.ts';
import type { TableWriter } from '../formats/tables/table.ts';
import { tableFormats } from '../formats/tables/table-formats.ts';
import type { ListAsked } from './asked.ts';
import { pageOf } from './asked.ts';
import { Problem } from './problem.ts';
import { Reply, stampedReply, stampHeaders } from './reply.ts';

/** In which form a list is given, and where the request came from. */
export interface Wanted {
  readonly format: ListFormat;
  /** The path and query, from which the link to the next page is made. */
  readonly url: string;
}

/** The forms of a list: a page of it as JSON, or all of it, row by row. */
export type ListFormat = keyof typeof formats;

type Write = <Row extends object>(report: Report<Row>, pages: Pages<Row>) => Promise<AsyncIterable<Chunk>>;
type Chunk = string | Uint8Array;
type Pages<Row> = AsyncGenerator<Stamped<Paged<Row>>>;

const { csv, ndjson, parquet, xlsx } = tableFormats;

const formats = {
  'application/json': undefined,
  [csv.mediaType]: inFormat(csv.load),
  // A line is a row as JSON has it, whole: what has parts is not flattened.
  [ndjson.mediaType]: (_, pages) => Promise.resolve(jsonLines(pages)),
  [parquet.mediaType]: inFormat(parquet.load),
  [xlsx.mediaType]: inFormat(xlsx.load),
} as const satisfies Readonly<Record<string, Write | undefined>>;

function inFormat(load: () => Promise<TableWriter>): Write {
  return async (report, pages) => (await load())(tableOfReport(report, pages));
}

/** A parameter that holds in which form the list is wanted. */
export const WantedAs = createParamDecorator((_: unknown, context: ExecutionContext): Wanted => {
  const request = context.switchToHttp().getRequest<Request>();
  const format = request.accepts(Object.keys(formats));
  if (format === false) throw new Problem('not-acceptable');
  return { format: format as ListFormat, url: request.originalUrl };
});

/** A list: how to ask for a page of it, what of a row stands in a table, and what it is narrowed to. */
export interface Listing<Row extends object> extends Report<Row> {
  readonly ask: (page: Page) => Promise<Stamped<Paged<Row>>>;
}

/** A page of the list as JSON; or, where another form is wanted, all of it from the cursor on, as far as the limit. */
export async function listReply<Row extends object>(
  listing: Listing<Row>,
  asked: Pick<ListAsked, 'limit' | 'cursor'>,
  { format, url }: Wanted,
): Promise<Reply> {
  const page = pageOf(asked);
  const write = formats[format];
  if (write === undefined) return pageReply(await listing.ask(page), url);
  const left = asked.limit === undefined ? Number.MAX_SAFE_INTEGER : page.limit;
  const first = await listing.ask({ ...page, limit: Math.min(left, rowsAtOnce) });
  const chunks = await write(listing, pagesFrom(first, left, listing));
  const type = isText(format) ? `${format}; charset=utf-8` : format;
  const body = new StreamableFile(Readable.from(chunks), { type });
  // The hash of all rows is not known before the last one has gone.
  const { hash: _, ...stamp } = first.stamp;
  return new Reply(200, body, stampHeaders(stamp));
}

function isText(format: ListFormat): boolean {
  return format === csv.mediaType || format === ndjson.mediaType;
}

function pageReply<Row>({ rows, next, stamp }: Stamped<Paged<Row>>, url: string): Reply {
  const link = next === null ? {} : { Link: `<${withCursor(url, next)}>; rel="next"` };
  return stampedReply({ items: rows, nextCursor: next }, stamp, link);
}

function withCursor(url: string, cursor: string): string {
  const [path = '', query] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}

const rowsAtOnce = 1_000;

/** Never more than one page in memory: the next is asked for when the one before has been sent. */
async function* pagesFrom<Row extends object>(
  first: Stamped<Paged<Row>>,
  most: number,
  { ask }: Listing<Row>,
): Pages<Row> {
  let left = most;
  for (let page = first; ;) {
    yield page;
    left -= page.rows.length;
    if (page.next === null || left <= 0) return;
    page = await ask({ limit: Math.min(left, rowsAtOnce), cursor: page.next });
  }
}

async function* jsonLines<Row extends object>(pages: Pages<Row>): AsyncGenerator<string> {
  for await (const { rows } of pages) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
