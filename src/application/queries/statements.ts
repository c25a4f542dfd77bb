import type { AccountKind, AccountPurpose } from '../../domain/account/events.ts';
import type { Direction } from '../../domain/claim/items.ts';
import type { AccountId, Digest, MatchId, SignatoryId, StatementId } from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { SignatureRole } from '../../domain/statement/events.ts';
import { laterEntriesSql, laterParams } from './journal-sums.ts';
import { linesSql, matchView, statusOf } from './lines.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import {
  contentHashOf,
  type LineStatus,
  type StatementContent,
} from '../reconciliation/statement-content.ts';
import type { DisturbanceView, SignatureView, StatementView } from '../views/statements.ts';

interface StatementCells {
  readonly statementId: bigint;
  readonly accountId: bigint;
  readonly kind: bigint;
  readonly purpose: bigint;
  readonly format: bigint;
  readonly fileHash: string;
  readonly fromOn: bigint;
  readonly toOn: bigint;
  readonly opening: bigint | null;
  readonly closing: bigint | null;
  readonly lines: bigint;
  readonly sumIn: bigint;
  readonly sumOut: bigint;
}

interface ContentCells {
  readonly line: bigint;
  readonly bookedOn: bigint;
  readonly direction: bigint;
  readonly amount: bigint;
  readonly repeatsStatementId: bigint | null;
  readonly status: bigint | null;
  readonly matchId: bigint | null;
  readonly reason: bigint | null;
}

/** One statement that counts; undefined where there is none of this id. */
export function statementView(frame: Frame, statementId: StatementId): StatementView | undefined {
  const statement = frame.numberOf(statementId);
  const proved = frame.numberOf('PROVED');
  const cells = frame.first(
    `SELECT s.* FROM statements s JOIN statementMarks p ON p.statementId = s.statementId AND p.mark = :proved
       WHERE s.statementId = :statement AND p.position <= :position`,
    { statement, proved },
  ) as StatementCells | undefined;
  if (!cells) return undefined;
  const content = contentIn(frame, statementId, cells);
  const signatures = signaturesOf(frame, statement);
  const approved = signatures.find(({ as }) => as === 'APPROVED');
  return {
    statementId,
    accountId: frame.term(cells.accountId) as AccountId,
    kind: frame.term(cells.kind) as AccountKind,
    purpose: frame.term(cells.purpose) as AccountPurpose,
    format: frame.term(cells.format),
    fileHash: cells.fileHash as Digest,
    ...{ from: dayOf(cells.fromOn), to: dayOf(cells.toOn) },
    ...{ opening: textOrNull(cells.opening), closing: textOrNull(cells.closing) },
    ...{ sumIn: amountOf(cells.sumIn), sumOut: amountOf(cells.sumOut), lines: Number(cells.lines) },
    byStatus: byStatus(content),
    contentHash: contentHashOf(content),
    signatures,
    disturbedBy: approved ? disturbances(frame, cells, approved) : [],
  };
}

/** An amount that may not be there. */
export function textOrNull(cents: bigint | null): ReturnType<typeof amountOf> | null {
  return cents === null ? null : amountOf(cents);
}

/** The same content as the stream of the statement makes: whoever signs what is shown here signs what stands there. */
function contentIn(frame: Frame, statementId: StatementId, cells: StatementCells): StatementContent {
  const params = { statement: Number(cells.statementId), proved: frame.numberOf('PROVED') };
  const sql = linesSql('AND l.statementId = :statement ORDER BY l.line').replace(
    'AND l.bookedOn <= :day',
    '',
  );
  const lines = frame.all(sql, params) as readonly ContentCells[];
  return {
    statementId,
    fileHash: cells.fileHash,
    lines: lines.map((each) => {
      const matchId = each.matchId === null ? undefined : frame.term(each.matchId);
      const match = matchId === undefined ? undefined : matchView(frame, matchId as MatchId);
      return {
        line: Number(each.line),
        on: dayOf(each.bookedOn),
        direction: frame.term(each.direction),
        amount: amountOf(each.amount),
        status: statusOf(frame, each),
        match: match ? { matchId: match.matchId, items: match.items } : null,
      };
    }),
  };
}

function byStatus({ lines }: StatementContent): StatementView['byStatus'] {
  const sums = new Map<LineStatus, { lines: number; net: bigint }>();
  for (const { status, direction, amount } of lines) {
    const sum = sums.get(status) ?? { lines: 0, net: 0n };
    const cents = BigInt(amount.replace('.', ''));
    sums.set(status, {
      lines: sum.lines + 1,
      net: sum.net + ((direction as Direction) === 'IN' ? cents : -cents),
    });
  }
  return [...sums.entries()].map(([status, { lines: count, net }]) => {
    return { status, lines: count, net: formatMoney(money(net)) };
  });
}

interface MarkCells {
  readonly position: bigint;
  readonly mark: bigint;
  readonly signatoryId: bigint;
  readonly contentHash: string;
  readonly effectiveOn: bigint;
}

/** The signatures that hold: nothing was changed since, and nobody opened the statement again. */
export function signaturesOf(frame: Frame, statement: number): readonly SignatureView[] {
  const words = {
    prepared: frame.numberOf('PREPARED'),
    approved: frame.numberOf('APPROVED'),
    reopened: frame.numberOf('REOPENED'),
  };
  const found = frame.all(
    `SELECT * FROM statementMarks WHERE statementId = :statement AND position <= :position
       AND mark IN (:prepared, :approved)
       AND position > coalesce((SELECT max(position) FROM statementMarks r
         WHERE r.statementId = :statement AND r.mark = :reopened AND r.position <= :position), 0)
       AND position > coalesce((SELECT max(position) FROM lineMoves c
         WHERE c.statementId = :statement AND c.position <= :position), 0)
       ORDER BY position`,
    { statement, ...words },
  ) as readonly MarkCells[];
  return found.map(({ position, mark, signatoryId, contentHash, effectiveOn }) => ({
    as: frame.term(mark) as SignatureRole,
    signatoryId: frame.term(signatoryId) as SignatoryId,
    contentHash: contentHash as Digest,
    on: dayOf(effectiveOn),
    position: Number(position),
  }));
}

interface DisturbanceCells {
  readonly position: bigint;
  readonly type: bigint;
  readonly effectiveOn: bigint;
  readonly moved: bigint;
}

/** What moved cash since somebody answered for the statement, on a day that it covers or one before. */
function disturbances(
  frame: Frame,
  { purpose, toOn }: StatementCells,
  { position }: SignatureView,
): readonly DisturbanceView[] {
  const cash = cashOf(frame.term(purpose) as AccountPurpose);
  const found = frame.all(
    `SELECT j.position, t.type, j.effectiveOn, sum(j.amount * ((j.debit = :cash) - (j.credit = :cash))) AS moved
       FROM ${laterEntriesSql} JOIN timeline t ON t.position = j.position AND t.item = j.item
       WHERE j.debit = :cash OR j.credit = :cash
       GROUP BY j.position, t.type, j.effectiveOn HAVING moved <> 0 ORDER BY j.position LIMIT 1000`,
    { cash: frame.numberOf(cash), ...laterParams(position, Number(toOn)) },
  ) as readonly DisturbanceCells[];
  return found.map((cells) => ({
    position: Number(cells.position),
    type: frame.term(cells.type),
    effectiveOn: dayOf(cells.effectiveOn),
    amount: amountOf(cells.moved),
  }));
}

/** The account of the journal in which the books hold what a bank holds. */
export function cashOf(purpose: AccountPurpose): 'cash' | 'reserve-cash' {
  return purpose === 'RESERVE' ? 'reserve-cash' : 'cash';
}
