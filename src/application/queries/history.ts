import type { CaseId, DefendantId, OrderId, ReceiptId, VictimId } from '../../domain/ids.ts';
import type { List } from './paging.ts';
import { amountOf, dayOf, instantOf, type Frame } from './frame.ts';
import { subjectsOf } from './subjects.ts';
import type { EntryView, SubjectFilter, TimelineView } from '../views/ledger.ts';

/** Entries of the journal that concern all of these, in the order of recording. */
export function entryList(filter: SubjectFilter): List<EntryView> {
  return {
    name: 'journal',
    shape: ['number', 'number', 'number'],
    start: [0, 0, 0],
    rows: (frame, [position = 0, item = 0, line = 0], limit) => {
      const { where, params, isEmpty } = subjectsOf(frame, filter);
      // Where a subject is given, its moments lead to its entries; else every entry is wanted, in its own order.
      const from = isEmpty ? 'journal j CROSS JOIN timeline t' : 'timeline t CROSS JOIN journal j';
      const found = frame.all(
        `SELECT ${momentColumns}, j.line, j.debit, j.credit, j.amount FROM ${from}
             ON j.position = t.position AND j.item = t.item
           WHERE ${isEmpty ? 'j' : 't'}.position BETWEEN :fromPosition AND :position AND t.effectiveOn <= :day ${where}
             AND (j.position, j.item, j.line) > (:fromPosition, :item, :line)
           ORDER BY ${isEmpty ? 'j.position, j.item, j.line' : 't.position, t.item, j.line'} LIMIT :limit`,
        { ...params, fromPosition: position, item, line, limit },
      ) as readonly EntryCells[];
      return found.map((cells) => ({
        row: entryView(frame, cells),
        place: [Number(cells.position), Number(cells.item), Number(cells.line)],
      }));
    },
  };
}

/** What happened to all of these, in the order of recording. */
export function momentList(filter: SubjectFilter): List<TimelineView> {
  return {
    name: 'timeline',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, [position = 0, item = 0], limit) => {
      const { where, params } = subjectsOf(frame, filter);
      const found = frame.all(
        `SELECT ${momentColumns}, t.amount FROM timeline t
           WHERE t.position BETWEEN :fromPosition AND :position AND t.effectiveOn <= :day ${where}
             AND (t.position, t.item) > (:fromPosition, :item)
           ORDER BY t.position, t.item LIMIT :limit`,
        { ...params, fromPosition: position, item, limit },
      ) as readonly MomentCells[];
      return found.map((cells) => ({
        row: momentView(frame, cells),
        place: [Number(cells.position), Number(cells.item)],
      }));
    },
  };
}

interface MomentCells {
  readonly position: bigint;
  readonly item: bigint;
  readonly type: bigint;
  readonly effectiveOn: bigint;
  readonly recordedAt: bigint;
  readonly caseId: bigint | null;
  readonly victimId: bigint | null;
  readonly defendantId: bigint | null;
  readonly orderId: bigint | null;
  readonly receiptId: bigint | null;
  readonly amount: bigint | null;
}

interface EntryCells extends MomentCells {
  readonly amount: bigint;
  readonly line: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
}

const momentColumns =
  't.position, t.item, t.type, t.effectiveOn, t.recordedAt, t.caseId, t.victimId, t.defendantId, t.orderId, t.receiptId';

function entryView(frame: Frame, cells: EntryCells): EntryView {
  const { position, effectiveOn, recordedAt, ...subject } = whatAndWhom(frame, cells);
  const [debit, credit] = [frame.term(cells.debit), frame.term(cells.credit)];
  return { position, effectiveOn, recordedAt, debit, credit, amount: amountOf(cells.amount), ...subject };
}

function momentView(frame: Frame, cells: MomentCells): TimelineView {
  const { position, effectiveOn, recordedAt, ...subject } = whatAndWhom(frame, cells);
  const amount = cells.amount === null ? null : amountOf(cells.amount);
  return { position, type: frame.term(cells.type), effectiveOn, recordedAt, ...subject, amount };
}

function whatAndWhom(frame: Frame, cells: MomentCells): Omit<TimelineView, 'type' | 'amount'> {
  return {
    position: Number(cells.position),
    effectiveOn: dayOf(cells.effectiveOn),
    recordedAt: instantOf(cells.recordedAt),
    caseId: frame.termOrNull(cells.caseId) as CaseId | null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    receiptId: frame.termOrNull(cells.receiptId) as ReceiptId | null,
  };
}
