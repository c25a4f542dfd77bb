import { grossLosses } from '../../../src/domain/statutes/18-usc-2259-d-2-c-deduction.ts';
import { usd } from '../../support/words.ts';

test('what the court deducted and what it found are the losses before the deduction', () => {
  expect(grossLosses(usd('55,209.22'), usd('44,790.78'))).toBe(usd('100,000.00'));
  expect(grossLosses(usd('100,000.00'), usd('0.00'))).toBe(usd('100,000.00'));
});
