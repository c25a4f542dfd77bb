import { calendarDate } from '../calendar-date.ts';
import { chapterOf, type Offence } from './offences.ts';
import type { Statute } from './statute.ts';

/**
 * Which offences are production.
 *
 * > the term "child pornography production" means conduct proscribed by subsections (a) through (c) of section 2251,
 * > section 2251A, section 2252A(g) (in cases in which the series of felony violations involves at least 1 of the
 * > violations listed in this subsection), section 2260(a), or any offense under chapter 109A or chapter 117 that
 * > involved the production of child pornography
 *
 * Paragraph (b)(1) covers more than production: whoever is convicted of any offence of chapter 110 that is not
 * trafficking pays the full amount. An enterprise under section 2252A(g) can be of either kind; which, the court says.
 *
 * Not formalized: whether an offence of chapter 109A or 117 involved production, which no citation tells.
 */
export const production: Statute = {
  citation: '18 U.S.C. 2259(c)(1)',
  inForceFrom: calendarDate('2018-12-07'),
  words:
    'the term "child pornography production" means conduct proscribed by subsections (a) through (c) of section 2251, ' +
    'section 2251A, section 2252A(g) (in cases in which the series of felony violations involves at least 1 of the ' +
    'violations listed in this subsection), section 2260(a), or any offense under chapter 109A or chapter 117 that ' +
    'involved the production of child pornography',
};

/** Whether a conviction of the offence is one of production by itself, or may be, where the court finds it so. */
export function mayBeProduction(offence: Offence): boolean {
  return (
    byCitation.has(offence) || chapterOf(offence) === 'chapter 109A' || chapterOf(offence) === 'chapter 117'
  );
}

const byCitation: ReadonlySet<Offence> = new Set<Offence>([
  '18 U.S.C. 2251(a)',
  '18 U.S.C. 2251(b)',
  '18 U.S.C. 2251(c)',
  '18 U.S.C. 2251A(a)',
  '18 U.S.C. 2251A(b)',
  '18 U.S.C. 2252A(g)',
  '18 U.S.C. 2260(a)',
]);
