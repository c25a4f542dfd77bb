import { isUnderRulesOfFines, obligationOf, obligations } from '../../../src/domain/statutes/obligations.ts';

test('interest, lateness and penalties are of restitution, of fines, and of the assessment of 2259A: 2259A(d)(1)', () => {
  expect(obligations.filter(isUnderRulesOfFines)).toEqual([
    'RESTITUTION_2259',
    'RESTITUTION',
    'ASSESSMENT_2259A',
    'FINE',
  ]);
});

test('restitution under section 2259 is told apart from all other restitution', () => {
  expect(obligationOf('18 U.S.C. 2259')).toBe('RESTITUTION_2259');
  expect(obligationOf('18 U.S.C. 3663A')).toBe('RESTITUTION');
});
