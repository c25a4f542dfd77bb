/**
 * The order of payment that the judgment form of the federal courts (AO 245B) prints, which is not a statute: assessment,
 * restitution and its interest, the assessment of 2259A, fine and its interest, community restitution, the assessment of 3014,
 * penalties, costs. Policy
 * P-39 may choose it.
 */
import type { OrderOfPayment, Rung } from './obligations.ts';

/** The list of the form. Its lines for interest stand behind the principal that bears it; penalties for lateness are penalties. */
export const judgmentFormOrderOfPayment: OrderOfPayment<Rung> = [
  ['ASSESSMENT_3013'],
  ['RESTITUTION_2259', 'RESTITUTION'],
  ['INTEREST_ON_RESTITUTION_2259', 'INTEREST_ON_RESTITUTION'],
  ['ASSESSMENT_2259A'],
  ['FINE'],
  ['INTEREST_ON_FINE'],
  ['COMMUNITY_RESTITUTION'],
  ['ASSESSMENT_3014'],
  ['PENALTY', 'LATE_PENALTIES'],
  ['COSTS'],
];
