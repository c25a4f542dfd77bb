import { dueToTreasury, unclaimed } from '../../../src/domain/statutes/28-usc-2042-unclaimed.ts';
import { day } from '../../support/words.ts';

/** Counted by itself: the year five later, and 28 February where that one has no 29th. */
function fiveYearsOn(text: string): string {
  const [year = '', month = '', date = ''] = text.split('-');
  const later = Number(year) + 5;
  const isLeap = later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0);
  return `${String(later)}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`;
}

describe('28 U.S.C. 2042: unclaimed money', () => {
  test('may be claimed at any time', () => {
    expect(unclaimed.words).toContain('at any time after that');
  });

  test.each(['2026-03-02', '2024-02-29', '2023-02-28', '2025-12-31'])(
    'is due after five years: %s',
    (setAside) => {
      expect(dueToTreasury(day(setAside))).toBe(fiveYearsOn(setAside));
    },
  );

  test('is due on the day itself, and not on the eve', () => {
    expect(dueToTreasury(day('2026-03-02')) <= day('2031-03-02')).toBe(true);
    expect(dueToTreasury(day('2026-03-02')) <= day('2031-03-01')).toBe(false);
  });
});
