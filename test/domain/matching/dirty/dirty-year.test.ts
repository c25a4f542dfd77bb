import { calendarDate } from '../../../../src/domain/calendar-date.ts';
import { match } from '../../../../src/domain/matching/match.ts';
import { usualSettings } from '../../../../src/domain/matching/settings.ts';
import { bankYear, usualWays } from './bank-year.ts';
import { judge } from './truth.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe('a dirty year of a court’s bank account', () => {
  test.each(seeds)(
    'number %i: whatever is settled without asking is right, and that is nearly all',
    (seed) => {
      const year = bankYear({ seed, payors: 400, disbursements: 500, ways: usualWays });
      const settings = usualSettings;
      const verdict = judge(year, match({ ...year, settings, asOf: calendarDate('2026-01-31') }));
      expect(verdict.wrong).toEqual([]);
      expect(verdict.settled / verdict.settleable).toBeGreaterThanOrEqual(0.95);
      expect(verdict.confirmed / verdict.confirmable).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('has every kind of dirt', () => {
    const { truths } = bankYear({ seed: 1, payors: 400, disbursements: 500, ways: usualWays });
    const kinds = new Set([...truths.values()].map(({ dirt }) => dirt));
    for (const dirt of [
      'mistyped',
      'named',
      'together',
      'in parts',
      'late',
      'repeated',
      'not recorded',
      'fee',
    ])
      expect(kinds).toContain(dirt);
    for (const dirt of ['deposit of a day', 'deposit, numbered', 'returned, named', 'confirmed before'])
      expect(kinds).toContain(dirt);
  });
});
