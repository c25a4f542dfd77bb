import { parseMoney, type Money } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** One line of a statement, as the file has it. */
export interface StatementLineRow {
  readonly position: number;
  readonly line: number;
  readonly statementId: string;
  readonly bookedOn: string;
  readonly direction: string;
  readonly amount: Money;
  readonly kind: string;
  readonly repeatsStatementId: string | null;
  readonly repeatsLine: number | null;
}

const lineTable = tableOf<StatementLineRow>({
  name: 'statementLines',
  columns: {
    position: 'integer',
    line: 'integer',
    statementId: 'term',
    bookedOn: 'day',
    direction: 'word',
    amount: 'amount',
    kind: 'word',
    repeatsStatementId: 'term',
    repeatsLine: 'integer',
  },
  key: ['position', 'line'],
  indexes: [['statementId', 'line']],
});

/** The lines of statements. */
export const statementLines = history(lineTable, {
  StatementLinesListed: ({ position, data: { statementId, lines } }) =>
    lines.map(({ line, on: bookedOn, direction, amount, kind, repeats }) => {
      const cents = parseMoney(amount);
      const said = { position, line, statementId, bookedOn, direction, amount: cents, kind };
      return {
        ...said,
        repeatsStatementId: repeats?.statementId ?? null,
        repeatsLine: repeats?.line ?? null,
      };
    }),
});

/** What became of a line: the last that was recorded counts. */
export interface LineMoveRow {
  readonly position: number;
  readonly line: number;
  readonly statementId: string;
  readonly status: 'matched' | 'open' | 'suspended' | 'written off';
  readonly matchId: string | null;
  readonly reason: string | null;
  readonly effectiveOn: string;
}

const moveTable = tableOf<LineMoveRow>({
  name: 'lineMoves',
  columns: {
    position: 'integer',
    line: 'integer',
    statementId: 'term',
    status: 'word',
    matchId: 'term',
    reason: 'word',
    effectiveOn: 'day',
  },
  key: ['position', 'line'],
  indexes: [['statementId', 'line', 'position']],
});

/** What became of lines, in the order of recording. */
export const lineMoves = history(moveTable, {
  LinesMatched: (event) => {
    const { lines, matchId, rule } = event.data;
    return lines.map((line) => moved(event, { line, status: 'matched', matchId, reason: rule }));
  },
  LinesUnmatched: (event) => {
    const { lines, reason } = event.data;
    return lines.map((line) => moved(event, { line, status: 'open', matchId: null, reason }));
  },
  LineSuspended: (event) => {
    const { line, reason } = event.data;
    return [moved(event, { line, status: 'suspended', matchId: null, reason })];
  },
  LineWrittenOff: (event) => {
    const { line, reason } = event.data;
    return [moved(event, { line, status: 'written off', matchId: null, reason })];
  },
});

function moved(
  {
    position,
    effectiveOn,
    data: { statementId },
  }: Told<'LinesMatched' | 'LinesUnmatched' | 'LineSuspended' | 'LineWrittenOff'>,
  became: Pick<LineMoveRow, 'line' | 'status' | 'matchId' | 'reason'>,
): LineMoveRow {
  return { position, statementId, ...became, effectiveOn };
}
