import { mayBeProduction, production } from '../../../src/domain/statutes/18-usc-2259-c-1-production.ts';
import { chapterOf, offences } from '../../../src/domain/statutes/offences.ts';

describe('18 U.S.C. 2259(c)(1): which offences are production', () => {
  test('is of the Act of 2018', () => {
    expect(production).toMatchObject({ citation: '18 U.S.C. 2259(c)(1)', inForceFrom: '2018-12-07' });
  });

  test('of chapter 110: sections 2251(a) to (c), 2251A, 2260(a), and an enterprise that the court finds to be such', () => {
    const ofChapter110 = offences.filter((offence) => chapterOf(offence) === 'chapter 110');
    expect(ofChapter110.filter(mayBeProduction)).toEqual([
      ...['18 U.S.C. 2251(a)', '18 U.S.C. 2251(b)', '18 U.S.C. 2251(c)'],
      ...['18 U.S.C. 2251A(a)', '18 U.S.C. 2251A(b)', '18 U.S.C. 2252A(g)', '18 U.S.C. 2260(a)'],
    ]);
  });

  test('and any offence of chapter 109A or 117, where it involved production', () => {
    const elsewhere = offences.filter((offence) => chapterOf(offence) !== 'chapter 110');
    expect([...new Set(elsewhere.filter(mayBeProduction).map(chapterOf))]).toEqual([
      'chapter 109A',
      'chapter 117',
    ]);
  });
});
