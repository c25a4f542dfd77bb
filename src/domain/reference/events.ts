/**
 * Figures that others publish and the law refers to, and terms that courts set for all their cases: data that users
 * record, never constants.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AnnualRateText } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { ReceiptSource } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { PaymentMethod } from '../receipt/events.ts';

/** Where the figure was read: release H.15 of the Federal Reserve, its copy at the bank of St. Louis, or a court’s table. */
export type YieldSource = 'H15' | 'FRED' | 'COURT_TABLE';

/** The weekly average 1-year constant maturity Treasury yield; one recorded later for the same week corrects it. */
export type TreasuryYieldPublished = DomainEvent<
  'TreasuryYieldPublished',
  { readonly weekEndingOn: CalendarDate; readonly rate: AnnualRateText; readonly source: YieldSource }
>;

/** From this day on, money of such receipts waits so many days for its clearing before it is paid out. */
export type HoldSet = DomainEvent<
  'HoldSet',
  {
    /** Whose receipts; those of everybody, where null. */
    readonly source: ReceiptSource | null;
    /** How they were paid; in any way, where null. */
    readonly method: PaymentMethod | null;
    readonly days: number;
  }
>;

/** From this day on, a smaller share is kept for its payee, and a cheque is stale after so many months. */
export type PaymentTermsSet = DomainEvent<
  'PaymentTermsSet',
  { readonly minimum: MoneyText; readonly staleAfterMonths: number }
>;

export type ReferenceEvent = TreasuryYieldPublished | HoldSet | PaymentTermsSet;
