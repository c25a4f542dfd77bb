/** What the ledger answers of the months of the books, as JSON Schema. The types of the views hold these to every field. */
import type {
  AccountInMonth,
  BackDating,
  MonthSummary,
  MonthView,
  ObstacleView,
  OpenInMonth,
  UnconfirmedCash,
} from '../../application/views/months.ts';
import type { BalanceOfAccount, ChangeOfAccount } from '../../domain/period/events.ts';
import { accountPurposes } from '../../requests/reconciliation-choices.ts';
import {
  dayOf,
  idOf,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  ref,
  textOf,
  yesOrNo,
  type Schema,
} from './schema-words.ts';

const status = oneOf('OPEN', 'PREPARED', 'CLOSED');
type Recovery = BackDating['fullRecoveries'][number];

/** Every component that an answer about months is made of. */
export const monthSchemas: Readonly<Record<string, Schema>> = {
  Month: objectOf<MonthView>('A month of the books, as somebody signs it.', {
    month: textOf('The month.'),
    from: dayOf('Its first day.'),
    to: dayOf('Its last one, on which all that follows is so.'),
    status,
    signatures: listOf(ref('Signature'), 'The signatures that hold.'),
    contentHash: textOf('What whoever signs answers for.'),
    balances: listOf(ref('BalanceOfAccount'), 'What stands in each account in which anything does.'),
    difference: moneyOf('Debits less credits over all accounts: 0.00, or the books are wrong.'),
    proofs: listOf(
      ref('ThreeWayProof'),
      'Bank, books and what they are owed to, for each purpose that has an account at a bank.',
    ),
    unconfirmed: listOf(
      ref('UnconfirmedCash'),
      'Cash that no account at a bank confirms, for each purpose that has none. It is part of what is signed.',
    ),
    accounts: listOf(ref('AccountInMonth'), 'How far the statements reach.'),
    open: listOf(ref('OpenInMonth'), 'What was open, by its age.'),
    obstacles: listOf(ref('Obstacle'), 'What keeps it from being closed.'),
    changes: listOf(ref('ChangeOfAccount'), 'What was changed since it was closed.'),
    differsIn: listOf(
      oneOf('PROOFS', 'STATEMENTS', 'OPEN'),
      'What beside balances is not as it was when it was closed.',
    ),
    disturbedBy: listOf(
      ref('Disturbance'),
      'The first hundred events that changed it, or what banks say of its days.',
    ),
  }),
  UnconfirmedCash: objectOf<UnconfirmedCash>('Cash that the books have, and no account at a bank.', {
    purpose: oneOf(...Object.keys(accountPurposes)),
    amount: moneyOf('How much.'),
  }),
  BalanceOfAccount: objectOf<BalanceOfAccount>('What stands in an account.', {
    account: textOf('The account.'),
    balance: moneyOf('Its debits less its credits.'),
  }),
  ChangeOfAccount: objectOf<ChangeOfAccount>(
    'What stood in an account when the month was closed, and what does now.',
    {
      account: textOf('The account.'),
      before: moneyOf('When it was closed.'),
      after: moneyOf('Now.'),
    },
  ),
  AccountInMonth: objectOf<AccountInMonth>('How far the statements of an account reach.', {
    accountId: idOf('account'),
    statementId: orNull(idOf('statement')),
    upTo: orNull(dayOf('The last day of the last statement by the end of the month.')),
    isApproved: { ...yesOrNo, description: 'Whether every statement by then is signed by two.' },
  }),
  OpenInMonth: objectOf<OpenInMonth>('What was open at the end of the month.', {
    what: oneOf('IN_TRANSIT', 'OUTSTANDING', 'LINES'),
    age: oneOf('0-30', '31-90', '91-365', '366-'),
    count: numberOf('How many.'),
    amount: moneyOf('What they come to.'),
  }),
  Obstacle: objectOf<ObstacleView>('Something that keeps a month from being closed.', {
    code: oneOf('books-do-not-balance', 'proof-differs', 'statement-not-signed'),
    accountId: orNull(idOf('account')),
    purpose: orNull(oneOf(...Object.keys(accountPurposes))),
    amount: orNull(moneyOf('By how much, where that can be said.')),
  }),
  MonthSummary: objectOf<MonthSummary>('A month of which something was signed.', {
    month: textOf('The month.'),
    status,
    preparedBy: orNull(idOf('signatory')),
    approvedBy: orNull(idOf('signatory')),
    closedOn: orNull(dayOf('The day of the second signature.')),
    reopened: numberOf('How often it was opened again.'),
    changed: numberOf('How many accounts have changed since it was closed.'),
  }),
  BackDating: objectOf<BackDating>('What a fact would reach that takes effect on an earlier day.', {
    on: dayOf('The day.'),
    months: listOf(textOf('A month that is closed.'), 'The months.'),
    statements: listOf(idOf('statement'), 'Statements that two have signed, of the day or later.'),
    fullRecoveries: listOf(ref('FullRecoveryReached'), 'Full recoveries that stand, of the day or later.'),
  }),
  FullRecoveryReached: objectOf<Recovery>('That a victim had received all.', {
    victimId: idOf('victim'),
    on: dayOf('The day.'),
    epoch: numberOf('Which full recovery of the victim it is.'),
  }),
};
