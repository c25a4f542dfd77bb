import { rejectionCodes, type RejectionCode } from '../domain/rejection.ts';
import { doorProblems, type ProblemType } from './door-problems.ts';
import { remedies } from '../requests/remedies.ts';

/** 404: what it is about is not known. 409: it goes against what stands. 422: it cannot be right whatever stands. */
const refusalStatuses: Readonly<Record<RejectionCode, 404 | 409 | 422>> = {
  'command-id-reused': 422,
  'victim-not-registered': 404,
  'case-not-registered': 404,
  'defendant-not-registered': 404,
  'order-not-found': 404,
  'debt-not-found': 404,
  'receipt-not-found': 404,
  'disbursement-not-found': 404,
  'request-not-found': 404,
  'order-vacated': 409,
  'order-entered-differently': 409,
  'order-final-differently': 409,
  'order-vacated-differently': 409,
  'debt-imposed-differently': 409,
  'receipt-recorded-differently': 409,
  'return-recorded-differently': 409,
  'disbursement-recorded-differently': 409,
  'refund-recorded-differently': 409,
  'deposit-recorded-differently': 409,
  'request-recorded-differently': 409,
  'request-closed-differently': 409,
  'assistance-ordered-differently': 409,
  'fee-recorded-differently': 409,
  'request-closed': 409,
  'assistance-once': 409,
  'assistance-requested-already': 409,
  'assistance-ordered-already': 409,
  'assistance-not-ordered': 409,
  'assistance-paid-already': 409,
  'amount-not-positive': 422,
  'heads-do-not-add-up': 422,
  'category-not-in-statute': 422,
  'head-not-in-statute': 422,
  'fees-not-in-statute': 422,
  'head-values-unfit': 422,
  'head-amount-differs': 422,
  'projected-not-in-statute': 422,
  'projected-exceeds-amount': 422,
  'order-mandatory': 422,
  'complexity-no-ground': 422,
  'track-not-in-statute': 422,
  'order-without-lines': 422,
  'victim-twice-in-order': 422,
  'entered-before-offence': 422,
  'statute-not-in-force': 422,
  'offence-not-of-statute': 422,
  'track-without-offence': 422,
  'determined-before-sentencing': 422,
  'petitioned-before-discovery': 422,
  'final-before-entry': 422,
  'amended-before-entry': 422,
  'vacated-before-entry': 422,
  'returned-before-received': 422,
  'returned-before-paid': 422,
  'ordered-before-requested': 422,
  'paid-before-ordered': 422,
  'closed-before-requested': 422,
  'before-first-assistance-year': 422,
  'price-index-not-known': 422,
  'changed-before-imposed': 422,
  'below-trafficking-floor': 422,
  'share-exceeds-losses': 422,
  'fee-above-ceiling': 422,
  'reserve-short-of-funds': 409,
  'overflow-not-held': 409,
  'not-an-assessment-of-the-section': 422,
  'above-greatest-fine': 422,
  'above-assessment-ceiling': 422,
  'not-an-assessment': 422,
  'ceiling-without-offence': 422,
  'not-remissible': 422,
  'remission-exceeds-debt': 422,
  'obligation-named-twice': 422,
  'joint-orders-too-few': 422,
  'joint-orders-of-one-defendant': 422,
  'joint-orders-of-different-statutes': 422,
  'joint-orders-incomplete': 422,
  'obligation-not-one': 422,
  'notice-incomplete': 422,
  'liability-without-term': 422,
  'liability-not-over': 422,
  'schedule-incomplete': 422,
  'week-not-ending-on-friday': 422,
  'order-of-another-case': 409,
  'policy-value-unknown': 422,
};

const refusals = Object.fromEntries(
  rejectionCodes.map((code) => {
    const { what, advice } = remedies[code];
    return [code, { status: refusalStatuses[code], title: what, detail: advice }];
  }),
) as Readonly<Record<RejectionCode, ProblemType>>;

/** Every code of a problem. */
export type ProblemCode = keyof typeof doorProblems | RejectionCode;

/** Every problem that this API may answer with. */
export const problemTypes: Readonly<Record<ProblemCode, ProblemType>> = { ...doorProblems, ...refusals };

/** The codes, those of the door first. */
export const problemCodes = Object.keys(problemTypes) as ProblemCode[];
