import fc from 'fast-check';
import { parseAnnualRate } from '../../../src/domain/annual-rate.ts';
import { plusDays } from '../../../src/domain/calendar-arithmetic.ts';
import { formatMoney, money } from '../../../src/domain/money.ts';
import {
  bearsInterest,
  dayWeightedSum,
  firstLiableDay,
  interest,
  rounded,
  simpleInterest,
  weekBefore,
  weeklyYieldFrom,
  wholeRate,
  yearWeight,
  type Accrual,
  type PrincipalChange,
} from '../../../src/domain/statutes/18-usc-3612-f-interest.ts';
import { partsOwed, simple, toTheCent } from '../../second/interest.ts';
import { day, usd } from '../../support/words.ts';

const accrual = (from: string, until: string, given: Partial<Accrual> = {}): Accrual => ({
  ...{ rate: parseAnnualRate('4.05'), from: day(from), until: day(until), dayCount: 'ACTUAL_365' },
  ...given,
});

const changed = (on: string, amount: bigint): PrincipalChange => ({ on: day(on), amount: money(amount) });

describe('18 U.S.C. 3612(f): interest', () => {
  test('in the words of the law', () => {
    expect(interest.words).toContain('more than $2,500');
  });

  test('is borne by more than 2,500.00, and not by 2,500.00', () => {
    expect([usd('2,500.00'), usd('2,500.01')].map(bearsInterest)).toEqual([false, true]);
  });

  test.each([
    ['2026-03-02', '2026-03-17', 'a Tuesday'],
    ['2026-05-08', '2026-05-26', 'the fifteenth day is the Saturday before Memorial Day'],
    ['2026-06-04', '2026-06-22', 'the fifteenth day is Juneteenth, a Friday'],
    ['2020-06-04', '2020-06-19', 'before there was Juneteenth'],
    ['2025-12-10', '2025-12-26', 'the fifteenth day is Christmas'],
  ])('of a judgment of %s begins on %s: %s', (judgment, first) => {
    expect(firstLiableDay(day(judgment))).toBe(first);
  });

  test.each([
    ['2026-03-17', '2026-03-13'],
    ['2026-03-15', '2026-03-13'],
    ['2026-03-14', '2026-03-06'],
  ])('of a first day of %s is at the yield of the week that ended on Friday %s', (first, friday) => {
    expect(weekBefore(day(first))).toBe(friday);
    expect(day(first) >= weeklyYieldFrom).toBe(true);
  });

  // 10,000.00 at 4.05 percent: 405.00 in 365 days, 1.1095... a day.
  test.each([
    ['2026-03-17', '2026-03-17', '0.00'],
    ['2026-03-17', '2026-03-18', '1.11'],
    ['2026-03-17', '2026-04-16', '33.29'],
    ['2026-03-17', '2027-03-17', '405.00'],
    ['2027-03-17', '2028-03-17', '406.11'],
  ])('of 10,000.00 at 4.05 percent from %s to %s is %s', (from, until, posted) => {
    const owed = [changed('2026-03-02', 10_000_00n)];
    expect(formatMoney(simpleInterest(owed, accrual(from, until)))).toBe(posted);
  });

  test('of a leap year is of 366 days where the policy says so', () => {
    const owed = [changed('2023-01-02', 10_000_00n)];
    const leap = { dayCount: 'ACTUAL_366_IN_LEAP_YEARS' } as const;
    expect(formatMoney(simpleInterest(owed, accrual('2024-01-01', '2025-01-01', leap)))).toBe('405.00');
    expect(formatMoney(simpleInterest(owed, accrual('2023-12-31', '2024-01-02', leap)))).toBe('2.22');
    expect(formatMoney(simpleInterest(owed, accrual('2024-01-01', '2025-01-01')))).toBe('406.11');
  });

  test('ends with the day of a payment, which does not count, whenever that payment comes to be known', () => {
    const owed = [changed('2026-03-02', 10_000_00n)];
    const paid = changed('2026-04-16', -10_000_00n);
    expect(formatMoney(simpleInterest([paid, ...owed], accrual('2026-03-17', '2029-01-01')))).toBe('33.29');
    const inTime = changed('2026-03-16', -10_000_00n);
    expect(formatMoney(simpleInterest([...owed, inTime], accrual('2026-03-17', '2029-01-01')))).toBe('0.00');
  });

  test('rounds half a cent up, once', () => {
    expect([rounded(1n, 2n), rounded(1n, 3n), rounded(3n, 2n)]).toEqual([1n, 0n, 2n]);
    // A cent owed for half a year at 100 percent, near enough: 183 of 365 days.
    const cent = accrual('2026-01-01', '2026-07-03', { rate: parseAnnualRate('99.99') });
    expect(simpleInterest([changed('2026-01-01', 1n)], cent)).toBe(1n);
    expect(dayWeightedSum([changed('2026-01-01', 1n)], cent)).toBe((yearWeight * 183n) / 365n);
    expect(wholeRate).toBe(10_000n);
  });

  test('is rounded as decimals are', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.bigInt(1n, 10n ** 9n), (over, under) => {
        expect(rounded(over, under).toString()).toBe(toTheCent(over, under));
      }),
    );
  });

  test('is what it is counted day by day', () => {
    const start = day('2023-11-01');
    const change = fc.record({ at: fc.integer({ min: -40, max: 900 }), cents: fc.bigInt(0n, 90_000_000n) });
    const dayCount = fc.constantFrom('ACTUAL_365', 'ACTUAL_366_IN_LEAP_YEARS');
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.bigInt(0n, 9_999n),
        fc.integer({ min: 0, max: 1_000 }),
        dayCount,
        (some, rate, days, count) => {
          const changes = some.map(({ at, cents }) => ({ on: plusDays(start, at), amount: money(cents) }));
          const until = plusDays(start, days);
          const given = accrual(start, until, { rate: rate as Accrual['rate'], dayCount: count });
          expect(formatMoney(simpleInterest(changes, given))).toBe(simple(changes, given));
          if (count === 'ACTUAL_365' || until > start)
            expect(dayWeightedSum(changes, given).toString()).toBe(partsOwed(changes, given));
        },
      ),
      { numRuns: 60 },
    );
  });
});
