import type { StoredEvent } from '../../domain/events.ts';
import { counted, orNone, usd, type EventWords, type WordsByType } from './words-by-type.ts';
import { wordsOfCollection } from './words-of-collection.ts';
import { wordsOfPeople } from './words-of-people.ts';
import { wordsOfReceipts } from './words-of-receipts.ts';
import { wordsOfReserve } from './words-of-reserve.ts';
import { wordsOfStatements } from './words-of-statements.ts';
import { wordsOfRuns } from './words-of-runs.ts';

const fullRecovery = '18 U.S.C. 2259(b)(2)(C)';
const orderOfPayment = '18 U.S.C. 3612(c)';

/** The words that are known, by type. */
const wordsOfEvents: WordsByType = {
  ...wordsOfReceipts,
  ...wordsOfPeople,
  ...wordsOfCollection,
  ...wordsOfReserve,
  ...wordsOfStatements,
  LossDetermined: {
    says: ({ amount, caseId, category }) =>
      `a court found ${usd(amount)} of losses (${category.toLowerCase()}) in case ${caseId}`,
    policies: ['P-11'],
  },
  LiabilityImposed: {
    says: ({ defendantId, victimId, amount, orderId }) =>
      `${defendantId} was ordered to pay ${victimId} ${usd(amount)} under order ${orderId}`,
  },
  LiabilityBecameFinal: {
    says: ({ orderId, ground }) => `order ${orderId} became final (${ground})`,
    policies: ['P-01'],
  },
  LiabilityAmended: {
    says: ({ orderId, amountBefore, amount }) =>
      `what order ${orderId} awards was changed from ${usd(amountBefore)} to ${usd(amount)}`,
    law: ['18 U.S.C. 3664(o)'],
  },
  LiabilityVacated: {
    says: ({ orderId, amount }) => `order ${orderId} was set aside: ${usd(amount)} is owed no more`,
    policies: ['P-17', 'P-18'],
  },
  LiabilitiesMadeJoint: {
    says: ({ orderIds }) => `what orders ${orderIds.join(', ')} award is owed jointly`,
    law: ['18 U.S.C. 3664(h)'],
    policies: ['P-23'],
  },
  OrdersMadeJoint: {
    says: ({ orderIds }) => `what orders ${orderIds.join(', ')} award is owed jointly`,
    law: ['18 U.S.C. 3664(h)'],
    policies: ['P-23'],
  },
  RecoveryCredited: {
    says: ({ receiptId, orderId, offered, accepted }) =>
      `of ${usd(offered)} of receipt ${receiptId} offered under order ${orderId}, ${usd(accepted)} was credited`,
    law: [fullRecovery],
    policies: ['P-07'],
  },
  RecoveryReversed: {
    says: ({ receiptId, orderId, amount }) =>
      `receipt ${receiptId} came back: ${usd(amount)} under order ${orderId} is owed again`,
  },
  HistoriesJoined: {
    says: ({ absorbedId, victimId }) => `${absorbedId} and ${victimId} are one person, under one cap`,
    policies: ['P-31'],
  },
  GreatestLossChanged: {
    says: ({ greatestLoss, previous }) =>
      `the greatest loss found in a final case became ${orNone(greatestLoss)}; it was ${orNone(previous)}`,
    policies: ['P-01', 'P-02', 'P-03', 'P-12', 'P-17'],
  },
  FullRecoveryReached: {
    says: ({ victimId, recovered, greatestLoss, epoch }) =>
      `${victimId} has received ${usd(recovered)} of ${usd(greatestLoss)}: full recovery ${String(epoch)}`,
    policies: ['P-05', 'P-12', 'P-18'],
  },
  LiabilitiesTerminated: {
    says: ({ liabilities, epoch }) =>
      `${counted(liabilities.length)} ended by full recovery ${String(epoch)}`,
    policies: ['P-16'],
  },
  FullRecoveryUndone: {
    says: ({ epoch, recovered }) =>
      `full recovery ${String(epoch)} stands no more: ${usd(recovered)} is left of what was received`,
    policies: ['P-15', 'P-19'],
  },
  LiabilitiesReinstated: {
    says: ({ liabilities, epoch }) =>
      `${counted(liabilities.length)} that full recovery ${String(epoch)} had ended came back`,
    policies: ['P-15', 'P-19'],
  },
  OverRecoveryNoted: {
    says: ({ amount }) => `the victim has received ${usd(amount)} more than the greatest loss`,
    policies: ['P-20'],
  },
  RestitutionDisbursed: {
    says: ({ amount, victimId }) => `${usd(amount)} was paid out to ${victimId}`,
    policies: ['P-05'],
  },
  ...wordsOfRuns,
  DisbursementReturned: { says: ({ amount }) => `${usd(amount)} that was paid out came back` },
  AssistanceReceived: {
    says: ({ amount, victimId }) => `the Reserve paid ${victimId} ${usd(amount)}`,
    law: ['18 U.S.C. 2259(d)(2)(C)'],
    policies: ['P-12'],
  },
  AssistanceReturned: { says: ({ amount }) => `${usd(amount)} that the Reserve had paid came back` },
  OrderEntered: {
    says: ({ orderId, defendantId, statute, lines }) =>
      `order ${orderId} was entered on ${defendantId} for ${counted(lines.length, 'victim', 'victims')} under ${statute}`,
    policies: ['P-42'],
  },
  OrderBecameFinal: {
    says: ({ orderId, ground }) => `order ${orderId} became final (${ground})`,
    policies: ['P-01'],
  },
  PaymentAllocated: {
    says: ({ receiptId, caseId, round }) =>
      `receipt ${receiptId} was divided in case ${caseId}, round ${String(round)}`,
    law: [orderOfPayment],
    policies: ['P-09', 'P-23', 'P-25', 'P-26', 'P-39'],
  },
  PaymentApplied: {
    says: ({ receiptId, caseId, excess }) =>
      `receipt ${receiptId} was applied in case ${caseId}; ${usd(excess)} is left of it`,
  },
  PaymentUnapplied: {
    says: ({ receiptId, caseId }) =>
      `receipt ${receiptId} came back: what it paid in case ${caseId} is owed again`,
  },
  DebtImposed: {
    says: ({ debtId, defendantId, amount, kind }) =>
      `${defendantId} was ordered to pay ${usd(amount)} (debt ${debtId}, ${kind})`,
  },
  DebtCredited: {
    says: ({ debtId, amount, receiptId }) =>
      `${usd(amount)} of receipt ${receiptId} was credited to debt ${debtId}`,
    law: [orderOfPayment],
    policies: ['P-26', 'P-39'],
  },
  DebtReversed: {
    says: ({ debtId, amount }) => `the receipt came back: ${usd(amount)} of debt ${debtId} is owed again`,
  },
  LiabilityTerminated: {
    says: ({ orderId, amount, caseId }) =>
      `case ${caseId} was noted that ${usd(amount)} under order ${orderId} ended by law`,
  },
  LiabilityReinstated: {
    says: ({ orderId, amount, caseId }) =>
      `case ${caseId} was noted that ${usd(amount)} under order ${orderId} is owed again`,
  },
  InterestTermsSet: {
    says: ({ terms }) => `the court said how interest is borne: ${terms}`,
    law: ['18 U.S.C. 3612(f)'],
  },
  TreasuryYieldPublished: {
    says: ({ weekEndingOn, rate }) =>
      `the yield of the week that ends on ${weekEndingOn} was recorded: ${rate} percent`,
    law: ['18 U.S.C. 3612(f)'],
  },
  PolicySet: { says: ({ policy, value }) => `policy ${policy} was answered: ${value}` },
};

/** The words of this event's type, if it has any. */
export function eventWords({ type }: Pick<StoredEvent, 'type'>): EventWords | undefined {
  return (wordsOfEvents as Readonly<Record<string, EventWords | undefined>>)[type];
}

/** What happened, in a sentence without its stop. */
export function eventInWords(event: StoredEvent): string {
  const words = eventWords(event);
  return words === undefined ? nameInWords(event.type) : words.says(event.data);
}

/** As a sentence begins; an id stays as it is written. */
export function capital(text: string): string {
  return /^[a-z]-/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** `LossDetermined`, as people say it: `loss determined`. */
function nameInWords(type: string): string {
  return type.replaceAll(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
}
