import { formatMoney } from '../money.ts';
import { reject } from '../rejection.ts';
import type { SuspendLine, WriteOffWithin } from './commands.ts';
import type { StatementEvent } from './events.ts';
import { expectOpen, expectProved, lineAt } from './proof.ts';
import type { StatementState } from './state.ts';

/** A line that nothing fits waits, and its money is in the books from the day of the line. @throws Rejection */
export function suspend(command: SuspendLine, state: StatementState): readonly StatementEvent[] {
  const { statementId, line: number, reason } = command;
  const { kind, purpose } = expectProved(state);
  const { on, matchId, isSuspended, isWrittenOff, direction, amount } = lineAt(state, number, '/line');
  if (isSuspended) return [];
  if (matchId !== undefined) reject('line-matched', '/line');
  if (isWrittenOff) reject('line-written-off', '/line');
  expectOpen(state);
  const data = { statementId, line: number, kind, purpose, direction, amount: formatMoney(amount), reason };
  return [{ type: 'LineSuspended', effectiveOn: on, data }];
}

/** What waits is given up, where it is within the limit of the account. @throws Rejection */
export function writeOff(command: WriteOffWithin, state: StatementState): readonly StatementEvent[] {
  const { statementId, line: number, reason, signatoryId, writeOffLimit, on } = command;
  const { kind, purpose } = expectProved(state);
  const { isSuspended, isWrittenOff, direction, amount } = lineAt(state, number, '/line');
  if (isWrittenOff) return [];
  if (!isSuspended) reject('line-not-suspended', '/line');
  expectOpen(state);
  if (amount > writeOffLimit) reject('above-write-off-limit', '/line');
  const data = {
    statementId,
    line: number,
    kind,
    purpose,
    direction,
    amount: formatMoney(amount),
    reason,
    signatoryId,
  };
  return [{ type: 'LineWrittenOff', effectiveOn: on, data }];
}
