import fc from 'fast-check';
import { formatMoney, money } from '../../../src/domain/money.ts';
import {
  communityRestitution,
  communityShares,
  exceedsFine,
} from '../../../src/domain/statutes/18-usc-3663-c-community-restitution.ts';
import { usd } from '../../support/words.ts';

describe('18 U.S.C. 3663(c): community restitution', () => {
  test('in the words of the law', () => {
    expect(communityRestitution.words).toContain('(A) 65 percent of the total amount of restitution');
  });

  test.each([
    ['100.00', '65.00', '35.00'],
    ['0.01', '0.01', '0.00'],
    ['0.10', '0.07', '0.03'],
    ['1,234.57', '802.47', '432.10'],
  ])('of %s, %s goes to crime victim assistance and %s to substance abuse', (amount, assistance, abuse) => {
    const shares = communityShares(usd(amount));
    expect(formatMoney(shares.CRIME_VICTIM_ASSISTANCE)).toBe(assistance);
    expect(formatMoney(shares.SUBSTANCE_ABUSE_BLOCK_GRANT)).toBe(abuse);
  });

  test('the shares sum to what was collected, each within half a cent of its percentage', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999n }), (cents) => {
        const { CRIME_VICTIM_ASSISTANCE: assistance, SUBSTANCE_ABUSE_BLOCK_GRANT: abuse } = communityShares(
          money(cents),
        );
        expect(assistance + abuse).toBe(cents);
        const off = assistance * 100n - cents * 65n;
        expect(off >= -50n && off <= 50n).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('it may come up to the fine, and no further', () => {
    expect(exceedsFine(usd('5,000.00'), usd('5,000.00'))).toBe(false);
    expect(exceedsFine(usd('5,000.01'), usd('5,000.00'))).toBe(true);
  });
});
