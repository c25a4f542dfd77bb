import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** What stands in the way of what is said of one payment that came in. */
export const receiptRemedies = {
  'receipt-returned': {
    what: 'The receipt came back unpaid; nothing of it clears any more.',
    advice: 'Compare with the bank’s notice. Money that was sent anew is another receipt.',
  },
  'clearance-recorded-differently': {
    what: 'The receipt was recorded as cleared already, on another day or another ground.',
    advice: 'What was recorded first stands: a receipt clears once.',
  },
  'cleared-before-received': {
    what: 'The receipt cleared before it came in.',
    advice: 'One of the two days is wrong.',
  },
  'receipt-recorded-differently': {
    what: 'The receipt stands with another case, payor, order, amount, method or day.',
    advice:
      'Compare with the clerk’s record. A receipt number is used once, also after a return. A different instrument has a different number. To put a slip right, record the return of the wrong entry with the reason `OTHER`, and record the payment under the number with a suffix, such as `2026-00017-2`.',
  },
  'returned-before-received': {
    what: 'The receipt was returned, or a refund of it made, before it came in.',
    advice: 'One of the two days is wrong.',
  },
} as const satisfies Partial<Record<RejectionCode, Remedy>>;
