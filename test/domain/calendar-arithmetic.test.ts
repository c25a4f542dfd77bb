import fc from 'fast-check';
import {
  dayNumber,
  earlierOf,
  lastDay,
  partsOf,
  plusDays,
  plusMonths,
  plusYears,
  weekdayOf,
} from '../../src/domain/calendar-arithmetic.ts';
import { day } from '../support/words.ts';

describe('a legal day', () => {
  test('is so many days from another, over leap days and before 1970', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    expect(dayNumber(day('1969-12-31'))).toBe(-1);
    expect(plusDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(plusDays(day('1900-03-01'), -1)).toBe('1900-02-28');
  });

  test.each([
    ['2026-11-22', 0],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
  ])('%s is day %d of the week', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  test('has the same day in other months, or the last one', () => {
    expect(plusMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(plusMonths(day('2026-01-31'), 2)).toBe('2026-03-31');
    expect(plusMonths(day('2026-12-15'), 3)).toBe('2027-03-15');
    expect(plusYears(day('2024-02-29'), 5)).toBe('2029-02-28');
  });

  test('never lies beyond the last that can be written', () => {
    expect(plusYears(day('2990-06-01'), 20)).toBe(lastDay);
  });

  test('counted on day by day is the same as all at once', () => {
    const some = fc.integer({ min: -20_000, max: 300_000 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 50 }), (start, steps) => {
        const first = plusDays(day('1970-01-01'), start);
        let at = first;
        for (let step = 0; step < steps; step += 1) at = plusDays(at, 1);
        expect(at).toBe(plusDays(first, steps));
        expect(weekdayOf(at)).toBe((weekdayOf(first) + steps) % 7);
        // The calendar of the language, which the source does not use.
        expect(new Date((start + steps) * 86_400_000).toISOString().slice(0, 10)).toBe(at);
        expect(earlierOf(first, at)).toBe(first);
        expect(partsOf(at)[0]).toBe(Number(at.slice(0, 4)));
      }),
    );
  });
});
