import {
  endsWithDeath,
  fitsLife,
  mayBeNamed,
  victim,
  type Capacity,
} from '../../../src/domain/statutes/18-usc-2259-c-4-victim.ts';
import { day, today, tomorrow, yesterday } from '../../support/words.ts';

const capacities: readonly Capacity[] = [
  'LEGAL_GUARDIAN',
  'ESTATE_REPRESENTATIVE',
  'FAMILY_MEMBER',
  'APPOINTED_BY_COURT',
];

describe('18 U.S.C. 2259(c)(4): who may assume the rights of a victim', () => {
  test('in the words of the law', () => {
    expect(victim.words).toMatch(
      /in no event shall the defendant be named as such representative or guardian\.$/,
    );
  });

  test.each([
    [
      'while nothing is known of a death',
      undefined,
      ['LEGAL_GUARDIAN', 'FAMILY_MEMBER', 'APPOINTED_BY_COURT'],
    ],
    ['before the death', tomorrow, ['LEGAL_GUARDIAN', 'FAMILY_MEMBER', 'APPOINTED_BY_COURT']],
    ['on the day of the death', today, ['ESTATE_REPRESENTATIVE', 'FAMILY_MEMBER', 'APPOINTED_BY_COURT']],
    ['after it', yesterday, ['ESTATE_REPRESENTATIVE', 'FAMILY_MEMBER', 'APPOINTED_BY_COURT']],
  ] as const)('%s, in these capacities', (_, diedOn, fit) => {
    expect(capacities.filter((capacity) => fitsLife(capacity, today, diedOn))).toEqual(fit);
  });

  test('a guardian’s term alone ends with the death', () => {
    expect(capacities.filter(endsWithDeath)).toEqual(['LEGAL_GUARDIAN']);
  });

  test('in no event the defendant, nor who was convicted of the abuse', () => {
    const everyStanding = [false, true].flatMap((isDefendant) =>
      [false, true].map((isConvicted) => ({ isDefendant, isConvicted })),
    );
    expect(everyStanding.filter(mayBeNamed)).toEqual([{ isDefendant: false, isConvicted: false }]);
  });

  test('stands in these words since the Act of 2018', () => {
    expect(victim.inForceFrom).toBe(day('2018-12-07'));
  });
});
