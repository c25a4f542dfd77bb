import type { AnnualRate } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, ReceiptId } from '../ids.ts';
import type { YieldSource } from './events.ts';

/** The Board of Governors published the average yield of a week. */
export interface RecordTreasuryYield {
  readonly type: 'RecordTreasuryYield';
  /** The Friday with which the week ends; the yield takes effect on it. */
  readonly on: CalendarDate;
  readonly rate: AnnualRate;
  readonly source: YieldSource;
}

/** What the passage says when money of a receipt is held for want of the yield of a week; no door sends this. */
export interface AwaitYield {
  readonly type: 'AwaitYield';
  readonly weekEndingOn: CalendarDate;
  readonly receiptId: ReceiptId;
  /** Where interest could not be reckoned. */
  readonly caseId: CaseId;
  readonly on: CalendarDate;
}

export type ReferenceCommand = RecordTreasuryYield | AwaitYield;
