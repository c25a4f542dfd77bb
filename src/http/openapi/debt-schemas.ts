/** What the ledger answers about debts beside restitution, as JSON Schema. */
import type { DebtView } from '../../application/views/debts.ts';
import type { ReceiptView } from '../../application/views/receipts.ts';
import { dayOf, idOf, moneyOf, objectOf, orNull, ref, textOf, type Schema } from './schema-words.ts';

/** The components of those answers. */
export const debtSchemas: Readonly<Record<string, Schema>> = {
  DebtPart: objectOf<ReceiptView['debts'][number]>('What one debt took of a payment.', {
    debtId: idOf('debt'),
    kind: textOf('What the debt is.'),
    amount: moneyOf('The part.'),
  }),
  Debt: objectOf<DebtView>('What a defendant owes in one case beside restitution.', {
    debtId: idOf('debt'),
    caseId: idOf('case'),
    defendantId: idOf('defendant'),
    kind: textOf('What it is.'),
    imposedOn: dayOf('The day of the judgment.'),
    imposed: moneyOf('What was imposed.'),
    paid: moneyOf('What was paid.'),
    remitted: moneyOf('What was remitted.'),
    vacated: moneyOf('What was set aside.'),
    lapsed: moneyOf('What ended with its term, or with the death of the defendant.'),
    ending: orNull(ref('DebtEnding'), 'Since when, and under which section; null where nothing did.'),
    outstanding: moneyOf('What is still owed.'),
    paidTo: orNull(
      ref('CommunityShares'),
      'Of community restitution, who has what was paid; null of other debts.',
    ),
  }),
  DebtEnding: objectOf<NonNullable<DebtView['ending']>>('That the term of a debt is over.', {
    on: dayOf('The day.'),
    citation: textOf('The provision.'),
  }),
  CommunityShares: objectOf<NonNullable<DebtView['paidTo']>>('The two payees of community restitution.', {
    CRIME_VICTIM_ASSISTANCE: moneyOf('65 percent of what was paid.'),
    SUBSTANCE_ABUSE_BLOCK_GRANT: moneyOf('35 percent of what was paid.'),
  }),
};
