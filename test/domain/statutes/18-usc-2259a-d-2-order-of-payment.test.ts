import {
  assessmentOrderOfPayment,
  orderOfPaymentWithAssessment,
} from '../../../src/domain/statutes/18-usc-2259a-d-2-order-of-payment.ts';
import { obligations } from '../../../src/domain/statutes/obligations.ts';

describe('18 U.S.C. 2259A(d)(2): what is paid first where an assessment under 2259A was imposed', () => {
  test('in the words of the law', () => {
    expect(assessmentOrderOfPayment.inForceFrom).toBe('2018-12-07');
    expect(assessmentOrderOfPayment.words).toContain('(C) An assessment under this section.');
  });

  test('(A) to (E), each before the next', () => {
    expect(orderOfPaymentWithAssessment).toEqual([
      ['ASSESSMENT_3013'],
      ['RESTITUTION_2259'],
      ['ASSESSMENT_2259A'],
      ['RESTITUTION', 'COMMUNITY_RESTITUTION'],
      ['FINE', 'PENALTY', 'COSTS'],
      ['ASSESSMENT_3014'],
    ]);
  });

  test('every obligation has one place', () => {
    expect([...orderOfPaymentWithAssessment.flat()].sort()).toEqual([...obligations].sort());
  });
});
