import { usd, type WordsByType } from './words-by-type.ts';

/** Of the Victims Reserve, and of figures and terms that others set. */
export const wordsOfReserve: WordsByType = {
  ReserveDeposited: {
    says: ({ amount, accepted, overflow, source }) =>
      `of ${usd(amount)} for the Reserve (${source}) it took ${usd(accepted)}; ${usd(overflow)} is above its ceiling`,
    law: ['34 U.S.C. 20101(d)(6)'],
  },
  AssistanceRequested: {
    says: ({ victimId, requestId }) => `${victimId} asked for assistance (request ${requestId})`,
  },
  AssistanceOrdered: {
    says: ({ victimId, amount, formulaAmount, collected }) =>
      `a court ordered ${usd(amount)} of assistance for ${victimId}, where the words come to ${usd(formulaAmount)} and ${usd(collected)} had been collected`,
    law: ['18 U.S.C. 2259(d)(1)(D)'],
    policies: ['P-36', 'P-37'],
  },
  AssistanceIneligibilityNoted: {
    says: ({ victimId, collected, formulaAmount }) =>
      `${victimId} had collected ${usd(collected)}, more than the ${usd(formulaAmount)} of the year`,
    law: ['18 U.S.C. 2259(d)(3)'],
  },
  AssistanceOrderVacated: {
    says: ({ requestId, amount }) =>
      `the order for ${usd(amount)} of assistance under ${requestId} was set aside`,
  },
  AssistanceQueued: {
    says: ({ requestId, amount }) =>
      `${usd(amount)} under request ${requestId} waits to be paid by the Reserve`,
    law: ['18 U.S.C. 2259B(b)'],
  },
  AssistancePaid: {
    says: ({ requestId, amount, victimId, representativeId }) =>
      `the Reserve paid ${usd(amount)} under request ${requestId} to ${representativeId ?? victimId}`,
  },
  AssistancePaymentReturned: {
    says: ({ requestId, amount, reason }) =>
      `${usd(amount)} that the Reserve had paid under request ${requestId} came back (${reason})`,
  },
  AttorneyFeeRecorded: {
    says: ({ requestId, fees, costs, ceiling }) =>
      `an attorney charged ${usd(fees)} and ${usd(costs)} of costs for request ${requestId}, of at most ${usd(ceiling)}`,
    law: ['18 U.S.C. 2259(d)(4)'],
  },
  AssistanceRequestClosed: {
    says: ({ requestId, amount, reason }) =>
      `request ${requestId} came to an end (${reason}); ${usd(amount)} that had been ordered is not paid`,
  },
  ConsumerPriceIndexPublished: {
    says: ({ year, series, figure }) =>
      `the price index of ${String(year)} was recorded: ${figure} (${series})`,
  },
  AssessmentCeilingPublished: {
    says: ({ offence, amount, source }) =>
      `at most ${usd(amount)} may be assessed for ${offence} (${source})`,
    law: ['18 U.S.C. 2259A(a)'],
    policies: ['P-41'],
  },
  HoldSet: {
    says: ({ source, method, days }) =>
      `money of ${source ?? 'all sources'} by ${method ?? 'any method'} waits ${String(days)} days to clear`,
  },
  PaymentTermsSet: {
    says: ({ minimum, staleAfterMonths }) =>
      `a share below ${usd(minimum)} is kept, and a cheque is stale after ${String(staleAfterMonths)} months`,
  },
};
