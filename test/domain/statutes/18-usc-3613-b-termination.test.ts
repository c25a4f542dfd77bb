import {
  isEndKnown,
  liabilityEndsOn,
  termCitation,
  termination,
  type Life,
  type TermAnswers,
} from '../../../src/domain/statutes/18-usc-3613-b-termination.ts';
import { day } from '../../support/words.ts';

const life: Life = {
  ...{ obligation: 'RESTITUTION_2259', offenceOn: day('2019-06-30'), judgmentOn: day('2021-05-14') },
  ...{ releasedOn: undefined, wasImprisoned: true, diedOn: undefined, finalOn: undefined },
};

const answers: TermAnswers = { term: 'BY_OFFENCE_DATE', death: 'ESTATE_LIABLE' };
const endOf = (of: Life, other: Partial<TermAnswers> = {}) => liabilityEndsOn(of, { ...answers, ...other });

describe('18 U.S.C. 3613(b): the life of a debt', () => {
  test('in the words of the law', () => {
    expect(termination.words).toContain('the later of 20 years from the entry of judgment');
  });

  test('is twenty years from judgment, or from a later release', () => {
    expect(endOf(life)).toBe('2041-05-14');
    expect(endOf({ ...life, releasedOn: day('2030-01-31') })).toBe('2050-01-31');
    expect(endOf({ ...life, releasedOn: day('2020-01-31') })).toBe('2041-05-14');
  });

  test('is twenty years from judgment alone for an offence before 24 April 1996', () => {
    const old: Life = { ...life, obligation: 'RESTITUTION', releasedOn: day('2010-01-31') };
    expect(endOf({ ...old, judgmentOn: day('1997-02-03'), offenceOn: day('1996-04-23') })).toBe('2017-02-03');
    expect(endOf({ ...old, judgmentOn: day('1997-02-03'), offenceOn: day('1996-04-24') })).toBe('2030-01-31');
  });

  test('of a fine ends with the defendant’s, of restitution does not', () => {
    const diedOn = day('2028-08-08');
    expect(endOf({ ...life, obligation: 'FINE', diedOn })).toBe('2028-08-08');
    expect(endOf({ ...life, obligation: 'FINE', diedOn: day('2050-01-01') })).toBe('2041-05-14');
    expect(endOf({ ...life, obligation: 'FINE' })).toBe('2041-05-14');
    expect(endOf({ ...life, diedOn })).toBe('2041-05-14');
  });

  test('of a special assessment is five years; of the others no section sets an end', () => {
    expect(endOf({ ...life, obligation: 'ASSESSMENT_3013' })).toBe('2026-05-14');
    expect(endOf({ ...life, obligation: 'COSTS' })).toBeUndefined();
    expect(endOf({ ...life, obligation: 'ASSESSMENT_3014' })).toBeUndefined();
  });

  test('of an assessment under 2259A is that of a fine (2259A(d)(1)), in every respect', () => {
    const lives = [{}, { releasedOn: day('2030-01-31') }, { diedOn: day('2028-08-08') }];
    for (const each of lives) {
      const of = (obligation: Life['obligation']) => endOf({ ...life, ...each, obligation });
      expect(of('ASSESSMENT_2259A')).toBe(of('FINE'));
    }
    expect(endOf({ ...life, obligation: 'ASSESSMENT_2259A' })).toBe('2041-05-14');
    expect(termCitation('ASSESSMENT_2259A')).toBe('18 U.S.C. 3613(b)');
  });

  test('runs from release by the day of the judgment, where P-34 says so', () => {
    const old: Life = { ...life, offenceOn: day('1995-01-02'), judgmentOn: day('1997-02-03') };
    const released = { ...old, releasedOn: day('2010-01-31') };
    expect(endOf(released)).toBe('2017-02-03');
    expect(endOf(released, { term: 'BY_JUDGMENT_DATE' })).toBe('2030-01-31');
  });

  test('ends with a defendant who died before the judgment was final, where P-35 says so', () => {
    const abates = { death: 'ABATES_BEFORE_FINALITY' } as const;
    const died = { ...life, diedOn: day('2022-08-08') };
    expect(endOf(died)).toBe('2041-05-14');
    expect(endOf(died, abates)).toBe('2022-08-08');
    expect(endOf({ ...died, finalOn: day('2022-08-09') }, abates)).toBe('2022-08-08');
    expect(endOf({ ...died, finalOn: day('2022-08-08') }, abates)).toBe('2041-05-14');
    expect(endOf(life, abates)).toBe('2041-05-14');
  });

  test('is not known to end while a release is to be expected', () => {
    const isKnown = (of: Partial<Life>, other: Partial<TermAnswers> = {}): boolean =>
      isEndKnown({ ...life, ...of }, { ...answers, ...other });
    expect(isKnown({})).toBe(false);
    expect(isKnown({ wasImprisoned: false })).toBe(true);
    expect(isKnown({ releasedOn: day('2030-01-31') })).toBe(true);
    expect(isKnown({ obligation: 'ASSESSMENT_3013' })).toBe(true);
    const early = { offenceOn: day('1996-04-23') };
    expect([isKnown(early), isKnown(early, { term: 'BY_JUDGMENT_DATE' })]).toEqual([true, false]);
  });

  test('of a fine is known to end with the defendant who dies in the twenty years; later, it may have ended before', () => {
    const isKnown = (diedOn: string, obligation: Life['obligation']): boolean =>
      isEndKnown({ ...life, obligation, diedOn: day(diedOn) }, answers);
    expect([isKnown('2041-05-14', 'FINE'), isKnown('2041-05-15', 'FINE')]).toEqual([true, false]);
    expect(isKnown('2030-01-01', 'RESTITUTION')).toBe(false);
  });

  test('names the section under which it ends', () => {
    expect(termCitation('FINE')).toBe('18 U.S.C. 3613(b)');
    expect(termCitation('ASSESSMENT_3013')).toBe('18 U.S.C. 3013(c)');
  });
});
