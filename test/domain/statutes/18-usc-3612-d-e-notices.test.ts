import { balanceDueOn, noticeDueOn, notices } from '../../../src/domain/statutes/18-usc-3612-d-e-notices.ts';
import { day } from '../../support/words.ts';

describe('18 U.S.C. 3612(d) and (e): notices', () => {
  test('in the words of the law', () => {
    expect(notices.words).toContain('Within ten working days');
  });

  test('are due ten working days after, over a holiday', () => {
    expect(noticeDueOn(day('2026-02-02'))).toBe('2026-02-17');
  });

  test('of default make the whole balance due thirty days after', () => {
    expect(balanceDueOn(day('2026-02-17'))).toBe('2026-03-19');
  });
});
