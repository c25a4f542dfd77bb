import fc from 'fast-check';
import { money } from '../../../src/domain/money.ts';
import { mayBeOffset, offset, takesExempt } from '../../../src/domain/statutes/31-usc-3716-c-3-offset.ts';
import { usd } from '../../support/words.ts';

describe('31 U.S.C. 3716(c)(3): the first 9,000.00 of federal benefits in twelve months', () => {
  test('in the words of the law', () => {
    expect(offset.words).toMatch(/shall be exempt from offset under this subsection\.$/);
  });

  test('are not offset, to the cent', () => {
    expect(mayBeOffset(usd('9,000.00'))).toBe(usd('0.00'));
    expect(mayBeOffset(usd('9,000.01'))).toBe(usd('0.01'));
    expect(mayBeOffset(usd('0.00'))).toBe(usd('0.00'));
    expect(takesExempt(usd('3,000.00'), usd('12,000.00'))).toBe(false);
    expect(takesExempt(usd('3,000.01'), usd('12,000.00'))).toBe(true);
  });

  test('what is left after an offset that takes nothing exempt is 9,000.00 at least, or nothing was offset', () => {
    const cents = fc.bigInt({ min: 0n, max: 2_000_000n });
    fc.assert(
      fc.property(cents, cents, (amount, benefits) => {
        const isLawful = amount === 0n || benefits - amount >= 900_000n;
        expect(takesExempt(money(amount), money(benefits))).toBe(!isLawful);
      }),
      { seed: 20181207 },
    );
  });
});
