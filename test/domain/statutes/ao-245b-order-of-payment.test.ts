import {
  judgmentFormOrderOfPayment,
  judgmentFormPrincipals,
} from '../../../src/domain/statutes/ao-245b-order-of-payment.ts';
import { accessories, obligations } from '../../../src/domain/statutes/obligations.ts';

test('the judgment form ranks every obligation, restitution before the assessment of 2259A, and costs last', () => {
  expect([...judgmentFormOrderOfPayment.flat()].sort()).toEqual([...obligations, ...accessories].sort());
  expect(judgmentFormOrderOfPayment.flat().indexOf('ASSESSMENT_2259A')).toBe(5);
  expect(judgmentFormOrderOfPayment.at(-1)).toEqual(['COSTS']);
});

test('its principals alone are those that it ranks, in its order', () => {
  expect([...judgmentFormPrincipals.flat()].sort()).toEqual([...obligations].sort());
  expect(judgmentFormPrincipals.slice(1, 3)).toEqual([
    ['RESTITUTION_2259', 'RESTITUTION'],
    ['ASSESSMENT_2259A'],
  ]);
});
