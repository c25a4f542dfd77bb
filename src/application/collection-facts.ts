import { parseAnnualRate, type AnnualRate } from '../domain/annual-rate.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { dayOf, type Frame } from './query-frame.ts';

/** What a court said of an obligation, as it holds on the clocks of a frame. */
export interface TermsCells {
  readonly terms: bigint;
  readonly amount: bigint | null;
  readonly day: bigint | null;
  readonly every: bigint | null;
  readonly effectiveOn: bigint;
}

/** The terms of interest, or the schedule, that hold for the obligation; undefined where none were set. */
export function termsFor(
  frame: Frame,
  type: 'InterestTermsSet' | 'PaymentScheduleSet',
  obligation: bigint,
): TermsCells | undefined {
  return frame.first(
    `SELECT terms, amount, day, every, effectiveOn FROM collection_terms
      WHERE obligationId = :obligation AND type = :type AND position <= :position AND effectiveOn <= :day
      ORDER BY effectiveOn DESC, position DESC, item DESC LIMIT 1`,
    { obligation, type: frame.numberOf(type) },
  ) as TermsCells | undefined;
}

/** The yields that were recorded, each looked up once. */
export function yieldsOn(frame: Frame): (weekEndingOn: CalendarDate) => AnnualRate | undefined {
  const known = new Map<CalendarDate, AnnualRate | undefined>();
  return (weekEndingOn) => {
    if (!known.has(weekEndingOn)) known.set(weekEndingOn, yieldOf(frame, weekEndingOn));
    return known.get(weekEndingOn);
  };
}

/** A yield counts for its week whenever it was recorded, as far as that was by the position of the frame. */
function yieldOf(frame: Frame, weekEndingOn: CalendarDate): AnnualRate | undefined {
  const found = frame.first(
    `SELECT rate FROM treasury_yields WHERE weekEndingOn = :week AND position <= :position
      ORDER BY position DESC LIMIT 1`,
    { week: Number(weekEndingOn.replaceAll('-', '')) },
  ) as { readonly rate: bigint } | undefined;
  return found && parseAnnualRate(frame.term(found.rate));
}

/** When a defendant was last released in a case, and when the defendant died, as far as is known. */
export interface LifeFound {
  readonly releasedOn: CalendarDate | undefined;
  readonly diedOn: CalendarDate | undefined;
}

/** Releases are of a case; a death in one case is a death in all. */
export function lifeOf(
  frame: Frame,
  { caseNumber, defendantNumber }: { readonly caseNumber: bigint; readonly defendantNumber: bigint },
): LifeFound {
  const lastDay = (type: string, order: string, where = ''): CalendarDate | undefined => {
    const found = frame.first(
      `SELECT effectiveOn FROM lives WHERE defendantId = :defendant AND type = :type ${where}
        AND position <= :position AND effectiveOn <= :day ORDER BY ${order} LIMIT 1`,
      {
        defendant: defendantNumber,
        type: frame.numberOf(type),
        ...(where === '' ? {} : { case: caseNumber }),
      },
    ) as { readonly effectiveOn: bigint } | undefined;
    return found && dayOf(found.effectiveOn);
  };
  return {
    releasedOn: lastDay('DefendantReleased', 'effectiveOn DESC', 'AND caseId = :case'),
    diedOn: lastDay('DefendantDied', 'position DESC'),
  };
}
