import type { Params } from '../../store/read-model-store.ts';
import type { Frame } from './frame.ts';
import type { LiabilityStatus } from '../views/ledger.ts';

/** A liability on the clocks of a frame: ids and words by their numbers, amounts in cents. */
export interface LiabilityCells {
  readonly orderId: bigint;
  readonly victimId: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly track: bigint;
  readonly imposedOn: bigint;
  /** Where it was imposed. */
  readonly position: bigint;
  readonly item: bigint;
  readonly ordered: bigint;
  readonly paid: bigint;
  /** What courts credited for civil recoveries. */
  readonly reduced: bigint;
  readonly outstanding: bigint;
  readonly terminated: bigint;
  readonly vacated: bigint;
  /** What was paid or credited above what is ordered now. */
  readonly overpaid: bigint;
  readonly ground: bigint | null;
  readonly isVacated: bigint;
  /** The position of the event that ended it by law, where one did and it stands. */
  readonly ending: bigint | null;
}

/** Which liabilities are meant. */
export interface WhichLiabilities {
  /** A condition on what never changes: ids, track and position, of the table `l`. */
  readonly where: string;
  readonly params: Params;
  readonly status?: LiabilityStatus | undefined;
  /** At most so many; all, unless told. */
  readonly limit?: number;
}

/** These liabilities on the clocks of the frame, in the order in which they were imposed. */
export function liabilityRows(frame: Frame, which: WhichLiabilities): readonly LiabilityCells[] {
  const { limit = -1 } = which;
  const sql = `${liabilitySql(frame, which)} ORDER BY l.position, l.item LIMIT :limit`;
  const params = { ...liabilityParams(frame, which), limit };
  return frame.all(sql, params) as readonly LiabilityCells[];
}

/** The question for these liabilities, in no order; to be asked with `liabilityParams`. */
export function liabilitySql(frame: Frame, which: WhichLiabilities): string {
  return frame.isNow ? standingSql(which) : historySql(which);
}

/** The parameters of the question. */
export function liabilityParams(frame: Frame, { params }: Pick<WhichLiabilities, 'params'>): Params {
  const numbers = terms.map((term): [string, number] => [term, frame.numberOf(term)]);
  return { ...Object.fromEntries(numbers), ...params };
}

const terms = [
  'ordered',
  'satisfied',
  'reduced',
  'receivable',
  'terminated',
  'vacated',
  'overpaid',
  'LiabilityVacated',
  'LiabilityExpired',
  'LiabilitiesTerminated',
  'LiabilitiesReinstated',
];

const fixed = 'l.orderId, l.victimId, l.caseId, l.defendantId, l.track, l.imposedOn, l.position, l.item';

function standingSql({ where, status }: WhichLiabilities): string {
  const hasStatus = condition(status, {
    isVacated: 'l.isVacated',
    outstanding: 'l.outstanding',
    terminated: 'l.terminated',
  });
  return `SELECT ${fixed}, l.ordered, l.paid, l.reduced, l.outstanding, l.terminated, l.vacated, l.overpaid, l.ground,
      l.isVacated, l.ending
    FROM liabilities l WHERE ${where} AND ${hasStatus}`;
}

/** What the journal sums up to for each liability, and what the timeline and the rulings say of it last. */
function historySql({ where, status }: WhichLiabilities): string {
  const [outstanding, terminated] = [balanceOf('receivable'), balanceOf('terminated')];
  const ended = `max(${lastOf('LiabilitiesTerminated')}, ${lastExpired})`;
  const reinstated = lastOf('LiabilitiesReinstated');
  const isVacated = `(${lastOf('LiabilityVacated')} > 0)`;
  return `SELECT ${fixed}, -${balanceOf('ordered')} AS ordered, ${balanceOf('satisfied')} AS paid, ${balanceOf('reduced')} AS reduced,
      ${outstanding} AS outstanding, ${terminated} AS terminated, ${balanceOf('vacated')} AS vacated, -${balanceOf('overpaid')} AS overpaid,
      ${lastGround} AS ground, ${isVacated} AS isVacated,
      CASE WHEN ${ended} > ${reinstated} THEN ${ended} END AS ending
    FROM liabilities l
    CROSS JOIN timeline t ON t.orderId = l.orderId AND t.victimId = l.victimId
    LEFT JOIN journal j ON j.position = t.position AND j.item = t.item
    WHERE ${where} AND l.position <= :position AND l.imposedOn <= :day
      AND t.position <= :position AND t.effectiveOn <= :day
    GROUP BY l.position, l.item HAVING ${condition(status, { isVacated, outstanding, terminated })}`;
}

function balanceOf(account: string): string {
  return `coalesce(sum(j.amount * ((j.debit = :${account}) - (j.credit = :${account}))), 0)`;
}

/** The position of the last event of the type; 0 where there is none. */
function lastOf(type: string): string {
  return `coalesce(max(CASE WHEN t.type = :${type} THEN t.position END), 0)`;
}

/** A term that is over ends something only where something was owed. */
const lastExpired =
  'coalesce(max(CASE WHEN t.type = :LiabilityExpired AND t.amount > 0 THEN t.position END), 0)';

const lastGround = `(SELECT r.ground FROM rulings r WHERE r.orderId = l.orderId AND r.victimId = l.victimId
  AND r.position <= :position AND r.effectiveOn <= :day ORDER BY r.position DESC, r.item DESC LIMIT 1)`;

interface StatusColumns {
  readonly isVacated: string;
  readonly outstanding: string;
  readonly terminated: string;
}

/** The same as `statusOf`, in the words of SQL. */
function condition(
  status: LiabilityStatus | undefined,
  { isVacated, outstanding, terminated }: StatusColumns,
): string {
  const isPaidOrEnded = `NOT ${isVacated} AND ${outstanding} <= 0`;
  switch (status) {
    case undefined:
      return 'true';
    case 'vacated':
      return isVacated;
    case 'open':
      return `NOT ${isVacated} AND ${outstanding} > 0`;
    case 'terminated':
      return `${isPaidOrEnded} AND ${terminated} > 0`;
    case 'satisfied':
      return `${isPaidOrEnded} AND ${terminated} <= 0`;
  }
}

/** How a liability stands. */
export function statusOf({ isVacated, outstanding, terminated }: LiabilityCells): LiabilityStatus {
  if (isVacated !== 0n) return 'vacated';
  if (outstanding > 0n) return 'open';
  return terminated > 0n ? 'terminated' : 'satisfied';
}
