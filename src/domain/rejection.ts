import type { CalendarDate } from './calendar-date.ts';
import type { MoneyText } from './money.ts';

/**
 * Every reason for which a command may be refused, in order of precedence: where two apply, the first is given.
 * The same order, with what to do about each, stands in docs/rejections.md.
 *
 * A fact that has happened is not refused because the law dislikes it; see docs/architecture.md, "Facts first".
 */
export const rejectionCodes = [
  'command-id-reused',
  'victim-not-registered',
  'case-not-registered',
  'defendant-not-registered',
  'order-not-found',
  'debt-not-found',
  'receipt-not-found',
  'disbursement-not-found',
  'request-not-found',
  'representation-not-found',
  'assignment-not-found',
  'recovery-not-found',
  'reduction-not-found',
  'account-not-found',
  'statement-not-found',
  'line-not-found',
  'match-not-found',
  'item-not-found',
  'appeal-not-found',
  'run-not-found',
  'unclaimed-not-found',
  'order-vacated',
  'order-entered-differently',
  'order-final-differently',
  'order-vacated-differently',
  'debt-imposed-differently',
  'receipt-recorded-differently',
  'return-recorded-differently',
  'disbursement-recorded-differently',
  'instrument-recorded-differently',
  'unclaimed-recorded-differently',
  'refund-recorded-differently',
  'deposit-recorded-differently',
  'request-recorded-differently',
  'request-closed-differently',
  'assistance-ordered-differently',
  'fee-recorded-differently',
  'death-recorded-differently',
  'representation-recorded-differently',
  'assignment-recorded-differently',
  'recovery-reported-differently',
  'recovery-decided-differently',
  'reduction-recorded-differently',
  'account-opened-differently',
  'statement-read-differently',
  'match-made-differently',
  'signed-differently',
  'statement-signed',
  'line-matched',
  'line-written-off',
  'line-repeats',
  'line-not-suspended',
  'line-open',
  'item-claimed',
  'not-prepared',
  'content-changed',
  'maker-is-checker',
  'appeal-recorded-differently',
  'run-proposed-differently',
  'run-content-differs',
  'run-approved-differently',
  'run-not-approved',
  'run-released-differently',
  'approver-is-proposer',
  'nothing-to-pay',
  'payment-replaced',
  'payment-presented',
  'payment-not-voided',
  'payment-unclaimed',
  'replacement-differs',
  'line-not-paid-out',
  'request-closed',
  'victim-absorbed',
  'assistance-once',
  'assistance-requested-already',
  'assistance-ordered-already',
  'assistance-not-ordered',
  'assistance-paid-already',
  'representative-is-defendant',
  'representative-convicted',
  'payout-held',
  'victim-died',
  'victim-not-dead',
  'amount-not-positive',
  'heads-do-not-add-up',
  'category-not-in-statute',
  'head-not-in-statute',
  'fees-not-in-statute',
  'head-values-unfit',
  'head-amount-differs',
  'projected-not-in-statute',
  'projected-exceeds-amount',
  'payee-incomplete',
  'capacity-unfit',
  'ended-before-assumed',
  'succession-without-heirs',
  'heir-named-twice',
  'victim-named-twice',
  'order-mandatory',
  'complexity-no-ground',
  'track-not-in-statute',
  'order-without-lines',
  'victim-twice-in-order',
  'entered-before-offence',
  'statute-not-in-force',
  'offence-not-of-statute',
  'track-without-offence',
  'determined-before-sentencing',
  'petitioned-before-discovery',
  'final-before-entry',
  'amended-before-entry',
  'vacated-before-entry',
  'returned-before-received',
  'returned-before-paid',
  'ordered-before-requested',
  'paid-before-ordered',
  'closed-before-requested',
  'reported-before-received',
  'decided-before-reported',
  'reversed-before-reduced',
  'ended-before-appealed',
  'approved-before-proposed',
  'released-before-approved',
  'claimed-before-unclaimed',
  'before-first-assistance-year',
  'price-index-not-known',
  'changed-before-imposed',
  'below-trafficking-floor',
  'share-exceeds-losses',
  'fee-above-ceiling',
  'reserve-short-of-funds',
  'overflow-not-held',
  'not-an-assessment-of-the-section',
  'above-greatest-fine',
  'above-assessment-ceiling',
  'not-an-assessment',
  'ceiling-without-offence',
  'not-remissible',
  'report-without-balance',
  'source-of-a-bank',
  'statement-does-not-prove',
  'match-empty',
  'match-does-not-balance',
  'above-write-off-limit',
  'remission-exceeds-debt',
  'obligation-named-twice',
  'joint-orders-too-few',
  'joint-orders-of-one-defendant',
  'joint-orders-of-different-statutes',
  'joint-orders-incomplete',
  'obligation-not-one',
  'notice-incomplete',
  'liability-without-term',
  'liability-not-over',
  'release-not-recorded',
  'expiry-not-recorded',
  'liability-not-ended',
  'schedule-incomplete',
  'week-not-ending-on-friday',
  'order-of-another-case',
  'policy-value-unknown',
] as const;

/** One reason for refusal: a stable code, part of every door's contract. */
export type RejectionCode = (typeof rejectionCodes)[number];

/** What the law makes of what was sent, where it makes another thing of it. */
interface Findings {
  readonly figure?: MoneyText;
  readonly day?: CalendarDate;
}

/** A command refused: expected, harmless, and told to its sender. Nothing was recorded. */
export class Rejection extends Error {
  readonly code: RejectionCode;
  /** The field of the command that stands in the way, as a JSON Pointer; never its value. */
  readonly pointer: string;
  /** What the law makes of the sender's own figures, where it makes another one than was sent; else undefined. */
  readonly figure: MoneyText | undefined;
  /** The day that the law makes of what is recorded, where it is another one than was sent; else undefined. */
  readonly day: CalendarDate | undefined;

  constructor(code: RejectionCode, pointer = '', { figure, day }: Findings = {}) {
    super(code);
    this.name = 'Rejection';
    this.code = code;
    this.pointer = pointer;
    this.figure = figure;
    this.day = day;
  }
}

/** Refuses the command. @throws Rejection always */
export function reject(code: RejectionCode, pointer = '', more: Findings = {}): never {
  throw new Rejection(code, pointer, more);
}

/** A broken invariant: a bug or a damaged ledger. It is never caught on the way to a user as if it were expected. */
export class InvariantBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantBroken';
  }
}

/** Stops where the ledger would be wrong. @throws InvariantBroken where `holds` is false */
export function invariant(holds: boolean, message: string): asserts holds {
  if (!holds) throw new InvariantBroken(message);
}
