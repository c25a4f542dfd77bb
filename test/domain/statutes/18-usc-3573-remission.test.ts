import { isRemissible, remission } from '../../../src/domain/statutes/18-usc-3573-remission.ts';
import { debtKinds } from '../../../src/domain/statutes/obligations.ts';

describe('18 U.S.C. 3573: fines and assessments may be remitted', () => {
  test('in the words of the law', () => {
    expect(remission.words).toContain('a fine or assessment are not likely to be effective');
  });

  test('and nothing else', () => {
    expect(debtKinds.filter((kind) => !isRemissible(kind))).toEqual(['COMMUNITY_RESTITUTION', 'COSTS']);
  });
});
