import type { AccountKind, AccountPurpose } from '../account/events.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Direction, ItemOfMatch } from '../claim/items.ts';
import type { AccountId, Digest, MatchId, SignatoryId, StatementId } from '../ids.ts';
import { noMoney, type Money } from '../money.ts';
import type { LineRef, SignatureRole } from './events.ts';

/** What a decision about one statement must know. */
export interface StatementState {
  /** What the file said of itself; undefined where nobody has read it. */
  read: ReadOfFile | undefined;
  isProved: boolean;
  /** The lines, by number less one. */
  readonly lines: Line[];
  /** What stands in a match, by its id. */
  readonly matches: Map<MatchId, MatchOfLines>;
  /** Matches that were undone, with what they had: their ids are used up. */
  readonly undone: Map<MatchId, UndoneMatch>;
  readonly signatures: Map<SignatureRole, Signature>;
  sumIn: Money;
  sumOut: Money;
}

/** What a file said, beside its lines. */
export interface ReadOfFile {
  readonly statementId: StatementId;
  readonly accountId: AccountId;
  readonly kind: AccountKind;
  readonly purpose: AccountPurpose;
  readonly fileHash: Digest;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly lines: number;
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly sumIn: Money;
  readonly sumOut: Money;
}

/** One line, and what became of it. */
export interface Line {
  readonly on: CalendarDate;
  readonly direction: Direction;
  readonly amount: Money;
  readonly repeats: LineRef | undefined;
  /** The match that has it. */
  matchId: MatchId | undefined;
  /** Whether its money waits in suspense. */
  isSuspended: boolean;
  isWrittenOff: boolean;
}

/** A match that stands. */
export interface MatchOfLines {
  readonly lines: readonly number[];
  readonly items: readonly ItemOfMatch[];
  readonly residual: Money;
}

/** A match that stands no more, and the day from which on. */
export interface UndoneMatch extends MatchOfLines {
  readonly on: CalendarDate;
}

/** Who signed, and what. */
export interface Signature {
  readonly signatoryId: SignatoryId;
  readonly contentHash: Digest;
}

/** A statement that nobody has read. */
export function emptyStatement(): StatementState {
  return {
    ...{ read: undefined, isProved: false, sumIn: noMoney, sumOut: noMoney },
    ...{ lines: [], matches: new Map(), undone: new Map(), signatures: new Map() },
  };
}

/** Whether it is known what the line is, or that it waits: nothing is left to be said of it. */
export function isAccountedFor(line: Line): boolean {
  return line.repeats !== undefined || line.matchId !== undefined || line.isSuspended || line.isWrittenOff;
}
