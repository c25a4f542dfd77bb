import { hash } from 'node:crypto';
import { Columns, type Roster } from '../../domain/document/columns.ts';
import type {
  Cell,
  CommittedEvent,
  DocumentEvent,
  DocumentName,
  Listing,
} from '../../domain/document/events.ts';
import { rowsIn, takeApart } from '../../domain/document/take-apart.ts';
import type { Decision } from '../../domain/decider.ts';
import type { LedgerEvent } from '../../domain/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, OrderId, ReceiptId } from '../../domain/ids.ts';
import { rostersIn } from './rosters.ts';

/** A decision that tells of more than this, events and entries of their lists together, is put into a document. */
export const mostRows = 1_000;

/** What a document is to be made of. */
export interface ToPack {
  readonly subject: Subject;
  /** The revision of the case at which the decision was made. */
  readonly decidedAt: number;
  readonly on: CalendarDate;
  readonly events: readonly LedgerEvent[];
  /** What else the events of the document are recorded with: another sender's document is another. */
  readonly recordedWith: readonly (string | null)[];
  /** The schedules of the case so far. */
  readonly rosters: readonly Roster[];
}

/** What a decision of a case is about. */
export interface Subject {
  readonly caseId: CaseId;
  readonly orderId?: OrderId | null;
  readonly receiptId?: ReceiptId;
}

/** A document, and the event that makes it real. */
export interface Packed {
  readonly document: DocumentName;
  readonly listings: readonly DocumentEvent[];
  readonly committed: CommittedEvent;
  /** Schedules that later documents of the case may refer to. */
  readonly rosters: readonly Roster[];
}

/** Whether the decision tells of more things than so many. */
export function isLong({ happened, follows }: Decision<LedgerEvent>, most: number): boolean {
  return happened.length + follows.length > most || rowsIn(happened) + rowsIn(follows) > most;
}

/**
 * Puts a decision into a document. The same decision of the same command at the same revision gives the same document, so
 * that it can be written again after a crash; another has another name, so that what a crash left behind is in nobody's
 * way.
 */
export function pack({ subject, decidedAt, on, events, recordedWith, rosters }: ToPack): Packed {
  const { caseId, orderId, receiptId } = subject;
  const columns = new Columns(rosters);
  const apart = takeApart(events, columns);
  const listings = [...columns.listed].flatMap(([column, values]) => [...listingsOf(caseId, column, values)]);
  const content = JSON.stringify([recordedWith, listings, columns.columns, apart]);
  const document = nameOf(subject, decidedAt, content);
  const data = { caseId, document, listings: listings.length, columns: columns.columns, events: apart };
  const committed: CommittedEvent =
    receiptId === undefined
      ? { type: 'ScheduleCommitted', effectiveOn: on, data: { ...data, orderId: orderId as OrderId } }
      : { type: 'AllocationCommitted', effectiveOn: on, data: { ...data, receiptId } };
  const type = receiptId === undefined ? 'ScheduleListed' : 'AllocationListed';
  return {
    document,
    committed,
    listings: listings.map((listing) => ({ type, effectiveOn: on, data: listing })),
    rosters: rostersIn(committed, (column) => columns.listed.get(column) ?? []),
  };
}

function nameOf({ orderId, receiptId }: Subject, decidedAt: number, content: string): DocumentName {
  const digest = hash('sha256', content, 'hex').slice(0, 16);
  const about =
    receiptId === undefined ? (`Schedule-${String(orderId)}` as const) : (`Allocation-${receiptId}` as const);
  return `${about}.${String(decidedAt)}-${digest}`;
}

/** In bytes of JSON: well below what any store takes as one event. */
const longestListing = 640 * 1024;

function* listingsOf(caseId: CaseId, column: number, values: readonly Cell[]): Generator<Listing> {
  let from = 0;
  let size = 0;
  for (const [at, value] of values.entries()) {
    const bytes = Buffer.byteLength(JSON.stringify(value)) + 1;
    if (size + bytes > longestListing) {
      yield { caseId, column, from, values: values.slice(from, at) };
      [from, size] = [at, 0];
    }
    size += bytes;
  }
  yield { caseId, column, from, values: values.slice(from) };
}
