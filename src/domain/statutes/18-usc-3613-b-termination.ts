import { calendarDate, laterOf, type CalendarDate } from '../calendar-date.ts';
import { earlierOf, plusYears } from '../calendar-arithmetic.ts';
import { assessmentCeasesOn } from './18-usc-3013-special-assessment.ts';
import type { Obligation } from './obligations.ts';
import type { Statute } from './statute.ts';

/**
 * How long a debt lives: twenty years from judgment or from release, whichever is later. A fine dies with the defendant;
 * for restitution the estate is liable.
 *
 * > The liability to pay a fine shall terminate the later of 20 years from the entry of judgment or 20 years after the
 * > release from imprisonment of the person fined, or upon the death of the individual fined. The liability to pay
 * > restitution shall terminate on the date that is the later of 20 years from the entry of judgment or 20 years after the
 * > release from imprisonment of the person ordered to pay restitution.
 *
 * For offences before 24 April 1996 the twenty years run from judgment alone: to let them run from release would make the
 * punishment greater after the fact. P-34 is answered so, without a choice.
 *
 * Not formalized: the liability of an estate, and the release of the lien (3613(b), (c)); death before the judgment is
 * final; terms of costs, penalties and community restitution, of which the section says nothing.
 */
export const termination: Statute = {
  citation: '18 U.S.C. 3613(b)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'The liability to pay a fine shall terminate the later of 20 years from the entry of judgment or 20 years after the ' +
    'release from imprisonment of the person fined, or upon the death of the individual fined. The liability to pay ' +
    'restitution shall terminate on the date that is the later of 20 years from the entry of judgment or 20 years after ' +
    'the release from imprisonment of the person ordered to pay restitution.',
};

/** What the term of an obligation depends on. */
export interface Life {
  readonly obligation: Obligation;
  readonly offenceOn: CalendarDate;
  readonly judgmentOn: CalendarDate;
  /** The last release from imprisonment; undefined where none is known. */
  readonly releasedOn: CalendarDate | undefined;
  readonly diedOn: CalendarDate | undefined;
}

const yearsOfLiability = 20;

/** The day on which liability ends, as far as is known; undefined where no section that the ledger knows sets an end. */
export function liabilityEndsOn(life: Life): CalendarDate | undefined {
  switch (life.obligation) {
    case 'RESTITUTION':
    case 'RESTITUTION_2259':
      return endOfTerm(life);
    case 'FINE':
      return life.diedOn === undefined ? endOfTerm(life) : earlierOf(endOfTerm(life), life.diedOn);
    case 'ASSESSMENT_3013':
      return assessmentCeasesOn(life.judgmentOn);
    default:
      return undefined;
  }
}

function endOfTerm({ offenceOn, judgmentOn, releasedOn }: Life): CalendarDate {
  const fromJudgment = plusYears(judgmentOn, yearsOfLiability);
  if (releasedOn === undefined || offenceOn < termination.inForceFrom) return fromJudgment;
  return laterOf(fromJudgment, plusYears(releasedOn, yearsOfLiability));
}
