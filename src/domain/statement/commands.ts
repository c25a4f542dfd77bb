import type { AccountKind, AccountPurpose } from '../account/events.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Item, ItemOfMatch } from '../claim/items.ts';
import type { AccountId, Digest, MatchId, SignatoryId, StatementId } from '../ids.ts';
import type { Money } from '../money.ts';
import type {
  MatchEvidence,
  MatchRule,
  ReopeningReason,
  ResidualReason,
  SignatureRole,
  StatementFormat,
  StatementLine,
  SuspenseReason,
  UnmatchReason,
  WriteOffReason,
} from './events.ts';

/** In every command, `on` is the legal day on which what it reports takes effect. */
interface OfStatement {
  readonly statementId: StatementId;
  readonly on: CalendarDate;
}

/** A file was read and proved. It comes through the door with its lines, and is stored in parts. */
export interface TakeInStatement extends OfStatement, ReadFile {
  readonly type: 'TakeInStatement';
  readonly lines: readonly StatementLine[];
}

/** What a file says of one account, beside its lines. */
export interface ReadFile {
  readonly accountId: AccountId;
  readonly format: StatementFormat;
  readonly fileHash: Digest;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: Money | null;
  readonly closing: Money | null;
}

/** The beginning of a statement; no door sends this. */
export interface ReadStatement extends OfStatement, ReadFile {
  readonly type: 'ReadStatement';
  readonly kind: AccountKind;
  readonly purpose: AccountPurpose;
  readonly lines: number;
  readonly sumIn: Money;
  readonly sumOut: Money;
}

/** Some of its lines, the first of which follows those that are there; no door sends this. */
export interface ListLines extends OfStatement {
  readonly type: 'ListLines';
  readonly lines: readonly StatementLine[];
}

/** All lines are there; no door sends this. */
export interface ProveStatement extends OfStatement {
  readonly type: 'ProveStatement';
}

/** Lines are what the bank saw of these items. */
export interface MatchLines extends OfStatement {
  readonly type: 'MatchLines';
  readonly matchId: MatchId;
  readonly lines: readonly number[];
  readonly items: readonly Item[];
  readonly rule: MatchRule;
  readonly evidence: readonly MatchEvidence[];
  /** Why lines and items come to different amounts; null where they must be the same. */
  readonly residualReason: ResidualReason | null;
}

/** The same with what the items come to, as the passage found them; no door sends this. */
export interface MatchFound extends Omit<MatchLines, 'type' | 'items'> {
  readonly type: 'MatchFound';
  readonly items: readonly ItemOfMatch[];
  readonly writeOffLimit: Money;
}

/** A match does not hold. */
export interface UnmatchLines extends OfStatement {
  readonly type: 'UnmatchLines';
  readonly matchId: MatchId;
  readonly reason: UnmatchReason;
}

/** A line waits, as nothing fits it yet. */
export interface SuspendLine extends OfStatement {
  readonly type: 'SuspendLine';
  readonly line: number;
  readonly reason: SuspenseReason;
}

/** What waits of a line is given up. */
export interface WriteOffLine extends OfStatement {
  readonly type: 'WriteOffLine';
  readonly line: number;
  readonly reason: WriteOffReason;
  readonly signatoryId: SignatoryId;
}

/** The same with the limit of the account; no door sends this. */
export interface WriteOffWithin extends Omit<WriteOffLine, 'type'> {
  readonly type: 'WriteOffWithin';
  readonly writeOffLimit: Money;
}

/** Somebody answers for the statement as it stands. */
export interface SignStatement extends OfStatement {
  readonly type: 'SignStatement';
  readonly as: SignatureRole;
  readonly signatoryId: SignatoryId;
  /** What was looked at. */
  readonly contentHash: Digest;
}

/** What was signed is to be changed. */
export interface ReopenStatement extends OfStatement {
  readonly type: 'ReopenStatement';
  readonly reason: ReopeningReason;
  readonly signatoryId: SignatoryId;
}

/** What the stream of a statement decides. */
export type StatementCommand =
  | ReadStatement
  | ListLines
  | ProveStatement
  | MatchFound
  | UnmatchLines
  | SuspendLine
  | WriteOffWithin
  | SignStatement
  | ReopenStatement;
