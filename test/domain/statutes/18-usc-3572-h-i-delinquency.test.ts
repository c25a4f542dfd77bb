import {
  defaultDueBy,
  defaultFrom,
  delinquency,
  delinquentDueBy,
  delinquentFrom,
} from '../../../src/domain/statutes/18-usc-3572-h-i-delinquency.ts';
import { day } from '../../support/words.ts';

describe('18 U.S.C. 3572(h) and (i): delinquency and default', () => {
  test('in the words of the law', () => {
    expect(delinquency.words).toContain('more than 30 days late');
  });

  test('30 days late is not delinquent, 31 is', () => {
    expect(delinquentFrom(day('2026-01-01'))).toBe('2026-02-01');
    expect(delinquentDueBy(day('2026-02-01'))).toBe('2026-01-01');
    expect(delinquentDueBy(day('2026-01-31'))).toBe('2025-12-31');
  });

  test('the ninety-first day of delinquency is the first of default', () => {
    // February has 28 days of delinquency, March 31, April 30: 89. The ninety-first is 2 May.
    expect(defaultFrom(day('2026-01-01'))).toBe('2026-05-02');
    expect(defaultDueBy(day('2026-05-02'))).toBe('2026-01-01');
  });
});
