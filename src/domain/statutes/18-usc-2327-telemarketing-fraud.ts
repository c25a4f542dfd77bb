import { calendarDate } from '../calendar-date.ts';
import type { LossHead } from './loss-heads.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution for fraud by telemarketing or e-mail: every offence for which section 2326 enhances the penalty.
 *
 * > For purposes of this subsection, the term "full amount of the victim's losses" means all losses suffered by the
 * > victim as a proximate result of the offense.
 *
 * The paragraph lists no heads, so any loss has its place, under whichever head another statute has a name for it. What
 * is not the victim's loss has none: the defendant's gain from labor (section 1593), and the time that section
 * 3663(b)(6) alone puts a price on. Attorneys' fees are not named; whether they are losses is policy P-11. Losses are
 * those suffered, not those projected.
 *
 * Not formalized: whether the penalty was in fact enhanced under section 2326; who is a victim (section 3663A(a)(2)).
 */
export const telemarketingFraud: Statute = {
  citation: '18 U.S.C. 2327',
  inForceFrom: calendarDate('1994-09-13'),
  words:
    'For purposes of this subsection, the term "full amount of the victim\'s losses" means all losses suffered by the ' +
    'victim as a proximate result of the offense.',
};

/** The names that losses go by here; the paragraph itself gives none. */
export const fraudHeads: readonly LossHead[] = [
  'MEDICAL_SERVICES',
  'THERAPY_AND_REHABILITATION',
  'TRANSPORTATION_HOUSING_CHILD_CARE',
  'LOST_INCOME',
  'OTHER_RELEVANT_LOSSES',
  'CIVIL_PROTECTION_ORDER_COSTS',
  'PROPERTY',
  'FUNERAL_SERVICES',
  'PARTICIPATION_COSTS',
];
