import type { AnnualRateText } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, ReceiptId } from '../ids.ts';

/** What is known of figures that others publish. */
export interface ReferenceState {
  /** The rate that was recorded last for each week, by its Friday. */
  readonly published: Map<CalendarDate, { readonly rate: AnnualRateText; readonly source: string }>;
  /** The receipts of which money is held for want of the yield of a week, in the order in which they were. */
  readonly awaited: Map<CalendarDate, Awaiting[]>;
}

/** A receipt that waits for a yield, and the case in which interest could not be reckoned. */
export interface Awaiting {
  readonly receiptId: ReceiptId;
  readonly caseId: CaseId;
}

/** Of which nothing is known. */
export function emptyReference(): ReferenceState {
  return { published: new Map(), awaited: new Map() };
}
