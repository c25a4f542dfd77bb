import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { OverrideAuthority } from '../../domain/case/events.ts';
import type { CaseId, DefendantId, OrderId } from '../../domain/ids.ts';
import type { FinalityGround } from '../../domain/liability/events.ts';
import type { Offence } from '../../domain/statutes/offences.ts';
import type { RestitutionStatute } from '../../domain/statutes/restitution-statutes.ts';
import { policiesOn } from './policies-on-clocks.ts';
import { livesOf } from './collection-facts.ts';
import { contributionsOf } from './contribution.ts';
import { ordersJointlyWith } from './joint.ts';
import { liabilityViews } from './liabilities.ts';
import { dayOf, type Frame } from './frame.ts';
import type { OrderView } from '../views/ledger.ts';

interface OrderCells {
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly statute: bigint;
  readonly offenceOn: bigint;
  readonly enteredOn: bigint;
  readonly offences: string;
  readonly override: bigint | null;
}

/** What the ledger knows of an order; undefined where it did not know of it on these clocks. */
export function orderOf(frame: Frame, orderId: OrderId): OrderView | undefined {
  const order = frame.numberOf(orderId);
  const cells = frame.first(
    `SELECT caseId, defendantId, statute, offenceOn, enteredOn, offences, override FROM orders
       WHERE orderId = :order AND position <= :position AND enteredOn <= :day`,
    { order },
  ) as OrderCells | undefined;
  if (!cells) return undefined;
  return {
    orderId,
    caseId: frame.term(cells.caseId) as CaseId,
    defendantId: frame.term(cells.defendantId) as DefendantId,
    statute: frame.term(cells.statute) as RestitutionStatute,
    offenceOn: dayOf(cells.offenceOn),
    enteredOn: dayOf(cells.enteredOn),
    offences: cells.offences === '' ? [] : (cells.offences.split(';') as Offence[]),
    override: frame.termOrNull(cells.override) as OverrideAuthority | null,
    final: finalOf(frame, order),
    vacatedOn: vacatedOnOf(frame, order),
    defendantDiedOn: deathOf(frame, cells),
    jointlyWith: jointlyWith(frame, order),
    liabilities: liabilityViews(frame, { where: 'l.orderId = :order', params: { order } }),
    contributions: contributionsOf(frame, policiesOn(frame), orderId),
  };
}

function deathOf(
  frame: Frame,
  { caseId: caseNumber, defendantId: defendantNumber }: OrderCells,
): CalendarDate | null {
  return livesOf(frame, [defendantNumber])({ caseNumber, defendantNumber }).diedOn ?? null;
}

function jointlyWith(frame: Frame, order: number): OrderView['jointlyWith'] {
  return ordersJointlyWith(frame, order, policiesOn(frame)).flatMap((other) => {
    const found = frame.first('SELECT defendantId FROM orders WHERE orderId = :other', {
      other: Number(other),
    });
    if (found === undefined) return [];
    const { defendantId } = found as Pick<OrderCells, 'defendantId'>;
    return [{ defendantId: frame.term(defendantId) as DefendantId, orderId: frame.term(other) as OrderId }];
  });
}

function finalOf(frame: Frame, order: number): OrderView['final'] {
  const ruling = lastRuling(frame, order, 'OrderBecameFinal');
  if (ruling === undefined) return null;
  return { on: dayOf(ruling.effectiveOn), ground: frame.termOrNull(ruling.ground) as FinalityGround };
}

function vacatedOnOf(frame: Frame, order: number): CalendarDate | null {
  const ruling = lastRuling(frame, order, 'OrderVacated');
  return ruling ? dayOf(ruling.effectiveOn) : null;
}

interface RulingCells {
  readonly effectiveOn: bigint;
  readonly ground: bigint | null;
}

/** The last ruling of this type on the order as a whole. */
function lastRuling(frame: Frame, order: number, type: string): RulingCells | undefined {
  return frame.first(
    `SELECT effectiveOn, ground FROM rulings
       WHERE orderId = :order AND victimId IS NULL AND type = :type
         AND position <= :position AND effectiveOn <= :day
       ORDER BY position DESC LIMIT 1`,
    { order, type: frame.numberOf(type) },
  ) as RulingCells | undefined;
}
