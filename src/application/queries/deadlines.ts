import type { CaseId, DefendantId, OrderId, RepresentativeId, VictimId } from '../../domain/ids.ts';
import type { DeadlineKind } from '../../projections/deadlines.ts';
import type { List } from './paging.ts';
import { dayOf, type Frame } from './frame.ts';
import type { CaseFilter, DeadlineView } from '../views/law.ts';

interface DeadlineCells {
  readonly position: bigint;
  readonly item: bigint;
  readonly kind: bigint;
  readonly startedOn: bigint;
  readonly dueOn: bigint;
  readonly effectiveOn: bigint;
  readonly caseId: bigint | null;
  readonly defendantId: bigint | null;
  readonly representativeId: bigint | null;
  readonly victimId: bigint | null;
  readonly orderId: bigint | null;
  readonly metOn: bigint | null;
}

/**
 * The terms of 18 U.S.C. 3664(d)(5) and of representations, the earliest first, and how each stands on the day asked for. A deferred finding is
 * met by what the court then ordered, amended or declined for that defendant, on a later day, and for the victim where
 * one was named; a petition by an amendment of the victim's share. A representation is over on its day, or when it ended earlier.
 */
export function deadlineList({ caseId }: CaseFilter): List<DeadlineView> {
  return {
    name: 'deadlines',
    shape: ['number', 'number', 'number'],
    start: [0, 0, 0],
    rows: (frame, [dueOn = 0, position = 0, item = 0], limit) => {
      const found = frame.all(
        `SELECT d.*, (${metOn}) AS metOn FROM deadlines d
           WHERE d.position <= :position AND d.effectiveOn <= :day
             AND (d.dueOn, d.position, d.item) > (:dueOn, :fromPosition, :item)
             ${caseId === undefined ? '' : 'AND d.caseId = :case'}
           ORDER BY d.dueOn, d.position, d.item LIMIT :limit`,
        {
          ...{ dueOn, fromPosition: position, item, limit, ...kindsOf(frame) },
          ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
        },
      ) as readonly DeadlineCells[];
      return found.map((cells) => ({
        row: deadlineView(frame, cells),
        place: [Number(cells.dueOn), Number(cells.position), Number(cells.item)],
      }));
    },
  };
}

const endedOn = `SELECT min(e.effectiveOn) FROM people e
  WHERE e.victimId = d.victimId AND +e.type = :ended AND e.representativeId = d.representativeId
    AND e.beganOn = d.startedOn AND e.position <= :position AND e.effectiveOn <= :day AND e.effectiveOn <= d.dueOn`;

const doneOn = `SELECT min(t.effectiveOn) FROM timeline t
  WHERE t.caseId = d.caseId AND +t.defendantId = d.defendantId
    AND +t.type IN (:imposed, :amended, :declined)
    AND t.position <= :position AND t.effectiveOn <= :day
    AND (d.victimId IS NULL OR t.victimId IS NULL OR t.victimId = d.victimId)
    AND CASE WHEN d.kind = :petition
      THEN t.orderId = d.orderId AND t.position > d.position AND t.effectiveOn >= d.effectiveOn
      ELSE t.effectiveOn > d.effectiveOn END`;

const metOn = `SELECT CASE WHEN d.kind = :representation THEN (${endedOn}) ELSE (${doneOn}) END`;

function kindsOf(frame: Frame): Readonly<Record<string, number>> {
  return {
    imposed: frame.numberOf('LiabilityImposed'),
    amended: frame.numberOf('LiabilityAmended'),
    declined: frame.numberOf('RestitutionDeclined'),
    petition: frame.numberOf('PETITION' satisfies DeadlineKind),
    representation: frame.numberOf('REPRESENTATION' satisfies DeadlineKind),
    ended: frame.numberOf('RepresentationEnded'),
  };
}

function deadlineView(frame: Frame, cells: DeadlineCells): DeadlineView {
  const kind = frame.term(cells.kind) as DeadlineKind;
  const dueOn = dayOf(cells.dueOn);
  const day = frame.standpoint.asOf;
  // A representation needs nobody to end it: its day is enough.
  const passedOn = kind === 'REPRESENTATION' && day !== null && day >= dueOn ? dueOn : null;
  const term = {
    ...{ kind, startedOn: dayOf(cells.startedOn), dueOn },
    ...{ on: dayOf(cells.effectiveOn), metOn: cells.metOn === null ? passedOn : dayOf(cells.metOn) },
  };
  return {
    position: Number(cells.position),
    ...term,
    status: statusOf(term, day),
    caseId: frame.termOrNull(cells.caseId) as CaseId | null,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    representativeId: frame.termOrNull(cells.representativeId) as RepresentativeId | null,
  };
}

function statusOf(
  { kind, dueOn, metOn }: Pick<DeadlineView, 'kind' | 'dueOn' | 'metOn'>,
  day: DeadlineView['dueOn'] | null,
): DeadlineView['status'] {
  if (metOn !== null) return 'met';
  if (kind === 'PETITION') return 'pending';
  return day !== null && day > dueOn ? 'overdue' : 'due';
}
