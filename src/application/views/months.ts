import type { AccountPurpose } from '../../domain/account/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { AccountId, Digest, SignatoryId, StatementId, VictimId } from '../../domain/ids.ts';
import type { MoneyText } from '../../domain/money.ts';
import type { Obstacle } from '../../domain/period/commands.ts';
import type { BalanceOfAccount, ChangeOfAccount } from '../../domain/period/events.ts';
import type { Month } from '../../domain/period/month.ts';
import type { Clocks, Stamped } from './ledger.ts';
import type { DisturbanceView, SignatureView, ThreeWayProof } from './statements.ts';

/** A month is open, prepared by one, or closed by another who approved it. */
export type MonthStatus = 'OPEN' | 'PREPARED' | 'CLOSED';

/** A month of the books, as somebody signs it. */
export interface MonthView {
  readonly month: Month;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly status: MonthStatus;
  readonly signatures: readonly SignatureView[];
  /** What whoever signs answers for: balances, proofs, statements and open items. */
  readonly contentHash: Digest;
  /** What stands in each account on the last day, without those in which nothing does. */
  readonly balances: readonly BalanceOfAccount[];
  /** Debits less credits over all accounts: 0.00, or the books are wrong. */
  readonly difference: MoneyText;
  /** Bank = book = what is owed to whom; for each purpose that has an account at a bank. */
  readonly proofs: readonly ThreeWayProof[];
  /** Cash of the books that no account at a bank confirms, for each purpose that has none. */
  readonly unconfirmed: readonly UnconfirmedCash[];
  readonly accounts: readonly AccountInMonth[];
  readonly open: readonly OpenInMonth[];
  /** What keeps it from being closed. */
  readonly obstacles: readonly ObstacleView[];
  /** What was changed since it was closed, by account; nothing while it is open. */
  readonly changes: readonly ChangeOfAccount[];
  /** What else is not as it was when the month was closed: proofs, statements and their signatures, what was open. */
  readonly differsIn: readonly MonthPart[];
  /** The first of what changed it, or what banks say of its days. */
  readonly disturbedBy: readonly DisturbanceView[];
}

/** What of a month is signed for beside its balances. */
export type MonthPart = 'PROOFS' | 'STATEMENTS' | 'OPEN';

/** Cash that the books have for a purpose, and no account at a bank. */
export interface UnconfirmedCash {
  readonly purpose: AccountPurpose;
  readonly amount: MoneyText;
}

/** How far the statements of an account reach. */
export interface AccountInMonth {
  readonly accountId: AccountId;
  /** The last statement by the end of the month; null where there is none. */
  readonly statementId: StatementId | null;
  readonly upTo: CalendarDate | null;
  /** Whether every statement by then is signed by two. */
  readonly isApproved: boolean;
}

/** What was open at the end of the month, by how many days it had been. */
export interface OpenInMonth {
  /** Money that the books have and no bank yet, money that they paid and no bank yet, and lines that are not in the books. */
  readonly what: 'IN_TRANSIT' | 'OUTSTANDING' | 'LINES';
  readonly age: '0-30' | '31-90' | '91-365' | '366-';
  readonly count: number;
  readonly amount: MoneyText;
}

/** One thing that keeps a month from being closed, and where. */
export interface ObstacleView {
  readonly code: Obstacle;
  readonly accountId: AccountId | null;
  readonly purpose: AccountPurpose | null;
  readonly amount: MoneyText | null;
}

/** A month of which something was signed. */
export interface MonthSummary {
  readonly month: Month;
  readonly status: MonthStatus;
  readonly preparedBy: SignatoryId | null;
  readonly approvedBy: SignatoryId | null;
  readonly closedOn: CalendarDate | null;
  /** How often it was opened again. */
  readonly reopened: number;
  /** How many accounts have changed since it was closed. */
  readonly changed: number;
}

/** What something would reach that takes effect on an earlier day. */
export interface BackDating {
  readonly on: CalendarDate;
  readonly months: readonly Month[];
  /** Statements that two have signed, and that cover the day or a later one. */
  readonly statements: readonly StatementId[];
  /** Full recoveries that stand, and were reached on the day or later. */
  readonly fullRecoveries: readonly {
    readonly victimId: VictimId;
    readonly on: CalendarDate;
    readonly epoch: number;
  }[];
}

/** What can be asked about the months of the books. */
export interface MonthQueries {
  month(month: Month, clocks: Pick<Clocks, 'knownAt'>): Promise<Stamped<MonthView>>;
  /** Those of which something was signed, the latest first. */
  months(clocks: Pick<Clocks, 'knownAt'>): Promise<Stamped<{ readonly months: readonly MonthSummary[] }>>;
  /** What a fact of this day would reach; of one victim, or of all. */
  backDating(on: CalendarDate, victimId: VictimId | undefined): Promise<Stamped<BackDating>>;
}
