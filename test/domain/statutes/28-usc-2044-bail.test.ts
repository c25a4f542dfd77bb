import { bail, isOfSurety } from '../../../src/domain/statutes/28-usc-2044-bail.ts';
import { paymentOrigins } from '../../../src/domain/statutes/payment-origins.ts';

describe('28 U.S.C. 2044: bail', () => {
  test('in the words of the law', () => {
    expect(bail.words).toMatch(/shall not apply to any third party surety\.$/);
  });

  test('of a third-party surety is not reached', () => {
    expect(paymentOrigins.filter(isOfSurety)).toEqual(['SURETYS_BAIL']);
    expect(isOfSurety(undefined)).toBe(false);
  });
});
