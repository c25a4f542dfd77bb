import {
  notificationOfReceipt,
  receiptNoticeDueOn,
} from '../../../src/domain/statutes/18-usc-3612-a-notification-of-receipt.ts';
import { day } from '../../support/words.ts';

describe('18 U.S.C. 3612(a): notice of a receipt', () => {
  test('in the words of the law', () => {
    expect(notificationOfReceipt.words).toContain('(2) within 15 days after the receipt');
  });

  test('is due on the fifteenth day, or the next one on which people work', () => {
    // Monday, 2 March 2026, and fifteen days: Tuesday, the 17th.
    expect(receiptNoticeDueOn(day('2026-03-02'))).toBe('2026-03-17');
    // The fifteenth day after Friday, 6 March, is a Saturday.
    expect(receiptNoticeDueOn(day('2026-03-06'))).toBe('2026-03-23');
    // The fourth of July 2026 is a Saturday, so that Friday, the third, is the holiday.
    expect(receiptNoticeDueOn(day('2026-06-18'))).toBe('2026-07-06');
  });
});
