import type { RejectionCode } from '../domain/rejection-codes.ts';

/** What is refused of recoveries elsewhere, and of what courts credit for them. */
export const recoveryRemedies = {
  'recovery-not-found': {
    what: 'No recovery of this id was reported of this victim.',
    advice: 'Correct one of the two ids, or report the recovery first.',
  },
  'recovery-reported-differently': {
    what: 'The recovery stands with another source, category, amount or day.',
    advice: 'Compare the two. To put a report right, withdraw it, and report it anew under an id of its own.',
  },
  'recovery-decided-differently': {
    what: 'The recovery was verified, rejected or withdrawn already, in another way.',
    advice:
      'Compare with the record. What was verified wrong is withdrawn, and reported anew under an id of its own.',
  },
  'reported-before-received': {
    what: 'The recovery was reported before the victim was paid.',
    advice: 'One of the two days is wrong.',
  },
  'decided-before-reported': {
    what: 'The recovery was verified, rejected or withdrawn before what is known of it already.',
    advice: 'One of the two days is wrong.',
  },
  'reduction-not-found': {
    what: 'The line of the order was not credited with this recovery.',
    advice: 'Correct one of the ids, or record the credit first.',
  },
  'reduction-recorded-differently': {
    what: 'The line of the order was credited with this recovery already, or that was reversed, in another way.',
    advice:
      'Compare with the court’s order. A recovery is credited on a line once; what the court allowed later is a recovery of its own.',
  },
  'reversed-before-reduced': {
    what: 'The credit was reversed before the court allowed it.',
    advice: 'One of the two days is wrong.',
  },
} as const satisfies Partial<Record<RejectionCode, { readonly what: string; readonly advice: string }>>;
