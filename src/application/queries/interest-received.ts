import { add, money, noMoney, type Money } from '../../domain/money.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Track } from '../../domain/statutes/restitution-statutes.ts';
import { nothingCameIn, type CameIn } from '../../domain/victim/parts-of-state.ts';
import { clearings } from './credits.ts';
import { liabilityParams, liabilitySql } from './liability-rows.ts';
import type { Frame } from './frame.ts';

/** Interest on orders under 18 U.S.C. 2259 of which victims' streams were told (P-10), in all and by case. */
export interface InterestReceived {
  readonly total: CameIn;
  readonly byCase: ReadonlyMap<CaseId, CameIn>;
}

interface Cells {
  readonly caseId: bigint;
  readonly track: bigint;
  readonly isVacated: bigint;
  readonly received: bigint;
  readonly cleared: bigint;
}

/** What was received as interest under any of these ids, less what came back, and what of it has cleared. */
export function interestReceived(frame: Frame, victims: readonly number[]): InterestReceived {
  let total = nothingCameIn;
  const byCase = new Map<CaseId, CameIn>();
  for (const cells of victims.flatMap((victim) => cellsOf(frame, victim))) {
    const caseId = frame.term(cells.caseId) as CaseId;
    total = withCells(frame, total, cells);
    byCase.set(caseId, withCells(frame, byCase.get(caseId) ?? nothingCameIn, cells));
  }
  return { total, byCase };
}

function cellsOf(frame: Frame, victim: number): readonly Cells[] {
  const told = {
    received: frame.numberOf('InterestReceived'),
    returned: frame.numberOf('InterestReturned'),
  };
  const some = frame.first(
    `SELECT 1 AS one FROM timeline WHERE victimId = :victim AND +type = :received
       AND position <= :position AND effectiveOn <= :day LIMIT 1`,
    { victim, received: told.received },
  );
  // Most victims were never told of interest, and liabilities are not looked up for nothing.
  if (some === undefined) return [];
  const which = { where: 'l.victimId = :victim', params: { victim } };
  return frame.all(
    `SELECT l.caseId, l.track, l.isVacated, sum(c.received) AS received, sum(c.good) AS cleared
       FROM (SELECT t.orderId, sum(CASE WHEN t.type = :received THEN t.amount ELSE -t.amount END) AS received,
               coalesce(sum(CASE WHEN (t.orderId, t.receiptId) IN (${clearings})
                 THEN CASE WHEN t.type = :received THEN t.amount ELSE -t.amount END END), 0) AS good
             FROM timeline t WHERE t.victimId = :victim AND +t.type IN (:received, :returned)
               AND t.position <= :position AND t.effectiveOn <= :day
             GROUP BY t.orderId) c
         JOIN (${liabilitySql(frame, which)}) l ON l.orderId = c.orderId
       GROUP BY l.caseId, l.track, l.isVacated`,
    { ...liabilityParams(frame, which), ...told, cleared: frame.numberOf('InterestCleared') },
  ) as readonly Cells[];
}

function withCells(frame: Frame, before: CameIn, cells: Cells): CameIn {
  const track = frame.term(cells.track) as Track;
  const isVacated = cells.isVacated !== 0n;
  const received = money(cells.received);
  const cleared = money(cells.cleared);
  const put = (sums: CameIn['credited'], amount: Money): CameIn['credited'] => ({
    ...sums,
    [track]: add(sums[track], amount),
  });
  return {
    credited: put(before.credited, received),
    cleared: put(before.cleared, cleared),
    underVacated: put(before.underVacated, isVacated ? received : noMoney),
    clearedUnderVacated: put(before.clearedUnderVacated, isVacated ? cleared : noMoney),
  };
}

/** By case, what of it had been paid out before it was told; to be asked only where received means paid out (P-05). */
export function paidOutBeforeTold(frame: Frame, victims: readonly number[]): ReadonlyMap<CaseId, Money> {
  const rows = victims.flatMap((victim) =>
    frame.all(
      `SELECT caseId, sum(paidOut) AS paidOut FROM interestTold
         WHERE victimId = :victim AND position <= :position AND effectiveOn <= :day GROUP BY caseId`,
      { victim },
    ),
  ) as readonly { readonly caseId: bigint; readonly paidOut: bigint }[];
  const byCase = new Map<CaseId, Money>();
  for (const cells of rows) {
    const caseId = frame.term(cells.caseId) as CaseId;
    byCase.set(caseId, add(byCase.get(caseId) ?? noMoney, money(cells.paidOut)));
  }
  return byCase;
}

/** Whether interest was credited on orders under 18 U.S.C. 2259 of which the victim’s stream has not been told yet. */
export function isInterestUntold(
  frame: Frame,
  victims: readonly number[],
  { total }: Pick<InterestReceived, 'total'>,
): boolean {
  const credited = victims.reduce((sofar, victim) => sofar + creditedTo(frame, victim), 0n);
  const { TRAFFICKING, FULL_AMOUNT } = total.credited;
  return credited !== TRAFFICKING + FULL_AMOUNT;
}

function creditedTo(frame: Frame, victim: number): bigint {
  const cells = frame.first(
    `SELECT coalesce(sum(CASE WHEN t.type = :credited THEN t.amount ELSE -t.amount END), 0) AS total
       FROM timeline t JOIN orders o ON o.orderId = t.orderId
       WHERE t.victimId = :victim AND +t.type IN (:credited, :reversed) AND o.statute = :statute
         AND t.position <= :position AND t.effectiveOn <= :day`,
    {
      victim,
      credited: frame.numberOf('InterestCredited'),
      reversed: frame.numberOf('InterestReversed'),
      statute: frame.numberOf('18 U.S.C. 2259'),
    },
  ) as { readonly total: bigint };
  return cells.total;
}
