import { calendarDate } from '../calendar-date.ts';
import type { GroundToDecline } from './grounds-to-decline.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution that a court may order: for offences of title 18 that section 3663A does not reach, and some others.
 *
 * > In our words: the court may order restitution for an offence under title 18 that section 3663A does not reach.
 * > It considers the loss of each victim and the means of the defendant, and may decline where the complication and
 * > prolongation of sentencing outweigh the need for restitution.
 *
 * At length: (1)(A) when sentencing a defendant convicted of an offence under this title, or of certain offences
 * against the laws on controlled substances and on air travel, other than one described in section 3663A(c), the court
 * may order restitution to the victim or the victim's estate. (1)(B)(i) In determining whether to order restitution,
 * it shall consider the loss of each victim and the financial resources of the defendant. (1)(B)(ii) Where the
 * complication and prolongation of the sentencing process outweigh the need to provide restitution, it may decline to
 * make an order.
 *
 * A participant in a drug offence is no victim of it. Others than the victim are paid only by a plea agreement, (a)(3).
 *
 * Not formalized: the weighing itself, and who is a victim. Offences outside title 18 are not on the list of offences.
 */
export const discretionary: Statute = {
  citation: '18 U.S.C. 3663(a)',
  inForceFrom: calendarDate('1987-11-01'),
  words:
    'In our words: the court may order restitution for an offence under title 18 that section 3663A does not reach. It ' +
    'considers the loss of each victim and the means of the defendant, and may decline where the complication and ' +
    'prolongation of sentencing outweigh the need for restitution.',
};

/** Whether the reason is that of (a)(1)(B)(ii): the order would complicate and prolong sentencing too much. */
export function complicatesSentencing(ground: GroundToDecline): boolean {
  return ground === 'TOO_COMPLEX' || ground === 'TOO_MANY_VICTIMS';
}
