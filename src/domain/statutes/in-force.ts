import { legalPublicHolidays } from './5-usc-6103-a-legal-public-holidays.ts';
import { fullAmount } from './18-usc-2259-b-1-full-amount.ts';
import { fullLosses } from './18-usc-2259-b-2-a-full-losses.ts';
import { relativeRole } from './18-usc-2259-b-2-b-relative-role.ts';
import { fullRecovery } from './18-usc-2259-b-2-c-full-recovery.ts';
import { losses } from './18-usc-2259-c-2-losses.ts';
import { assessmentOrderOfPayment } from './18-usc-2259a-d-2-order-of-payment.ts';
import { specialAssessment } from './18-usc-3013-special-assessment.ts';
import { traffickingVictimsAssessment } from './18-usc-3014-jvta-assessment.ts';
import { timeOfPayment } from './18-usc-3572-d-payment.ts';
import { delinquency } from './18-usc-3572-h-i-delinquency.ts';
import { remission } from './18-usc-3573-remission.ts';
import { orderOfPayment } from './18-usc-3612-c-order-of-payment.ts';
import { notices } from './18-usc-3612-d-e-notices.ts';
import { interest } from './18-usc-3612-f-interest.ts';
import { penalties } from './18-usc-3612-g-penalties.ts';
import { termination } from './18-usc-3613-b-termination.ts';
import { communityRestitution } from './18-usc-3663-c-community-restitution.ts';
import { jointAndSeveral } from './18-usc-3664-h-joint-and-several.ts';
import { severalVictims } from './18-usc-3664-i-several-victims.ts';
import { providersOfCompensation } from './18-usc-3664-j-1-providers.ts';
import { civilInterest } from './28-usc-1961-civil-interest.ts';
import type { Statute } from './statute.ts';

/** Every provision that the ledger carries out, in the order of the Code. */
export const statutesInForce: readonly Statute[] = [
  legalPublicHolidays,
  fullAmount,
  fullLosses,
  relativeRole,
  fullRecovery,
  losses,
  assessmentOrderOfPayment,
  specialAssessment,
  traffickingVictimsAssessment,
  timeOfPayment,
  delinquency,
  remission,
  orderOfPayment,
  notices,
  interest,
  penalties,
  termination,
  communityRestitution,
  jointAndSeveral,
  severalVictims,
  providersOfCompensation,
  civilInterest,
];
