import fc from 'fast-check';
import { divide, type Sharing } from '../../../src/domain/case/division.ts';
import { formatMoney, money, type Money } from '../../../src/domain/money.ts';
import type { Policies } from '../../../src/domain/policy/catalogue.ts';
import { usd } from '../../support/words.ts';

const owing = (...rows: readonly (readonly [owed: string, ordered: string])[]): readonly Sharing[] =>
  rows.map(([owed, ordered]) => ({ owed: usd(owed), ordered: usd(ordered) }));
const shared = (amount: string, sharing: readonly Sharing[], answer: Policies['P-26']): readonly string[] =>
  divide(usd(amount), sharing, answer).map(formatMoney);

describe('a payment among several', () => {
  test('is divided by what is outstanding, and the odd cent goes to the greatest remainder', () => {
    const three = owing(['1.00', '9.00'], ['1.00', '1.00'], ['1.00', '1.00']);
    expect(shared('1.00', three, 'OUTSTANDING')).toEqual(['0.34', '0.33', '0.33']);
    // 0.05 x 2/3 = 0.0333…, 0.05 x 1/3 = 0.0166…: the second has the greater remainder.
    expect(shared('0.05', owing(['2.00', '2.00'], ['1.00', '1.00']), 'OUTSTANDING')).toEqual([
      '0.03',
      '0.02',
    ]);
  });

  test('is divided by what was ordered, and what somebody is no longer owed is shared by the others', () => {
    // 60 by 50 : 30 : 20 is 30, 18, 12; the first is owed 6 only, so 54 are left by 30 : 20, which is 32.40 and 21.60;
    // the third is owed 20 only, so 34 are left for the second.
    const three = owing(['6.00', '50.00'], ['40.00', '30.00'], ['20.00', '20.00']);
    expect(shared('60.00', three, 'ORDERED')).toEqual(['6.00', '34.00', '20.00']);
  });

  test('is cut to the cent, and what is left over goes to the first of the judgment', () => {
    expect(shared('0.05', owing(['2.00', '2.00'], ['1.00', '1.00']), 'OUTSTANDING_CUT')).toEqual([
      '0.04',
      '0.01',
    ]);
  });

  test('above all that is owed pays all of it', () => {
    for (const answer of ['OUTSTANDING', 'ORDERED', 'OUTSTANDING_CUT'] as const) {
      expect(shared('99.00', owing(['6.00', '50.00'], ['1.00', '1.00']), answer)).toEqual(['6.00', '1.00']);
      expect(shared('0.00', owing(['6.00', '50.00']), answer)).toEqual(['0.00']);
    }
  });

  test('never loses a cent, and never pays anybody more than is owed', () => {
    const cents = fc.bigInt({ min: 0n, max: 10_000_00n });
    const sharing = fc.array(
      fc.record({ owed: cents, more: cents }).map(({ owed, more }) => ({
        owed: money(owed),
        ordered: money(owed + more),
      })),
      { minLength: 1, maxLength: 8 },
    );
    const answers = fc.constantFrom('OUTSTANDING' as const, 'ORDERED' as const, 'OUTSTANDING_CUT' as const);
    fc.assert(
      fc.property(cents, sharing, answers, (amount, all, answer) => {
        const shares = divide(money(amount), all, answer);
        const owed = all.reduce((sum, each) => sum + each.owed, 0n);
        expect(shares.reduce<bigint>((sum, share) => sum + share, 0n)).toBe(amount < owed ? amount : owed);
        expect(shares.every((share, at) => share >= 0n && share <= (all[at]?.owed as Money))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
