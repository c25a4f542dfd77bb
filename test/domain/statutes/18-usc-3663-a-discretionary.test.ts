import {
  complicatesSentencing,
  discretionary,
} from '../../../src/domain/statutes/18-usc-3663-a-discretionary.ts';
import { groundsToDecline } from '../../../src/domain/statutes/grounds-to-decline.ts';
import { termsOf } from '../../../src/domain/statutes/restitution-statutes.ts';

describe('18 U.S.C. 3663(a): restitution that a court may order', () => {
  test('is told in our words', () => {
    expect(discretionary).toMatchObject({ citation: '18 U.S.C. 3663(a)', inForceFrom: '1987-11-01' });
    expect(discretionary.words).toMatch(/^In our words: /);
  });

  test('is not mandatory, and reaches title 18', () => {
    const { isMandatory, reaches } = termsOf('18 U.S.C. 3663');
    expect(isMandatory).toBe(false);
    expect([reaches('18 U.S.C. 1341'), reaches('21 U.S.C. 2402')]).toEqual([true, false]);
  });

  test('two grounds complicate and prolong sentencing', () => {
    expect(groundsToDecline.filter(complicatesSentencing)).toEqual(['TOO_MANY_VICTIMS', 'TOO_COMPLEX']);
  });
});
