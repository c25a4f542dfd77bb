import type { TakingGround } from '../../domain/liability/events.ts';
import type { InstrumentQuestion } from '../../domain/payment/events.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { counted, orNone, usd, type WordsByType } from './words-by-type.ts';

/** Why the cap leaves no room for what was paid. */
const noRoom: Readonly<Record<TakingGround, string>> = {
  CAP_FELL: 'the cap fell below what was paid, and what was paid before is judged by it too',
  ONE_PERSON: 'two ids proved to be one person, with one cap over what was paid to both',
  EARLIER_PAYMENT: 'a payment of an earlier day has the room under the cap',
  SAME_DAY: 'the payments of one day share the room under the cap',
};

/** What happens to a victim, in words. */
export const wordsOfVictims = {
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
    law: [fullRecovery.citation],
    policies: ['P-07'],
  },
  RecoveryReversed: {
    says: ({ receiptId, orderId, amount }) =>
      `receipt ${receiptId} came back: ${usd(amount)} under order ${orderId} is owed again`,
  },
  RecoveryCleared: {
    says: ({ receiptId, orderId, amount }) =>
      `receipt ${receiptId} cleared: the ${usd(amount)} that it paid under order ${orderId} is good money`,
    law: [fullRecovery.citation],
    policies: ['P-05'],
  },
  InterestReceived: {
    says: ({ receiptId, orderId, offered, accepted, afterwards }) =>
      afterwards
        ? `${usd(accepted)} of receipt ${receiptId} that had been credited to interest under order ${orderId} was told to the victim’s stream`
        : `of ${usd(offered)} of receipt ${receiptId} tendered as interest under order ${orderId}, ${usd(accepted)} was let in`,
    law: [fullRecovery.citation],
    policies: ['P-07', 'P-10'],
  },
  InterestReturned: {
    says: ({ receiptId, orderId, amount }) =>
      `receipt ${receiptId} came back: ${usd(amount)} of interest under order ${orderId} is received no more`,
    policies: ['P-10'],
  },
  InterestCleared: {
    says: ({ receiptId, orderId, amount }) =>
      `receipt ${receiptId} cleared: the ${usd(amount)} that it paid as interest under order ${orderId} is good money`,
    policies: ['P-05', 'P-10'],
  },
  PastInterestTold: {
    says: ({ victimId }) => `all interest that cases had credited to ${victimId} before is told`,
    policies: ['P-10'],
  },
  OverpaymentTakenBack: {
    says: ({ receiptId, orderId, amount }) =>
      `${usd(amount)} of receipt ${receiptId}, paid above what is ordered under ${orderId} since it was amended, was taken back`,
    policies: ['P-46'],
  },
  RecoveryTakenBack: {
    says: ({ receiptId, orderId, amount, ground }) =>
      `${usd(amount)} that receipt ${receiptId} had paid under order ${orderId} was taken back: ${noRoom[ground]}`,
    policies: ['P-08', 'P-17', 'P-31', 'P-45'],
  },
  HistoryTakenOver: {
    says: ({ absorbedId, victimId, part, lines }) =>
      `${absorbedId} handed part ${String(part)} of what stands under it to ${victimId}: ${counted(lines.length, 'line', 'lines')}`,
    policies: ['P-31'],
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
  OverRecoveryClaimed: {
    says: ({ amount, previous }) =>
      `what the victim has received above the greatest loss is claimed, in the books: ${usd(amount)}; it was ${usd(previous)}`,
    policies: ['P-20'],
  },
  ReinstatementOrdered: {
    says: ({ orderIds, authority }) =>
      `a court ordered that what had ended under ${orderIds.join(', ')} is owed again (${authority})`,
    law: ['18 U.S.C. 3664(o)'],
    policies: ['P-15', 'P-19'],
  },
  RestitutionDisbursed: {
    says: ({ amount, victimId }) => `${usd(amount)} was paid out to ${victimId}`,
    policies: ['P-05'],
  },
  DisbursementReturned: { says: ({ amount }) => `${usd(amount)} that was paid out came back` },
  InstrumentIssued: {
    says: ({ disbursementId, amount, instrument, number }) =>
      `payment ${disbursementId} of ${usd(amount)} went out as ${instrument === 'ACH' ? 'transfer' : 'cheque'} ${number}`,
  },
  InstrumentPresented: {
    says: ({ disbursementId, amount }) => `a bank paid ${usd(amount)} for payment ${disbursementId}`,
  },
  PresentationWithdrawn: {
    says: ({ disbursementId }) =>
      `the match was undone that had shown payment ${disbursementId} as paid by a bank`,
  },
  UnclaimedMoneySetAside: {
    says: ({ amount, victimId }) => `${usd(amount)} of ${victimId} was set aside, as nobody claims it`,
  },
  UnclaimedMoneyDeposited: {
    says: ({ amount, victimId }) => `${usd(amount)} of ${victimId} that nobody claims went to the Treasury`,
    law: ['28 U.S.C. 2042'],
  },
  UnclaimedMoneyWithdrawn: {
    says: ({ amount, victimId }) => `${usd(amount)} of ${victimId} that had been unclaimed was claimed`,
    law: ['28 U.S.C. 2042'],
  },
  InstrumentQuestioned: {
    says: ({ disbursementId, question, issued, presented }) =>
      `payment ${disbursementId} is to be looked at, ${questionsInWords[question]}: ${usd(issued)} was issued, ${usd(presented)} presented`,
  },
  AssistanceReceived: {
    says: ({ amount, victimId }) => `the Reserve paid ${victimId} ${usd(amount)}`,
    law: ['18 U.S.C. 2259(d)(2)(C)'],
    policies: ['P-12'],
  },
  AssistanceReturned: { says: ({ amount }) => `${usd(amount)} that the Reserve had paid came back` },
} satisfies WordsByType;

const questionsInWords: Readonly<Record<InstrumentQuestion, string>> = {
  PRESENTED_FOR_ANOTHER_AMOUNT: 'as it was presented for another amount',
  PRESENTED_AGAIN: 'as it was presented before',
  PRESENTED_AFTER_VOID: 'as it was presented after it had come back',
  VOIDED_AFTER_PRESENTED: 'as it was called off after a bank had paid it',
};
