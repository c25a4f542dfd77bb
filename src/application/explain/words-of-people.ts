import { usd, type WordsByType } from './words-by-type.ts';

/** Of the people beside a victim, and of what was received elsewhere. */
export const wordsOfPeople: WordsByType = {
  VictimRegistered: { says: ({ victimId }) => `the ledger came to know victim ${victimId}` },
  RecoveryReported: {
    says: ({ recoveryId, amount, source, receivedOn }) =>
      `${usd(amount)} was reported as received elsewhere on ${receivedOn} (recovery ${recoveryId}, ${source})`,
    policies: ['P-43'],
  },
  RecoveryVerified: {
    says: ({ recoveryId, amount, source }) =>
      `${usd(amount)} was verified as received elsewhere (recovery ${recoveryId}, ${source})`,
    policies: ['P-13', 'P-43', 'P-44'],
  },
  RecoveryRejected: {
    says: ({ recoveryId, amount, reason }) =>
      `recovery ${recoveryId} of ${usd(amount)} was rejected (${reason})`,
  },
  RecoveryWithdrawn: {
    says: ({ recoveryId, amount, standing, reason }) =>
      `recovery ${recoveryId} of ${usd(amount)}, which was ${standing.toLowerCase()}, was withdrawn (${reason})`,
  },
  RightsAssumed: {
    says: ({ representativeId, victimId, capacity, until }) =>
      `${representativeId} assumed the rights of ${victimId} (${capacity}${until === undefined ? '' : `, until ${until}`})`,
  },
  RepresentationEnded: {
    says: ({ representativeId, victimId, reason }) =>
      `${representativeId} acts for ${victimId} no more (${reason})`,
  },
  RepresentativeConvicted: {
    says: ({ representativeId, victimId }) =>
      `${representativeId} was convicted of having abused ${victimId}`,
  },
  VictimDied: { says: ({ victimId }) => `${victimId} died` },
  SuccessionRecorded: {
    says: ({ victimId, heirs, source }) =>
      `${heirs.map(({ representativeId }) => representativeId).join(', ')} took what was ${victimId}'s (${source})`,
  },
  PayoutHeld: {
    says: ({ victimId, representativeId }) =>
      `money for ${victimId} is held until a court is asked, because of ${representativeId}`,
    policies: ['P-30'],
  },
  PayoutReleased: {
    says: ({ victimId }) => `money for ${victimId} is held for that reason no more`,
    policies: ['P-30'],
  },
  InterestAssigned: {
    says: ({ victimId, caseId, orderId }) =>
      `${victimId} assigned the interest in ${orderId ?? caseId ?? 'all payments'} to the Crime Victims Fund`,
    policies: ['P-29'],
  },
  AssignmentRevoked: {
    says: ({ victimId, caseId, orderId }) =>
      `${victimId} revoked the assignment of ${orderId ?? caseId ?? 'all payments'}`,
    policies: ['P-29'],
  },
  PayeeQuestioned: {
    says: ({ disbursementId, reason }) =>
      `payment ${disbursementId} went to somebody whom the law did not know as its payee (${reason})`,
  },
  IdentityAbsorbed: { says: ({ victimId, survivorId }) => `${victimId} is one victim with ${survivorId}` },
  IdentityTakenOver: { says: ({ victimId, absorbedId }) => `${victimId} is one victim with ${absorbedId}` },
  AssistanceTwiceNoted: {
    says: ({ victimId, requestIds }) =>
      `${victimId} was ordered assistance more than once (${requestIds.join(', ')})`,
  },
};
