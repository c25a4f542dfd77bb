import fc from 'fast-check';
import { money } from '../../../src/domain/money.ts';
import {
  civilProceedings,
  civilRecoveries,
  reductionOf,
} from '../../../src/domain/statutes/18-usc-3664-j-2-civil-recoveries.ts';
import { usd } from '../../support/words.ts';

const cents = fc.bigInt({ min: 0n, max: 5_000n });

describe('18 U.S.C. 3664(j)(2): what is recovered later as compensatory damages', () => {
  test('in the words of the law, of two kinds of proceeding', () => {
    expect(civilRecoveries.words).toMatch(/to the extent provided by the law of the State\.$/);
    expect(civilProceedings).toEqual(['FEDERAL', 'STATE']);
  });

  test('is taken off what is owed, to the cent', () => {
    expect(reductionOf(usd('9,000.00'), usd('1,234.56'), usd('0.00'))).toBe(usd('1,234.56'));
    expect(reductionOf(usd('1,000.00'), usd('1,234.56'), usd('0.00'))).toBe(usd('1,000.00'));
    expect(reductionOf(usd('9,000.00'), usd('1,234.56'), usd('1,000.00'))).toBe(usd('234.56'));
    expect(reductionOf(usd('9,000.00'), usd('1,234.56'), usd('2,000.00'))).toBe(usd('0.00'));
  });

  test('cent by cent: each that was allowed and not yet taken is taken off, while anything is owed', () => {
    fc.assert(
      fc.property(cents, cents, cents, (owed, allowed, taken) => {
        let left = owed;
        for (let cent = taken; cent < allowed && left > 0n; cent += 1n) left -= 1n;
        expect(reductionOf(money(owed), money(allowed), money(taken))).toBe(owed - left);
      }),
      { numRuns: 50, seed: 20181207 },
    );
  });
});
