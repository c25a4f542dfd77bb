/**
 * Figures that others publish and the law refers to, and terms that courts set for all their cases: data that users
 * record, never constants.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AnnualRateText } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { DomainEvent } from '../decider.ts';
import type { CaseId, ReceiptId, ReceiptSource } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { AssessedOffence } from '../statutes/18-usc-2259a-a-assessments.ts';
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

/** Money of the receipt is held, for interest in the case cannot be reckoned before the yield of the week is recorded. */
export type YieldAwaited = DomainEvent<
  'YieldAwaited',
  { readonly weekEndingOn: CalendarDate; readonly receiptId: ReceiptId; readonly caseId: CaseId }
>;

/** Where a ceiling was read: in the Federal Register, with the Administrative Office of the courts, or in a court’s table. */
export type CeilingSource = 'FEDERAL_REGISTER' | 'ADMINISTRATIVE_OFFICE' | 'COURT_TABLE';

/** From this day on, no more may be assessed for the offence; one recorded later for the same day corrects it. */
export type AssessmentCeilingPublished = DomainEvent<
  'AssessmentCeilingPublished',
  { readonly offence: AssessedOffence; readonly amount: MoneyText; readonly source: CeilingSource }
>;

export type ReferenceEvent =
  TreasuryYieldPublished | YieldAwaited | AssessmentCeilingPublished | HoldSet | PaymentTermsSet;
