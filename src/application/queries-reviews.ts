import type { CaseId, DefendantId, OrderId, VictimId } from '../domain/ids.ts';
import type { ReviewReason } from '../projections/reviews.ts';
import type { List } from './paging.ts';
import { dayOf, type Frame } from './query-frame.ts';
import type { CaseFilter, ReviewView } from './views-of-law.ts';

interface ReviewCells {
  readonly position: bigint;
  readonly item: bigint;
  readonly line: bigint;
  readonly reason: bigint;
  readonly citation: bigint;
  readonly authority: bigint | null;
  readonly effectiveOn: bigint;
  readonly caseId: bigint;
  readonly orderId: bigint | null;
  readonly victimId: bigint | null;
  readonly defendantId: bigint | null;
}

/** What a person should look at, in the order of recording. */
export function reviewList({ caseId }: CaseFilter): List<ReviewView> {
  return {
    name: 'reviews',
    shape: ['number', 'number', 'number'],
    start: [0, 0, 0],
    rows: (frame, [position = 0, item = 0, line = 0], limit) => {
      const found = frame.all(
        `SELECT * FROM reviews
           WHERE position <= :position AND effectiveOn <= :day
             AND (position, item, line) > (:fromPosition, :item, :line)
             ${caseId === undefined ? '' : 'AND caseId = :case'}
           ORDER BY position, item, line LIMIT :limit`,
        {
          ...{ fromPosition: position, item, line, limit },
          ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
        },
      ) as readonly ReviewCells[];
      return found.map((cells) => ({
        row: reviewView(frame, cells),
        place: [Number(cells.position), Number(cells.item), Number(cells.line)],
      }));
    },
  };
}

function reviewView(frame: Frame, cells: ReviewCells): ReviewView {
  return {
    position: Number(cells.position),
    effectiveOn: dayOf(cells.effectiveOn),
    reason: frame.term(cells.reason) as ReviewReason,
    citation: frame.term(cells.citation),
    authority: frame.termOrNull(cells.authority),
    caseId: frame.term(cells.caseId) as CaseId,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
  };
}
