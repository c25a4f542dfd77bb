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
  'run-not-found': {
    what: 'No run of payments of this id was proposed.',
    advice: 'Correct the id, or propose the run first.',
  },
  'run-proposed-differently': {
    what: 'The run stands with another case, day, signatory or other payments.',
    advice: 'Propose what is to be paid now as a run of its own.',
  },
  'run-content-differs': {
    what: 'The hash is not that of the payments that were proposed.',
    advice: 'Look at the run again, and approve what it holds, or let it lie.',
  },
  'run-approved-differently': {
    what: 'The run was approved already, by somebody else or on another day.',
    advice: 'One approval is enough.',
  },
  'run-not-approved': {
    what: 'Nobody has approved the run.',
    advice: 'Have it approved by another than proposed it.',
  },
  'run-released-differently': {
    what: 'The run was released already, on another day.',
    advice: 'What it paid is paid; propose another run.',
  },
  'approver-is-proposer': {
    what: 'Whoever proposed the run cannot approve it.',
    advice: 'Have another approve it.',
  },
  'nothing-to-pay': {
    what: 'Nothing can be paid out on this day.',
    advice: '`restitution disburse plan` says why each part of the money waits.',
  },
  'approved-before-proposed': {
    what: 'The run was approved before it was proposed.',
    advice: 'Correct one of the two days.',
  },
  'released-before-approved': {
    what: 'The run was released before it was approved.',
    advice: 'Correct one of the two days.',
  },
  'ended-before-appealed': {
    what: 'The appeal ended before it was taken.',
    advice: 'Correct one of the two days.',
  },
} as const satisfies { readonly [Code in RejectionCode]?: Remedy };
