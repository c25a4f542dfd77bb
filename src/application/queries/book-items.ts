import type { AccountKind, AccountPurpose } from '../../domain/account/events.ts';
import { dayNumber, plusDays } from '../../domain/calendar-arithmetic.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Direction, ItemKind } from '../../domain/claim/items.ts';
import type { CaseId, DefendantId, ItemId, MatchId, StatementId, VictimId } from '../../domain/ids.ts';
import type { List } from './paging.ts';
import { type Frame, amountOf, dayInRow, dayOf } from './frame.ts';
import type { BookItemView, ItemFilter, ItemStatus } from '../views/statements.ts';

interface ItemCells {
  readonly position: bigint;
  readonly kind: bigint;
  readonly id: bigint;
  readonly purpose: bigint;
  readonly direction: bigint;
  readonly amount: bigint;
  readonly effectiveOn: bigint;
  readonly caseId: bigint | null;
  readonly defendantId: bigint | null;
  readonly victimId: bigint | null;
  readonly matchId: bigint | null;
  readonly statementId: bigint | null;
}

/** After so many days a deposit that a bank has not seen is missing; a cheque has longer to be presented. */
const daysToSee: Readonly<Record<Direction, number>> = { IN: 10, OUT: 180 };

/** Items from the day on which the first account of their purpose was opened, each with the match of a bank that has it. */
export function itemsSql(where: string): string {
  return `SELECT i.*, CASE c.isClaimed WHEN 1 THEN c.matchId END AS matchId,
      CASE c.isClaimed WHEN 1 THEN c.statementId END AS statementId
    FROM bookItems i
    LEFT JOIN itemClaims c ON c.id = i.id AND c.kind = i.kind AND c.side = :side AND c.position = (
      SELECT max(x.position) FROM itemClaims x
        WHERE x.id = i.id AND x.kind = i.kind AND x.side = :side AND x.position <= :position)
    WHERE i.position <= :position AND i.effectiveOn <= :day
      AND i.effectiveOn >= ${firstDayOfAccounts}
      AND (i.kind <> :reported OR c.isClaimed = 1 OR ${isWaiting})
      AND (i.kind NOT IN (:paidOut, :cameBack, :refund, :refundBack) OR NOT ${isCalledOff})
      ${where}`;
}

/** Whether no line that a bank had booked by the day shows the item `i`, whose last claim is `c`: one of a later line is of later. */
export const unseenByDay = `(coalesce(c.isClaimed, 0) = 0 OR (SELECT max(l.bookedOn) FROM lineMoves m
    JOIN statementLines l ON l.statementId = m.statementId AND l.line = m.line
    WHERE m.statementId = c.statementId AND m.matchId = c.matchId) > :day)`;

const firstDayOfAccounts = `(SELECT min(a.effectiveOn) FROM bankAccounts a
        WHERE a.kind = :side AND a.purpose = i.purpose AND a.position <= :position)`;

/**
 * Items of before the first account of their purpose that a bank had shown by the day, all the same: what was on its way when the
 * account was opened. To be asked as `itemsSql` is.
 */
export const shownOfBeforeSql = `SELECT i.* FROM bookItems i
    JOIN itemClaims c ON c.id = i.id AND c.kind = i.kind AND c.side = :side AND c.position = (
      SELECT max(x.position) FROM itemClaims x
        WHERE x.id = i.id AND x.kind = i.kind AND x.side = :side AND x.position <= :position)
    WHERE i.position <= :position AND i.effectiveOn < ${firstDayOfAccounts} AND NOT ${unseenByDay}`;

/** Whether a payment was called off before any bank has paid it: none will show it, nor that it was called off. */
const isCalledOff = `EXISTS (SELECT 1 FROM bookItems v JOIN bookItems o ON o.id = v.id AND o.kind IN (:paidOut, :refund)
    WHERE v.id = i.id AND v.isVoid = 1 AND v.position <= :position AND v.effectiveOn <= :day
      AND o.effectiveOn >= ${firstDayOfAccounts}
      AND NOT EXISTS (SELECT 1 FROM itemClaims k WHERE k.id = i.id AND k.kind IN (:paidOut, :cameBack, :refund, :refundBack) AND k.side = :side
        AND k.isClaimed = 1 AND k.position = (SELECT max(y.position) FROM itemClaims y WHERE y.id = k.id
          AND y.kind = k.kind AND y.side = :side AND y.position <= :position)))`;

/** Whether the line of the report waits still: once its owner is known, the receipt stands for it. */
const isWaiting = `EXISTS (SELECT 1 FROM lineMoves w WHERE w.position = i.position AND NOT EXISTS (
  SELECT 1 FROM lineMoves later WHERE later.statementId = w.statementId AND later.line = w.line
    AND later.position > w.position AND later.position <= :position))`;

/** What the numbers in the SQL of items stand for. */
export function itemParams(
  frame: Frame,
  side: AccountKind = 'BANK',
): Readonly<Record<'side' | 'reported' | 'paidOut' | 'cameBack' | 'refund' | 'refundBack', number>> {
  return {
    ...{ side: frame.numberOf(side), reported: frame.numberOf('REPORTED_LINE') },
    ...{ refund: frame.numberOf('REFUND'), refundBack: frame.numberOf('REFUND_RETURN') },
    ...{ paidOut: frame.numberOf('DISBURSEMENT'), cameBack: frame.numberOf('DISBURSEMENT_RETURN') },
  };
}

/** What the books expect of a bank, in the order of recording. */
export function itemList({ status, caseId, side }: ItemFilter, on: CalendarDate): List<BookItemView> {
  return {
    name: 'items',
    shape: ['number'],
    start: [0],
    rows: (frame, after, limit) => {
      const narrowed = [
        'AND i.position > :from',
        caseId === undefined ? '' : 'AND i.caseId = :case',
        statusSql[status ?? 'any'],
        'ORDER BY i.position LIMIT :limit',
      ];
      const found = frame.all(itemsSql(narrowed.join(' ')), {
        ...{ from: after[0] ?? 0, limit, ...itemParams(frame, side) },
        ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
        ...(isByDay(status) && {
          goesIn: frame.numberOf('IN'),
          lastIn: numberOfDay(on, daysToSee.IN),
          lastOut: numberOfDay(on, daysToSee.OUT),
        }),
      }) as readonly ItemCells[];
      return found.map((cells) => ({ row: itemView(frame, cells, on), place: [Number(cells.position)] }));
    },
  };
}

const isLate = 'i.effectiveOn < CASE i.direction WHEN :goesIn THEN :lastIn ELSE :lastOut END';

const statusSql: Readonly<Record<ItemStatus | 'any', string>> = {
  any: '',
  confirmed: 'AND c.isClaimed = 1',
  expected: `AND coalesce(c.isClaimed, 0) = 0 AND NOT ${isLate}`,
  missing: `AND coalesce(c.isClaimed, 0) = 0 AND ${isLate}`,
};

function isByDay(status: ItemStatus | undefined): boolean {
  return status === 'expected' || status === 'missing';
}

function numberOfDay(on: CalendarDate, before: number): number {
  return dayInRow(plusDays(on, -before));
}

function itemView(frame: Frame, cells: ItemCells, today: CalendarDate): BookItemView {
  const effectiveOn = dayOf(cells.effectiveOn);
  const direction = frame.term(cells.direction) as Direction;
  const { matchId, statementId } = cells;
  const age = today < effectiveOn ? 0 : dayNumber(today) - dayNumber(effectiveOn);
  const waiting = age > daysToSee[direction] ? 'missing' : 'expected';
  return {
    kind: frame.term(cells.kind) as ItemKind,
    id: frame.term(cells.id) as ItemId,
    ...{ direction, amount: amountOf(cells.amount) },
    purpose: frame.term(cells.purpose) as AccountPurpose,
    effectiveOn,
    caseId: frame.termOrNull(cells.caseId) as CaseId | null,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    status: matchId === null ? waiting : 'confirmed',
    confirmedBy:
      matchId === null || statementId === null
        ? null
        : { statementId: frame.term(statementId) as StatementId, matchId: frame.term(matchId) as MatchId },
    age,
  };
}
