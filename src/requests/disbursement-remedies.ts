import type { RejectionCode } from '../domain/rejection.ts';
import type { Remedy } from './remedy.ts';

/** What is to be done about refusals of appeals and payments out. */
export const disbursementRemedies = {
  'appeal-not-found': {
    what: 'No appeal from this order was recorded.',
    advice: 'Correct the id, or record the appeal first.',
  },
  'appeal-recorded-differently': {
    what: 'The order’s appeal, or its end, stands with another day.',
    advice: 'Compare with the docket; a second appeal begins when the first has ended.',
  },
  'ended-before-appealed': {
    what: 'The appeal ended before it was taken.',
    advice: 'Correct one of the two days.',
  },
} as const satisfies { readonly [Code in RejectionCode]?: Remedy };
