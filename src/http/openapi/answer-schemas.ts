/** What the ledger answers, as JSON Schema. The types of the views hold these to every field. */
import type {
  Ending,
  EntryView,
  FindingView,
  LiabilityView,
  TimelineView,
  TrialBalanceView,
  VictimSummary,
  VictimView,
} from '../../application/views.ts';
import type { ReceiptView } from '../../application/views-of-receipts.ts';
import { collectionSchemas } from './collection-schemas.ts';
import { debtSchemas } from './debt-schemas.ts';
import { explanationSchemas } from './explanation-schemas.ts';
import { lawSchemas } from './law-schemas.ts';
import { orderSchemas } from './order-schemas.ts';
import { peopleSchemas } from './people-schemas.ts';
import { recoverySchemas } from './recovery-schemas.ts';
import {
  dayOf,
  idOf,
  instant,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  receiptId,
  ref,
  textOf,
  yesOrNo,
  type FieldsOf,
  type Schema,
} from './schema-words.ts';

const summary: FieldsOf<VictimSummary> = {
  victimId: idOf('victim'),
  greatestLoss: orNull(
    moneyOf('The greatest loss found in a final case: the cap. Null where there is none.'),
  ),
  recovered: moneyOf(
    'Credited on the track that the cap measures, and what counts toward it of assistance and of recoveries elsewhere.',
  ),
  headroom: orNull(moneyOf('What may still be recovered; null without a cap.')),
  credited: moneyOf('All restitution credited.'),
  disbursed: moneyOf('Paid out to the victim.'),
  held: moneyOf('Credited and not yet paid out.'),
  assisted: moneyOf('Paid to the victim from the Reserve; no part of what is credited.'),
  elsewhere: moneyOf('Recovered elsewhere and counted toward the cap; no part of what is credited.'),
  madeWhole: orNull(
    ref('MadeWhole'),
    'Null until the greatest loss has been recovered, and again while a greater one leaves more to recover.',
  ),
  overRecovery: moneyOf('Recovered beyond the greatest loss.'),
  overRecoveryClaimed: moneyOf('What of it is claimed from the victim in the journal (P-20).'),
};

const subjects = {
  caseId: orNull(idOf('case')),
  victimId: orNull(idOf('victim')),
  defendantId: orNull(idOf('defendant')),
  orderId: orNull(idOf('order')),
  receiptId: orNull(receiptId),
};

type Account = TrialBalanceView['accounts'][number];
type Part = ReceiptView['parts'][number];

/** Every component that an answer about the ledger is made of. */
export const answerSchemas: Readonly<Record<string, Schema>> = {
  VictimSummary: objectOf<VictimSummary>('What a victim lost and recovered, in sums.', summary),
  Victim: objectOf<VictimView>('What a victim lost and recovered, and who owes it.', {
    ...summary,
    people: ref('People'),
    findings: listOf(ref('Finding')),
    recoveries: listOf(ref('Recovery'), 'What was reported of recoveries elsewhere.'),
    liabilities: listOf(ref('Liability')),
  }),
  MadeWhole: objectOf<NonNullable<VictimView['madeWhole']>>('When the greatest loss had been recovered.', {
    on: dayOf('The day.'),
    epoch: numberOf('How many times it has come about.'),
    byReceipt: orNull(
      receiptId,
      'The payment that reached it; null where an order, a finding or assistance did.',
    ),
  }),
  Finding: objectOf<FindingView>('What a court found that the victim lost.', {
    caseId: idOf('case'),
    category: textOf('What the losses come from.'),
    statute: orNull(textOf('Under which they were found; null where the finding named none.')),
    amount: moneyOf('The full amount.'),
    assistanceDeducted: moneyOf('What the court had deducted for assistance before it came to the amount.'),
    determinedOn: dayOf('The day of the finding.'),
  }),
  Liability: objectOf<LiabilityView>('What one defendant owes one victim under one order.', {
    orderId: idOf('order'),
    victimId: idOf('victim'),
    caseId: idOf('case'),
    defendantId: idOf('defendant'),
    track: oneOf('FULL_AMOUNT', 'TRAFFICKING'),
    ordered: moneyOf('What the court ordered.'),
    paid: moneyOf('What was paid.'),
    reduced: moneyOf('What courts credited for civil recoveries.'),
    terminated: moneyOf('What ended by law.'),
    vacated: moneyOf('What a court set aside.'),
    relieved: moneyOf('What others who owe it jointly have taken off it.'),
    outstanding: moneyOf('What is still owed.'),
    isFinal: yesOrNo,
    status: oneOf('open', 'satisfied', 'terminated', 'vacated'),
    ending: orNull(ref('Ending'), 'Why it ended by law; null where it did not.'),
  }),
  Ending: objectOf<Ending>('Why a liability ended by law.', {
    on: dayOf('The day.'),
    citation: textOf('The provision.'),
    epoch: numberOf('The epoch of full recovery that ended it.'),
    position: numberOf('Where in the log it stands.'),
    byReceipt: orNull(
      receiptId,
      'The payment that brought it about; null where an order, a finding or assistance did.',
    ),
  }),
  ...orderSchemas,
  Receipt: objectOf<ReceiptView>('What became of one payment.', {
    receiptId,
    caseId: idOf('case'),
    defendantId: idOf('defendant'),
    orderId: orNull(idOf('order'), 'The order that the payor named; null where none was.'),
    method: textOf('How it was paid.'),
    origin: orNull(textOf('Where the money came from; null where that was not said.')),
    receivedOn: dayOf('The day.'),
    amount: moneyOf('What was paid.'),
    applied: moneyOf('What liabilities took.'),
    excess: moneyOf('Held for refund.'),
    refunded: moneyOf('Paid back.'),
    settling: moneyOf('On its way between the case and the victim.'),
    returnedOn: orNull(dayOf('The day on which it came back; null where it did not.')),
    interest: moneyOf('What it paid of interest; among what was applied.'),
    penalties: moneyOf('What it paid of penalties for lateness; among what was applied.'),
    noticeDueOn: dayOf('The last day on which notice of it to the Attorney General is in time.'),
    noticeGivenOn: orNull(dayOf('The day on which notice was first given; null where it was not.')),
    status: oneOf('settling', 'applied', 'excess held', 'refunded', 'returned'),
    parts: listOf(ref('Part'), 'Who was credited with it.'),
    otherCases: listOf(ref('CasePart'), 'What other cases of its payor took of it.'),
    debts: listOf(ref('DebtPart'), 'Which debts beside restitution it paid.'),
  }),
  ...collectionSchemas,
  Part: objectOf<Part>('What one liability took of a payment.', {
    orderId: idOf('order'),
    victimId: idOf('victim'),
    amount: moneyOf('The part.'),
  }),
  CasePart: objectOf<ReceiptView['otherCases'][number]>('What another case of the payor took of a payment.', {
    caseId: idOf('case'),
    amount: moneyOf('The part, which is among what was applied.'),
  }),
  Entry: objectOf<EntryView>('One entry of the journal: an amount moves from one account to another.', {
    position: numberOf('Where in the log the event stands.'),
    effectiveOn: dayOf('The legal day.'),
    recordedAt: instant,
    debit: textOf('The account that is debited.'),
    credit: textOf('The account that is credited.'),
    amount: moneyOf('The amount.'),
    ...subjects,
  }),
  Happening: objectOf<TimelineView>('One thing that happened.', {
    position: numberOf('Where in the log it stands.'),
    type: textOf('The type of the event.'),
    effectiveOn: dayOf('The legal day.'),
    recordedAt: instant,
    ...subjects,
    amount: orNull(moneyOf('The amount that it is about; null where it is about none.')),
  }),
  ...lawSchemas,
  ...peopleSchemas,
  ...recoverySchemas,
  ...debtSchemas,
  ...explanationSchemas,
  TrialBalance: objectOf<TrialBalanceView>('The sums of all accounts.', {
    accounts: listOf(ref('Account')),
    difference: moneyOf('Debits less credits over all accounts: 0.00, or the books are wrong.'),
  }),
  Account: objectOf<Account>('One account.', {
    account: textOf('Its name.'),
    debit: moneyOf('All debits.'),
    credit: moneyOf('All credits.'),
    balance: moneyOf('Debits less credits.'),
  }),
};
