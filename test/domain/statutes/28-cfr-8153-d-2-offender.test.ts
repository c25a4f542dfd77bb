import { mayBePaidForVictim, offender } from '../../../src/domain/statutes/28-cfr-8153-d-2-offender.ts';

describe('28 CFR 81.53(d)(2): assistance is not paid to who abused the victim', () => {
  test('says so in our words', () => {
    expect(offender.words).toMatch(
      /^In our words: .* convicted of an act under chapter 110 .* against that victim\.$/,
    );
  });

  test.each([
    [true, false],
    [false, true],
  ])('offender: %s, may be paid: %s', (isOffender, may) => {
    expect(mayBePaidForVictim({ isOffender })).toBe(may);
  });
});
