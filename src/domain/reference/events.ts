/**
 * Figures that others publish and the law refers to: data that users record, with its source, never constants.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AnnualRateText } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, ReceiptId } from '../ids.ts';

/** Where the figure was read: release H.15 of the Federal Reserve, its copy at the bank of St. Louis, or a court’s table. */
export type YieldSource = 'H15' | 'FRED' | 'COURT_TABLE';

/** The weekly average 1-year constant maturity Treasury yield; one recorded later for the same week corrects it. */
export type TreasuryYieldPublished = DomainEvent<
  'TreasuryYieldPublished',
  { readonly weekEndingOn: CalendarDate; readonly rate: AnnualRateText; readonly source: YieldSource }
>;

/** Money of the receipt is held, for interest in the case cannot be reckoned before the yield of the week is recorded. */
export type YieldAwaited = DomainEvent<
  'YieldAwaited',
  { readonly weekEndingOn: CalendarDate; readonly receiptId: ReceiptId; readonly caseId: CaseId }
>;

export type ReferenceEvent = TreasuryYieldPublished | YieldAwaited;
