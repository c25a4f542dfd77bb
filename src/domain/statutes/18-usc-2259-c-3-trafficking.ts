import { calendarDate } from '../calendar-date.ts';
import { chapterOf, type Offence } from './offences.ts';
import type { Statute } from './statute.ts';

/**
 * Which offences are trafficking, so that paragraph (b)(2) measures the order by relative role.
 *
 * > In our words: trafficking is conduct proscribed by section 2251(d), 2252, 2252A(a)(1) to (5), 2260(b), and
 * > 2252A(g) where the series of felonies consists of these alone.
 *
 * So section 2252A(a)(6) and (7), sections 2252B and 2252C, and all production, stand on the other track, that of the
 * full amount. A defendant convicted of both kinds has lines on both.
 *
 * Not formalized: of what the series of an enterprise under section 2252A(g) consisted. It fits either track here.
 */
export const trafficking: Statute = {
  citation: '18 U.S.C. 2259(c)(3)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'In our words: trafficking is conduct proscribed by section 2251(d), 2252, 2252A(a)(1) to (5), 2260(b), and ' +
    '2252A(g) where the series of felonies consists of these alone.',
};

/** Whether a conviction of the offence can bear a line on the trafficking track. */
export function mayBeTrafficking(offence: Offence): boolean {
  return isAlwaysTrafficking(offence) || offence === enterprise;
}

/** Whether a conviction of the offence can bear a line for the full amount: chapter 110, and not trafficking alone. */
export function maySupportFullAmount(offence: Offence): boolean {
  return chapterOf(offence) === 'chapter 110' && !isAlwaysTrafficking(offence);
}

const enterprise: Offence = '18 U.S.C. 2252A(g)';

function isAlwaysTrafficking(offence: Offence): boolean {
  return byCitation.has(offence);
}

const byCitation: ReadonlySet<Offence> = new Set<Offence>([
  '18 U.S.C. 2251(d)',
  '18 U.S.C. 2252(a)(1)',
  '18 U.S.C. 2252(a)(2)',
  '18 U.S.C. 2252(a)(3)',
  '18 U.S.C. 2252(a)(4)',
  '18 U.S.C. 2252A(a)(1)',
  '18 U.S.C. 2252A(a)(2)',
  '18 U.S.C. 2252A(a)(3)',
  '18 U.S.C. 2252A(a)(4)',
  '18 U.S.C. 2252A(a)(5)',
  '18 U.S.C. 2260(b)',
]);
