/**
 * A decision about more liabilities than one append takes: its long columns stand in a document, a stream of its own,
 * and one event in the stream of the case makes all of it real. Without that event a document says nothing.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, OrderId, ReceiptId } from '../ids.ts';

/** Some values of one column of what a court ordered under many lines. */
export type ScheduleListed = DomainEvent<'ScheduleListed', Listing>;

/** Some values of one column of how a receipt was divided over many liabilities. */
export type AllocationListed = DomainEvent<'AllocationListed', Listing>;

/** What became of an order of many lines: the events that its columns, put together, are. */
export type ScheduleCommitted = DomainEvent<'ScheduleCommitted', Commitment & { readonly orderId: OrderId }>;

/** What became of a receipt among many liabilities: the events that its columns, put together, are. */
export type AllocationCommitted = DomainEvent<
  'AllocationCommitted',
  Commitment & { readonly receiptId: ReceiptId }
>;

/** Ids, amounts in text, days and codes, or a few of them, as in the events that they are part of. */
export type Cell = CellText | number | boolean | null | readonly CellText[];
type CellText = string & { readonly [cellText]?: never };
declare const cellText: unique symbol;

/** The stream of a document: its category, what it is about, the revision it was decided at, and a digest of its values. */
export type DocumentName = `${'Schedule' | 'Allocation'}-${string}`;

/** A run of the values of one column. */
export interface Listing {
  readonly caseId: CaseId;
  /** Counted from 0, as in `columns` of the event that commits the document. */
  readonly column: number;
  /** The row of the first value, from 0. */
  readonly from: number;
  readonly values: readonly Cell[];
}

interface Commitment {
  readonly caseId: CaseId;
  readonly document: DocumentName;
  /** How many events the document has. */
  readonly listings: number;
  readonly columns: readonly Column[];
  readonly events: readonly EventsApart[];
}

/** Where the values of a column stand: in the document itself, or in one that was committed before. */
export interface Column {
  readonly rows: number;
  readonly of?: { readonly document: DocumentName; readonly column: number };
  /** With `of`: the row there of the first value, if the others follow on it. */
  readonly from?: number;
  /** With `of`: the column of this document that has the row there of each value. */
  readonly lines?: number;
}

/** Events of one type that stood one after the other; or one event, and the list in its data. */
export interface EventsApart {
  readonly type: CellText;
  /** Of one event with a list: the field that is the list, the day, and the other fields. */
  readonly list?: CellText;
  readonly effectiveOn?: CalendarDate;
  readonly data?: Readonly<Record<string, Cell | readonly Cell[]>>;
  readonly sections: readonly Section[];
}

/** Rows that have the same fields: for each, the value that is in all of them, or the column that it stands in. */
export interface Section {
  readonly rows: number;
  readonly same: Readonly<Record<string, Cell>>;
  readonly each: Readonly<Record<string, number>>;
}

/** What stands in the streams of documents. */
export type ScheduleEvent = ScheduleListed;
export type AllocationEvent = AllocationListed;

/** What stands in the stream of a case, and makes a document real. */
export type CommittedEvent = ScheduleCommitted | AllocationCommitted;

export type DocumentEvent = ScheduleEvent | AllocationEvent | CommittedEvent;
