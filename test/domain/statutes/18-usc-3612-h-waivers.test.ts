import { leftAfterWaivers, waivers } from '../../../src/domain/statutes/18-usc-3612-h-waivers.ts';
import { usd } from '../../support/words.ts';

describe('18 U.S.C. 3612(h): waivers', () => {
  test('in the words of the law', () => {
    expect(waivers.words).toContain('may waive all or part of any interest or penalty');
  });

  test('leave what they do not reach, and never less than nothing', () => {
    expect(leftAfterWaivers(usd('405.00'), [])).toBe(usd('405.00'));
    expect(leftAfterWaivers(usd('405.00'), [usd('5.00'), usd('100.01')])).toBe(usd('299.99'));
    expect(leftAfterWaivers(usd('405.00'), [usd('400.00'), usd('5.01')])).toBe(usd('0.00'));
  });

  test('of all leave nothing, whatever else was waived', () => {
    expect(leftAfterWaivers(usd('405.00'), [usd('5.00'), null])).toBe(usd('0.00'));
  });
});
