import type { CaseId, RepresentativeId } from '../../domain/ids.ts';
import { formatMoney, money, noMoney, type Money } from '../../domain/money.ts';
import {
  crossesCases,
  type RestitutionStatute,
  type Track,
} from '../../domain/statutes/restitution-statutes.ts';
import { isAssigned } from '../../domain/statutes/18-usc-3664-g-2-assignment.ts';
import type { AssignedCredit } from '../../domain/victim/assigned.ts';
import type { PaidTo } from '../../domain/victim/found-and-paid.ts';
import { clearedParams, hasCleared } from './credits.ts';
import { liabilityRows } from './liability-rows.ts';
import { dayOf, type Frame } from './frame.ts';
import type { AssignmentView, PayeeView } from '../views/people.ts';

interface PayeeCells {
  readonly paidTo: bigint | null;
  readonly representativeId: bigint | null;
  readonly restitution: bigint;
  readonly assistance: bigint;
}

/** What comes back is taken from whom it had been paid to: the row of the payment says who that was. */
const restitution = `SELECT p.paidTo, p.representativeId, sum(d.amount) AS restitution, 0 AS assistance
  FROM disbursements d JOIN disbursements p ON p.disbursementId = d.disbursementId AND p.victimId = d.victimId
    AND p.amount > 0
  WHERE d.victimId = :victim AND d.position <= :position AND d.effectiveOn <= :day
  GROUP BY p.paidTo, p.representativeId`;
const assistance = `SELECT NULL AS paidTo, p.representativeId, 0 AS restitution, sum(a.amount) AS assistance
  FROM assistance a JOIN assistance p ON p.disbursementId = a.disbursementId AND p.victimId = a.victimId
    AND +p.type = :received
  WHERE a.victimId = :victim AND +a.type IN (:received, :returned) AND a.position <= :position AND a.effectiveOn <= :day
  GROUP BY p.representativeId`;

/** To whom money for the victim went, under any of these ids, and how much. */
export function payeesOf(frame: Frame, victims: readonly number[]): readonly PayeeView[] {
  const types = {
    received: frame.numberOf('AssistanceReceived'),
    returned: frame.numberOf('AssistanceReturned'),
  };
  const found = victims.flatMap((victim) => {
    return frame.all(`${restitution} UNION ALL ${assistance}`, { victim, ...types });
  }) as readonly PayeeCells[];
  const payees = new Map<
    string,
    { paidTo: PaidTo; representativeId: string | null; sums: [bigint, bigint] }
  >();
  for (const cells of found) {
    const representativeId = frame.termOrNull(cells.representativeId);
    const said = frame.termOrNull(cells.paidTo) as PaidTo | null;
    const paidTo = said ?? (representativeId === null ? 'VICTIM' : 'REPRESENTATIVE');
    const key = `${paidTo} ${representativeId ?? ''}`;
    const [paid, assisted] = payees.get(key)?.sums ?? [0n, 0n];
    const sums: [bigint, bigint] = [paid + cells.restitution, assisted + cells.assistance];
    payees.set(key, { paidTo, representativeId, sums });
  }
  return [...payees.values()].map(({ paidTo, representativeId, sums: [paid, assisted] }) => ({
    paidTo,
    representativeId: representativeId as RepresentativeId | null,
    restitution: formatMoney(money(paid)),
    assistance: formatMoney(money(assisted)),
  }));
}

/** What was paid out for the victim in all cases, less what came back. */
export function disbursedOf(frame: Frame, victim: number): Money {
  const cells = frame.first(
    `SELECT sum(amount) AS total FROM disbursements
       WHERE victimId = :victim AND position <= :position AND effectiveOn <= :day`,
    { victim },
  ) as { readonly total: bigint | null } | undefined;
  return money(cells?.total ?? 0n);
}

interface CreditCells {
  readonly orderId: bigint;
  readonly statute: bigint;
  readonly effectiveOn: bigint;
  readonly amount: bigint;
  readonly isCleared: bigint;
}

/**
 * What each receipt brought under an order: of the earliest day, all rounds, less what was taken back, and whether it cleared;
 * nothing where it came back.
 */
const credits = `SELECT t.orderId, o.statute,
    min(CASE WHEN t.type = :credited THEN t.effectiveOn END) AS effectiveOn,
    sum(CASE WHEN t.type = :credited THEN t.amount ELSE -t.amount END) AS amount,
    ${hasCleared} AS isCleared
  FROM timeline t JOIN orders o ON o.orderId = t.orderId
  WHERE t.victimId = :victim AND +t.type IN (:credited, :takenBack, :takenForCap) AND t.position <= :position AND t.effectiveOn <= :day
    AND NOT EXISTS (SELECT 1 FROM timeline r WHERE r.orderId = t.orderId AND r.victimId = t.victimId
      AND +r.receiptId = t.receiptId AND +r.type = :reversed AND r.position <= :position AND r.effectiveOn <= :day)
  GROUP BY t.orderId, t.receiptId, o.statute`;

/** What was credited under section 2259 while the interest was assigned, in the shape in which the statute's rules count it. */
export function assignedCreditsOf(
  frame: Frame,
  victim: number,
  assignments: readonly AssignmentView[],
): readonly AssignedCredit[] {
  if (assignments.length === 0) return [];
  const given = assignments.map(({ caseId, orderId, from, until }) => ({
    ...(caseId !== null && { caseId }),
    ...(orderId !== null && { orderId }),
    ...{ from, until: until ?? undefined },
  }));
  const found = frame.all(credits, {
    victim,
    credited: frame.numberOf('RecoveryCredited'),
    reversed: frame.numberOf('RecoveryReversed'),
    takenBack: frame.numberOf('OverpaymentTakenBack'),
    takenForCap: frame.numberOf('RecoveryTakenBack'),
    ...clearedParams(frame),
  }) as readonly CreditCells[];
  const liabilities = new Map(
    liabilityRows(frame, { where: 'l.victimId = :victim', params: { victim } }).map((row) => [
      row.orderId,
      row,
    ]),
  );
  return found.flatMap((cells) => {
    const liability = liabilities.get(cells.orderId);
    const isOf2259 = crossesCases(frame.term(cells.statute) as RestitutionStatute);
    if (!liability || !isOf2259) return [];
    const of = { caseId: frame.term(liability.caseId) as CaseId, orderId: frame.term(cells.orderId) };
    if (!isAssigned(given, { ...of, on: dayOf(cells.effectiveOn) })) return [];
    const track = frame.term(liability.track) as Track;
    const amount = money(cells.amount);
    const cleared = cells.isCleared === 0n ? noMoney : amount;
    return [{ caseId: of.caseId, track, isVacated: liability.isVacated !== 0n, amount, cleared }];
  });
}
