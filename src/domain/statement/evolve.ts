import { add, noMoney, parseBalance, parseMoney, type Money, type MoneyText } from '../money.ts';
import { invariant } from '../rejection.ts';
import type {
  LineReleased,
  LinesMatched,
  LinesUnmatched,
  LineSuspended,
  LineWrittenOff,
  StatementEvent,
  StatementLine,
  StatementRead,
} from './events.ts';
import type { Line, StatementState } from './state.ts';

/** Carries an event into the state of its statement. */
export function evolveStatement(state: StatementState, event: StatementEvent): void {
  switch (event.type) {
    case 'StatementRead':
      return read(state, event);
    case 'StatementLinesListed':
      return event.data.lines.forEach((line) => list(state, line));
    case 'StatementProved':
      state.isProved = true;
      return;
    case 'LinesMatched':
      return match(state, event);
    case 'LinesUnmatched':
      return unmatch(state, event);
    case 'LineSuspended':
    case 'LineReleased':
    case 'LineWrittenOff':
      return moveLine(state, event);
    case 'StatementSigned': {
      const { as, signatoryId, contentHash } = event.data;
      state.signatures.set(as, { signatoryId, contentHash });
      return;
    }
    case 'StatementReopened':
      state.signatures.clear();
  }
}

function read(state: StatementState, { data }: StatementRead): void {
  const { statementId, accountId, kind, purpose, fileHash, from, to, lines, sumIn, sumOut } = data;
  const balances = { opening: balanceOrNull(data.opening), closing: balanceOrNull(data.closing) };
  const sums = { sumIn: parseMoney(sumIn), sumOut: parseMoney(sumOut) };
  state.read = { statementId, accountId, kind, purpose, fileHash, from, to, lines, ...balances, ...sums };
}

/** An account may be overdrawn. */
function balanceOrNull(text: MoneyText | null): Money | null {
  return text === null ? null : parseBalance(text);
}

function list(state: StatementState, { line, on, direction, amount: text, repeats }: StatementLine): void {
  invariant(line === state.lines.length + 1, 'a line of a statement does not follow the one before');
  const amount = parseMoney(text);
  const nothing = { matchId: undefined, isSuspended: false, isWrittenOff: false };
  state.lines.push({ on, direction, amount, repeats, ...nothing });
  state.sumIn = add(state.sumIn, direction === 'IN' ? amount : noMoney);
  state.sumOut = add(state.sumOut, direction === 'OUT' ? amount : noMoney);
}

function match(state: StatementState, { data }: LinesMatched): void {
  const { matchId, lines, items, residual } = data;
  state.matches.set(matchId, { lines, items, residual: residual ? parseBalance(residual) : noMoney });
  for (const line of lines) lineOf(state, line).matchId = matchId;
  state.signatures.clear();
}

function unmatch(state: StatementState, { effectiveOn: on, data }: LinesUnmatched): void {
  const found = state.matches.get(data.matchId);
  invariant(found !== undefined, 'a match is undone that was never made');
  for (const line of found.lines) lineOf(state, line).matchId = undefined;
  state.matches.delete(data.matchId);
  state.undone.set(data.matchId, { ...found, on });
  state.signatures.clear();
}

function moveLine(
  state: StatementState,
  { type, data }: LineSuspended | LineReleased | LineWrittenOff,
): void {
  const line = lineOf(state, data.line);
  line.isSuspended = type === 'LineSuspended';
  line.isWrittenOff = type === 'LineWrittenOff';
  state.signatures.clear();
}

function lineOf({ lines }: StatementState, number: number): Line {
  const line = lines[number - 1];
  invariant(line !== undefined, 'a statement has no such line');
  return line;
}
