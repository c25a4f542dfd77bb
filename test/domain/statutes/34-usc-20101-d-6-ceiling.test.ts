import { formatMoney } from '../../../src/domain/money.ts';
import { acceptable, reserveCeiling } from '../../../src/domain/statutes/34-usc-20101-d-6-ceiling.ts';
import { usd } from '../../support/words.ts';

test('the Reserve takes what it has room for below ten million, and not a cent more', () => {
  expect(formatMoney(reserveCeiling)).toBe('10000000.00');
  const taken = (amount: string, held: string): string => formatMoney(acceptable(usd(amount), usd(held)));
  expect(taken('1.00', '0.00')).toBe('1.00');
  expect(taken('10,000,000.01', '0.00')).toBe('10000000.00');
  expect(taken('5.00', '9,999,998.00')).toBe('2.00');
  expect(taken('5.00', '10,000,000.00')).toBe('0.00');
  expect(taken('5.00', '10,000,001.00')).toBe('0.00');
});
