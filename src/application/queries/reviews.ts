import type { CalendarDate } from '../../domain/calendar-date.ts';
import type {
  CaseId,
  DebtId,
  DefendantId,
  OrderId,
  ReceiptId,
  RepresentativeId,
  VictimId,
} from '../../domain/ids.ts';
import { formatMoney, money } from '../../domain/money.ts';
import type { ReviewReason } from '../../projections/review-row.ts';
import { awaitingCourt } from './awaiting-court.ts';
import type { Listed, List } from './paging.ts';
import { paidBeyondHeld } from './held.ts';
import { numbersGivenTwice } from './numbers-given-twice.ts';
import { endedRepresentations } from './representations.ts';
import { type Frame, dayInRow, dayOf } from './frame.ts';
import type { CaseFilter, ReviewView } from '../views/law.ts';

interface ReviewCells {
  readonly position: bigint;
  readonly item: bigint;
  readonly line: bigint;
  readonly reason: bigint;
  readonly citation: bigint;
  readonly authority: bigint | null;
  readonly effectiveOn: bigint;
  readonly caseId: bigint | null;
  readonly orderId: bigint | null;
  readonly debtId: bigint | null;
  readonly receiptId: bigint | null;
  readonly amount: bigint | null;
  readonly victimId: bigint | null;
  readonly defendantId: bigint | null;
  readonly representativeId: bigint | null;
}

/**
 * What a person should look at on a day, in the order of recording; beside it, representations that are over on that day
 * while money is held for the victim, for who is to be paid is another than before, and what was paid out beyond what was
 * held, as long as it is, payments that were given the number of another, and what is held until a court decides.
 */
export function reviewList({ caseId }: CaseFilter, on: CalendarDate): List<ReviewView> {
  return {
    name: 'reviews',
    shape: ['number', 'number', 'number'],
    start: [0, 0, 0],
    rows: (frame, after, limit) => {
      const recorded = recordedRows(frame, { caseId, on, after, limit });
      const ended = caseId === undefined ? endedRepresentations(frame, on, { after, limit }) : [];
      const beyond = paidBeyondHeld(frame, { caseId, after, limit });
      const twice = numbersGivenTwice(frame, { caseId, after, limit });
      const awaiting = awaitingCourt(frame, { caseId, after, limit });
      return [...recorded, ...ended, ...beyond, ...twice, ...awaiting].sort(byPlace).slice(0, limit);
    },
  };
}

function recordedRows(
  frame: Frame,
  {
    caseId,
    on,
    after,
    limit,
  }: {
    caseId: CaseId | undefined;
    on: CalendarDate;
    after: readonly (string | number)[];
    limit: number;
  },
): readonly Listed<ReviewView>[] {
  const [position = 0, item = 0, line = 0] = after;
  const found = frame.all(
    `SELECT * FROM reviews r
       WHERE position <= :position AND effectiveOn <= :day
         AND (position, item, line) > (:fromPosition, :item, :line)
         AND NOT (reason = :twoIds AND EXISTS (${joined}))
         AND NOT (reason = :payoutHeld AND EXISTS (${released}))
         AND (waitsUntil IS NULL OR waitsUntil <= :on AND NOT EXISTS (${decided}))
         ${caseId === undefined ? '' : 'AND caseId = :case'}
       ORDER BY position, item, line LIMIT :limit`,
    {
      ...{ twoIds: frame.numberOf('ONE_VICTIM_TWO_IDS'), joined: frame.numberOf('HistoriesJoined') },
      ...{ payoutHeld: frame.numberOf('PAYOUT_HELD'), released: frame.numberOf('PayoutReleased') },
      ...{ fromPosition: position, item, line, limit, on: dayInRow(on) },
      ...(caseId !== undefined && { case: frame.numberOf(caseId) }),
    },
  ) as readonly ReviewCells[];
  return found.map((cells) => ({
    row: reviewView(frame, cells),
    place: [Number(cells.position), Number(cells.item), Number(cells.line)],
  }));
}

/** That one cap is measured over the absorbed id and the one that survives. */
const joined = `SELECT 1 FROM people j WHERE j.otherId = r.victimId AND +j.type = :joined
  AND j.position <= :position AND j.effectiveOn <= :day`;

/** That what was held of the victim's money for want of an heir goes out again. */
const released = `SELECT 1 FROM people p WHERE p.victimId = r.victimId AND +p.type = :released
  AND p.position > r.position AND p.position <= :position AND p.effectiveOn <= :day`;

/** What became of the recovery whose report the row is of. */
const decided = `SELECT 1 FROM recoveries c JOIN recoveries e ON e.recoveryId = c.recoveryId AND e.victimId = c.victimId
  WHERE c.position = r.position AND e.position > c.position AND e.position <= :position AND e.effectiveOn <= :day`;

function byPlace(one: Listed<ReviewView>, other: Listed<ReviewView>): number {
  const differences = one.place.map((each, at) => Number(each) - Number(other.place[at]));
  return differences.find((each) => each !== 0) ?? 0;
}

function reviewView(frame: Frame, cells: ReviewCells): ReviewView {
  return {
    position: Number(cells.position),
    effectiveOn: dayOf(cells.effectiveOn),
    reason: frame.term(cells.reason) as ReviewReason,
    citation: frame.term(cells.citation),
    authority: frame.termOrNull(cells.authority),
    amount: cells.amount === null ? null : formatMoney(money(cells.amount)),
    caseId: frame.termOrNull(cells.caseId) as CaseId | null,
    orderId: frame.termOrNull(cells.orderId) as OrderId | null,
    debtId: frame.termOrNull(cells.debtId) as DebtId | null,
    receiptId: frame.termOrNull(cells.receiptId) as ReceiptId | null,
    victimId: frame.termOrNull(cells.victimId) as VictimId | null,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    representativeId: frame.termOrNull(cells.representativeId) as RepresentativeId | null,
  };
}
