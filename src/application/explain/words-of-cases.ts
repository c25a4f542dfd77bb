import { counted, usd, type WordsByType } from './words-by-type.ts';

const orderOfPayment = '18 U.S.C. 3612(c)';

/** What happens in a case and to the ledger itself, in words. */
export const wordsOfCases = {
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
  OverpaymentUnapplied: {
    says: ({ receiptId, orderId, caseId }) =>
      `what receipt ${receiptId} had paid in case ${caseId} above what is ordered under ${orderId}, and was not paid out, was taken back`,
    policies: ['P-46'],
  },
  RecoveryUnapplied: {
    says: ({ receiptId, orderId, victimId, amount }) =>
      `${usd(amount)} that receipt ${receiptId} had paid to ${victimId} under ${orderId}, and for which the cap leaves no room, was taken back`,
    policies: ['P-08', 'P-17', 'P-31', 'P-45'],
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
      `case ${caseId} took note that ${usd(amount)} under order ${orderId} ended by law`,
  },
  LiabilityReinstated: {
    says: ({ orderId, amount, caseId }) =>
      `case ${caseId} took note that ${usd(amount)} under order ${orderId} is owed again`,
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
  YieldAwaited: {
    says: ({ weekEndingOn, receiptId }) =>
      `money of receipt ${receiptId} waits for the yield of the week that ends on ${weekEndingOn}`,
    law: ['18 U.S.C. 3612(f)'],
  },
  PolicySet: { says: ({ policy, value }) => `policy ${policy} was answered: ${value}` },
} satisfies WordsByType;
