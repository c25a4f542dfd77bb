import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** Those of the Reserve, in the words of docs/rejections.md. */
export const reserveRemedies = {
  'request-not-found': {
    what: 'No request for assistance of this id was recorded, or it is another victim’s.',
    advice: 'Correct the id, or record the request first, also one that was made to the court itself.',
  },
  'deposit-recorded-differently': {
    what: 'The deposit stands with another source, amount or day.',
    advice: 'Compare with the bank’s statement. Another deposit needs another id.',
  },
  'request-recorded-differently': {
    what: 'The request stands with another victim, addressee or day.',
    advice: 'Compare with the paper. Another request needs another id.',
  },
  'request-closed-differently': {
    what: 'The request was closed already, on another day or for another reason.',
    advice: 'Compare with the file. A request is closed once.',
  },
  'assistance-ordered-differently': {
    what: 'Assistance was ordered under this request already, in another case, of another amount or on another day.',
    advice:
      'Compare with the docket. Where the court has set that order aside, close the request with the reason `ORDER_VACATED`; the new order belongs to a new request.',
  },
  'fee-recorded-differently': {
    what: 'The charge stands with another request, amount or day.',
    advice: 'Compare with the invoice. Another charge needs another id.',
  },
  'request-closed': {
    what: 'The request has come to an end.',
    advice: 'If the victim asks again, record that as a request of its own.',
  },
  'assistance-once': {
    what: 'Assistance has been ordered for this victim already, and 18 U.S.C. 2259(d)(2)(A) gives it once.',
    advice:
      'Compare the two. Only where a court has set the other order aside, close its request with the reason `ORDER_VACATED`.',
  },
  'assistance-requested-already': {
    what: 'A request of this victim is open already.',
    advice: 'What is new belongs to that request. If it has come to an end, close it first.',
  },
  'assistance-ordered-already': {
    what: 'A court has ordered assistance under this request, and only a court can end that.',
    advice: 'Pay it; or, where the court has set its order aside, give the reason `ORDER_VACATED`.',
  },
  'assistance-not-ordered': {
    what: 'No court has ordered assistance under this request.',
    advice: 'Record the order first, or correct the id.',
  },
  'assistance-paid-already': {
    what: 'The assistance was paid, and the payment stands.',
    advice: 'Nothing more is to be done. If the payment came back, record that first.',
  },
  'ordered-before-requested': {
    what: 'The assistance was ordered before it was asked for.',
    advice: 'One of the two days is wrong.',
  },
  'paid-before-ordered': {
    what: 'The assistance was paid before it was ordered.',
    advice: 'One of the two days is wrong.',
  },
  'closed-before-requested': {
    what: 'The request was closed before the last thing that is recorded of it.',
    advice: 'One of the two days is wrong.',
  },
  'before-first-assistance-year': {
    what: 'The order is of a day before 2019, the first year of 18 U.S.C. 2259(d)(1)(D).',
    advice: 'Correct the day.',
  },
  'price-index-not-known': {
    what: 'The ledger does not know the Consumer Price Index of the year before the order, with which the amount of the year is reckoned: its annual average or, where P-36 says so, that of its December.',
    advice:
      'Record the figure as the Bureau of Labor Statistics has published it, with `RecordConsumerPriceIndex`; then send the order again. `restitution assistance-amount` names the figure that is missing.',
  },
  'fee-above-ceiling': {
    what: 'Fees and costs of the request would come to more than 15 percent of the assistance, which 18 U.S.C. 2259(d)(4) forbids.',
    advice: 'Correct the amounts. `restitution assistance` shows the ceiling, and what has been charged.',
  },
  'reserve-short-of-funds': {
    what: 'The Reserve cannot make this payment in full after those that were ordered earlier, and makes no other.',
    advice:
      '`restitution reserve-queue` says what is missing, and who comes first. Record the deposits that have come in.',
  },
  'overflow-not-held': {
    what: 'So much is not kept outside the Reserve.',
    advice: '`restitution reserve` shows what is. Correct the amount or the source.',
  },
} as const satisfies Partial<Record<RejectionCode, Remedy>>;
