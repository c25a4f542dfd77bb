/**
 * Ids of people, cases and papers. An id must not say who somebody is, so its letters are the digits and the consonants
 * without `l`: no name can be spelled with them. Names and docket numbers live in the directory, beside the ledger.
 */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type VictimId = Id<'victim'>;
export type CaseId = Id<'case'>;
export type DefendantId = Id<'defendant'>;
export type OrderId = Id<'order'>;
/** What a defendant owes beside restitution: an assessment, a fine, costs. */
export type DebtId = Id<'debt'>;
/** One payment instrument: who issued the number, a point, and the number: `dcd.2026-00017`. */
export type ReceiptId = Id<'receipt'>;
export type DisbursementId = Id<'disbursement'>;
export type RefundId = Id<'refund'>;
/** What is paid out to a victim, or back to a payor. */
export type PaymentOutId = DisbursementId | RefundId;
/** A victim's request for defined monetary assistance from the Reserve. */
export type RequestId = Id<'request'>;
/** Money that came into the Reserve at once. */
export type DepositId = Id<'deposit'>;
/** What an attorney charged for a request. */
export type FeeId = Id<'fee'>;
/** Whoever acts for a victim, or takes what was the victim's: a guardian, an estate's representative, an heir. */
export type RepresentativeId = Id<'representative'>;
/** What a victim received outside of the receipts of this ledger. */
export type RecoveryId = Id<'recovery'>;
/** Payments that go out together. */
export type RunId = Id<'run'>;
/** An account at a bank, or whoever reports payments as a bank would. */
export type AccountId = Id<'account'>;
/** What one file said of one account. */
export type StatementId = Id<'statement'>;
/** Lines of a statement, and what they confirm. */
export type MatchId = Id<'match'>;
/** The number of a cheque, or the trace of a transfer: digits. */
export type InstrumentNumber = Id<'instrument number'>;
/** Whoever answers for a statement, a run of payments or a month by signing it. */
export type SignatoryId = Id<'signatory'>;
/** What the books expect a bank to confirm, by its id there: that of a receipt, a refund, a payment, a line. */
export type ItemId = Id<'item'>;
/** SHA-256 of bytes, in hexadecimal. */
export type Digest = Id<'digest'>;
/** Who numbers receipts: a short code of lower-case letters and digits, such as `dcd`. */
export type ReceiptSource = Id<'receipt source'>;
/** An event, by the id under which it was recorded. */
export type EventId = Id<'event'>;

/** The kinds of id that a door may be given whole, with the letter each begins with. */
export const idLetters = {
  victim: 'v',
  case: 'c',
  defendant: 'd',
  order: 'o',
  debt: 'b',
  disbursement: 'p',
  refund: 'f',
  request: 'q',
  deposit: 'r',
  fee: 'g',
  representative: 'h',
  recovery: 'x',
  run: 'n',
  account: 'k',
  statement: 's',
  match: 'm',
  signatory: 'w',
} as const;

export type IdKind = keyof typeof idLetters;

const body = '[0-9bcdfghjkmnpqrstvwxyz]{1,26}';

/** The pattern of an id of this kind, for validators and for the OpenAPI page. */
export function idPattern(of: IdKind): string {
  return `^${idLetters[of]}-${body}$`;
}

/** The number of a cheque, or the trace of a transfer, as a bank says it: 1 to 15 digits. */
export const instrumentNumberPattern = '^[0-9]{1,15}$';

/** Who numbers receipts: a short code of lower-case letters and digits, such as `dcd` or `top`. */
export const receiptSourcePattern = '^[a-z0-9]{2,12}$';
/** A receipt's number: digits, capital letters, and dashes inside; at least one digit. */
export const receiptReferencePattern = '^(?=.*[0-9])[0-9A-Z](?:[0-9A-Z-]{0,30}[0-9A-Z])?$';

export function receiptIdOf(source: string, reference: string): ReceiptId {
  return `${source}.${reference}` as ReceiptId;
}
