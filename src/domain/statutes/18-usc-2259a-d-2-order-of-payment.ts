import { calendarDate } from '../calendar-date.ts';
import type { OrderOfPayment } from './obligations.ts';
import type { Statute } from './statute.ts';

/**
 * What is paid first where an assessment under 2259A was imposed: this order takes the place of any other.
 *
 * > Any money received from a defendant shall be disbursed so that each of the following obligations is paid in full
 * > in the following sequence: (A) A special assessment under section 3013. (B) Restitution to victims of any child
 * > pornography production or trafficking offense that the defendant committed. (C) An assessment under this section.
 * > (D) Other orders under any other section of this title. (E) All other fines, penalties, costs, and other payments
 * > required under the sentence.
 *
 * It ranks any money received: (A) to (C) come before what is below them in whichever case of the defendant. (B) is restitution
 * to victims of any such offence that the defendant committed; (D) the restitution of all other victims. That the assessment of 18 U.S.C. 3014 comes last is 3014(b)’s own word: it is
 * not payable before fines and restitution are paid.
 */
export const assessmentOrderOfPayment: Statute = {
  citation: '18 U.S.C. 2259A(d)(2)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'Any money received from a defendant shall be disbursed so that each of the following obligations is paid in ' +
    'full in the following sequence: (A) A special assessment under section 3013. (B) Restitution to victims of any ' +
    'child pornography production or trafficking offense that the defendant committed. (C) An assessment under this ' +
    'section. (D) Other orders under any other section of this title. (E) All other fines, penalties, costs, and ' +
    'other payments required under the sentence.',
};

/** The order of payment of a defendant on whom an assessment under 2259A was imposed. */
export const orderOfPaymentWithAssessment: OrderOfPayment = [
  ['ASSESSMENT_3013'],
  ['RESTITUTION_2259'],
  ['ASSESSMENT_2259A'],
  ['RESTITUTION', 'COMMUNITY_RESTITUTION'],
  ['FINE', 'PENALTY', 'COSTS'],
  ['ASSESSMENT_3014'],
];
