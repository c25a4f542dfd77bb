import { laterOf, type CalendarDate } from '../../domain/calendar-date.ts';
import type { ItemOfMatch } from '../../domain/claim/items.ts';
import type { DisbursementId, MatchId, VictimId } from '../../domain/ids.ts';
import { subtract, sum, type Money } from '../../domain/money.ts';
import { reject } from '../../domain/rejection.ts';
import type { Line, MatchOfLines, StatementState } from '../../domain/statement/state.ts';
import type { RecordPresentation } from '../../domain/victim/commands-of-payment.ts';
import type { Session } from '../session.ts';
import { partsOf } from './book-items.ts';
import { enterFor, stepFor, whereHeard } from './one-person.ts';

/** A line of a bank is said to show that a payment was paid. For how much, the line says; nothing of it is booked. */
export async function recordPresentation(session: Session, command: RecordPresentation): Promise<void> {
  const { victimId, disbursementId, statementId, line, on } = command;
  const said = {
    type: 'NotePresentation',
    victimId,
    disbursementId,
    statementId,
    lines: [line],
    on,
  } as const;
  if (await whereHeard(session, { ...said, amount: undefined })) return;
  const { read, lines } = await session.read({ kind: 'Statement', id: statementId });
  if (!read) reject('statement-not-found', '/statementId');
  const shown = lines[line - 1];
  if (!shown) reject('line-not-found', '/line');
  if (read.kind !== 'BANK' || shown.direction !== 'OUT') reject('line-not-paid-out', '/line');
  await enterFor(session, { ...said, amount: shown.amount });
}

/** A match of a statement, and what brought it about. */
export interface MatchShown {
  readonly statement: StatementState;
  readonly match: Pick<MatchOfLines, 'lines' | 'items'>;
  readonly matchId: MatchId;
  readonly cause: string | null;
}

/**
 * The payments that a match of a bank confirms were presented by its lines. Of one payment alone, the lines say for how
 * much; of several at once, each was presented for its own amount, and what is left is the residual of the match.
 */
export async function presentMatched(
  session: Session,
  { statement, match, ...of }: MatchShown,
): Promise<void> {
  const { read } = statement;
  if (read?.kind !== 'BANK') return;
  const lines = match.lines.flatMap((number) => statement.lines[number - 1] ?? []);
  const amount = match.items.length === 1 ? paidBy(lines) : undefined;
  const on = lastDayOf(lines, read.to);
  for (const ids of paymentsIn(match.items)) {
    const by = { statementId: read.statementId, lines: match.lines, matchId: of.matchId };
    const command = { type: 'NotePresentation', ...ids, ...by, amount, on } as const;
    await stepFor(session, { command, name: nameOf(command), cause: of.cause });
  }
}

/** The match was undone, and so its lines do not show the payments. */
export async function withdrawMatched(
  session: Session,
  { statement, match, matchId, cause, on }: MatchShown & { readonly on: CalendarDate },
): Promise<void> {
  const { read } = statement;
  if (read?.kind !== 'BANK') return;
  for (const ids of paymentsIn(match.items)) {
    const by = { statementId: read.statementId, lines: match.lines, matchId };
    const command = { type: 'WithdrawPresentation', ...ids, ...by, on } as const;
    await stepFor(session, { command, name: nameOf(command), cause });
  }
}

function nameOf({ type, disbursementId, matchId }: Named): string {
  return `${type} ${disbursementId} ${matchId}`;
}

interface Named {
  readonly type: string;
  readonly disbursementId: DisbursementId;
  readonly matchId: MatchId;
}

function paymentsIn(
  items: readonly ItemOfMatch[],
): readonly { readonly victimId: VictimId; readonly disbursementId: DisbursementId }[] {
  return items.flatMap(({ kind, id }) => {
    if (kind !== 'DISBURSEMENT') return [];
    const [victimId, disbursementId] = partsOf(id) as readonly [VictimId, DisbursementId];
    return [{ victimId, disbursementId }];
  });
}

/** What lines paid out, less what of it they took back. */
function paidBy(lines: readonly Line[]): Money {
  const of = (direction: Line['direction']): Money =>
    sum(lines.filter((line) => line.direction === direction).map(({ amount }) => amount));
  return subtract(of('OUT'), of('IN'));
}

function lastDayOf(lines: readonly Line[], otherwise: CalendarDate): CalendarDate {
  const [first, ...more] = lines.map(({ on }) => on);
  return first === undefined ? otherwise : more.reduce(laterOf, first);
}
