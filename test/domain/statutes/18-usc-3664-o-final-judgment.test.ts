import {
  adjustsScheduleOnly,
  amendmentPowers,
  finalJudgment,
  isListedPower,
} from '../../../src/domain/statutes/18-usc-3664-o-final-judgment.ts';

describe('18 U.S.C. 3664(o): an order is a final judgment', () => {
  test('is told in our words', () => {
    expect(finalJudgment).toMatchObject({ citation: '18 U.S.C. 3664(o)', inForceFrom: '1996-04-24' });
    expect(finalJudgment.words).toMatch(/^In our words: /);
  });

  test('can be changed under every power of the list; any other order of a court is none of them', () => {
    expect(amendmentPowers.filter((power) => !isListedPower(power))).toEqual(['OTHER_COURT_ORDER']);
    expect(amendmentPowers.filter(isListedPower)).toEqual([
      ...['3664(d)(5)', '3664(k)', '3664(o)(1)(A)', '3664(o)(1)(B)', '3664(o)(2)'],
      ...['3572(d)', '3613A', '3565(a)', '3614(a)'],
    ]);
  });

  test('three of the powers change when and how is paid, and not how much', () => {
    expect(amendmentPowers.filter(adjustsScheduleOnly)).toEqual(['3664(k)', '3572(d)', '3613A']);
  });
});
