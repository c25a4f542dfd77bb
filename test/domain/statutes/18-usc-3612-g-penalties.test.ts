import {
  defaultPenalty,
  delinquencyPenalty,
  penalties,
} from '../../../src/domain/statutes/18-usc-3612-g-penalties.ts';
import { usd } from '../../support/words.ts';

describe('18 U.S.C. 3612(g): penalties', () => {
  test('in the words of the law', () => {
    expect(penalties.words).toContain('an additional amount equal to 15 percent');
  });

  test.each([
    ['1,000.00', '100.00', '150.00'],
    ['0.04', '0.00', '0.01'],
    ['0.05', '0.01', '0.01'],
    ['333.33', '33.33', '50.00'],
  ])('of %s are %s, and %s more upon default', (principal, ten, fifteen) => {
    expect(delinquencyPenalty(usd(principal))).toBe(usd(ten));
    expect(defaultPenalty(usd(principal))).toBe(usd(fifteen));
  });
});
