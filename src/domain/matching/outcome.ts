/** What matching says: one thing of every line, and one of every item. */
import type { CalendarDate } from '../calendar-date.ts';
import type { CaseId, DefendantId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Evidence } from './evidence.ts';
import type { ItemId } from './item.ts';
import type { LineId } from './line.ts';
import type { ResidualReason } from './settings.ts';

/** By what a match was found, from the surest on. */
export type MatchRule =
  /** A number that both name, and the amount. */
  | 'BY_REFERENCE'
  /** A number that several name, and the sum. */
  | 'BY_REFERENCE_IN_SUM'
  /** Whoever paid or was paid, the amount, and the days. */
  | 'BY_PARTY'
  /** Several of one person or one case, and the sum. */
  | 'BY_PARTY_IN_SUM'
  /** What was received on a day or days, and the sum. */
  | 'BY_DAY_IN_SUM';

/** Lines and items that are each other's. The lines come to what the items come to and the residual. */
export interface Match {
  readonly outcome: 'MATCH';
  readonly lines: readonly LineId[];
  readonly items: readonly ItemId[];
  readonly rule: MatchRule;
  readonly evidence: readonly Evidence[];
  /** What is left over, below nothing where the bank has less than the books; absent where nothing is. */
  readonly residual?: { readonly amount: Money; readonly reason: ResidualReason };
}

/** What the books lack, and a line proves. */
export type Deed =
  | {
      readonly deed: 'RECORD_RECEIPT';
      readonly caseId: CaseId;
      readonly defendantId: DefendantId;
      readonly amount: Money;
      readonly on: CalendarDate;
    }
  /** The payment or the payment out came back unpaid. */
  | {
      readonly deed: 'RECORD_RETURN';
      readonly item: ItemId;
      readonly on: CalendarDate;
      readonly code?: string;
    }
  /** The report has taken the receipt back. */
  | { readonly deed: 'TAKE_BACK_RECEIPT'; readonly item: ItemId; readonly on: CalendarDate }
  /** The report has put another amount, or another day, in place of the receipt's. */
  | {
      readonly deed: 'CHANGE_RECEIPT';
      readonly item: ItemId;
      readonly amount: Money;
      readonly on: CalendarDate;
    };

/** Something to be done. */
export interface Act {
  readonly outcome: 'ACT';
  readonly lines: readonly LineId[];
  readonly act: Deed;
  readonly evidence: readonly Evidence[];
}

/** Why nothing was done without asking. */
export type AskReason =
  /** More than one thing fits as well. */
  | 'SEVERAL_FIT'
  /** Other lines have the same claim. */
  | 'SEVERAL_CLAIM'
  /** It names the thing, and the amount is another. */
  | 'AMOUNT_DIFFERS'
  /** One number, name or case says one thing, and another the contrary. */
  | 'CONTRADICTED'
  /** Amount and day fit, and nothing says whose it is. */
  | 'NOTHING_NAMES_IT'
  /** Chance would bring such a sum about too often. */
  | 'PERHAPS_CHANCE'
  /** It does not say which receipt is corrected, or into what. */
  | 'CORRECTION_UNCLEAR'
  /** Its docket number or its name may mean several. */
  | 'OWNER_UNCLEAR'
  /** It has no number, and a receipt like it was recorded near its day. */
  | 'PERHAPS_RECORDED';

/** One thing that a line may be: the items that it would confirm, or what would be done. */
export interface Candidate {
  readonly items: readonly ItemId[];
  /** Lines that would go with it. */
  readonly lines: readonly LineId[];
  readonly act?: Deed;
  readonly evidence: readonly Evidence[];
  /** By which candidates are put in order; it decides nothing. */
  readonly score: number;
}

/** A question: which of these is it? */
export interface Ask {
  readonly outcome: 'ASK';
  readonly because: AskReason;
  /** The best first, and no more than ten. */
  readonly candidates: readonly Candidate[];
  /** How many more there are. */
  readonly others: number;
}

/** Why a line is nothing that the books know. */
export type NoneReason =
  | 'NOTHING_FITS'
  | 'NOTHING_MOVED'
  | 'FEE'
  | 'INTEREST'
  /** It says over again what another file said. */
  | 'REPEATED'
  /** What it names was confirmed before. */
  | 'ALREADY_CLAIMED'
  /** It was taken back within the same report, and was never recorded. */
  | 'TAKEN_BACK'
  | 'OWNER_UNKNOWN'
  /** Too many things come into question for sets of them to be tried. */
  | 'TOO_MANY_TO_TRY';

/** Nothing. */
export interface None {
  readonly outcome: 'NONE';
  readonly because: NoneReason;
  readonly evidence: readonly Evidence[];
  /** The items meant: what was claimed before. */
  readonly items: readonly ItemId[];
}

/** What becomes of a line. Lines of one match or act share it. */
export type Outcome = Match | Act | Ask | None;

/** How an item stands on the day for which it was asked. */
export type Standing =
  | { readonly standing: 'CONFIRMED'; readonly match: Match }
  | { readonly standing: 'EXPECTED'; readonly until: CalendarDate }
  | { readonly standing: 'MISSING'; readonly since: CalendarDate }
  /** A line names it; the line's amount less the item's, and the line's day less the item's, are these. */
  | {
      readonly standing: 'MISMATCH';
      readonly line: LineId;
      readonly amountBy: Money;
      readonly daysBy: number;
    };
