import {
  businessDayFrom,
  isBusinessDay,
  isHoliday,
  legalPublicHolidays,
  plusBusinessDays,
} from '../../../src/domain/statutes/5-usc-6103-a-legal-public-holidays.ts';
import { lastDay, plusDays } from '../../../src/domain/calendar-arithmetic.ts';
import { day } from '../../support/words.ts';

/** Every holiday of a year as it is observed, by asking every day. */
function observedIn(year: number): readonly string[] {
  const days: string[] = [];
  for (let at = day(`${String(year)}-01-01`); at.startsWith(String(year)); at = plusDays(at, 1))
    if (isHoliday(at)) days.push(at.slice(5));
  return days;
}

describe('5 U.S.C. 6103(a): legal public holidays', () => {
  test('in the words of the law', () => {
    expect(legalPublicHolidays.words).toContain('the fourth Thursday in November');
  });

  // As the Office of Personnel Management lists them, with the dates themselves where they fall on a weekend.
  test.each([
    [2021, '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31'],
    [2022, '01-01 01-17 02-21 05-30 06-19 06-20 07-04 09-05 10-10 11-11 11-24 12-25 12-26'],
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
    [2020, '01-01 01-20 02-17 05-25 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
    [1985, '01-01 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25'],
  ])('of %d', (year, days) => {
    expect(observedIn(year).join(' ')).toBe(days);
  });

  test('a term that ends on a weekend before a holiday ends on the day after that', () => {
    expect(businessDayFrom(day('2026-05-23'))).toBe('2026-05-26');
    expect(businessDayFrom(day('2026-05-22'))).toBe('2026-05-22');
    expect(isBusinessDay(day('2026-05-24'))).toBe(false);
  });

  test('ten working days from the Friday before Thanksgiving leave it out, and the weekends', () => {
    expect(plusBusinessDays(day('2026-11-20'), 10)).toBe('2026-12-07');
  });

  test('the last day that can be written is one of business, so that every term ends', () => {
    expect(isBusinessDay(lastDay)).toBe(true);
  });
});
