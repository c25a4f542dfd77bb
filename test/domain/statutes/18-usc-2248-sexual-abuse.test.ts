import { abuseHeads, sexualAbuse } from '../../../src/domain/statutes/18-usc-2248-sexual-abuse.ts';
import { pays } from './restitution-model.ts';
import { found } from './worked.ts';

describe('18 U.S.C. 2248: sexual abuse', () => {
  test('stands in the Code since 13 September 1994', () => {
    expect(sexualAbuse).toMatchObject({ citation: '18 U.S.C. 2248', inForceFrom: '1994-09-13' });
  });

  test('has the heads that the model reads in it, and no others', () => {
    expect(abuseHeads).toHaveLength(7);
    expect(abuseHeads.filter((head) => !pays('18 U.S.C. 2248', head))).toEqual([]);
  });

  test('therapy of 8,200.00, a protection order of 312.25 and counsel of 4,000.00 are 12,512.25', () => {
    const heads = {
      THERAPY_AND_REHABILITATION: '8200.00',
      ATTORNEYS_FEES_AND_COSTS: '4000.00',
      CIVIL_PROTECTION_ORDER_COSTS: '312.25',
    };
    expect(found('2248', { amount: '12512.25', heads })).toBe('recorded 12512.25');
  });

  test('knows only what has been incurred', () => {
    expect(found('2248', { amount: '100.00', projected: '0.01' })).toBe(
      'refused projected-not-in-statute at /projected',
    );
    expect(found('2248', { amount: '100.00', projected: '0.00' })).toBe('recorded 100.00');
  });

  test('has no share of a trafficker, and so no such losses', () => {
    expect(found('2248', { amount: '100.00', category: 'TRAFFICKING' })).toBe(
      'refused category-not-in-statute at /category',
    );
  });
});
