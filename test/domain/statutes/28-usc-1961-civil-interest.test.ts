import fc from 'fast-check';
import { parseAnnualRate } from '../../../src/domain/annual-rate.ts';
import { plusDays } from '../../../src/domain/calendar-arithmetic.ts';
import { formatMoney, money } from '../../../src/domain/money.ts';
import type { Accrual, PrincipalChange } from '../../../src/domain/statutes/18-usc-3612-f-interest.ts';
import { civilInterest, compoundInterest } from '../../../src/domain/statutes/28-usc-1961-civil-interest.ts';
import { compound } from '../../second/interest.ts';
import { day } from '../../support/words.ts';

const judgment = day('2022-03-02');
const accrual = (until: string, rate = '5.00'): Accrual => ({
  ...{ rate: parseAnnualRate(rate), from: judgment, until: day(until), dayCount: 'ACTUAL_365' },
});
const owed: PrincipalChange = { on: judgment, amount: money(10_000_00n) };

describe('28 U.S.C. 1961: interest on a civil judgment', () => {
  test('in the words of the law', () => {
    expect(civilInterest.words).toContain('shall be compounded annually');
  });

  test.each([
    ['2022-03-02', '0.00'],
    ['2023-03-02', '500.00'],
    // The second year has 366 days, 10,500.00 and 5 percent: 525.00 and one day of 1.4384.
    ['2024-03-02', '1026.44'],
  ])('of 10,000.00 at 5 percent from 2 March 2022 to %s is %s', (until, posted) => {
    expect(formatMoney(compoundInterest([owed], accrual(until)))).toBe(posted);
  });

  test('still bears interest when the principal is paid', () => {
    const paid = { on: day('2023-03-02'), amount: money(-10_000_00n) };
    expect(formatMoney(compoundInterest([owed, paid], accrual('2024-03-01')))).toBe('525.00');
  });

  test('is what it is counted day by day', () => {
    const change = fc.record({ at: fc.integer({ min: 0, max: 1_500 }), cents: fc.bigInt(0n, 90_000_000n) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.integer({ min: 0, max: 1_800 }), (some, days) => {
        const changes = some.map(({ at, cents }) => ({ on: plusDays(judgment, at), amount: money(cents) }));
        const given = accrual(plusDays(judgment, days), '4.05');
        expect(formatMoney(compoundInterest(changes, given))).toBe(compound(changes, given));
      }),
      { numRuns: 40 },
    );
  });
  test('is what it is counted day by day, where some of it was paid or waived, and came back', () => {
    const change = fc.record({ at: fc.integer({ min: 0, max: 900 }), cents: fc.bigInt(0n, 90_000_000n) });
    const paid = fc.record({ at: fc.integer({ min: 0, max: 1_500 }), cents: fc.bigInt(-300_000n, 900_000n) });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        fc.array(paid, { maxLength: 4 }),
        fc.integer({ min: 0, max: 1_600 }),
        (some, settled, days) => {
          const moved = (all: typeof some) =>
            all.map(({ at, cents }) => ({ on: plusDays(judgment, at), amount: money(cents) }));
          const given = accrual(plusDays(judgment, days), '4.05');
          const found = compoundInterest(moved(some), given, moved(settled));
          expect(formatMoney(found)).toBe(compound(moved(some), given, moved(settled)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
