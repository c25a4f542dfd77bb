import { calendarDate } from '../calendar-date.ts';
import type { LossHead } from './loss-heads.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution for sexual abuse, chapter 109A.
 *
 * > Notwithstanding section 3663 or 3663A, and in addition to any other civil or criminal penalty authorized by law, the
 * > court shall order restitution for any offense under this chapter.
 *
 * Its heads in our words: medical care; therapy and rehabilitation; necessary transportation, temporary housing and
 * child care; lost income; attorneys' fees, plus what a civil protection order cost; and any other losses that the
 * offence proximately caused. They are costs that the victim has incurred: the words do not look to the future, as those
 * of section 2259(c)(2) do. There is no floor, no share by relative role, and no end of liability across cases.
 *
 * Not formalized: proximate cause, which the court finds; guardians and estates (see docs/law.md, R17).
 */
export const sexualAbuse: Statute = {
  citation: '18 U.S.C. 2248',
  inForceFrom: calendarDate('1994-09-13'),
  words:
    'Notwithstanding section 3663 or 3663A, and in addition to any other civil or criminal penalty authorized by law, ' +
    'the court shall order restitution for any offense under this chapter.',
};

/** Heads (A) to (F) of paragraph (b)(3); head (E) is kept as the two things that it adds up. */
export const abuseHeads: readonly LossHead[] = [
  'MEDICAL_SERVICES',
  'THERAPY_AND_REHABILITATION',
  'TRANSPORTATION_HOUSING_CHILD_CARE',
  'LOST_INCOME',
  'ATTORNEYS_FEES_AND_COSTS',
  'CIVIL_PROTECTION_ORDER_COSTS',
  'OTHER_RELEVANT_LOSSES',
];
