import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DefendantId, RepresentativeId, VictimId } from '../../domain/ids.ts';
import { noMoney, parseMoney } from '../../domain/money.ts';
import { victim as victimDefined } from '../../domain/statutes/18-usc-2259-c-4-victim.ts';
import type { Listed } from './paging.ts';
import { heldFor } from './held.ts';
import { type Frame, dayInRow, dayOf } from './frame.ts';
import type { ReviewView } from '../views/law.ts';

interface EndedCells {
  readonly position: bigint;
  readonly item: bigint;
  readonly victimId: bigint;
  readonly representativeId: bigint;
  readonly defendantId: bigint | null;
  readonly over: bigint;
}

/** No other reason to look at the event that began a representation has this line. */
const line = 1_000;

const found = `SELECT * FROM (
    SELECT r.position, r.item, r.victimId, r.representativeId, r.defendantId,
        coalesce((SELECT e.effectiveOn FROM people e WHERE e.victimId = r.victimId AND +e.type = :ended
          AND e.representativeId = r.representativeId AND e.beganOn = r.effectiveOn
          AND e.position <= :position AND e.effectiveOn <= :day ORDER BY e.position DESC LIMIT 1), r.untilOn) AS over
      FROM people r WHERE r.type = :assumed AND r.position <= :position AND r.effectiveOn <= :day
        AND (r.position, r.item, :line) > (:fromPosition, :fromItem, :fromLine)
  ) WHERE over <= :asked ORDER BY position, item LIMIT :limit`;

/** Representations that are over on the day while money is held for the victim: at most so many after the place. */
export function endedRepresentations(
  frame: Frame,
  day: CalendarDate,
  { after, limit }: { readonly after: readonly (string | number)[]; readonly limit: number },
): readonly Listed<ReviewView>[] {
  const held: Listed<ReviewView>[] = [];
  let place = after;
  for (;;) {
    const [fromPosition = 0, fromItem = 0, fromLine = 0] = place;
    const rows = frame.all(found, {
      ...{ ended: frame.numberOf('RepresentationEnded'), assumed: frame.numberOf('RightsAssumed') },
      ...{ line, fromPosition, fromItem, fromLine, limit, asked: dayInRow(day) },
    }) as readonly EndedCells[];
    for (const cells of rows) {
      place = [Number(cells.position), Number(cells.item), line];
      const { held: ofVictim } = heldFor(frame, [Number(cells.victimId)]);
      if (parseMoney(ofVictim) > noMoney) held.push({ row: rowOf(frame, cells), place });
      if (held.length === limit) return held;
    }
    if (rows.length < limit) return held;
  }
}

function rowOf(frame: Frame, cells: EndedCells): ReviewView {
  return {
    position: Number(cells.position),
    effectiveOn: dayOf(cells.over),
    ...{ reason: 'REPRESENTATION_ENDED', citation: victimDefined.citation, authority: null },
    ...{ amount: null, caseId: null, orderId: null, debtId: null, receiptId: null },
    victimId: frame.term(cells.victimId) as VictimId,
    defendantId: frame.termOrNull(cells.defendantId) as DefendantId | null,
    representativeId: frame.term(cells.representativeId) as RepresentativeId,
  };
}
