import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** What is to be done about refusals of appeals and payments out. */
export const disbursementRemedies = {
  'refund-not-found': {
    what: 'No such refund out of this receipt was recorded.',
    advice: 'Correct the id or the receipt, or record the refund first.',
  },
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
  'instrument-recorded-differently': {
    what: 'The payment stands with another cheque or transfer, or another day of issue.',
    advice:
      'Compare with the register; another cheque for the same money is a payment of its own, with `replaces`.',
  },
  'payment-replaced': {
    what: 'Another payment has taken the place of this one already.',
    advice: 'Look at `restitution cheques`; what that payment needs is said of that one.',
  },
  'payment-presented': {
    what: 'A bank has paid the payment that this one is to take the place of.',
    advice: 'Find out who has the money first; if it has left a second time, record it without `replaces`.',
  },
  'payment-not-voided': {
    what: 'The payment had not come back by that day.',
    advice:
      'Record its return first: `RecordDisbursementReturn`, with the reason `VOIDED`, `STOPPED` or `STALE`.',
  },
  'replacement-differs': {
    what: 'The payment that this one is to take the place of was of another case, or another amount.',
    advice: 'Pay the same money again, or record a payment of its own without `replaces`.',
  },
  'line-not-paid-out': {
    what: 'The line shows no money that left an account at a bank.',
    advice: 'Name the line of the bank’s statement on which it paid.',
  },
  'unclaimed-not-found': {
    what: 'No money of this payment waits as unclaimed.',
    advice: 'Correct the id, or record first that the money was set aside.',
  },
  'unclaimed-recorded-differently': {
    what: 'The money of this payment went where nobody claims it on another day, or was claimed since.',
    advice: 'Compare with the registry; what came back of a later payment is named by that payment.',
  },
  'payment-unclaimed': {
    what: 'The money of the payment that this one is to take the place of waits as unclaimed.',
    advice: 'Record that it was claimed first: `WithdrawUnclaimed`.',
  },
  'claimed-before-unclaimed': {
    what: 'The money was claimed before it went where nobody claimed it.',
    advice: 'Correct one of the two days.',
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
