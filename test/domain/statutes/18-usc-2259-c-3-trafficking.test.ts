import {
  maySupportFullAmount,
  mayBeTrafficking,
  trafficking,
} from '../../../src/domain/statutes/18-usc-2259-c-3-trafficking.ts';
import { offences } from '../../../src/domain/statutes/offences.ts';

describe('18 U.S.C. 2259(c)(3): which offences are trafficking', () => {
  test('is of the Act of 2018, and told in our words', () => {
    expect(trafficking).toMatchObject({ citation: '18 U.S.C. 2259(c)(3)', inForceFrom: '2018-12-07' });
    expect(trafficking.words).toMatch(/^In our words: /);
  });

  test('are sections 2251(d), 2252, 2252A(a)(1) to (5), 2260(b), and an enterprise of these alone', () => {
    expect(offences.filter(mayBeTrafficking)).toEqual([
      '18 U.S.C. 2251(d)',
      ...['18 U.S.C. 2252(a)(1)', '18 U.S.C. 2252(a)(2)', '18 U.S.C. 2252(a)(3)', '18 U.S.C. 2252(a)(4)'],
      ...['18 U.S.C. 2252A(a)(1)', '18 U.S.C. 2252A(a)(2)', '18 U.S.C. 2252A(a)(3)'],
      ...['18 U.S.C. 2252A(a)(4)', '18 U.S.C. 2252A(a)(5)', '18 U.S.C. 2252A(g)', '18 U.S.C. 2260(b)'],
    ]);
  });

  test('every other offence of the chapter bears the full amount, and the enterprise may bear either', () => {
    expect(offences.filter(maySupportFullAmount)).toEqual([
      ...['18 U.S.C. 2251(a)', '18 U.S.C. 2251(b)', '18 U.S.C. 2251(c)'],
      ...['18 U.S.C. 2251A(a)', '18 U.S.C. 2251A(b)', '18 U.S.C. 2252A(a)(6)', '18 U.S.C. 2252A(a)(7)'],
      ...['18 U.S.C. 2252A(g)', '18 U.S.C. 2252B', '18 U.S.C. 2252C', '18 U.S.C. 2260(a)'],
    ]);
  });
});
