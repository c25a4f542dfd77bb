import type { CsvRow } from '../formats/csv.ts';
import type { Fault } from '../formats/fault.ts';
import { isFault } from '../formats/lines.ts';
import { mayName } from './csv-ids.ts';
import type { CsvLayout } from './csv-layout.ts';
import type { LineComplaint } from './file-reading.ts';
import { composed } from './label.ts';
import { mostLines } from './order-requests.ts';
import { mostRemembered, Remembered } from './remembered.ts';

/** Rows that are read as one: a single row, or all the rows of one order. */
export interface RowGroup {
  readonly layout: CsvLayout;
  readonly rows: readonly CsvRow<CsvLayout>[];
}

/** What comes of grouping: a group, or a row that is refused, by itself or because of its neighbours. */
export type GroupReading = RowGroup | LineComplaint;

/**
 * Puts the rows of each order together, while they stand together. An order half entered would be wrong, so an order
 * is refused as a whole where one of its rows is missing: where a row beside it cannot be read and may be its own.
 */
export async function* groupsOf(
  rows: AsyncIterable<CsvRow<CsvLayout> | Fault>,
): AsyncGenerator<GroupReading> {
  const grouping = new Grouping();
  for await (const row of rows) {
    yield* isFault(row) ? grouping.interrupt() : grouping.take(inComposedForm(row));
    if (isFault(row)) yield row;
  }
  yield* grouping.finish();
}

/** Names that look the same are the same, also where one file, or one row, writes an accent apart. */
function inComposedForm(row: CsvRow<CsvLayout>): CsvRow<CsvLayout> {
  const fields = Object.entries(row.fields).map(([column, text]) => [column, composed(text)]);
  return { ...row, fields: Object.fromEntries(fields) as CsvRow['fields'] };
}

/** What becomes of every row of an order from here on: its rule, and what to do. */
type Refusal = Pick<LineComplaint, 'rule' | 'message'>;

/** The refusal of a row whose order is refused because of another row. */
export const orderRefused: Refusal = {
  rule: 'order-refused',
  message:
    'Another row of this order, or one beside it that cannot be read, is refused, and half an order is not entered. ' +
    'Correct that row and send every row of this order again.',
};

const orderApart: Refusal = {
  rule: 'order-rows-apart',
  message: 'Rows of this order stand further up, apart from this one. Put the rows of one order together.',
};

const orderTooLong: Refusal = {
  rule: 'list-too-long',
  message: `An order has at most ${mostLines} rows. Ask the court’s clerk whether these are several orders.`,
};

/** The order whose rows are being read, and those that have been read. */
class Grouping {
  readonly #closed = new Remembered(mostRemembered);
  #key: string | undefined;
  #rows: CsvRow<CsvLayout>[] = [];
  #refusal: Refusal | undefined;
  /** Whether a row that cannot be read stands right above. */
  #isDoubtful = false;

  *take(row: CsvRow<CsvLayout>): Generator<GroupReading> {
    const { table: layout, fields } = row;
    const by = layout.group?.by;
    const key = by === undefined ? undefined : fields[by];
    if (by === undefined || key === undefined) yield { layout, rows: [row] };
    else if (mayName(by, key)) yield* this.#takeInto(key, row);
    else {
      yield* this.interrupt();
      yield { layout, rows: [row] };
    }
  }

  /** A row that cannot be read may be of the order above it or of the one below. */
  *interrupt(): Generator<GroupReading> {
    this.#isDoubtful = true;
    if (this.#key === undefined) return;
    this.#refusal ??= orderRefused;
    yield* this.#release();
  }

  *finish(): Generator<GroupReading> {
    yield* this.#release();
    if (this.#key !== undefined) this.#closed.add(this.#key);
  }

  *#takeInto(key: string, row: CsvRow<CsvLayout>): Generator<GroupReading> {
    if (key !== this.#key) yield* this.#begin(key);
    this.#isDoubtful = false;
    this.#rows.push(row);
    if (this.#rows.length > mostLines) this.#refusal = orderTooLong;
    if (this.#refusal !== undefined) yield* this.#release();
  }

  *#begin(key: string): Generator<GroupReading> {
    yield* this.finish();
    this.#key = key;
    this.#refusal = this.#isDoubtful ? orderRefused : undefined;
    if (this.#closed.has(key)) this.#refusal = orderApart;
  }

  /** Gives the rows that were kept: as a group, or each with the refusal that struck them all. */
  *#release(): Generator<GroupReading> {
    const rows = this.#rows;
    const refusal = this.#refusal;
    this.#rows = [];
    const [first] = rows;
    if (first === undefined) return;
    if (refusal === undefined) yield { layout: first.table, rows };
    else for (const { line, table } of rows) yield { line, column: table.group?.by ?? '', ...refusal };
  }
}
