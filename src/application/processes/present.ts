import { laterOf, type CalendarDate } from '../../domain/calendar-date.ts';
import type { ItemOfMatch } from '../../domain/claim/items.ts';
import type { DisbursementId, MatchId, ReceiptId, RefundId, VictimId } from '../../domain/ids.ts';
import { subtract, sum, type Money } from '../../domain/money.ts';
import type {
  NoteRefundPresentation,
  RecordRefundPresentation,
  WithdrawRefundPresentation,
} from '../../domain/receipt/refund-commands.ts';
import { reject } from '../../domain/rejection.ts';
import type { Line, MatchOfLines, StatementState } from '../../domain/statement/state.ts';
import type { RecordPresentation } from '../../domain/victim/commands-of-payment.ts';
import type { Session } from '../session.ts';
import { partsOf } from './book-items.ts';
import { enter, isHeard } from './entry.ts';
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
  await enterFor(session, { ...said, amount: await paidOutBy(session, command) });
}

/** The same of a refund. */
export async function recordRefundPresentation(
  session: Session,
  command: RecordRefundPresentation,
): Promise<void> {
  const { receiptId, refundId, statementId, line, on } = command;
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const said = {
    type: 'NoteRefundPresentation',
    receiptId,
    refundId,
    statementId,
    lines: [line],
    on,
  } as const;
  if (await isHeard(session, ref, said)) return;
  await enter(session, ref, { ...said, amount: await paidOutBy(session, command) });
}

/** What the line of a bank says that it paid. @throws Rejection where it says nothing of the kind */
async function paidOutBy(
  session: Session,
  { statementId, line }: Pick<RecordPresentation, 'statementId' | 'line'>,
): Promise<Money> {
  const { read, lines } = await session.read({ kind: 'Statement', id: statementId });
  if (!read) reject('statement-not-found', '/statementId');
  const shown = lines[line - 1];
  if (!shown) reject('line-not-found', '/line');
  if (read.kind !== 'BANK' || shown.direction !== 'OUT') reject('line-not-paid-out', '/line');
  return shown.amount;
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
  const by = { statementId: read.statementId, lines: match.lines, matchId: of.matchId };
  for (const ids of paymentsIn(match.items)) {
    const command = { type: 'NotePresentation', ...ids, ...by, amount, on } as const;
    await stepFor(session, { command, name: nameOf(command), cause: of.cause });
  }
  for (const ids of refundsIn(match.items)) {
    const command = { type: 'NoteRefundPresentation', ...ids, ...by, amount, on } as const;
    await session.step({ ...ofReceipt(command), cause: of.cause });
  }
}

/** The match was undone, and so its lines do not show the payments. */
export async function withdrawMatched(
  session: Session,
  { statement, match, matchId, cause, on }: MatchShown & { readonly on: CalendarDate },
): Promise<void> {
  const { read } = statement;
  if (read?.kind !== 'BANK') return;
  const by = { statementId: read.statementId, lines: match.lines, matchId };
  for (const ids of paymentsIn(match.items)) {
    const command = { type: 'WithdrawPresentation', ...ids, ...by, on } as const;
    await stepFor(session, { command, name: nameOf(command), cause });
  }
  for (const ids of refundsIn(match.items)) {
    const command = { type: 'WithdrawRefundPresentation', ...ids, ...by, on } as const;
    await session.step({ ...ofReceipt(command), cause });
  }
}

/** What a match says of a refund is decided with its receipt. */
function ofReceipt<Said extends RefundShown>(command: Said) {
  const ref = { kind: 'Receipt', id: command.receiptId } as const;
  const { type, refundId, matchId } = command;
  return { ref, command, name: `${type} ${refundId} ${String(matchId)}` };
}

type RefundShown = NoteRefundPresentation | WithdrawRefundPresentation;

function refundsIn(
  items: readonly ItemOfMatch[],
): readonly { readonly receiptId: ReceiptId; readonly refundId: RefundId }[] {
  return items.flatMap(({ kind, id }) => {
    if (kind !== 'REFUND') return [];
    const [receiptId, refundId] = partsOf(id) as readonly [ReceiptId, RefundId];
    return [{ receiptId, refundId }];
  });
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
