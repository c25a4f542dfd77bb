import { calendarDate } from '../calendar-date.ts';
import type { OrderOfPayment } from './obligations.ts';
import type { Statute } from './statute.ts';

/**
 * What is paid first out of whatever comes in from a defendant: the special assessment, then restitution of all victims,
 * then everything else.
 *
 * > Any money received from a defendant shall be disbursed so that each of the following obligations is paid in full
 * > in the following sequence: (1) A penalty assessment under section 3013 of title 18, United States Code. (2)
 * > Restitution of all victims. (3) All other fines, penalties, costs, and other payments required under the sentence.
 *
 * The section does not rank what comes third. Other provisions rank some of it: a fine takes precedence over community
 * restitution (18 U.S.C. 3663(c)(5)), and the assessment of 18 U.S.C. 3014 is not payable before fines and restitution
 * are paid (3014(b)). The rest shares in proportion.
 *
 * Not formalized: that there is no right of action against the United States on account of this subsection.
 */
export const orderOfPayment: Statute = {
  citation: '18 U.S.C. 3612(c)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'Any money received from a defendant shall be disbursed so that each of the following obligations is paid in ' +
    'full in the following sequence: (1) A penalty assessment under section 3013 of title 18, United States Code. ' +
    '(2) Restitution of all victims. (3) All other fines, penalties, costs, and other payments required under the ' +
    'sentence.',
};

/** The order of payment where no assessment under 2259A was imposed. */
export const generalOrderOfPayment: OrderOfPayment = [
  ['ASSESSMENT_3013'],
  ['RESTITUTION_2259', 'RESTITUTION'],
  ['ASSESSMENT_2259A', 'FINE', 'PENALTY', 'COSTS'],
  ['COMMUNITY_RESTITUTION'],
  ['ASSESSMENT_3014'],
];
