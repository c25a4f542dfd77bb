import type { RejectionCode } from '../domain/rejection.ts';

/** What is refused of recoveries elsewhere. */
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
} as const satisfies Partial<Record<RejectionCode, { readonly what: string; readonly advice: string }>>;
