import {
  fraudHeads,
  telemarketingFraud,
} from '../../../src/domain/statutes/18-usc-2327-telemarketing-fraud.ts';
import { pays } from './restitution-model.ts';
import { found } from './worked.ts';

describe('18 U.S.C. 2327: fraud by telemarketing or e-mail', () => {
  test('in the words of the law', () => {
    expect(telemarketingFraud).toEqual({
      citation: '18 U.S.C. 2327',
      inForceFrom: '1994-09-13',
      words:
        'For purposes of this subsection, the term "full amount of the victim\'s losses" means all losses suffered by ' +
        'the victim as a proximate result of the offense.',
    });
  });

  test('has the heads that the model reads in it, and no others', () => {
    expect(fraudHeads).toHaveLength(9);
    expect(fraudHeads.filter((head) => !pays('18 U.S.C. 2327', head))).toEqual([]);
  });

  test('savings of 18,400.00, and 212.31 of fees that the bank took, are 18,612.31', () => {
    const heads = { PROPERTY: '18400.00', OTHER_RELEVANT_LOSSES: '212.31' };
    expect(found('2327', { amount: '18612.31', heads })).toBe('recorded 18612.31');
  });

  test('does not name attorneys’ fees: P-11 decides', () => {
    const heads = { ATTORNEYS_FEES_AND_COSTS: '700.00' };
    expect(found('2327', { amount: '700.00', heads })).toBe('refused fees-not-in-statute at /heads/0/head');
    expect(found('2327', { amount: '700.00', heads, fees: 'ALSO_WHERE_NOT_NAMED' })).toBe('recorded 700.00');
  });

  test('losses are suffered, and not projected', () => {
    expect(found('2327', { amount: '700.00', projected: '700.00' })).toBe(
      'refused projected-not-in-statute at /projected',
    );
  });
});
