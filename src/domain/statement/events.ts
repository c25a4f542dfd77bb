/**
 * What one file said of one account, what each of its lines confirms, and who answers for it.
 *
 * Of a line there is only what money needs; references, names and what was written on it stand beside the ledger.
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { AccountKind, AccountPurpose } from '../account/events.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Direction, ItemOfMatch } from '../claim/items.ts';
import type { DomainEvent } from '../decider.ts';
import type { AccountId, Digest, MatchId, SignatoryId, StatementId } from '../ids.ts';
import type { MoneyText } from '../money.ts';

/** A file was read and proved; its lines follow, and count once `StatementProved` is there. */
export type StatementRead = DomainEvent<
  'StatementRead',
  {
    readonly statementId: StatementId;
    readonly accountId: AccountId;
    readonly kind: AccountKind;
    readonly purpose: AccountPurpose;
    readonly format: StatementFormat;
    /** SHA-256 of the bytes of the file, in hexadecimal. */
    readonly fileHash: Digest;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly opening: MoneyText | null;
    readonly closing: MoneyText | null;
    readonly lines: number;
    readonly sumIn: MoneyText;
    readonly sumOut: MoneyText;
  }
>;

/** How the file was written. */
export type StatementFormat = 'CSV' | 'NACHA' | 'BAI2' | 'CAMT_053' | 'CAMT_054' | 'CIR';

/** Some of its lines, in order. */
export type StatementLinesListed = DomainEvent<
  'StatementLinesListed',
  { readonly statementId: StatementId; readonly lines: readonly StatementLine[] }
>;

/** One line: nothing of it says who somebody is. */
export interface StatementLine {
  /** Its number among the lines of the statement, from 1. */
  readonly line: number;
  readonly on: CalendarDate;
  readonly direction: Direction;
  readonly amount: MoneyText;
  readonly kind: LineKind;
  /** The line of another statement that says the same, and was there first: this one counts for nothing. */
  readonly repeats?: LineRef;
}

/** A line of some statement. */
export interface LineRef {
  readonly statementId: StatementId;
  readonly line: number;
}

/** What kind of movement the sender calls it. */
export type LineKind =
  | 'DEPOSIT'
  | 'TRANSFER'
  | 'CARD'
  | 'OFFSET'
  | 'CHEQUE'
  | 'RETURN'
  | 'REVERSAL'
  | 'FEE'
  | 'INTEREST'
  | 'CORRECTION'
  | 'NOTICE'
  | 'OTHER';

/** All lines are there, and add up: from now on the statement counts. */
export type StatementProved = DomainEvent<'StatementProved', { readonly statementId: StatementId }>;

/** Lines are what the bank saw of these items. */
export type LinesMatched = DomainEvent<
  'LinesMatched',
  {
    readonly statementId: StatementId;
    readonly matchId: MatchId;
    readonly lines: readonly number[];
    readonly items: readonly ItemOfMatch[];
    /** How it was found. */
    readonly rule: MatchRule;
    /** What speaks for it. */
    readonly evidence: readonly MatchEvidence[];
    readonly purpose: AccountPurpose;
    /** What the lines come to less what the items come to, where that is not nothing; below nothing where it is less. */
    readonly residual?: MoneyText;
    readonly residualReason?: ResidualReason;
  }
>;

/**
 * How a match was found: by a number that both name, by whoever paid, or by the day, of one or in a sum; because the line
 * brought the receipt about; or because somebody said so.
 */
export type MatchRule =
  | 'BY_REFERENCE'
  | 'BY_REFERENCE_IN_SUM'
  | 'BY_PARTY'
  | 'BY_PARTY_IN_SUM'
  | 'BY_DAY_IN_SUM'
  | 'RECORDED_FROM_LINE'
  | 'BY_HAND';

/** What speaks for a match, and what against it. */
export type MatchEvidence =
  | 'AMOUNT_EQUAL'
  | 'AMOUNTS_SUM'
  | 'AMOUNT_DIFFERS'
  | 'REFERENCE_EQUAL'
  | 'REFERENCE_SLIPPED'
  | 'REFERENCE_DIFFERS'
  | 'DAY_EQUAL'
  | 'DAY_DIFFERS'
  | 'NAME_EQUAL'
  | 'NAME_CONTAINED'
  | 'NAME_BY_INITIALS'
  | 'NAME_DIFFERS'
  | 'PARTY_NAMED'
  | 'PARTY_DIFFERS'
  | 'CASE_NAMED'
  | 'CASE_DIFFERS'
  | 'WHOLE_DAYS'
  | 'LEFT_OUT'
  | 'ONLY_CANDIDATE'
  | 'TWINS';

/** Why lines come to more or less than what they confirm. */
export type ResidualReason = 'BANK_FEE' | 'KEYING_ERROR' | 'ROUNDING' | 'OTHER';

/** The match does not hold; its lines and items are free again. */
export type LinesUnmatched = DomainEvent<
  'LinesUnmatched',
  {
    readonly statementId: StatementId;
    readonly matchId: MatchId;
    readonly lines: readonly number[];
    readonly items: readonly ItemOfMatch[];
    readonly reason: UnmatchReason;
    readonly purpose: AccountPurpose;
    /** What had been given up with the match, and is not any more. */
    readonly residual?: MoneyText;
  }
>;

/** `ITEM_CLAIMED`: another match had one of the items first. */
export type UnmatchReason = 'ITEM_CLAIMED' | 'WRONG_ITEM' | 'WRONG_LINE' | 'OTHER';

/** Nothing fits the line yet: the money is in the books, and waits. */
export type LineSuspended = DomainEvent<'LineSuspended', LineMoney & { readonly reason: SuspenseReason }>;

/** Why a line waits. */
export type SuspenseReason =
  | 'NOTHING_FITS'
  | 'SEVERAL_FIT'
  | 'PAYOR_UNKNOWN'
  | 'CASE_UNKNOWN'
  | 'AMOUNT_DIFFERS'
  | 'RETURN_OF_UNKNOWN'
  | 'BY_HAND';

/** The line waits no more: it was matched. */
export type LineReleased = DomainEvent<'LineReleased', LineMoney & { readonly matchId: MatchId }>;

/** What waits of the line is given up. */
export type LineWrittenOff = DomainEvent<
  'LineWrittenOff',
  LineMoney & { readonly reason: WriteOffReason; readonly signatoryId: SignatoryId }
>;

/** Why a line is given up. */
export type WriteOffReason = 'BANK_FEE' | 'BANK_INTEREST' | 'BELOW_COST' | 'BANK_ERROR' | 'OTHER';

/** Somebody answers for the statement as it stands; `contentHash` says how that is. */
export type StatementSigned = DomainEvent<
  'StatementSigned',
  {
    readonly statementId: StatementId;
    readonly as: SignatureRole;
    readonly signatoryId: SignatoryId;
    readonly contentHash: Digest;
  }
>;

/** Who prepares does not approve. */
export type SignatureRole = 'PREPARED' | 'APPROVED';

/** The signatures hold no more, so that something can be changed. */
export type StatementReopened = DomainEvent<
  'StatementReopened',
  {
    readonly statementId: StatementId;
    readonly reason: ReopeningReason;
    readonly signatoryId: SignatoryId;
  }
>;

/** Why what was signed is opened again. */
export type ReopeningReason = 'WRONG_MATCH' | 'LATE_LINE' | 'BACK_DATED_FACT' | 'OTHER';

interface LineMoney extends LineRef {
  readonly kind: AccountKind;
  readonly purpose: AccountPurpose;
  readonly direction: Direction;
  readonly amount: MoneyText;
}

export type StatementEvent =
  | StatementRead
  | StatementLinesListed
  | StatementProved
  | LinesMatched
  | LinesUnmatched
  | LineSuspended
  | LineReleased
  | LineWrittenOff
  | StatementSigned
  | StatementReopened;
