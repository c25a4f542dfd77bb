import { isAnnualRateText, parseAnnualRate } from '../../src/domain/annual-rate.ts';

describe('a rate', () => {
  test('is read in hundredths of a percent', () => {
    expect(parseAnnualRate('4.05')).toBe(405n);
    expect(parseAnnualRate('0.00')).toBe(0n);
  });

  test.each(['4.5', '4', '4.055', '-1.00', '04.05', '100.00', '4,05', ''])(
    'is not written as "%s"',
    (text) => {
      expect(isAnnualRateText(text)).toBe(false);
      expect(() => parseAnnualRate(text)).toThrow(RangeError);
    },
  );
});
