import { calendarDate } from '../calendar-date.ts';
import type { GroundToDecline } from './grounds-to-decline.ts';
import type { Statute } from './statute.ts';

/**
 * The order is mandatory; two reasons in particular are none.
 *
 * > (A) The issuance of a restitution order under this section is mandatory. (B) A court may not decline to issue an
 * > order under this section because of (i) the economic circumstances of the defendant; or (ii) the fact that a victim
 * > has, or is entitled to, receive compensation for his or her injuries from the proceeds of insurance or any other
 * > source.
 *
 * Sections 2248(b)(4), 2264(b)(4) and 2327(b)(4) say the same. Sections 1593, 2429 and 3663A say that the court shall
 * order restitution, and section 3664(f)(1) takes both reasons away.
 *
 * Not formalized: that there was a victim at all, and a loss; without them there is nothing to order.
 */
export const orderMandatory: Statute = {
  citation: '18 U.S.C. 2259(b)(4)',
  inForceFrom: calendarDate('1994-09-13'),
  words:
    '(A) The issuance of a restitution order under this section is mandatory. (B) A court may not decline to issue an ' +
    'order under this section because of (i) the economic circumstances of the defendant; or (ii) the fact that a ' +
    'victim has, or is entitled to, receive compensation for his or her injuries from the proceeds of insurance or ' +
    'any other source.',
};

/** Whether the reason is one of the two for which no mandatory order may be declined. */
export function isForbiddenGround(ground: GroundToDecline): boolean {
  return ground === 'ECONOMIC_CIRCUMSTANCES' || ground === 'OTHER_COMPENSATION';
}
