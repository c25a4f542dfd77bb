import { calendarDate, laterOf, type CalendarDate } from '../calendar-date.ts';
import { earlierOf, plusYears } from '../calendar-arithmetic.ts';
import { assessmentCeasesOn, specialAssessment } from './18-usc-3013-special-assessment.ts';
import type { Obligation } from './obligations.ts';
import type { Statute } from './statute.ts';

/**
 * How long a debt lives: twenty years from judgment or from release, whichever is later. A fine dies with the defendant;
 * for restitution the estate is liable.
 *
 * > The liability to pay a fine shall terminate the later of 20 years from the entry of judgment or 20 years after the
 * > release from imprisonment of the person fined, or upon the death of the individual fined. The liability to pay
 * > restitution shall terminate on the date that is the later of 20 years from the entry of judgment or 20 years after the
 * > release from imprisonment of the person ordered to pay restitution. In the event of the death of the person ordered to
 * > pay restitution, the individual's estate will be held responsible for any unpaid balance of the restitution amount,
 * > and the lien provided in subsection (c) of this section shall continue until the estate receives a written release of
 * > that liability.
 *
 * For offences before 24 April 1996 the twenty years run from judgment alone: to let them run from release would make the
 * punishment greater after the fact. Whether the day of the offence or that of the judgment decides, P-34 answers. Whether
 * restitution ends with a defendant who dies before the judgment is final, P-35 answers.
 *
 * What is true of a fine is so of an assessment under section 2259A, to which the provisions on fines apply (2259A(d)(1)).
 *
 * It is the later of the two days. So while nobody has said when the defendant was released, nor that the judgment imposed no
 * imprisonment, it is not known when liability ends: only that it does not before the twenty years from judgment are over.
 *
 * Not formalized: whether release from imprisonment under another judgment counts, or a second imprisonment upon revocation
 * of supervised release (the last release recorded in the case does); who the estate is, and the release of the lien
 * (3613(b), (c)); terms of costs, penalties and community
 * restitution, of which the section says nothing.
 */
export const termination: Statute = {
  citation: '18 U.S.C. 3613(b)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'The liability to pay a fine shall terminate the later of 20 years from the entry of judgment or 20 years after the ' +
    'release from imprisonment of the person fined, or upon the death of the individual fined. The liability to pay ' +
    'restitution shall terminate on the date that is the later of 20 years from the entry of judgment or 20 years after ' +
    'the release from imprisonment of the person ordered to pay restitution. In the event of the death of the person ' +
    "ordered to pay restitution, the individual's estate will be held responsible for any unpaid balance of the " +
    'restitution amount, and the lien provided in subsection (c) of this section shall continue until the estate ' +
    'receives a written release of that liability.',
};

/** What the term of an obligation depends on. */
export interface Life {
  readonly obligation: Obligation;
  readonly offenceOn: CalendarDate;
  readonly judgmentOn: CalendarDate;
  /** The last release from imprisonment; undefined where none is known. */
  readonly releasedOn: CalendarDate | undefined;
  /** No, where it is on record that the judgment imposed no imprisonment; otherwise a release is to be expected. */
  readonly wasImprisoned: boolean;
  readonly diedOn: CalendarDate | undefined;
  /** The day on which the order became final upon review; undefined where it has not, or of a debt. */
  readonly finalOn: CalendarDate | undefined;
}

/** What the words leave open of the end of liability. */
export interface TermAnswers {
  /** Whether the day of the offence or that of the judgment decides which law it is (P-34). */
  readonly term: 'BY_OFFENCE_DATE' | 'BY_JUDGMENT_DATE';
  /** Whether restitution ends, too, with a defendant who dies before the judgment is final (P-35). */
  readonly death: 'ESTATE_LIABLE' | 'ABATES_BEFORE_FINALITY';
}

const yearsOfLiability = 20;

const hasTermOfYears: ReadonlySet<Obligation> = new Set([
  'RESTITUTION',
  'RESTITUTION_2259',
  'ASSESSMENT_2259A',
  'FINE',
]);

/** A fine, and what the provisions on fines apply to (18 U.S.C. 2259A(d)(1)). */
function isAsFine(obligation: Obligation): boolean {
  return obligation === 'FINE' || obligation === 'ASSESSMENT_2259A';
}

/** The day before which liability does not end, and on which it does as far as is known (`isEndKnown`); undefined where no section that the ledger knows sets an end. */
export function liabilityEndsOn(life: Life, answers: TermAnswers): CalendarDate | undefined {
  const { obligation, judgmentOn } = life;
  if (obligation === 'ASSESSMENT_3013') return assessmentCeasesOn(judgmentOn);
  if (!hasTermOfYears.has(obligation)) return undefined;
  return withDeath(life, answers, isAsFine(obligation) || hasAbated(life, answers));
}

/** Whether that day is certain: whether release, where the term may run from it, is on record or not to be expected. */
export function isEndKnown(life: Life, answers: TermAnswers): boolean {
  const { obligation, judgmentOn, releasedOn, wasImprisoned, diedOn } = life;
  if (!hasTermOfYears.has(obligation)) return true;
  if (releasedOn !== undefined || !wasImprisoned || !runsFromRelease(life, answers)) return true;
  const endsWithDeath = isAsFine(obligation) || hasAbated(life, answers);
  return endsWithDeath && diedOn !== undefined && diedOn <= plusYears(judgmentOn, yearsOfLiability);
}

/** Under which section the liability ends. */
export function termCitation(obligation: Obligation): string {
  return obligation === 'ASSESSMENT_3013' ? `${specialAssessment.citation}(c)` : termination.citation;
}

function withDeath(life: Life, answers: TermAnswers, endsWithDeath: boolean): CalendarDate {
  const end = endOfTerm(life, answers);
  return endsWithDeath && life.diedOn !== undefined ? earlierOf(end, life.diedOn) : end;
}

function hasAbated({ diedOn, finalOn }: Life, { death }: TermAnswers): boolean {
  if (death !== 'ABATES_BEFORE_FINALITY' || diedOn === undefined) return false;
  return finalOn === undefined || finalOn > diedOn;
}

function runsFromRelease({ offenceOn, judgmentOn }: Life, { term }: TermAnswers): boolean {
  return (term === 'BY_OFFENCE_DATE' ? offenceOn : judgmentOn) >= termination.inForceFrom;
}

function endOfTerm(life: Life, answers: TermAnswers): CalendarDate {
  const { judgmentOn, releasedOn } = life;
  const fromJudgment = plusYears(judgmentOn, yearsOfLiability);
  if (releasedOn === undefined || !runsFromRelease(life, answers)) return fromJudgment;
  return laterOf(fromJudgment, plusYears(releasedOn, yearsOfLiability));
}
