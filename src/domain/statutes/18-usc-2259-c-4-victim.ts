import { calendarDate, type CalendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * The victim is the individual harmed. Somebody else may assume the victim's rights, but never becomes a victim.
 *
 * > For purposes of this section, the term “victim” means the individual harmed as a result of a commission of a crime
 * > under this chapter. In the case of a victim who is under 18 years of age, incompetent, incapacitated, or deceased,
 * > the legal guardian of the victim or representative of the victim’s estate, another family member, or any other
 * > person appointed as suitable by the court, may assume the crime victim’s rights under this section, but in no event
 * > shall the defendant be named as such representative or guardian.
 *
 * Before the Act of 2018 subsection (c) said the same in other words. Section 3663A(a)(2) says the same of victims under other statutes, and who assumed the rights of an individual has
 * assumed them under all of these.
 *
 * Not formalized: whether the victim is incompetent or incapacitated, and who is suitable, which are the court's to find.
 * No date of birth is kept: that a victim turns 18 is the last day of the guardian's term.
 */
export const victim: Statute = {
  citation: '18 U.S.C. 2259(c)(4)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'For purposes of this section, the term “victim” means the individual harmed as a result of a commission of a crime ' +
    'under this chapter. In the case of a victim who is under 18 years of age, incompetent, incapacitated, or deceased, ' +
    'the legal guardian of the victim or representative of the victim’s estate, another family member, or any other ' +
    'person appointed as suitable by the court, may assume the crime victim’s rights under this section, but in no event ' +
    'shall the defendant be named as such representative or guardian.',
};

/** In which capacity somebody may assume a victim's rights: the four that the words know. */
export type Capacity = 'LEGAL_GUARDIAN' | 'ESTATE_REPRESENTATIVE' | 'FAMILY_MEMBER' | 'APPOINTED_BY_COURT';

/**
 * Whether the rights of a victim can be assumed in the capacity from a day on: nobody is the guardian of the dead, and an
 * estate is there from the day of the death.
 */
export function fitsLife(capacity: Capacity, from: CalendarDate, diedOn: CalendarDate | undefined): boolean {
  const isDead = diedOn !== undefined && from >= diedOn;
  if (capacity === 'LEGAL_GUARDIAN') return !isDead;
  return capacity !== 'ESTATE_REPRESENTATIVE' || isDead;
}

/** Whether what was assumed in the capacity ends when the victim dies. */
export function endsWithDeath(capacity: Capacity): boolean {
  return capacity === 'LEGAL_GUARDIAN';
}

/** What speaks against a person who would act, or take, for the victim. */
export interface Standing {
  /** Ordered to pay this victim by an order that stands. */
  readonly isDefendant: boolean;
  /** Convicted of having abused this victim. */
  readonly isConvicted: boolean;
}

/** Whether the person may be named: in no event the defendant. */
export function mayBeNamed({ isDefendant, isConvicted }: Standing): boolean {
  return !isDefendant && !isConvicted;
}
