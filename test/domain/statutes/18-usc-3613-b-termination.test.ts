import {
  liabilityEndsOn,
  termination,
  type Life,
} from '../../../src/domain/statutes/18-usc-3613-b-termination.ts';
import { day } from '../../support/words.ts';

const life: Life = {
  ...{ obligation: 'RESTITUTION_2259', offenceOn: day('2019-06-30'), judgmentOn: day('2021-05-14') },
  ...{ releasedOn: undefined, diedOn: undefined },
};

describe('18 U.S.C. 3613(b): the life of a debt', () => {
  test('in the words of the law', () => {
    expect(termination.words).toContain('the later of 20 years from the entry of judgment');
  });

  test('is twenty years from judgment, or from a later release', () => {
    expect(liabilityEndsOn(life)).toBe('2041-05-14');
    expect(liabilityEndsOn({ ...life, releasedOn: day('2030-01-31') })).toBe('2050-01-31');
    expect(liabilityEndsOn({ ...life, releasedOn: day('2020-01-31') })).toBe('2041-05-14');
  });

  test('is twenty years from judgment alone for an offence before 24 April 1996', () => {
    const old: Life = { ...life, obligation: 'RESTITUTION', releasedOn: day('2010-01-31') };
    expect(liabilityEndsOn({ ...old, judgmentOn: day('1997-02-03'), offenceOn: day('1996-04-23') })).toBe(
      '2017-02-03',
    );
    expect(liabilityEndsOn({ ...old, judgmentOn: day('1997-02-03'), offenceOn: day('1996-04-24') })).toBe(
      '2030-01-31',
    );
  });

  test('of a fine ends with the defendant’s, of restitution does not', () => {
    const diedOn = day('2028-08-08');
    expect(liabilityEndsOn({ ...life, obligation: 'FINE', diedOn })).toBe('2028-08-08');
    expect(liabilityEndsOn({ ...life, obligation: 'FINE', diedOn: day('2050-01-01') })).toBe('2041-05-14');
    expect(liabilityEndsOn({ ...life, obligation: 'FINE' })).toBe('2041-05-14');
    expect(liabilityEndsOn({ ...life, diedOn })).toBe('2041-05-14');
  });

  test('of a special assessment is five years; of the others no section sets an end', () => {
    expect(liabilityEndsOn({ ...life, obligation: 'ASSESSMENT_3013' })).toBe('2026-05-14');
    expect(liabilityEndsOn({ ...life, obligation: 'COSTS' })).toBeUndefined();
    expect(liabilityEndsOn({ ...life, obligation: 'ASSESSMENT_3014' })).toBeUndefined();
  });
});
