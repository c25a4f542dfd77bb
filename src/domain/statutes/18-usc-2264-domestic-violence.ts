import { calendarDate } from '../calendar-date.ts';
import type { LossHead } from './loss-heads.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution for domestic violence and stalking, chapter 110A.
 *
 * > For purposes of this subsection, the term "full amount of the victim's losses" includes any costs incurred by the
 * > victim for (A) medical services relating to physical, psychiatric, or psychological care; (B) physical and
 * > occupational therapy or rehabilitation; (C) necessary transportation, temporary housing, and child care expenses;
 * > (D) lost income; (E) attorneys' fees, plus any costs incurred in obtaining a civil protection order; and (F) any
 * > other losses suffered by the victim as a proximate result of the offense.
 *
 * The heads speak of costs incurred; nothing is projected. Head (E) is kept as the two things that it adds up.
 *
 * Not formalized: proximate cause, which the court finds; guardians and estates (see docs/law.md, R17).
 */
export const domesticViolence: Statute = {
  citation: '18 U.S.C. 2264',
  inForceFrom: calendarDate('1994-09-13'),
  words:
    'For purposes of this subsection, the term "full amount of the victim\'s losses" includes any costs incurred by ' +
    'the victim for (A) medical services relating to physical, psychiatric, or psychological care; (B) physical and ' +
    'occupational therapy or rehabilitation; (C) necessary transportation, temporary housing, and child care ' +
    "expenses; (D) lost income; (E) attorneys' fees, plus any costs incurred in obtaining a civil protection order; " +
    'and (F) any other losses suffered by the victim as a proximate result of the offense.',
};

/** Heads (A) to (F) of paragraph (b)(3). */
export const domesticViolenceHeads: readonly LossHead[] = [
  'MEDICAL_SERVICES',
  'THERAPY_AND_REHABILITATION',
  'TRANSPORTATION_HOUSING_CHILD_CARE',
  'LOST_INCOME',
  'ATTORNEYS_FEES_AND_COSTS',
  'CIVIL_PROTECTION_ORDER_COSTS',
  'OTHER_RELEVANT_LOSSES',
];
