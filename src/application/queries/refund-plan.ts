import type { CalendarDate } from '../../domain/calendar-date.ts';
import { refundFor, type HeldForPayor, type RefundPlanned } from '../../domain/disbursement/refund-plan.ts';
import type { CaseId, DefendantId, ReceiptId } from '../../domain/ids.ts';
import { formatMoney, money, noMoney, sum, type Money } from '../../domain/money.ts';
import { isOfSurety } from '../../domain/statutes/28-usc-2044-bail.ts';
import type { PaymentOrigin } from '../../domain/statutes/payment-origins.ts';
import type { RefundPlanFilter, RefundPlanView } from '../views/disbursements.ts';
import { awaitsCourtAmong } from './awaiting-court.ts';
import { termsIn, unclearedIn } from './disbursement-facts.ts';
import type { Frame } from './frame.ts';
import { liabilityRows } from './liability-rows.ts';
import { isAnyDebtOpen } from './open-debts.ts';
import { policiesOn } from './policies-on-clocks.ts';

/** What would go back to payors on a day. */
export function refundPlanOf(frame: Frame, filter: RefundPlanFilter, on: CalendarDate): RefundPlanView {
  const policies = policiesOn(frame);
  const planned = heldForPayors(frame, filter, on).map((of) => ({ of, plan: refundFor(of, policies) }));
  const whose = ({ receiptId, caseId, defendantId }: HeldForPayor) => ({ receiptId, caseId, defendantId });
  return {
    on,
    held: totalOf(planned, ({ of }) => [of.held]),
    total: totalOf(planned, ({ plan }) => [plan.refund]),
    keptTotal: totalOf(planned, ({ plan }) => plan.kept.map(({ amount }) => amount)),
    refunds: planned
      .filter(({ plan }) => plan.refund > noMoney)
      .map(({ of, plan }) => ({ ...whose(of), amount: formatMoney(plan.refund) })),
    kept: planned.flatMap(({ of, plan }) =>
      plan.kept.map(({ reason, amount }) => ({ ...whose(of), reason, amount: formatMoney(amount) })),
    ),
    policyVersion: policies.version,
  };
}

interface Planned {
  readonly of: HeldForPayor;
  readonly plan: RefundPlanned;
}

function totalOf(planned: readonly Planned[], amounts: (each: Planned) => readonly Money[]) {
  return formatMoney(sum(planned.flatMap(amounts)));
}

interface ExcessCells {
  readonly type: bigint;
  readonly receiptId: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly amount: bigint;
  readonly awaitsCourt: bigint;
  readonly runId: bigint | null;
  readonly origin: bigint | null;
  readonly hasPayorDied: bigint;
  readonly awaitsYield: bigint;
}

const changes = `SELECT e.*, r.origin,
    EXISTS (SELECT 1 FROM lives l WHERE l.defendantId = e.defendantId AND l.type = :died
      AND l.position <= :position AND l.effectiveOn <= :day) AS hasPayorDied,
    EXISTS (SELECT 1 FROM awaited_yields a WHERE a.receiptId = e.receiptId
      AND a.position <= :position AND a.effectiveOn <= :day
      AND NOT EXISTS (SELECT 1 FROM treasury_yields y
        WHERE y.weekEndingOn = a.weekEndingOn AND y.position <= :position)) AS awaitsYield
  FROM excesses e JOIN receipts r ON r.receiptId = e.receiptId
  WHERE e.position <= :position AND e.effectiveOn <= :day`;

/** What is held of each receipt, in the order in which it came to be held; nothing of those of which nothing is. */
function heldForPayors(
  frame: Frame,
  { caseId, defendantId }: RefundPlanFilter,
  on: CalendarDate,
): readonly HeldForPayor[] {
  const narrowed = [
    ...(caseId === undefined ? [] : ['AND e.caseId = :case']),
    ...(defendantId === undefined ? [] : ['AND e.defendantId = :defendant']),
  ].join(' ');
  const found = frame.all(`${changes} ${narrowed} ORDER BY e.position`, {
    died: frame.numberOf('DefendantDied'),
    ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
    ...(defendantId !== undefined && { defendant: frame.numberOf(defendantId) }),
  }) as readonly ExcessCells[];
  const byReceipt = new Map<bigint, ExcessCells[]>();
  for (const cells of found) {
    const { receiptId } = cells;
    byReceipt.set(receiptId, [...(byReceipt.get(receiptId) ?? []), cells]);
  }
  const uncleared = new Set(unclearedIn(frame, termsIn(frame, on), on));
  const owes = owesIn(frame, on);
  return [...byReceipt.values()].flatMap((rows) => heldOf(frame, rows, { uncleared, owes }));
}

interface Known {
  readonly uncleared: ReadonlySet<number>;
  readonly owes: (defendant: bigint) => boolean;
}

function heldOf(
  frame: Frame,
  rows: readonly ExcessCells[],
  { uncleared, owes }: Known,
): readonly HeldForPayor[] {
  const [first] = rows;
  const held = rows.reduce((running, { amount }) => running + amount, 0n);
  if (first === undefined || held === 0n) return [];
  const origin = (frame.termOrNull(first.origin) ?? undefined) as PaymentOrigin | undefined;
  return [
    {
      receiptId: frame.term(first.receiptId) as ReceiptId,
      caseId: frame.term(first.caseId) as CaseId,
      defendantId: frame.term(first.defendantId) as DefendantId,
      ...{ held: money(held), cameBack: money(cameBackOf(frame, rows)) },
      awaitsCourt: awaitsCourtAmong(frame, rows),
      isCleared: !uncleared.has(Number(first.receiptId)),
      isOfSurety: isOfSurety(origin),
      hasPayorDied: first.hasPayorDied === 1n,
      awaitsYield: first.awaitsYield === 1n,
      owes: () => owes(first.defendantId),
    },
  ];
}

/** What came back of refunds and was not paid again. What leaves otherwise than by a run is that money first. */
function cameBackOf(frame: Frame, rows: readonly ExcessCells[]): bigint {
  let open = 0n;
  for (const { type, amount, runId } of rows) {
    if (frame.term(type) === 'RefundReturned') open += amount;
    else if (amount < 0n && runId === null) open += amount;
    if (open < 0n) open = 0n;
  }
  return open;
}

/** Whether a payor owes anything to victims or to the public, asked once of each. */
function owesIn(frame: Frame, on: CalendarDate): (defendant: bigint) => boolean {
  const policies = policiesOn(frame);
  const known = new Map<bigint, boolean>();
  return (defendant) => {
    const before = known.get(defendant);
    if (before !== undefined) return before;
    const params = { defendant: Number(defendant) };
    const open = liabilityRows(frame, {
      ...{ where: 'l.defendantId = :defendant', params },
      ...{ status: 'open', limit: 1 },
    });
    const owes = open.length > 0 || isAnyDebtOpen(frame, defendant, { on, policies });
    known.set(defendant, owes);
    return owes;
  };
}
