import { mandatory, mandatoryHeads } from '../../../src/domain/statutes/18-usc-3663a-mandatory.ts';
import { termsOf } from '../../../src/domain/statutes/restitution-statutes.ts';
import { pays } from './restitution-model.ts';
import { found } from './worked.ts';

describe('18 U.S.C. 3663A: crimes of violence, and offences against property', () => {
  test('binds from the Act of 1996', () => {
    expect(mandatory).toMatchObject({ citation: '18 U.S.C. 3663A', inForceFrom: '1996-04-24' });
  });

  test('has the heads that the model reads in it, and no others', () => {
    expect(mandatoryHeads).toHaveLength(6);
    expect(mandatoryHeads.filter((head) => !pays('18 U.S.C. 3663A', head))).toEqual([]);
  });

  test('is mandatory, and gives way where issues are too complex', () => {
    expect(termsOf('18 U.S.C. 3663A')).toMatchObject({
      isMandatory: true,
      complexity: '18 U.S.C. 3663A(c)(3)',
    });
  });

  test('a till of 2,140.00, of which 640.00 came back, and stitches of 1,112.90, are 2,612.90', () => {
    const PROPERTY = {
      ...{ amount: '1500.00', valueAtLoss: '2140.00' },
      ...{ valueAtSentencing: '2140.00', valueReturned: '640.00' },
    };
    const heads = { PROPERTY, MEDICAL_SERVICES: '1112.90' };
    expect(found('3663A', { amount: '2612.90', heads })).toBe('recorded 2612.90');
  });

  test('attorneys’ fees are no losses, as Lagos has it, unless P-11 says so', () => {
    const heads = { ATTORNEYS_FEES_AND_COSTS: '4895.10' };
    expect(found('3663A', { amount: '4895.10', heads })).toBe('refused fees-not-in-statute at /heads/0/head');
    expect(found('3663A', { amount: '4895.10', heads, fees: 'ALSO_WHERE_NOT_NAMED' })).toBe(
      'recorded 4895.10',
    );
  });

  test('the policy opens no other head', () => {
    const given = { amount: '1.00', fees: 'ALSO_WHERE_NOT_NAMED' } as const;
    expect(found('3663A', { ...given, heads: { OTHER_RELEVANT_LOSSES: '1.00' } })).toBe(
      'refused head-not-in-statute at /heads/0/head',
    );
  });
});
