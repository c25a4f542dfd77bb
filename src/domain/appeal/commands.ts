import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, OrderId } from '../ids.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OfOrder {
  readonly caseId: CaseId;
  readonly orderId: OrderId;
  readonly on: CalendarDate;
}

/** An order was appealed. */
export interface RecordAppeal extends OfOrder {
  readonly type: 'RecordAppeal';
}

/** The mandate came down, or the appeal was dismissed. */
export interface RecordAppealEnd extends OfOrder {
  readonly type: 'RecordAppealEnd';
}

export type AppealCommand = RecordAppeal | RecordAppealEnd;
