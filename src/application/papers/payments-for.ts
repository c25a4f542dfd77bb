import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import { formatMoney, noMoney, parseMoney, subtract, type MoneyText } from '../../domain/money.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { ChequeView } from '../views/disbursements.ts';
import type { Clocks, EntryView, Page, Paged } from '../views/ledger.ts';
import type { AllQueries } from '../views/all-queries.ts';

/** What was paid to a victim, one payment at a time. */
export interface Payments {
  readonly credits: readonly Credit[];
  /** How many more credits there are than are listed. */
  readonly more: number;
  readonly out: readonly ChequeView[];
  /** How many more payments out there are than are listed. */
  readonly moreOut: number;
}

/** What was credited on an order on a day; below nothing where it was taken back. */
export interface Credit {
  readonly on: CalendarDate;
  readonly receiptId: ReceiptId | null;
  readonly orderId: OrderId | null;
  readonly amount: MoneyText;
}

/** So many rows of a kind a person may still read through; a victim may have two hundred thousand. */
const mostRows = 2_000;

/**
 * The credits of a person under all of these ids, in the order of recording, and the payments out by their days; of each as many as
 * there is room for.
 */
export async function paymentsFor(
  queries: AllQueries,
  ids: readonly VictimId[],
  clocks: Clocks,
): Promise<Payments> {
  const credits = new Rows<EntryView>();
  const out = new Rows<ChequeView>();
  for (const victimId of ids) {
    await credits.take((page) => queries.journal({ victimId }, clocks, page), isCredit);
    await out.take((page) => queries.disbursements.cheques({ victimId }, clocks, page));
  }
  const entries = credits.first((one, other) => one.position - other.position);
  const cheques = out.first((one, other) => one.paidOn.localeCompare(other.paidOn));
  return {
    credits: entries.rows.map(creditIn),
    more: entries.more,
    out: cheques.rows,
    moreOut: cheques.more,
  };
}

/** The first rows of each list, and how many there are in all. */
class Rows<Row> {
  readonly #kept: Row[] = [];
  #count = 0;

  async take(
    ask: (page: Page) => Promise<Paged<Row>>,
    isMeant: (row: Row) => boolean = () => true,
  ): Promise<void> {
    let room = mostRows;
    for await (const rows of pagesOf(ask)) {
      const meant = rows.filter(isMeant);
      this.#count += meant.length;
      this.#kept.push(...meant.slice(0, room));
      room -= Math.min(room, meant.length);
    }
  }

  first(inOrder: (one: Row, other: Row) => number): { readonly rows: readonly Row[]; readonly more: number } {
    const rows = this.#kept.toSorted(inOrder).slice(0, mostRows);
    return { rows, more: this.#count - rows.length };
  }
}

async function* pagesOf<Row>(ask: (page: Page) => Promise<Paged<Row>>): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: 1_000, ...(cursor !== undefined && { cursor }) });
    yield page.rows;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** Whether by an entry of the books a liability is paid, or is not any more. */
function isCredit({ debit, credit }: EntryView): boolean {
  return debit === 'satisfied' || credit === 'satisfied';
}

function creditIn({ effectiveOn: on, debit, amount, receiptId, orderId }: EntryView): Credit {
  const isPaid = debit === 'satisfied';
  const signed = isPaid ? amount : formatMoney(subtract(noMoney, parseMoney(amount)));
  return { on, receiptId, orderId, amount: signed };
}

/** When the event at a position was recorded. */
export async function recordedAt(store: Pick<EventStore, 'readAll'>, position: number): Promise<string> {
  for await (const [event] of store.readAll({ after: position - 1, upTo: position })) {
    if (event !== undefined) return event.recordedAt;
  }
  throw new RangeError('the log has no such position');
}
