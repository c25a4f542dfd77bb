/**
 * The order of payment that the judgment form of the federal courts (AO 245B) prints, which is not a statute: assessment,
 * restitution, the assessment of 2259A, fine, community restitution, the assessment of 3014, penalties, costs. Policy
 * P-39 may choose it.
 */
import type { OrderOfPayment } from './obligations.ts';

/** The list of the form, without its lines for interest, which the ledger keeps with what bears it. */
export const judgmentFormOrderOfPayment: OrderOfPayment = [
  ['ASSESSMENT_3013'],
  ['RESTITUTION_2259', 'RESTITUTION'],
  ['ASSESSMENT_2259A'],
  ['FINE'],
  ['COMMUNITY_RESTITUTION'],
  ['ASSESSMENT_3014'],
  ['PENALTY'],
  ['COSTS'],
];
