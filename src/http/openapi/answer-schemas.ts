/** What the ledger answers, as JSON Schema. The types of the views hold these to every field. */
import type {
  Cause,
  Ending,
  EntryView,
  FindingView,
  LiabilityView,
  TimelineView,
  TrialBalanceView,
  UnderStatute,
  VictimSummary,
  VictimView,
} from '../../application/views/ledger.ts';
import { collectionSchemas } from './collection-schemas.ts';
import { debtSchemas } from './debt-schemas.ts';
import { historySchemas } from './history-schemas.ts';
import { explanationSchemas } from './explanation-schemas.ts';
import { lawSchemas } from './law-schemas.ts';
import { orderSchemas } from './order-schemas.ts';
import { peopleSchemas } from './people-schemas.ts';
import { receiptSchemas } from './receipt-schemas.ts';
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
  received: moneyOf(
    'What the victim has received in the sense of the statute: `recovered`, or what of it has cleared or was paid out (P-05).',
  ),
  recovered: moneyOf(
    'Credited on the track that the cap measures, and what counts toward it of assistance and of recoveries elsewhere.',
  ),
  headroom: orNull(moneyOf('What may still be recovered; null without a cap.')),
  credited: moneyOf('All restitution credited.'),
  disbursed: moneyOf('Paid out to the victim.'),
  interest: moneyOf('Interest paid for the victim; no part of what is credited.'),
  held: moneyOf('Credited, or paid as interest, and not yet paid out.'),
  paidBeyondHeld: moneyOf('Paid out of cases beyond what was held there.'),
  assisted: moneyOf('Paid to the victim from the Reserve; no part of what is credited.'),
  elsewhere: moneyOf('Recovered elsewhere and counted toward the cap; no part of what is credited.'),
  interestCounted: moneyOf('What of the interest is counted toward the cap; nothing, unless P-10 says so.'),
  madeWhole: orNull(
    ref('MadeWhole'),
    'Null until the greatest loss has been recovered, and again while a greater one leaves more to recover.',
  ),
  overRecovery: moneyOf('Recovered beyond the greatest loss.'),
  overRecoveryClaimed: moneyOf('What of it is claimed from the victim in the journal (P-20).'),
  isReviewDue: {
    ...yesOrNo,
    description:
      'Whether what was decided agrees no more with what is counted, as a policy was answered anew: send ReviewLiabilities.',
  },
};

const subjects = {
  caseId: orNull(idOf('case')),
  victimId: orNull(idOf('victim')),
  defendantId: orNull(idOf('defendant')),
  orderId: orNull(idOf('order')),
  receiptId: orNull(receiptId),
};

type Account = TrialBalanceView['accounts'][number];

/** Every component that an answer about the ledger is made of. */
export const answerSchemas: Readonly<Record<string, Schema>> = {
  VictimSummary: objectOf<VictimSummary>('What a victim lost and recovered, in sums.', summary),
  Victim: objectOf<VictimView>('What a victim lost and recovered, and who owes it.', {
    ...summary,
    people: ref('People'),
    findings: listOf(ref('Finding')),
    recoveries: listOf(ref('Recovery'), 'What was reported of recoveries elsewhere.'),
    liabilities: listOf(ref('Liability')),
    underOtherStatutes: listOf(
      ref('UnderStatute'),
      'What is not under 18 U.S.C. 2259: no part of received and recovered.',
    ),
  }),
  UnderStatute: objectOf<UnderStatute>('What is ordered and was credited for a victim under one statute.', {
    statute: textOf('Its citation; never 18 U.S.C. 2259.'),
    liabilities: numberOf('How many liabilities there are under it, those set aside among them.'),
    ordered: moneyOf('What stands ordered; what several owe jointly is counted under the order of each.'),
    credited: moneyOf('What was paid through the court, also under orders that were set aside since.'),
  }),
  MadeWhole: objectOf<NonNullable<VictimView['madeWhole']>>('When the greatest loss had been recovered.', {
    on: dayOf('The day.'),
    epoch: numberOf('How many times it has come about.'),
    byReceipt: orNull(receiptId, 'The payment that reached it; null where something else did.'),
    cause: orNull(ref('Cause'), 'What reached it, a payment or anything else; null where a review found it.'),
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
    imposedOn: dayOf('The day on which the order imposed it.'),
    ordered: moneyOf('What the court ordered.'),
    paid: moneyOf('What was paid.'),
    reduced: moneyOf('What courts credited for civil recoveries.'),
    terminated: moneyOf('What ended by law.'),
    vacated: moneyOf('What a court set aside.'),
    overpaid: moneyOf('What was paid above what is ordered now.'),
    relieved: moneyOf('What others who owe it jointly have taken off it.'),
    outstanding: moneyOf('What is still owed.'),
    isFinal: yesOrNo,
    status: oneOf('open', 'satisfied', 'terminated', 'vacated'),
    ending: orNull(ref('Ending'), 'Why it ended by law; null where it did not.'),
  }),
  Ending: objectOf<Ending>('Why a liability ended by law.', {
    on: dayOf('The day.'),
    citation: textOf('The provision.'),
    epoch: orNull(
      numberOf('The epoch of full recovery that ended it; null where its term was over (18 U.S.C. 3613(b)).'),
    ),
    position: numberOf('Where in the log it stands.'),
    byReceipt: orNull(receiptId, 'The payment that brought it about; null where something else did.'),
    cause: orNull(
      ref('Cause'),
      'What brought it about, a payment or anything else; null where its term was over, or a review found it.',
    ),
  }),
  Cause: objectOf<Cause>('A fact that the law made something of.', {
    type: textOf('The type of its event.'),
    position: numberOf('Where in the log it stands.'),
    id: orNull(
      textOf('The receipt, request for assistance, payment out, recovery, order or case that it is about.'),
    ),
  }),
  ...orderSchemas,
  ...receiptSchemas,
  ...collectionSchemas,
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
  ...historySchemas,
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
