import type { AnnualRate } from '../annual-rate.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, ReceiptId, ReceiptSource } from '../ids.ts';
import type { Money } from '../money.ts';
import type { PaymentMethod } from '../receipt/events.ts';
import type { AssessedOffence } from '../statutes/18-usc-2259a-a-assessments.ts';
import type { CeilingSource, YieldSource } from './events.ts';

/** The Board of Governors published the average yield of a week. */
export interface RecordTreasuryYield {
  readonly type: 'RecordTreasuryYield';
  /** The Friday with which the week ends; the yield takes effect on it. */
  readonly on: CalendarDate;
  readonly rate: AnnualRate;
  readonly source: YieldSource;
}

/** From this day on, money of such receipts waits so many days before it is paid out. */
export interface SetHold {
  readonly type: 'SetHold';
  /** Whose receipts; those of everybody, where null. */
  readonly source: ReceiptSource | null;
  /** How they were paid; in any way, where null. */
  readonly method: PaymentMethod | null;
  readonly days: number;
  readonly on: CalendarDate;
}

/** From this day on, less is not paid out by itself, and a cheque is stale after so many months. */
export interface SetPaymentTerms {
  readonly type: 'SetPaymentTerms';
  readonly minimum: Money;
  readonly staleAfterMonths: number;
  readonly on: CalendarDate;
}

/** A ceiling of assessments was published as adjusted: 18 U.S.C. 2259A(b). */
export interface RecordAssessmentCeiling {
  readonly type: 'RecordAssessmentCeiling';
  readonly offence: AssessedOffence;
  readonly amount: Money;
  readonly source: CeilingSource;
  /** The first day on which it holds. */
  readonly on: CalendarDate;
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

/** What somebody sets or publishes for the whole ledger. */
export type ReferenceCommand = RecordTreasuryYield | RecordAssessmentCeiling | SetHold | SetPaymentTerms;
