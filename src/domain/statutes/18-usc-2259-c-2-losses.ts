import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * What counts as a victim's losses.
 *
 * > the term "full amount of the victim's losses" includes any costs incurred, or that are reasonably projected to be
 * > incurred in the future, by the victim, as a proximate result of the offenses involving the victim, and in the case
 * > of trafficking in child pornography offenses, as a proximate result of all trafficking in child pornography
 * > offenses involving the same victim
 *
 * Heads (A) to (F) below are the statute's own. Attorneys' fees are losses here, unlike under section 3663A (P-11).
 *
 * Not formalized: proximate cause and reasonable projection, which the court finds.
 */
export const losses: Statute = {
  citation: '18 U.S.C. 2259(c)(2)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'any costs incurred, or that are reasonably projected to be incurred in the future, by the victim, as a proximate ' +
    'result of the offenses involving the victim, and in the case of trafficking in child pornography offenses, as a ' +
    'proximate result of all trafficking in child pornography offenses involving the same victim',
};

/** Heads (A) to (F) of the paragraph, in its order. */
export const lossHeads = [
  'MEDICAL_SERVICES',
  'THERAPY_AND_REHABILITATION',
  'TRANSPORTATION_HOUSING_CHILD_CARE',
  'LOST_INCOME',
  'ATTORNEYS_FEES_AND_COSTS',
  'OTHER_RELEVANT_LOSSES',
] as const;

/**
 * What the losses come from. Only losses from trafficking set the cap unless policy P-03 says otherwise; `PRODUCTION`
 * are those of the abuse itself, and `OTHER` those found under another statute.
 */
export const lossCategories = ['TRAFFICKING', 'PRODUCTION', 'OTHER'] as const;

export type LossCategory = (typeof lossCategories)[number];
