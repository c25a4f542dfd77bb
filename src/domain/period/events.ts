/**
 * What happens to the months of the books: two people answer for the end of one, and what was closed may be opened again.
 *
 * These shapes are stored for ever: add, never rename, never reuse (docs/events.md).
 */
import type { Account } from '../chart-of-accounts.ts';
import type { DomainEvent } from '../decider.ts';
import type { Digest, SignatoryId } from '../ids.ts';
import type { MoneyText } from '../money.ts';
import type { SignatureRole } from '../statement/events.ts';
import type { Month } from './month.ts';

/** Somebody answers for the end of a month, as it was shown; with the second signature, by somebody else, it is closed. */
export type MonthSigned = DomainEvent<
  'MonthSigned',
  {
    readonly month: Month;
    readonly as: SignatureRole;
    readonly signatoryId: SignatoryId;
    /** SHA-256 of all that the signature is for. */
    readonly contentHash: Digest;
    /** How far the log reached when it was looked at: everything up to there is in it. */
    readonly position: number;
    /** What stood in each account at the end of the month, without those in which nothing did. */
    readonly balances: readonly BalanceOfAccount[];
  }
>;

/** The debits of an account less its credits. */
export interface BalanceOfAccount {
  readonly account: Account;
  readonly balance: MoneyText;
}

/** The signatures hold no more; what the balances had become by then is told beside what they were. */
export type MonthReopened = DomainEvent<
  'MonthReopened',
  {
    readonly month: Month;
    readonly reason: MonthReopeningReason;
    readonly signatoryId: SignatoryId;
    /** The accounts that were changed since; none where nothing was. */
    readonly changes: readonly ChangeOfAccount[];
  }
>;

/** What stood in an account at the end of a month, when it was signed and later. */
export interface ChangeOfAccount {
  readonly account: Account;
  readonly before: MoneyText;
  readonly after: MoneyText;
}

/** Why what was closed is opened again. */
export type MonthReopeningReason =
  'LATE_FACT' | 'WRONG_RECORD' | 'COURT_ORDER' | 'STATEMENT_REOPENED' | 'OTHER';

export type PeriodEvent = MonthSigned | MonthReopened;
