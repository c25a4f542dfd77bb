import { dayInRow, type Frame } from './frame.ts';
import type { List, Listed } from './paging.ts';
import { receiptColumns, receiptRow, type ReceiptCells } from './receipt-rows.ts';
import type { ReceiptFilter, ReceiptRow } from '../views/receipts.ts';

/** Payments that match, in the order in which the ledger first heard of each. */
export function receiptList(filter: ReceiptFilter): List<ReceiptRow> {
  return {
    name: 'receipts',
    shape: ['number'],
    start: [0],
    rows: (frame, [after = 0], limit) => {
      const found: Listed<ReceiptRow>[] = [];
      let last = Number(after);
      // What a payment stands at on other clocks is known only once it was looked up: then more are read than are given.
      for (let isMore = true; isMore && found.length < limit;) {
        const cells = cellsAfter(frame, filter, { after: last, limit });
        for (const each of cells) {
          last = Number(each.receiptId);
          const row = receiptRow(frame, each);
          if (filter.status === undefined || row.status === filter.status) found.push({ row, place: [last] });
        }
        isMore = cells.length === limit;
      }
      return found.slice(0, limit);
    },
  };
}

function cellsAfter(
  frame: Frame,
  { caseId, defendantId, origin, from, until }: ReceiptFilter,
  page: { readonly after: number; readonly limit: number },
): readonly ReceiptCells[] {
  const terms = Object.entries({ caseId, defendantId, origin }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, frame.numberOf(value)] as const],
  );
  const days = Object.entries({ from, until }).flatMap(([name, day]) =>
    day === undefined ? [] : [[name, dayInRow(day)] as const],
  );
  const where = [
    ...terms.map(([name]) => `AND ${name} = :${name}`),
    ...(from === undefined ? [] : ['AND receivedOn >= :from']),
    ...(until === undefined ? [] : ['AND receivedOn <= :until']),
  ].join(' ');
  return frame.all(
    `SELECT ${receiptColumns} FROM receipts
      WHERE receiptId > :after AND position <= :position AND receivedOn <= :day ${where} ORDER BY receiptId LIMIT :limit`,
    { ...Object.fromEntries([...terms, ...days]), ...page },
  ) as readonly ReceiptCells[];
}
