import {
  dueBy,
  monthsBetween,
  oldestUnpaid,
  timeOfPayment,
  type Schedule,
} from '../../../src/domain/statutes/18-usc-3572-d-payment.ts';
import { day, usd } from '../../support/words.ts';

const total = usd('1,000.00');
const monthly: Schedule = {
  ...{ manner: 'INSTALMENTS', firstOn: day('2026-01-31'), amount: usd('300.00'), every: 'MONTH' },
};

describe('18 U.S.C. 3572(d): when payment is to be made', () => {
  test('in the words of the law', () => {
    expect(timeOfPayment.words).toContain('on a date certain or in installments');
  });

  test.each([
    ['2026-01-30', '0.00'],
    ['2026-01-31', '300.00'],
    ['2026-02-27', '300.00'],
    ['2026-02-28', '600.00'],
    ['2026-03-30', '600.00'],
    ['2026-03-31', '900.00'],
    ['2026-04-30', '1,000.00'],
    ['2030-01-01', '1,000.00'],
  ])('by %s, of monthly instalments of 300.00 from 31 January, %s is due', (on, due) => {
    expect(dueBy(monthly, total, day(on))).toBe(usd(due));
  });

  test('a quarter has three months', () => {
    const quarterly: Schedule = { ...monthly, every: 'QUARTER', manner: 'NOMINAL', amount: usd('25.00') };
    expect(dueBy(quarterly, total, day('2026-07-30'))).toBe(usd('50.00'));
    expect(dueBy(quarterly, total, day('2026-07-31'))).toBe(usd('75.00'));
    expect(oldestUnpaid(quarterly, usd('50.00'))).toBe('2026-07-31');
  });

  test('what is paid pays the oldest instalments', () => {
    expect(['0.00', '299.99', '300.00', '750.00'].map((paid) => oldestUnpaid(monthly, usd(paid)))).toEqual([
      '2026-01-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ]);
  });

  test('a lump sum is due whole on its day', () => {
    const lump: Schedule = { manner: 'LUMP_SUM', firstOn: day('2026-03-02') };
    expect(dueBy(lump, total, day('2026-03-01'))).toBe(0n);
    expect(dueBy(lump, total, day('2026-03-02'))).toBe(total);
    expect(oldestUnpaid(lump, usd('999.00'))).toBe('2026-03-02');
  });

  test('counts a quarter as three months', () => {
    expect([monthsBetween('MONTH'), monthsBetween('QUARTER')]).toEqual([1, 3]);
  });
});
