import type { CalendarDate } from '../calendar-date.ts';
import type { Digest, SignatoryId } from '../ids.ts';
import type { SignatureRole } from '../statement/events.ts';
import type { BalanceOfAccount, ChangeOfAccount, MonthReopeningReason } from './events.ts';
import type { Month } from './month.ts';

/** Somebody answers for the end of a month. */
export interface SignMonth {
  readonly type: 'SignMonth';
  readonly month: Month;
  readonly as: SignatureRole;
  readonly signatoryId: SignatoryId;
  /** What was looked at. */
  readonly contentHash: Digest;
  /** The day of the signature. */
  readonly on: CalendarDate;
  /** What the books say of the month now; no door sends it. */
  readonly found?: MonthFound;
}

/** What the books say of a month when somebody signs it. */
export interface MonthFound {
  readonly contentHash: Digest;
  readonly position: number;
  readonly balances: readonly BalanceOfAccount[];
  /** What keeps it from being closed; nobody can sign for that. */
  readonly obstacles: readonly Obstacle[];
}

/** The books do not balance; bank and books differ, and nothing explains it; a statement is not signed, or is missing. */
export type Obstacle = 'books-do-not-balance' | 'proof-differs' | 'statement-not-signed';

/** What was closed is opened again. */
export interface ReopenMonth {
  readonly type: 'ReopenMonth';
  readonly month: Month;
  readonly reason: MonthReopeningReason;
  readonly signatoryId: SignatoryId;
  readonly on: CalendarDate;
  /** What was changed since it was closed; no door sends it. */
  readonly changes?: readonly ChangeOfAccount[];
}

export type PeriodCommand = SignMonth | ReopenMonth;
