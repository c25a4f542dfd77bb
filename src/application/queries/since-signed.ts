import type { BalanceOfAccount, ChangeOfAccount } from '../../domain/period/events.ts';
import { laterEntriesSql, laterParams } from './journal-sums.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { MonthPart } from '../views/months.ts';
import type { DisturbanceView } from '../views/statements.ts';

/** What stands otherwise now than it was signed. */
export function changesIn(
  now: readonly BalanceOfAccount[],
  signed: readonly BalanceOfAccount[],
): readonly ChangeOfAccount[] {
  const of = (balances: readonly BalanceOfAccount[], account: BalanceOfAccount['account']) =>
    balances.find((each) => each.account === account)?.balance ?? amountOf(0n);
  const accounts = new Set([...signed, ...now].map(({ account }) => account));
  return [...accounts].sort().flatMap((account) => {
    const [before, after] = [of(signed, account), of(now, account)];
    return before === after ? [] : [{ account, before, after }];
  });
}

/** What is signed for beside balances, each as it is written into the hash. */
export type Parts = Readonly<Record<MonthPart, unknown>>;

/** In which parts two looks at a month differ. */
export function differingParts(now: Parts, signed: Parts): readonly MonthPart[] {
  const parts = Object.keys(now) as MonthPart[];
  return parts.filter((part) => JSON.stringify(now[part]) !== JSON.stringify(signed[part]));
}

const most = 100;

/**
 * The first hundred events since the month was looked at that changed what stood in an account at its end, or what banks say of its
 * days: accounts, statements and their signatures, what became of their lines.
 */
export function disturbancesSince(frame: Frame, lookedAt: number): readonly DisturbanceView[] {
  const moved = frame.all(
    `SELECT j.position, t.type, j.effectiveOn, sum(j.amount) AS moved
       FROM ${laterEntriesSql} JOIN timeline t ON t.position = j.position AND t.item = j.item
       GROUP BY j.position, t.type, j.effectiveOn ORDER BY j.position LIMIT ${String(most)}`,
    laterParams(lookedAt, frame.day),
  ) as readonly DisturbanceCells[];
  const known = new Set(moved.map(({ position }) => position));
  const said = saidByBanks(frame, lookedAt).filter(({ position }) => !known.has(position));
  return [...moved, ...said]
    .sort((one, other) => Number(one.position - other.position))
    .slice(0, most)
    .map((cells) => ({
      position: Number(cells.position),
      type: frame.term(cells.type),
      effectiveOn: dayOf(cells.effectiveOn),
      amount: amountOf(cells.moved),
    }));
}

interface DisturbanceCells {
  readonly position: bigint;
  readonly type: bigint;
  readonly effectiveOn: bigint;
  readonly moved: bigint;
}

/** What banks say of a day may be told on any later one, so it is the day of the line, or of the statement, that counts. */
function saidByBanks(frame: Frame, after: number): readonly DisturbanceCells[] {
  return frame.all(
    `SELECT t.position, t.type, t.effectiveOn, 0 AS moved FROM timeline t WHERE t.item = 0 AND t.position IN (
       SELECT a.position FROM bankAccounts a
         WHERE a.position > :after AND a.position <= :position AND a.effectiveOn <= :day
       UNION SELECT m.position FROM statementMarks m JOIN statements s ON s.statementId = m.statementId
         WHERE m.position > :after AND m.position <= :position AND s.fromOn <= :day
       UNION SELECT m.position FROM lineMoves m
         JOIN statementLines l ON l.statementId = m.statementId AND l.line = m.line
         WHERE m.position > :after AND m.position <= :position AND l.bookedOn <= :day)
       ORDER BY t.position LIMIT ${String(most)}`,
    { after },
  ) as readonly DisturbanceCells[];
}
