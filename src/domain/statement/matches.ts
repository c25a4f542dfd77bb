import type { AccountKind, AccountPurpose } from '../account/events.ts';
import { signed } from '../claim/items.ts';
import { heardAlready, type Decision } from '../decider.ts';
import { formatMoney, money, noMoney, subtract, type Money } from '../money.ts';
import { reject } from '../rejection.ts';
import type { MatchFound, UnmatchLines } from './commands.ts';
import type { LineReleased, StatementEvent } from './events.ts';
import { expectOpen, expectProved, lineAt } from './proof.ts';
import type { MatchOfLines, StatementState } from './state.ts';

/**
 * Lines are matched with items: each line once, and to the cent, save what is given up within the limit of the account.
 * What waited in suspense waits no more.
 *
 * @throws Rejection
 */
export function match(command: MatchFound, state: StatementState): Decision<StatementEvent> {
  const { statementId, matchId, lines, items, rule, evidence, residualReason, on } = command;
  const { kind, purpose } = expectProved(state);
  const standing = state.matches.get(matchId);
  if (standing && isSame(standing, command)) return heardAlready;
  if (standing || state.undone.has(matchId)) reject('match-made-differently', '/matchId');
  expectOpen(state);
  if (lines.length === 0 || items.length === 0)
    reject('match-empty', lines.length === 0 ? '/lines' : '/items');
  expectFree(command, state);
  const residual = residualOf(command, state);
  const givenUp =
    residual === noMoney || residualReason === null
      ? {}
      : { residual: formatMoney(residual), residualReason };
  const data = { statementId, matchId, lines, items, rule, evidence, purpose, ...givenUp };
  return {
    happened: [{ type: 'LinesMatched', effectiveOn: on, data }],
    follows: released(command, state, { kind, purpose }),
  };
}

function isSame({ lines, items }: MatchOfLines, command: MatchFound): boolean {
  const name = (each: unknown): string => JSON.stringify(each);
  return name(lines) === name(command.lines) && name(items) === name(command.items);
}

/** @throws Rejection where one of the lines is in another match, was given up, or is named twice */
function expectFree({ lines, items }: MatchFound, state: StatementState): void {
  lines.forEach((number, index) => {
    const pointer = `/lines/${String(index)}`;
    const { matchId, isWrittenOff } = lineAt(state, number, pointer);
    if (matchId !== undefined) reject('line-matched', pointer);
    if (isWrittenOff) reject('line-written-off', pointer);
    if (lines.indexOf(number) !== index) reject('line-matched', pointer);
  });
  const names = new Set(items.map(({ kind, id }) => `${kind} ${id}`));
  if (names.size < items.length) reject('item-claimed', '/items');
}

/** What the lines come to less what the items come to. @throws Rejection where that is not to be given up */
function residualOf(
  { lines, items, residualReason, writeOffLimit }: MatchFound,
  state: StatementState,
): Money {
  const ofLines = lines.reduce((total, number) => {
    const { direction, amount } = lineAt(state, number, '/lines');
    return total + (direction === 'IN' ? amount : -amount);
  }, 0n);
  const ofItems = items.reduce((total, item) => total + signed(item), 0n);
  // What came in shows nothing that went out, however little either is; nor do lines that come to nothing.
  if (ofItems !== 0n && ofLines * ofItems <= 0n) reject('match-does-not-balance', '/items');
  const residual = money(ofLines - ofItems);
  const size = residual < noMoney ? subtract(noMoney, residual) : residual;
  if (size !== noMoney && residualReason === null) reject('match-does-not-balance', '/items');
  if (size > writeOffLimit) reject('above-write-off-limit', '/residualReason');
  return residual;
}

/** On every clock that knows of the match, the line never waited. */
function released(
  { statementId, matchId, lines }: MatchFound,
  state: StatementState,
  of: { readonly kind: AccountKind; readonly purpose: AccountPurpose },
): readonly LineReleased[] {
  return lines.flatMap((line): readonly LineReleased[] => {
    const { on, isSuspended, direction, amount } = lineAt(state, line, '/lines');
    if (!isSuspended) return [];
    const data = { statementId, line, ...of, direction, amount: formatMoney(amount), matchId };
    return [{ type: 'LineReleased', effectiveOn: on, data }];
  });
}

/** A match is undone: what it was stays in the log. @throws Rejection */
export function unmatch(command: UnmatchLines, state: StatementState): readonly StatementEvent[] {
  const { statementId, matchId, reason, on } = command;
  const { purpose } = expectProved(state);
  if (state.undone.has(matchId)) return [];
  const standing = state.matches.get(matchId);
  if (!standing) reject('match-not-found', '/matchId');
  expectOpen(state);
  const { lines, items, residual } = standing;
  const given = residual === noMoney ? {} : { residual: formatMoney(residual) };
  const data = { statementId, matchId, lines, items, reason, purpose, ...given };
  return [{ type: 'LinesUnmatched', effectiveOn: on, data }];
}
