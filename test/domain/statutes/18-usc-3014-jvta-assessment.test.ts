import { calendarDate } from '../../../src/domain/calendar-date.ts';
import {
  isTraffickingVictimsAssessment,
  traffickingVictimsAssessment,
} from '../../../src/domain/statutes/18-usc-3014-jvta-assessment.ts';
import { usd } from '../../support/words.ts';

describe('18 U.S.C. 3014: five thousand dollars', () => {
  test('in the words of the law', () => {
    expect(traffickingVictimsAssessment.words).toMatch(
      /^An assessment under subsection \(a\) shall not be payable until/,
    );
  });

  test.each([
    ['5,000.00', '2015-05-29', true],
    ['10,000.00', '2021-05-04', true],
    ['5,000.00', '2015-05-28', false],
    ['5,000.01', '2021-05-04', false],
    ['2,500.00', '2021-05-04', false],
    ['0.00', '2021-05-04', false],
  ])('%s for an offence of %s: %s', (amount, offenceOn, is) => {
    expect(isTraffickingVictimsAssessment(usd(amount), calendarDate(offenceOn))).toBe(is);
  });
});
