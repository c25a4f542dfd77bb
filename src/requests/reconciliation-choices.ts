/** The closed lists of what is said of accounts, statements and matches, each value with its meaning. */
import type { MonthReopeningReason } from '../domain/period/events.ts';
import type { AccountKind, AccountPurpose } from '../domain/account/events.ts';
import type { Direction, ItemKind } from '../domain/claim/items.ts';
import type {
  LineKind,
  ReopeningReason,
  ResidualReason,
  SignatureRole,
  StatementFormat,
  SuspenseReason,
  UnmatchReason,
  WriteOffReason,
} from '../domain/statement/events.ts';
import type { Choices } from './choices.ts';

/** What an account is. */
export const accountKinds: Choices<AccountKind> = {
  BANK: 'at a bank: its lines are money that the bank saw',
  REPORT: 'a clerk’s or an agency’s list of payments: its lines say who paid, and a bank sees their sums',
};

/** Whose money is in an account. */
export const accountPurposes: Choices<AccountPurpose> = {
  RESTITUTION: 'the court’s registry: receipts, refunds and payments to victims',
  RESERVE: 'the Child Pornography Victims Reserve',
};

/** How a file is written. */
export const statementFormats: Choices<StatementFormat> = {
  CSV: 'a table, read by a profile',
  NACHA: 'records of 94 characters of the clearing house',
  BAI2: 'records of the Bank Administration Institute, version 2',
  CAMT_053: 'a statement of ISO 20022',
  CAMT_054: 'a notification of ISO 20022',
  CIR: 'an extract of the Collections Information Repository of the Treasury',
};

/** Whether money came in or went out. */
export const directions: Choices<Direction> = { IN: 'it came in', OUT: 'it went out' };

/** What the sender calls a line. */
export const lineKinds: Choices<LineKind> = {
  DEPOSIT: 'money that was brought to the bank, of one or of many',
  TRANSFER: 'money that came or went electronically',
  CARD: 'a card payment',
  OFFSET: 'an offset against a federal payment, or a deduction in custody',
  CHEQUE: 'a cheque that was presented',
  RETURN: 'a payment that was not honored, or came back',
  REVERSAL: 'an earlier line taken back by the bank',
  FEE: 'what the bank charges',
  INTEREST: 'what the bank pays for the balance',
  CORRECTION: 'an adjustment by the bank or the clerk',
  NOTICE: 'a notice without money',
  OTHER: 'anything else',
};

/** What the books expect a bank to confirm. */
export const itemKinds: Choices<ItemKind> = {
  RECEIPT: 'a payment that came in: `dcd.2026-00017`',
  RECEIPT_RETURN: 'the return of a payment, by its receipt: `dcd.2026-00017`',
  REFUND: 'money paid back to a payor, by receipt and refund: `dcd.2026-00017.f-0007`',
  REFUND_RETURN: 'such money that came back: `dcd.2026-00017.f-0007`',
  DISBURSEMENT: 'money paid out for a victim, by victim and payment: `v-7k2m9q.p-0091`',
  DISBURSEMENT_RETURN: 'such a payment that came back: `v-7k2m9q.p-0091`',
  UNCLAIMED_DEPOSIT:
    'unclaimed money that went to the Treasury, by the payment or refund it was: `v-7k2m9q.p-0091`',
  UNCLAIMED_WITHDRAWAL: 'such money that was claimed back: `v-7k2m9q.p-0091`',
  REPORTED_LINE: 'a line of a report that waits in suspense, by statement and line: `s-9g4t.12`',
  RESERVE_DEPOSIT: 'money that came in for the Reserve: `r-0012`',
  ASSISTANCE: 'a payment of assistance from the Reserve: `p-0044`',
  ASSISTANCE_RETURN: 'such a payment that came back: `p-0044`',
};

/** Why lines come to another amount than what they confirm. */
export const residualReasons: Choices<ResidualReason> = {
  BANK_FEE: 'the bank kept a fee',
  KEYING_ERROR: 'somebody keyed another amount',
  ROUNDING: 'the bank rounds otherwise',
  OTHER: 'another reason, to be found in the file',
};

/** Why a match is undone. */
export const unmatchReasons: Choices<UnmatchReason> = {
  ITEM_CLAIMED: 'another match had one of the items first',
  WRONG_ITEM: 'the line is of another item',
  WRONG_LINE: 'the item is of another line',
  OTHER: 'another reason, to be found in the file',
};

/** Why a line waits. */
export const suspenseReasons: Choices<SuspenseReason> = {
  NOTHING_FITS: 'the books expect nothing of the kind',
  SEVERAL_FIT: 'more than one thing fits, and a person must say which',
  PAYOR_UNKNOWN: 'nobody knows who paid',
  CASE_UNKNOWN: 'nobody knows in which case',
  AMOUNT_DIFFERS: 'what it names is of another amount',
  RETURN_OF_UNKNOWN: 'it takes back a payment that was not found',
  BY_HAND: 'somebody said so',
};

/** Why a line is given up. */
export const writeOffReasons: Choices<WriteOffReason> = {
  BANK_FEE: 'the bank charged a fee',
  BANK_INTEREST: 'the bank paid interest that nobody is owed',
  BELOW_COST: 'to find out would cost more',
  BANK_ERROR: 'the bank erred, and will not put it right',
  OTHER: 'another reason, to be found in the file',
};

/** In what part somebody signs. */
export const signatureRoles: Choices<SignatureRole> = {
  PREPARED: 'prepared it',
  APPROVED: 'looked at it and approves; somebody else than who prepared it',
};

/** Why a month that was closed is opened again. */
export const monthReopeningReasons: Choices<MonthReopeningReason> = {
  LATE_FACT: 'a fact of the month came to be known late',
  WRONG_RECORD: 'something of it was recorded wrongly',
  COURT_ORDER: 'a court ordered something for it',
  STATEMENT_REOPENED: 'a statement of it was opened again',
  OTHER: 'another reason, to be found in the file',
};

/** Why what was signed is opened again. */
export const reopeningReasons: Choices<ReopeningReason> = {
  WRONG_MATCH: 'a match was wrong',
  LATE_LINE: 'a line came late',
  BACK_DATED_FACT: 'a fact was recorded for an earlier day',
  OTHER: 'another reason, to be found in the file',
};
