import fc from 'fast-check';
import { calendarDate } from '../../../src/domain/calendar-date.ts';
import {
  lastDayToDetermine,
  lastDayToPetition,
  laterLosses,
} from '../../../src/domain/statutes/18-usc-3664-d-5-later-losses.ts';
import { daysOn } from './restitution-model.ts';

describe('18 U.S.C. 3664(d)(5): losses that are found later', () => {
  test('in the words of the law, as far as they are at hand', () => {
    expect(laterLosses).toEqual({
      citation: '18 U.S.C. 3664(d)(5)',
      inForceFrom: '1996-04-24',
      words:
        "the court shall set a date for the final determination of the victim's losses, not to exceed 90 days after " +
        'sentencing',
    });
  });

  test.each([
    ['2026-03-02', '2026-05-31'],
    ['2025-12-01', '2026-03-01'],
    ['2023-12-01', '2024-02-29'],
    ['2024-02-29', '2024-05-29'],
  ])('of a sentence of %s the losses are to be determined by %s', (sentencedOn, lastDay) => {
    expect(lastDayToDetermine(calendarDate(sentencedOn))).toBe(lastDay);
  });

  test.each([
    ['2026-01-31', '2026-04-01'],
    ['2024-01-01', '2024-03-01'],
  ])('losses discovered on %s can be brought up to %s', (discoveredOn, lastDay) => {
    expect(lastDayToPetition(calendarDate(discoveredOn))).toBe(lastDay);
  });

  test('both terms are what a machine counts, from any day', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
      .map((date) => calendarDate(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, (day) => {
        expect([lastDayToDetermine(day), lastDayToPetition(day)]).toEqual([daysOn(day, 90), daysOn(day, 60)]);
      }),
      { numRuns: 1_000, seed: 3664 },
    );
  });
});
