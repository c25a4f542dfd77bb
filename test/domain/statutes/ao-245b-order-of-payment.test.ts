import { judgmentFormOrderOfPayment } from '../../../src/domain/statutes/ao-245b-order-of-payment.ts';
import { accessories, obligations } from '../../../src/domain/statutes/obligations.ts';

test('the judgment form ranks every obligation, restitution before the assessment of 2259A, and costs last', () => {
  expect([...judgmentFormOrderOfPayment.flat()].sort()).toEqual([...obligations, ...accessories].sort());
  expect(judgmentFormOrderOfPayment.flat().indexOf('ASSESSMENT_2259A')).toBe(5);
  expect(judgmentFormOrderOfPayment.at(-1)).toEqual(['COSTS']);
});
