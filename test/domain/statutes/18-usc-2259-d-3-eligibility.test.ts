import { isEligible } from '../../../src/domain/statutes/18-usc-2259-d-3-eligibility.ts';
import { usd } from '../../support/words.ts';

test('who has collected more than the amount is not eligible; who has collected just as much is', () => {
  const amount = usd('44,790.78');
  const collected = ['0.00', '44,790.77', '44,790.78', '44,790.79', '1,000,000.00'];
  expect(collected.map((each) => isEligible(usd(each), amount))).toEqual([true, true, true, false, false]);
});
