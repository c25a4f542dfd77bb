import { calendarDate } from '../calendar-date.ts';
import type { Statute } from './statute.ts';

/**
 * Restitution for transportation for illegal sexual activity, chapter 117.
 *
 * > In our words: for any offence of chapter 117 the court shall order the defendant to pay the full amount of the
 * > victim's losses, as section 2259 defines them.
 *
 * The Code still sends the reader to section 2259(b)(3) for that meaning, where it stood before the Act of 2018; it is
 * now in section 2259(c)(2), and that is how the reference is read here. So the heads are those, projected costs among
 * them. There is no floor, no share by relative role, and no end of liability across cases.
 *
 * Not formalized: forfeiture under the same section.
 */
export const transportation: Statute = {
  citation: '18 U.S.C. 2429',
  inForceFrom: calendarDate('2018-12-21'),
  words:
    'In our words: for any offence of chapter 117 the court shall order the defendant to pay the full amount of the ' +
    "victim's losses, as section 2259 defines them.",
};
