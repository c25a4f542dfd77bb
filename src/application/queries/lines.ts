import { dayNumber } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Direction, ItemKind } from '../../domain/claim/items.ts';
import type { ItemId, MatchId, StatementId } from '../../domain/ids.ts';
import type { LineStatus } from '../reconciliation/statement-content.ts';
import type { List, Listed } from './paging.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { LineFilter, LineView, MatchView } from '../views/statements.ts';

interface LineCells {
  readonly position: bigint;
  readonly line: bigint;
  readonly statementId: bigint;
  readonly bookedOn: bigint;
  readonly direction: bigint;
  readonly amount: bigint;
  readonly kind: bigint;
  readonly repeatsStatementId: bigint | null;
  readonly repeatsLine: bigint | null;
  readonly status: bigint | null;
  readonly matchId: bigint | null;
  readonly reason: bigint | null;
}

/**
 * Lines of statements that count, each with what was recorded of it last; to be narrowed by what `where` says. What is
 * said of a line holds from the day of the line on, whenever it was said: so only `knownAt` tells one answer from another.
 */
export function linesSql(where: string): string {
  return `SELECT l.*, m.status, m.matchId, m.reason FROM statementLines l
    LEFT JOIN lineMoves m ON m.statementId = l.statementId AND m.line = l.line AND m.position = (
      SELECT max(x.position) FROM lineMoves x
        WHERE x.statementId = l.statementId AND x.line = l.line AND x.position <= :position)
    WHERE l.position <= :position AND l.bookedOn <= :day AND EXISTS (
      SELECT 1 FROM statementMarks p WHERE p.statementId = l.statementId AND p.mark = :proved AND p.position <= :position)
      ${where}`;
}

/** Lines in the order in which they were taken in. */
export function lineList({ statementId, status }: LineFilter, on: CalendarDate): List<LineView> {
  return {
    name: 'lines',
    shape: ['number', 'number'],
    start: [0, 0],
    rows: (frame, after, limit) => {
      const [position = 0, line = 0] = after;
      const narrowed = [
        'AND (l.position, l.line) > (:fromPosition, :fromLine)',
        statementId === undefined ? '' : 'AND l.statementId = :statement',
        status === undefined ? '' : statusSql(status),
        'ORDER BY l.position, l.line LIMIT :limit',
      ];
      const found = frame.all(linesSql(narrowed.join(' ')), {
        ...{ fromPosition: position, fromLine: line, limit, proved: frame.numberOf('PROVED') },
        ...(statementId !== undefined && { statement: frame.numberOf(statementId) }),
        ...(isKept(status) && { status: frame.numberOf(status) }),
        ...(status === 'open' && { status: frame.numberOf('open') }),
      }) as readonly LineCells[];
      return found.map((cells) => listed(frame, cells, on));
    },
  };
}

type Kept = Exclude<LineStatus, 'open' | 'repeated'>;

function isKept(status: LineStatus | undefined): status is Kept {
  return status !== undefined && status !== 'open' && status !== 'repeated';
}

function statusSql(status: LineStatus): string {
  if (status === 'repeated') return 'AND l.repeatsStatementId IS NOT NULL';
  if (isKept(status)) return 'AND m.status = :status';
  return 'AND l.repeatsStatementId IS NULL AND (m.status IS NULL OR m.status = :status)';
}

function listed(frame: Frame, cells: LineCells, on: CalendarDate): Listed<LineView> {
  return {
    row: lineView(frame, cells, on),
    place: [Number(cells.position), Number(cells.line)],
  };
}

function lineView(frame: Frame, cells: LineCells, today: CalendarDate): LineView {
  const statementId = frame.term(cells.statementId) as StatementId;
  const on = dayOf(cells.bookedOn);
  const { matchId, repeatsStatementId } = cells;
  return {
    ...{ statementId, line: Number(cells.line), on },
    direction: frame.term(cells.direction) as Direction,
    amount: amountOf(cells.amount),
    kind: frame.term(cells.kind),
    status: statusOf(frame, cells),
    reason: frame.termOrNull(cells.reason),
    match: matchId === null ? null : matchView(frame, frame.term(matchId) as MatchId),
    repeats:
      repeatsStatementId === null
        ? null
        : { statementId: frame.term(repeatsStatementId) as StatementId, line: Number(cells.repeatsLine) },
    age: today < on ? 0 : dayNumber(today) - dayNumber(on),
  };
}

/** What became of a line. */
export function statusOf(
  frame: Frame,
  { repeatsStatementId, status }: Pick<LineCells, 'repeatsStatementId' | 'status'>,
): LineStatus {
  if (repeatsStatementId !== null) return 'repeated';
  return status === null ? 'open' : (frame.term(status) as LineStatus);
}

interface MatchCells {
  readonly rule: bigint;
  readonly evidence: string;
  readonly residual: bigint | null;
  readonly residualReason: bigint | null;
}

interface ItemCells {
  readonly kind: bigint;
  readonly id: bigint;
  readonly direction: bigint;
  readonly amount: bigint;
}

/** What one match confirms, and what speaks for it. */
export function matchView(frame: Frame, matchId: MatchId): MatchView {
  const match = frame.numberOf(matchId);
  const found = frame.first('SELECT * FROM matches WHERE matchId = :match', { match }) as MatchCells;
  const items = frame.all('SELECT * FROM matchItems WHERE matchId = :match ORDER BY position, at', {
    match,
  }) as readonly ItemCells[];
  return {
    matchId,
    rule: frame.term(found.rule),
    evidence: found.evidence === '' ? [] : found.evidence.split(' '),
    items: items.map(({ kind, id, direction, amount }) => ({
      kind: frame.term(kind) as ItemKind,
      id: frame.term(id) as ItemId,
      direction: frame.term(direction) as Direction,
      amount: amountOf(amount),
    })),
    residual: found.residual === null ? null : amountOf(found.residual),
    residualReason: frame.termOrNull(found.residualReason),
  };
}
