import type { RecoveredFrom, RecoveryStatus } from '../../domain/elsewhere/recovery.ts';
import type { EventType } from '../../domain/events.ts';
import type { RecoveryId } from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import type { RecoverySource } from '../../domain/statutes/18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import type { LossCategory } from '../../domain/statutes/18-usc-2259-c-2-losses.ts';
import { countedElsewhere } from '../../domain/victim/count-elsewhere.ts';
import { amountOf, dayOf, type Frame } from './frame.ts';
import type { RecoveryView } from '../views/recoveries.ts';

interface SumCells {
  readonly source: bigint;
  readonly category: bigint;
  readonly claimed: bigint;
  readonly verified: bigint;
}

/** What the victim recovered elsewhere, in the shape in which the statute's own rules count it. */
export function recoveredFrom(frame: Frame, victim: number): readonly RecoveredFrom[] {
  const sums = frame.all(
    `SELECT source, category, sum(claimed) AS claimed, sum(verified) AS verified FROM recoveries
       WHERE victimId = :victim AND position <= :position AND effectiveOn <= :day GROUP BY source, category`,
    { victim },
  ) as readonly SumCells[];
  return sums.map((cells) => sumOf(frame, cells));
}

function sumOf(frame: Frame, { source, category, claimed, verified }: SumCells): RecoveredFrom {
  return {
    source: frame.term(source) as RecoverySource,
    category: frame.term(category) as LossCategory,
    claimed: money(claimed),
    verified: money(verified),
  };
}

interface RecoveryCells extends SumCells {
  readonly recoveryId: bigint;
  readonly amount: bigint;
  readonly receivedOn: bigint;
  readonly reportedOn: bigint;
  readonly last: bigint;
}

/** Each recovery elsewhere of the victim, in the order in which they were reported. */
export function recoveriesOf(frame: Frame, victim: number, policies: Policies): readonly RecoveryView[] {
  const found = frame.all(
    `SELECT r.recoveryId, r.source, r.category, r.amount, r.receivedOn, r.effectiveOn AS reportedOn,
         sum(e.claimed) AS claimed, sum(e.verified) AS verified,
         (SELECT l.type FROM recoveries l WHERE l.recoveryId = r.recoveryId AND l.victimId = r.victimId
            AND l.position <= :position AND l.effectiveOn <= :day ORDER BY l.position DESC LIMIT 1) AS last
       FROM recoveries r JOIN recoveries e ON e.recoveryId = r.recoveryId AND e.victimId = r.victimId
       WHERE r.victimId = :victim AND r.type = :reported
         AND r.position <= :position AND r.effectiveOn <= :day AND e.position <= :position AND e.effectiveOn <= :day
       GROUP BY r.position ORDER BY r.position`,
    { victim, reported: frame.numberOf('RecoveryReported') },
  ) as readonly RecoveryCells[];
  return found.map((cells) => {
    const sums = sumOf(frame, cells);
    return {
      recoveryId: frame.term(cells.recoveryId) as RecoveryId,
      source: sums.source,
      category: sums.category,
      status: statuses[frame.term(cells.last) as keyof typeof statuses],
      receivedOn: dayOf(cells.receivedOn),
      reportedOn: dayOf(cells.reportedOn),
      reported: amountOf(cells.amount),
      verified: formatMoney(sums.verified),
      counted: formatMoney(countedElsewhere([sums], policies)),
    };
  });
}

const statuses = {
  RecoveryReported: 'CLAIMED',
  RecoveryVerified: 'VERIFIED',
  RecoveryRejected: 'REJECTED',
  RecoveryWithdrawn: 'WITHDRAWN',
} as const satisfies Partial<Record<EventType, RecoveryStatus>>;
