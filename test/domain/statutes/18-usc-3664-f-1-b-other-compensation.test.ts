import {
  considersCompensation,
  otherCompensation,
} from '../../../src/domain/statutes/18-usc-3664-f-1-b-other-compensation.ts';
import { groundsToDecline } from '../../../src/domain/statutes/grounds-to-decline.ts';

describe('18 U.S.C. 3664(f)(1)(B): insurance does not lower the amount', () => {
  test('is told in our words', () => {
    expect(otherCompensation).toMatchObject({
      citation: '18 U.S.C. 3664(f)(1)(B)',
      inForceFrom: '1996-04-24',
    });
    expect(otherCompensation.words).toMatch(/^In our words: /);
  });

  test('of the grounds to decline, one looks at other compensation', () => {
    expect(groundsToDecline.filter(considersCompensation)).toEqual(['OTHER_COMPENSATION']);
  });
});
