import { money } from '../../src/domain/money.ts';
import { percentOf } from '../../src/domain/ratio.ts';

describe('a percentage', () => {
  test.each([
    [0n, 15_000_000n, '0'],
    [12_000_000n, 15_000_000n, '80'],
    [1n, 3n, 'about 33.3'],
    [1n, 8n, '12.5'],
    [1n, 1_000n, '0.1'],
    [1n, 1_001n, 'about 0'],
    [15_000_000n, 15_000_000n, '100'],
    [20n, 10n, '200'],
  ])('of %s in %s is %s', (part, whole, percent) => {
    expect(percentOf(money(part), money(whole))).toBe(percent);
  });

  test('is not all until the last cent of the greatest sum', () => {
    const whole = 9_999_999_999_999n;
    expect(percentOf(money(whole - 1n), money(whole))).toBe('about 99.9');
  });

  test('of nothing is refused', () => {
    expect(() => percentOf(money(1n), money(0n))).toThrow(RangeError);
  });
});
