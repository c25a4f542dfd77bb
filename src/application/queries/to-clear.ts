import type { CalendarDate } from '../../domain/calendar-date.ts';
import { goodFrom, type Hold } from '../../domain/disbursement/terms.ts';
import type { CaseId, DefendantId, ReceiptId } from '../../domain/ids.ts';
import type { ToClearView } from '../views/disbursements.ts';
import { termsIn } from './disbursement-facts.ts';
import { amountOf, dayInRow, dayOf, type Frame } from './frame.ts';
import type { List, Listed } from './paging.ts';

interface ReceiptCells {
  readonly position: bigint;
  readonly receiptId: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly method: bigint;
  readonly receivedOn: bigint;
  readonly amount: bigint;
}

/** So many receipts are looked at together. */
const atOnce = 1_000;

/** The receipts whose hold is over as of a day and that stand uncleared, in the order of recording. */
export function toClearList(on: CalendarDate): List<ToClearView> {
  return {
    name: 'to-clear',
    shape: ['number'],
    start: [0],
    rows: (frame, [after = 0], limit) => {
      const { holds } = termsIn(frame, on);
      const found: Listed<ToClearView>[] = [];
      for (let from = Number(after); found.length < limit;) {
        const some = standingIn(frame, from, on);
        found.push(...some.flatMap((cells) => dueOf(frame, cells, { holds, on })));
        const last = some.at(-1);
        if (some.length < atOnce || last === undefined) break;
        from = Number(last.position);
      }
      return found.slice(0, limit);
    },
  };
}

function standingIn(frame: Frame, from: number, on: CalendarDate): readonly ReceiptCells[] {
  return frame.all(
    `SELECT position, receiptId, caseId, defendantId, method, receivedOn, amount FROM receipts
       WHERE clearedOn IS NULL AND returnedOn IS NULL AND receivedOn <= :on AND position > :from AND position <= :position
       ORDER BY position LIMIT :atOnce`,
    { from, atOnce, on: dayInRow(on) },
  ) as readonly ReceiptCells[];
}

interface Asked {
  readonly holds: readonly Hold[];
  readonly on: CalendarDate;
}

function dueOf(frame: Frame, cells: ReceiptCells, { holds, on }: Asked): readonly Listed<ToClearView>[] {
  const receiptId = frame.term(cells.receiptId) as ReceiptId;
  const [source = ''] = receiptId.split('.');
  const [method, receivedOn] = [frame.term(cells.method), dayOf(cells.receivedOn)];
  const clearedOn = goodFrom({ source, method, receivedOn }, holds);
  if (clearedOn > on) return [];
  const row: ToClearView = {
    receiptId,
    caseId: frame.term(cells.caseId) as CaseId,
    defendantId: frame.term(cells.defendantId) as DefendantId,
    ...{ method, receivedOn, clearedOn, amount: amountOf(cells.amount) },
  };
  return [{ row, place: [Number(cells.position)] }];
}
