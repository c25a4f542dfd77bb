import { legalPublicHolidays } from './5-usc-6103-a-legal-public-holidays.ts';
import { restoredForfeiture } from './18-usc-981-e-6-restored-forfeiture.ts';
import { traffickingInPersons } from './18-usc-1593-trafficking-in-persons.ts';
import { sexualAbuse } from './18-usc-2248-sexual-abuse.ts';
import { fullAmount } from './18-usc-2259-b-1-full-amount.ts';
import { fullLosses } from './18-usc-2259-b-2-a-full-losses.ts';
import { relativeRole } from './18-usc-2259-b-2-b-relative-role.ts';
import { fullRecovery } from './18-usc-2259-b-2-c-full-recovery.ts';
import { otherCases } from './18-usc-2259-b-2-c-last-sentence-other-cases.ts';
import { orderMandatory } from './18-usc-2259-b-4-mandatory.ts';
import { production } from './18-usc-2259-c-1-production.ts';
import { losses } from './18-usc-2259-c-2-losses.ts';
import { trafficking } from './18-usc-2259-c-3-trafficking.ts';
import { victim } from './18-usc-2259-c-4-victim.ts';
import { domesticViolence } from './18-usc-2264-domestic-violence.ts';
import { telemarketingFraud } from './18-usc-2327-telemarketing-fraud.ts';
import { transportation } from './18-usc-2429-transportation.ts';
import { discretionary } from './18-usc-3663-a-discretionary.ts';
import { heads } from './18-usc-3663-b-heads.ts';
import { mandatory } from './18-usc-3663a-mandatory.ts';
import { laterLosses } from './18-usc-3664-d-5-later-losses.ts';
import { otherCompensation } from './18-usc-3664-f-1-b-other-compensation.ts';
import { finalJudgment } from './18-usc-3664-o-final-judgment.ts';
import { assistanceAmount } from './18-usc-2259-d-1-d-assistance-amount.ts';
import { once } from './18-usc-2259-d-2-a-once.ts';
import { deduction } from './18-usc-2259-d-2-c-deduction.ts';
import { eligibility } from './18-usc-2259-d-3-eligibility.ts';
import { attorneyFees } from './18-usc-2259-d-4-attorney-fees.ts';
import { assessments } from './18-usc-2259a-a-assessments.ts';
import { assessmentOrderOfPayment } from './18-usc-2259a-d-2-order-of-payment.ts';
import { queue } from './18-usc-2259b-b-queue.ts';
import { specialAssessment } from './18-usc-3013-special-assessment.ts';
import { traffickingVictimsAssessment } from './18-usc-3014-jvta-assessment.ts';
import { timeOfPayment } from './18-usc-3572-d-payment.ts';
import { delinquency } from './18-usc-3572-h-i-delinquency.ts';
import { remission } from './18-usc-3573-remission.ts';
import { orderOfPayment } from './18-usc-3612-c-order-of-payment.ts';
import { notificationOfReceipt } from './18-usc-3612-a-notification-of-receipt.ts';
import { notices } from './18-usc-3612-d-e-notices.ts';
import { interest } from './18-usc-3612-f-interest.ts';
import { penalties } from './18-usc-3612-g-penalties.ts';
import { waivers } from './18-usc-3612-h-waivers.ts';
import { applicationOfPayments } from './18-usc-3612-i-application-of-payments.ts';
import { termination } from './18-usc-3613-b-termination.ts';
import { communityRestitution } from './18-usc-3663-c-community-restitution.ts';
import { assignment } from './18-usc-3664-g-2-assignment.ts';
import { jointAndSeveral } from './18-usc-3664-h-joint-and-several.ts';
import { severalVictims } from './18-usc-3664-i-several-victims.ts';
import { providersOfCompensation } from './18-usc-3664-j-1-providers.ts';
import { offender } from './28-cfr-8153-d-2-offender.ts';
import { civilRecoveries } from './18-usc-3664-j-2-civil-recoveries.ts';
import { civilInterest } from './28-usc-1961-civil-interest.ts';
import { unclaimed } from './28-usc-2042-unclaimed.ts';
import { bail } from './28-usc-2044-bail.ts';
import { offset } from './31-usc-3716-c-3-offset.ts';
import { ceiling } from './34-usc-20101-d-6-ceiling.ts';
import type { Statute } from './statute.ts';

/** Every provision that the ledger carries out, in the order of the Code. */
export const statutesInForce: readonly Statute[] = [
  legalPublicHolidays,
  restoredForfeiture,
  traffickingInPersons,
  sexualAbuse,
  fullAmount,
  fullLosses,
  relativeRole,
  fullRecovery,
  otherCases,
  orderMandatory,
  production,
  losses,
  trafficking,
  victim,
  assistanceAmount,
  once,
  deduction,
  eligibility,
  attorneyFees,
  assessments,
  assessmentOrderOfPayment,
  queue,
  domesticViolence,
  telemarketingFraud,
  transportation,
  specialAssessment,
  traffickingVictimsAssessment,
  timeOfPayment,
  delinquency,
  remission,
  notificationOfReceipt,
  orderOfPayment,
  notices,
  interest,
  penalties,
  waivers,
  applicationOfPayments,
  termination,
  discretionary,
  heads,
  communityRestitution,
  mandatory,
  laterLosses,
  otherCompensation,
  assignment,
  jointAndSeveral,
  severalVictims,
  providersOfCompensation,
  civilRecoveries,
  finalJudgment,
  civilInterest,
  offender,
  unclaimed,
  bail,
  offset,
  ceiling,
];
