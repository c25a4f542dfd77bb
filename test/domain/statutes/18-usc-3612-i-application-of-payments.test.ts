import { orderOfPaymentWithAssessment } from '../../../src/domain/statutes/18-usc-2259a-d-2-order-of-payment.ts';
import { generalOrderOfPayment } from '../../../src/domain/statutes/18-usc-3612-c-order-of-payment.ts';
import {
  applicationOfPayments,
  thenInterestAndPenalties,
} from '../../../src/domain/statutes/18-usc-3612-i-application-of-payments.ts';
import { accessories, obligations } from '../../../src/domain/statutes/obligations.ts';

describe('18 U.S.C. 3612(i): principal, costs, interest, penalties', () => {
  test('in the words of the law', () => {
    expect(applicationOfPayments.words).toContain('(1) to principal; (2) to costs; (3) to interest');
  });

  test('puts interest and penalties behind all principal, and before the assessment of section 3014', () => {
    expect(thenInterestAndPenalties(generalOrderOfPayment).slice(-4)).toEqual([
      ['INTEREST_ON_RESTITUTION_2259', 'INTEREST_ON_RESTITUTION'],
      ['INTEREST_ON_FINE'],
      ['LATE_PENALTIES'],
      ['ASSESSMENT_3014'],
    ]);
  });

  test('ranks interest as the order ranks what bears it', () => {
    expect(thenInterestAndPenalties(orderOfPaymentWithAssessment).slice(-5, -2)).toEqual([
      ['INTEREST_ON_RESTITUTION_2259'],
      ['INTEREST_ON_RESTITUTION'],
      ['INTEREST_ON_FINE'],
    ]);
  });

  test('gives each a place, and leaves principal where it was', () => {
    for (const order of [generalOrderOfPayment, orderOfPaymentWithAssessment]) {
      const whole = thenInterestAndPenalties(order);
      expect([...whole.flat()].sort()).toEqual([...obligations, ...accessories].sort());
      expect(whole.slice(0, order.length - 1)).toEqual(order.slice(0, -1));
    }
  });
});
