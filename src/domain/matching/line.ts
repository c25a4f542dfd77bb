/** A line of a statement or a report, as matching sees it: what moved, on which day, and everything that says whose it was. */
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { References } from './references.ts';

declare const line: unique symbol;

/** A line, by the id of its statement and its number there. Matching only compares it. */
export type LineId = string & { readonly [line]: true };

/** Whether money came to the account or left it. */
export type Direction = 'IN' | 'OUT';

/**
 * What a line is. Of a bank: money put in together, one credit, a cheque presented, one debit, money that came back, a fee,
 * interest. Of a report: a receipt, its return, and a correction, which takes a receipt back or puts another in its place.
 */
export type LineKind =
  | 'DEPOSIT'
  | 'CREDIT'
  | 'CHEQUE_PRESENTED'
  | 'DEBIT'
  | 'RETURN'
  | 'FEE'
  | 'INTEREST'
  | 'REPORTED_RECEIPT'
  | 'REPORTED_RETURN'
  | 'REPORTED_CORRECTION';

/** One line that no match has claimed yet. */
export interface Line {
  readonly id: LineId;
  readonly kind: LineKind;
  readonly direction: Direction;
  /** Never below nothing; the direction says the sign. */
  readonly amount: Money;
  readonly bookedOn: CalendarDate;
  /** Who numbers the receipts and deposits that it names; numbers of different sources are never compared. */
  readonly source?: string;
  readonly references: References;
  /** Who paid or was paid, as it is written there. */
  readonly party?: string;
  /** The cases that its docket number may mean, looked up by whoever asks. */
  readonly caseIds?: readonly CaseId[];
  /** The people that its defendant may be, looked up by whoever asks. */
  readonly defendantIds?: readonly DefendantId[];
  /** Why it came back, in the words of the clearing house: `R01`. */
  readonly returnCode?: string;
  /** The line of another file that it says over again, where intake has found that it does. */
  readonly repeats?: LineId;
}
