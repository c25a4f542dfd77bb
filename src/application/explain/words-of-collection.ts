import { counted, obligation, usd, type WordsByType } from './words-by-type.ts';

/** Of orders beside their amounts, of debts, and of what collecting them brings with it. */
export const wordsOfCollection: WordsByType = {
  CaseRegistered: { says: ({ caseId }) => `the ledger came to know case ${caseId}` },
  DefendantRegistered: {
    says: ({ defendantId, caseId }) => `${defendantId} is a defendant in case ${caseId}`,
  },
  DefendantJoinedCase: {
    says: ({ defendantId, caseId }) => `${defendantId} is a defendant in case ${caseId}`,
  },
  OrderRegistered: { says: ({ orderId, caseId }) => `the id ${orderId} was taken for case ${caseId}` },
  OrderAmended: {
    says: ({ orderId, lines, authority }) =>
      `order ${orderId} was amended for ${counted(lines.length, 'victim', 'victims')} under ${authority}`,
    law: ['18 U.S.C. 3664(o)'],
    policies: ['P-42'],
  },
  OrderVacated: { says: ({ orderId }) => `order ${orderId} was set aside` },
  RestitutionDeclined: {
    says: ({ defendantId, statute, ground }) =>
      `no restitution was ordered on ${defendantId} under ${statute} (${ground})`,
  },
  FindingDeferred: {
    says: ({ defendantId, finalOn }) =>
      `the finding of losses against ${defendantId} was put off to ${finalOn}`,
    law: ['18 U.S.C. 3664(d)(5)'],
  },
  LaterLossesPetitioned: {
    says: ({ orderId, victimId, discoveredOn }) =>
      `${victimId} asked for losses that were discovered on ${discoveredOn} to be added to order ${orderId}`,
    law: ['18 U.S.C. 3664(d)(5)'],
  },
  LiabilityExpired: {
    says: ({ orderId, amount, citation }) =>
      `the term of order ${orderId} was over: ${usd(amount)} is owed no more (${citation})`,
    policies: ['P-34', 'P-35'],
  },
  LiabilityExpiryUndone: {
    says: ({ orderId, amount, vacated }) =>
      `that the term of order ${orderId} was over had been recorded in error: ` +
      (vacated === undefined
        ? `${usd(amount)} is owed again`
        : `${usd(vacated)} is set aside with the order, and no longer ended by law`),
  },
  LiabilityReduced: {
    says: ({ orderId, amount, allowed, recoveryId, again }) =>
      `of ${usd(allowed)} that a court credited for recovery ${recoveryId}, ${usd(amount)}${again ? ' more' : ''} came off order ${orderId}`,
    law: ['18 U.S.C. 3664(j)(2)'],
  },
  ReductionReversed: {
    says: ({ orderId, amount, recoveryId }) =>
      `the credit for recovery ${recoveryId} holds no more: ${usd(amount)} under order ${orderId} is owed again`,
  },
  ReductionNoted: {
    says: ({ orderId, amount, recoveryId }) =>
      `the case was told that ${usd(amount)} stands off order ${orderId} for recovery ${recoveryId}`,
  },
  DebtRemitted: {
    says: ({ debtId, amount, citation }) =>
      `the court remitted ${usd(amount)} of debt ${debtId} (${citation})`,
  },
  DebtVacated: {
    says: ({ debtId, amount }) => `debt ${debtId} was set aside: ${usd(amount)} is owed no more`,
  },
  DebtExpired: {
    says: ({ debtId, amount, citation }) =>
      `the term of debt ${debtId} was over: ${usd(amount)} is owed no more (${citation})`,
    policies: ['P-34', 'P-35'],
  },
  DebtExpiryUndone: {
    says: ({ debtId, amount, vacated }) =>
      `that the term of debt ${debtId} was over had been recorded in error: ` +
      (vacated === undefined
        ? `${usd(amount)} is owed again`
        : `${usd(vacated)} is set aside with the debt, and no longer ended by law`),
  },
  OrderOfPaymentSet: {
    says: ({ defendantId }) => `the judgment says in which order the obligations of ${defendantId} are paid`,
    policies: ['P-39'],
  },
  PaymentScheduleSet: {
    says: ({ manner, firstOn, amount, every, ...of }) =>
      `${obligation(of)} is to be paid from ${firstOn} on (${manner}${amount === null ? '' : `, ${usd(amount)} each ${String(every).toLowerCase()}`})`,
    law: ['18 U.S.C. 3572(d)'],
  },
  DefendantReleased: { says: ({ defendantId }) => `${defendantId} was released from imprisonment` },
  DefendantDied: { says: ({ defendantId }) => `${defendantId} died` },
  InterestWaived: {
    says: ({ amount, ...of }) =>
      `${amount === null ? 'all' : usd(amount)} of the interest on ${obligation(of)} was waived`,
    law: ['18 U.S.C. 3612(h)'],
  },
  PenaltyWaived: {
    says: ({ amount, ...of }) =>
      `${amount === null ? 'all' : usd(amount)} of the penalties on ${obligation(of)} was waived`,
    law: ['18 U.S.C. 3612(h)'],
  },
  NoticeGiven: {
    says: ({ notice, receiptId, ...of }) =>
      `notice was given (${notice}) of ${receiptId === null ? obligation(of) : `receipt ${receiptId}`}`,
  },
  ImprisonmentNotImposed: {
    says: ({ defendantId }) =>
      `the judgment imposed no imprisonment on ${defendantId}: the years of liability run from its entry alone`,
    law: ['18 U.S.C. 3613(b)'],
  },
  OrderExpiryUndone: {
    says: ({ orderId }) => `that the term of order ${orderId} was over had been recorded in error`,
    law: ['18 U.S.C. 3613(b)'],
  },
  OrderExpired: { says: ({ orderId, citation }) => `the term of order ${orderId} was over (${citation})` },
  AppealTaken: { says: ({ orderId }) => `an appeal was taken from order ${orderId}` },
  AppealEnded: { says: ({ orderId }) => `the appeal from order ${orderId} ended` },
  InterestRateFixed: {
    says: ({ rate, weekEndingOn, ...of }) =>
      `interest on ${obligation(of)} is at ${rate} percent, by the week that ended on ${weekEndingOn}`,
    law: ['18 U.S.C. 3612(f)'],
  },
  InterestTendered: {
    says: ({ amount, receiptId, victimId, ...of }) =>
      `${usd(amount)} of receipt ${receiptId} was tendered to ${victimId} as interest on ${obligation(of)}`,
    law: ['18 U.S.C. 3612(i)'],
    policies: ['P-10', 'P-39'],
  },
  InterestCredited: {
    says: ({ amount, receiptId, ...of }) =>
      `${usd(amount)} of receipt ${receiptId} was credited to interest on ${obligation(of)}`,
    law: ['18 U.S.C. 3612(i)'],
    policies: ['P-39'],
  },
  InterestReversed: {
    says: ({ amount, receiptId, ...of }) =>
      `receipt ${receiptId} came back: ${usd(amount)} of interest on ${obligation(of)} is owed again`,
  },
  PenaltyCredited: {
    says: ({ amount, receiptId, ...of }) =>
      `${usd(amount)} of receipt ${receiptId} was credited to penalties on ${obligation(of)}`,
    law: ['18 U.S.C. 3612(i)'],
    policies: ['P-33', 'P-39'],
  },
  PenaltyReversed: {
    says: ({ amount, receiptId, ...of }) =>
      `receipt ${receiptId} came back: ${usd(amount)} of penalties on ${obligation(of)} is owed again`,
  },
  InterestNotKnown: {
    says: ({ receiptId, why, ...of }) =>
      `what was left of receipt ${receiptId} passed over the interest on ${obligation(of)}, of which nobody can say how much it is (${why})`,
  },
};
