import { transportation } from '../../../src/domain/statutes/18-usc-2429-transportation.ts';
import { found } from './worked.ts';

describe('18 U.S.C. 2429: transportation for illegal sexual activity', () => {
  test('stands in the Code since 21 December 2018, and is told in our words', () => {
    expect(transportation).toMatchObject({ citation: '18 U.S.C. 2429', inForceFrom: '2018-12-21' });
    expect(transportation.words).toMatch(/^In our words: /);
  });

  test('care of 2,000.00, of which 1,500.00 is still to come, and counsel of 5,117.92, are 7,117.92', () => {
    const heads = { MEDICAL_SERVICES: '2000.00', ATTORNEYS_FEES_AND_COSTS: '5117.92' };
    expect(found('2429', { amount: '7117.92', projected: '1500.00', heads })).toBe('recorded 7117.92');
  });

  test('more cannot be still to come than was found in all', () => {
    expect(found('2429', { amount: '7117.92', projected: '7117.93' })).toBe(
      'refused projected-exceeds-amount at /projected',
    );
  });

  test('has the heads of section 2259, and not that of section 1593', () => {
    expect(found('2429', { amount: '1.00', heads: { VALUE_OF_LABOR_OR_SERVICES: '1.00' } })).toBe(
      'refused head-not-in-statute at /heads/0/head',
    );
  });
});
