import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * More than one victim under one order: the court may provide for a different schedule for each, and the United States is
 * paid only after all other victims. That a payment is otherwise divided in proportion is the practice of clerks and the
 * wording of judgments, not of the section (P-26).
 *
 * > If the court finds that more than 1 victim has sustained a loss requiring restitution by a defendant, the court
 * > may provide for a different payment schedule for each victim based on the type and amount of each victim's loss
 * > and accounting for the economic circumstances of each victim. In any case in which the United States is a victim,
 * > the court shall ensure that all other victims receive full restitution before the United States receives any
 * > restitution.
 */
export const severalVictims: Statute = {
  citation: '18 U.S.C. 3664(i)',
  inForceFrom: calendarDate('1996-04-24'),
  words:
    'If the court finds that more than 1 victim has sustained a loss requiring restitution by a defendant, the ' +
    'court may provide for a different payment schedule for each victim based on the type and amount of each ' +
    "victim's loss and accounting for the economic circumstances of each victim. In any case in which the United " +
    'States is a victim, the court shall ensure that all other victims receive full restitution before the United ' +
    'States receives any restitution.',
};

/**
 * In which capacity somebody is to be paid under an order: as a victim, as an insurer or another source that compensated a
 * victim (3664(j)(1)), or as the United States.
 */
export const payees = ['VICTIM', 'PROVIDER', 'UNITED_STATES'] as const;

export type Payee = (typeof payees)[number];

/** The last rank that a court can give a line of an order: those of rank 1 are paid first. */
export const lastPriority = 99;
