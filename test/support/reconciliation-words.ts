/** The words of the tests for accounts, statements and matches, as whoever reconciles would put them. */
import type { OpenAccount } from '../../src/domain/account/commands.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { ItemKind } from '../../src/domain/claim/items.ts';
import type { AccountId, Digest, ItemId, MatchId, SignatoryId, StatementId } from '../../src/domain/ids.ts';
import { noMoney, parseBalance } from '../../src/domain/money.ts';
import type {
  MatchLines,
  ReopenStatement,
  SignStatement,
  SuspendLine,
  TakeInStatement,
  UnmatchLines,
  WriteOffLine,
} from '../../src/domain/statement/commands.ts';
import type { StatementLine, SuspenseReason } from '../../src/domain/statement/events.ts';
import { text, today, usd, yesterday } from './words.ts';

const accountId = (id: string): AccountId => id as AccountId;
export const statementId = (id: string): StatementId => id as StatementId;
const matchId = (id: string): MatchId => id as MatchId;
const signatoryId = (id: string): SignatoryId => id as SignatoryId;
export const digest = (letter: string): Digest => letter.repeat(64) as Digest;

/** A bank account of the court, opened empty; up to 5.00 of a line may be written off. */
export function openAccount(id = 'k-1', given: Partial<OpenAccount> = {}): OpenAccount {
  return {
    ...{ type: 'OpenAccount', accountId: accountId(id), kind: 'BANK', purpose: 'RESTITUTION', on: yesterday },
    ...{ opening: noMoney, writeOffLimit: usd('5.00'), source: null },
    ...given,
  };
}

/** Lines as `+100.00` and `-20.00`, all of one day. */
function lines(amounts: readonly string[], on: CalendarDate = today): readonly StatementLine[] {
  return amounts.map((amount, index) => ({
    ...{ line: index + 1, on, direction: amount.startsWith('-') ? 'OUT' : 'IN' },
    ...{ amount: text(amount.slice(1)), kind: 'OTHER' },
  }));
}

interface Taken extends Partial<Omit<TakeInStatement, 'opening' | 'closing'>> {
  readonly opening?: string;
  readonly closing?: string;
}

/** A statement of these lines, which proves where no balance says otherwise. */
export function takeIn(id: string, amounts: readonly string[], given: Taken = {}): TakeInStatement {
  const { opening, closing, on = today, ...rest } = given;
  return {
    ...{ type: 'TakeInStatement', statementId: statementId(id), accountId: accountId('k-1') },
    ...{ format: 'BAI2', fileHash: digest('a'), from: on, to: on, on, lines: lines(amounts, on) },
    opening: opening === undefined ? null : parseBalance(opening),
    closing: closing === undefined ? null : parseBalance(closing),
    ...rest,
  };
}

/** Lines of a statement confirm items, each written as `RECEIPT dcd.1`. */
export function matchLines(
  id: string,
  [statement, ...numbers]: readonly [string, ...number[]],
  items: readonly `${ItemKind} ${string}`[],
  given: Partial<MatchLines> = {},
): MatchLines {
  return {
    ...{ type: 'MatchLines', statementId: statementId(statement), matchId: matchId(id), lines: numbers },
    items: items.map((item) => {
      const [kind = '', itemId = ''] = item.split(' ');
      return { kind: kind as ItemKind, id: itemId as ItemId };
    }),
    ...{ rule: 'BY_HAND', evidence: [], residualReason: null, on: today },
    ...given,
  };
}

export function unmatchLines(id: string, statement: string, given: Partial<UnmatchLines> = {}): UnmatchLines {
  const match = { statementId: statementId(statement), matchId: matchId(id) };
  return { type: 'UnmatchLines', ...match, reason: 'WRONG_ITEM', on: today, ...given };
}

export function suspendLine(
  statement: string,
  line: number,
  reason: SuspenseReason = 'NOTHING_FITS',
): SuspendLine {
  return { type: 'SuspendLine', statementId: statementId(statement), line, reason, on: today };
}

export function writeOffLine(statement: string, line: number): WriteOffLine {
  const of = { statementId: statementId(statement), line, signatoryId: signatoryId('w-1') };
  return { type: 'WriteOffLine', ...of, reason: 'BANK_FEE', on: today };
}

export function signStatement(
  statement: string,
  by: string,
  { as = 'PREPARED', contentHash = digest('c') }: Partial<SignStatement> = {},
): SignStatement {
  const signature = { as, signatoryId: signatoryId(by), contentHash, on: today };
  return { type: 'SignStatement', statementId: statementId(statement), ...signature };
}

export function reopenStatement(statement: string): ReopenStatement {
  const signatory = signatoryId('w-9');
  return {
    ...{ type: 'ReopenStatement', statementId: statementId(statement), reason: 'WRONG_MATCH' },
    ...{ signatoryId: signatory, on: today },
  };
}
