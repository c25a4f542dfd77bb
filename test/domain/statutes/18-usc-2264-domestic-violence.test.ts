import {
  domesticViolence,
  domesticViolenceHeads,
} from '../../../src/domain/statutes/18-usc-2264-domestic-violence.ts';
import { pays } from './restitution-model.ts';
import { found } from './worked.ts';

describe('18 U.S.C. 2264: domestic violence and stalking', () => {
  test('in the words of the law, head by head', () => {
    expect(domesticViolence).toMatchObject({ citation: '18 U.S.C. 2264', inForceFrom: '1994-09-13' });
    expect(domesticViolence.words).toContain(
      "(E) attorneys' fees, plus any costs incurred in obtaining a civil",
    );
  });

  test('has the heads that the model reads in it, and no others', () => {
    expect(domesticViolenceHeads).toHaveLength(7);
    expect(domesticViolenceHeads.filter((head) => !pays('18 U.S.C. 2264', head))).toEqual([]);
  });

  test('a move of 1,940.10, lost pay of 3,005.00 and a protection order of 60.00 are 5,005.10', () => {
    const heads = {
      TRANSPORTATION_HOUSING_CHILD_CARE: '1940.10',
      LOST_INCOME: '3005.00',
      CIVIL_PROTECTION_ORDER_COSTS: '60.00',
    };
    expect(found('2264', { amount: '5005.10', heads })).toBe('recorded 5005.10');
  });

  test('knows only what has been incurred', () => {
    expect(found('2264', { amount: '5005.10', projected: '5.10' })).toBe(
      'refused projected-not-in-statute at /projected',
    );
  });

  test('does not know property as a head of its own', () => {
    expect(found('2264', { amount: '9.00', heads: { PROPERTY: '9.00' } })).toBe(
      'refused head-not-in-statute at /heads/0/head',
    );
  });
});
