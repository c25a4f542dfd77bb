import { RowsHash } from '../application/queries/stamping.ts';
import type { Paged, Stamp, Stamped } from '../application/views/ledger.ts';
import { csvLine } from '../formats/csv-cell.ts';
import { counted } from './amounts.ts';
import { stampInWords } from './clocks.ts';
import type { Desk } from './desk.ts';
import { tableOf, type Column } from './table.ts';

/** What a list is written on as it comes, so that a long one needs no more memory than a short one. */
export interface Sheet<Row> {
  /** Whether whoever reads wants no more of it. */
  readonly isOver?: boolean;
  add(page: Stamped<Paged<Row>>): Promise<void>;
  finish(): Promise<void>;
}

/** What a list is called, and how people read its rows. */
export interface Titled<Row> {
  readonly one: string;
  readonly many: string;
  readonly columns: readonly Column<Row>[];
  /** What it means that there are none; undefined where some may only have been left out. */
  readonly nothing?: string | undefined;
}

type Named = Pick<Titled<unknown>, 'one' | 'many' | 'nothing'>;

/** One JSON document, written while it is read. */
export class JsonSheet<Row> implements Sheet<Row> {
  readonly #desk: Desk;
  #separator = '';
  #next: string | null = null;
  #stamp: Stamp | undefined;
  readonly #hash = new RowsHash();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async add({ rows, next, stamp }: Stamped<Paged<Row>>): Promise<void> {
    let text = this.#stamp === undefined ? '{"rows":[' : '';
    this.#hash.add(rows);
    for (const row of rows) {
      text += `${this.#separator}\n${JSON.stringify(row)}`;
      this.#separator = ',';
    }
    this.#next = next;
    this.#stamp ??= stamp;
    await this.#desk.print(text);
  }

  async finish(): Promise<void> {
    const stamp = this.#stamp && { ...this.#stamp, hash: this.#hash.inHex() };
    const end = { next: this.#next, stamp, ...this.#desk.labels() };
    await this.#desk.print(`\n],${JSON.stringify(end).slice(1)}\n`);
  }
}

/** A sheet that says at its end how many rows there were, how to go on, and on which clocks it answers. */
export abstract class CountedSheet<Row> implements Sheet<Row> {
  protected readonly desk: Desk;
  readonly #names: Named;
  readonly #hash = new RowsHash();
  #count = 0;
  #next: string | null = null;
  #stamp: Stamp | undefined;

  constructor(desk: Desk, names: Named) {
    this.desk = desk;
    this.#names = names;
  }

  async add(page: Stamped<Paged<Row>>): Promise<void> {
    const { rows, next, stamp } = page;
    const isFirst = this.#stamp === undefined;
    this.#stamp ??= stamp;
    this.#next = next;
    this.#count += rows.length;
    this.#hash.add(rows);
    await this.write(page, isFirst);
  }

  async finish(): Promise<void> {
    await this.end();
    const { one, many, nothing } = this.#names;
    if (this.#count === 0) return this.desk.remarkNothing(this.#stamp, nothing);
    const more = this.#next === null ? '' : ` More follow: --cursor ${this.#next}`;
    const stamp = this.#stamp ? stampInWords({ ...this.#stamp, hash: this.#hash.inHex() }) : '';
    await this.desk.remark([`${counted(this.#count, one, many)}.${more}`, stamp].join(' ').trim());
  }

  protected abstract write(page: Stamped<Paged<Row>>, isFirst: boolean): Promise<void>;

  /** What stands below the last page; nothing, unless a sheet has some. */
  protected async end(): Promise<void> {
    await Promise.resolve();
  }
}

/** A table a page, each under its own titles. */
export class TableSheet<Row> extends CountedSheet<Row> {
  readonly #columns: Titled<Row>['columns'];

  constructor(desk: Desk, titled: Titled<Row>) {
    super(desk, titled);
    this.#columns = titled.columns;
  }

  protected override async write({ rows }: Paged<Row>): Promise<void> {
    if (rows.length > 0) await this.desk.print(tableOf(rows, this.#columns, this.desk.style.dim));
  }
}

/** One table of comma-separated values for a spreadsheet, a column for each field, in which no cell is a formula. */
export class CsvSheet<Row> extends CountedSheet<Row> {
  protected override async write({ rows }: Paged<Row>, isFirst: boolean): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const fields = Object.keys(first as object);
    const lines = rows.map((row) => csvLine(fields.map((field) => cellOf(row[field as keyof Row]))));
    await this.desk.print([...(isFirst ? [csvLine(fields)] : []), ...lines, ''].join('\n'));
  }
}

/** The value of a field: nothing for none, and what has parts as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
