import fc from 'fast-check';
import { calendarDate, isCalendarDate } from '../../src/domain/calendar-date.ts';

const oneDay = 86_400_000;
const firstDay = Date.UTC(1900, 0, 1);
const lastDay = Date.UTC(2999, 11, 31);

/** Any day of the eleven centuries, as the machine's own calendar writes it. */
const days = fc
  .integer({ min: firstDay / oneDay, max: lastDay / oneDay })
  .map((day) => new Date(day * oneDay).toISOString().slice(0, 10));

describe('a legal day', () => {
  test.each(['1900-01-01', '2018-12-07', '2024-02-29', '2000-02-29', '2026-12-31', '2999-12-31'])(
    '%s is one',
    (text) => {
      expect(calendarDate(text)).toBe(text);
    },
  );

  test.each([
    ['29 February of a year that is not a leap year', '2023-02-29'],
    ['29 February of 1900, which was no leap year', '1900-02-29'],
    ['29 February of 2100, which will be none', '2100-02-29'],
    ['30 February', '2024-02-30'],
    ['31 April', '2026-04-31'],
    ['31 June', '2026-06-31'],
    ['31 September', '2026-09-31'],
    ['31 November', '2026-11-31'],
    ['day nought', '2026-01-00'],
    ['day 32', '2026-01-32'],
    ['month nought', '2026-00-10'],
    ['month 13', '2026-13-10'],
    ['a year before 1900', '1899-12-31'],
    ['a year after 2999', '3000-01-01'],
    ['one digit for the month', '2026-3-02'],
    ['an instant', '2026-03-02T00:00:00Z'],
    ['another order', '02-03-2026'],
    ['slashes', '2026/03/02'],
    ['a space before it', ' 2026-03-02'],
    ['a line break after it', '2026-03-02\n'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  test('is every day that the calendar has', () => {
    fc.assert(fc.property(days, isCalendarDate));
  });

  test('is no day that the calendar lacks', () => {
    const written = fc
      .tuple(
        fc.integer({ min: 1900, max: 2999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
      )
      .map(([year, month, day]) => [year, two(month), two(day)].join('-'));
    fc.assert(
      fc.property(written, (text) => {
        const known = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(text);
        return isCalendarDate(text) === exists;
      }),
    );
  });

  test('compares with another as text does', () => {
    fc.assert(fc.property(days, days, (one, other) => one < other === Date.parse(one) < Date.parse(other)));
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
