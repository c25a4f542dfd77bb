import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { formatMoney, money, subtract } from '../../../src/domain/money.ts';
import { feeCeiling } from '../../../src/domain/statutes/18-usc-2259-d-4-attorney-fees.ts';
import { usd } from '../../support/words.ts';

describe('what an attorney may take', () => {
  test('by year, and what is left for the victim', () => {
    const amounts = [
      '35,000.00',
      '36,504.55',
      '36,954.90',
      '38,691.05',
      '41,787.39',
      '43,507.55',
      '44,790.78',
    ];
    const table = amounts.map((amount) => {
      const ceiling = feeCeiling(usd(amount));
      return [ceiling, subtract(usd(amount), ceiling)].map(formatMoney);
    });
    expect(table).toEqual([
      ['5250.00', '29750.00'],
      ['5475.68', '31028.87'],
      ['5543.23', '31411.67'],
      ['5803.65', '32887.40'],
      ['6268.10', '35519.29'],
      ['6526.13', '36981.42'],
      ['6718.61', '38072.17'],
    ]);
  });

  test('is 15 percent without the part of a cent, of any payment', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (cents) => {
        const expected = new Decimal(cents.toString()).times('0.15').floor();
        expect(feeCeiling(money(cents)).toString()).toBe(expected.toFixed(0));
      }),
    );
  });
});
