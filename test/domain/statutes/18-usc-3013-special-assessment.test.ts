import { calendarDate } from '../../../src/domain/calendar-date.ts';
import {
  assessmentCeasesOn,
  isSumOfCounts,
  specialAssessment,
} from '../../../src/domain/statutes/18-usc-3013-special-assessment.ts';
import { usd } from '../../support/words.ts';

const offenceOn = calendarDate('2021-05-04');

/** Whether counts of these sums can add up to the amount, found by trying: another way than that of the source. */
function reachable(cents: number): boolean {
  const sums = [10_000, 2_500, 1_000, 500, 40_000, 12_500, 5_000];
  const can = Array<boolean>(cents + 1).fill(false);
  can[0] = true;
  for (let at = 1; at <= cents; at += 1) can[at] = sums.some((sum) => sum <= at && can[at - sum]);
  return can[cents] === true;
}

describe('18 U.S.C. 3013: so much for each count', () => {
  test('ceases five years after the judgment', () => {
    expect(assessmentCeasesOn(calendarDate('2021-05-14'))).toBe('2026-05-14');
    expect(assessmentCeasesOn(calendarDate('2024-02-29'))).toBe('2029-02-28');
  });

  test('in the words of the law', () => {
    expect(specialAssessment.words).toContain('the amount of $100 if the defendant is an individual');
  });

  test.each(['100.00', '25.00', '10.00', '5.00', '400.00', '125.00', '50.00', '235.00'])(
    '%s can be assessed',
    (amount) => {
      expect(isSumOfCounts(usd(amount), offenceOn)).toBe(true);
    },
  );

  test.each(['0.00', '1.00', '104.99', '100.01', '7.50'])('%s cannot', (amount) => {
    expect(isSumOfCounts(usd(amount), offenceOn)).toBe(false);
  });

  test('as trying every sum of counts says', () => {
    for (let cents = 1; cents <= 60_000; cents += 125) {
      expect([cents, isSumOfCounts(BigInt(cents) as never, offenceOn)]).toEqual([cents, reachable(cents)]);
    }
  });

  test('for an offence before the figures are known, any amount', () => {
    expect(isSumOfCounts(usd('7.50'), calendarDate('1990-01-01'))).toBe(true);
  });
});
