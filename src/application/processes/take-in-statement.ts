import { expectSinceOpening } from '../../domain/account/decide.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { StatementId } from '../../domain/ids.ts';
import { noMoney, parseMoney, sum } from '../../domain/money.ts';
import { invariant, reject } from '../../domain/rejection.ts';
import type { TakeInStatement } from '../../domain/statement/commands.ts';
import type { StatementLine } from '../../domain/statement/events.ts';
import type { Session } from '../session.ts';
import { enter } from './entry.ts';

/** So many lines go into one event: an event stays far under what a store takes. */
const linesAtOnce = 1_000;

/**
 * A file that proved becomes a statement: its lines in parts, then the event that makes them count, then its place among
 * those of the account. The same file again goes on where it was cut short.
 */
export async function takeInStatement(session: Session, command: TakeInStatement): Promise<void> {
  const { statementId, accountId, lines, on } = command;
  const { opened } = await session.read({ kind: 'Account', id: accountId });
  if (!opened) reject('account-not-found', '/accountId');
  const { kind, purpose } = opened;
  const ref = { kind: 'Statement', id: statementId } as const;
  // What was taken in before this was asked stays as it is.
  if (!(await session.read(ref)).read) expectSinceOpening(opened, command.from);
  const sums = { sumIn: sumOf(lines, 'IN'), sumOut: sumOf(lines, 'OUT') };
  const read = { ...command, type: 'ReadStatement', kind, purpose, ...sums, lines: lines.length } as const;
  const cause = await enter(session, ref, read);
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const some = { type: 'ListLines', statementId, lines: lines.slice(at, at + linesAtOnce), on } as const;
    await session.step({ ref, command: some, name: `ListLines ${String(at)}`, cause });
  }
  await session.step({
    ref,
    command: { type: 'ProveStatement', statementId, on },
    name: 'ProveStatement',
    cause,
  });
  await placeStatement(session, { statementId, on, cause });
}

function sumOf(lines: readonly StatementLine[], way: StatementLine['direction']) {
  const some = lines.filter(({ direction }) => direction === way);
  return some.length === 0 ? noMoney : sum(some.map(({ amount }) => parseMoney(amount)));
}

/** Gives a statement that counts its place in its account. */
export async function placeStatement(
  session: Session,
  { statementId, on, cause }: { statementId: StatementId; on: CalendarDate; cause: string | null },
): Promise<void> {
  const { read } = await session.read({ kind: 'Statement', id: statementId });
  invariant(read !== undefined, 'a statement has its place before it was read');
  const { accountId, from, to, opening, closing } = read;
  const command = {
    type: 'RegisterStatement',
    accountId,
    statementId,
    from,
    to,
    opening,
    closing,
    on,
  } as const;
  const name = `RegisterStatement ${statementId}`;
  await session.step({ ref: { kind: 'Account', id: accountId }, command, name, cause });
}
