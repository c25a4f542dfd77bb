import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CaseId, DebtId, DefendantId, OrderId } from '../../domain/ids.ts';
import type { Obligation } from '../../domain/statutes/obligations.ts';
import { principalsOf, type Principal } from './principal.ts';
import { dayOf, type Frame } from './frame.ts';
import { reliefOn } from './relief.ts';
import type { ObligationFilter } from '../views/collection.ts';

/** An obligation on the clocks of a frame, with its principal. */
export interface ObligationFound {
  readonly position: number;
  readonly item: number;
  /** The number of the id of the order, or of the debt. */
  readonly number: bigint;
  readonly caseNumber: bigint;
  readonly defendantNumber: bigint;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly debtId: DebtId | null;
  readonly obligation: Obligation;
  readonly offenceOn: CalendarDate;
  readonly judgmentOn: CalendarDate;
  readonly principal: Principal;
}

/** Where a page of obligations begins, and how many it holds at most. */
interface From {
  readonly after: number;
  readonly item: number;
  readonly limit: number;
}

/** Obligations that match, in the order in which they came about, each with its principal. */
export function obligationsFound(
  frame: Frame,
  filter: ObligationFilter,
  from: From,
): readonly ObligationFound[] {
  const given = subjects.filter((subject) => filter[subject] !== undefined);
  // A plus before a column keeps SQLite from its index: the first one given tells the most apart.
  const where = given.map((subject, at) => `AND ${at === 0 ? '' : '+'}${subject} = :${subject}`).join(' ');
  const ids = given.map((subject): [string, number] => [subject, frame.numberOf(filter[subject] ?? '')]);
  const found = frame.all(
    `SELECT position, item, caseId, defendantId, orderId, debtId, obligation, offenceOn, judgmentOn FROM obligations
      WHERE (position, item) > (:after, :item) AND position <= :position AND judgmentOn <= :day ${where}
      ORDER BY position, item LIMIT :limit`,
    { ...Object.fromEntries(ids), ...from },
  ) as readonly Cells[];
  const principal = principalsOf(frame, found.map(numberOf));
  const relieved = reliefOn(
    frame,
    found.flatMap(({ orderId }) => orderId ?? []),
  );
  return found.map((cells) => {
    const own = principal(numberOf(cells));
    return foundOf(frame, cells, relieved(own, cells.orderId));
  });
}

const subjects = ['orderId', 'debtId', 'defendantId', 'caseId'] as const;

interface Cells {
  readonly position: bigint;
  readonly item: bigint;
  readonly caseId: bigint;
  readonly defendantId: bigint;
  readonly orderId: bigint | null;
  readonly debtId: bigint | null;
  readonly obligation: bigint;
  readonly offenceOn: bigint;
  readonly judgmentOn: bigint;
}

function foundOf(frame: Frame, cells: Cells, principal: Principal): ObligationFound {
  return {
    position: Number(cells.position),
    item: Number(cells.item),
    number: numberOf(cells),
    caseNumber: cells.caseId,
    defendantNumber: cells.defendantId,
    caseId: frame.term(cells.caseId) as CaseId,
    defendantId: frame.term(cells.defendantId) as DefendantId,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    debtId: frame.termOrNull(cells.debtId) as DebtId | null,
    obligation: frame.term(cells.obligation) as Obligation,
    offenceOn: dayOf(cells.offenceOn),
    judgmentOn: dayOf(cells.judgmentOn),
    principal,
  };
}

function numberOf({ orderId, debtId }: Cells): bigint {
  return orderId ?? debtId ?? 0n;
}
