/**
 * What the API answers of money on its way out: of a plan once the example of `RecordPayment` has been sent, and of a run once
 * that of `ReleaseDisbursementRun` has. A test asks, and compares.
 */
import { approvedHash } from '../../requests/example-bodies-of-paying-out.ts';

const [victimId, caseId] = ['v-7k2m9q', 'c-s4t8'];

/** An example for each question about payments out. */
export const exampleDisbursementAnswers = {
  disbursementPlan: {
    on: '2026-04-01',
    held: '10000.00',
    total: '10000.00',
    keptTotal: '0.00',
    minimum: '25.00',
    payments: [{ victimId, caseId, paidTo: 'VICTIM', representativeId: null, amount: '10000.00' }],
    kept: [],
    policyVersion: 1,
  },
  refundPlan: {
    on: '2026-04-01',
    held: '2460.00',
    total: '2460.00',
    keptTotal: '0.00',
    refunds: [{ receiptId: 'dcd.2026-00017', caseId, defendantId: 'd-4x8t', amount: '2460.00' }],
    kept: [],
    policyVersion: 1,
  },
  unwinding: {
    receiptId: 'dcd.2026-00017',
    on: '2026-04-01',
    position: 26,
    amount: '12500.00',
    refunded: '0.00',
    reversed: [{ caseId, orderId: 'o-5h3w', victimId, amount: '10000.00' }],
    beside: [{ of: 'DEBT', caseId, orderId: null, debtId: 'b-6j2r', victimId: null, amount: '40.00' }],
    reinstated: [{ caseId, orderId: 'o-5h3w', victimId, amount: '2000.00' }],
    victims: [{ caseId, victimId, reversed: '10000.00', held: '10000.00', paidOut: '0.00' }],
    signedStatements: [],
    closedMonths: [],
  },
  cheques: {
    items: [
      {
        ...{ disbursementId: 'p-44y4gw2tq1k35j2dk92nt2r0', victimId, caseId, runId: 'n-20260701' },
        ...{ refundId: null, receiptId: null, defendantId: null },
        ...{ paidTo: 'REPRESENTATIVE', representativeId: 'h-2w9d', amount: '500.00', paidOn: '2026-07-02' },
        ...{ instrument: 'CHEQUE', number: '100231', issuedOn: '2026-07-02', status: 'presented' },
        ...{ staleOn: '2027-07-02', age: 29, presentedOn: '2026-07-31', presented: '500.00' },
        ...{ returnedOn: null, reason: null, replaces: null, replacedBy: null, questions: [] },
        ...{ setAsideOn: null, waited: null, dueToTreasuryOn: null, atTreasuryOn: null, claimedOn: null },
      },
    ],
    nextCursor: null,
  },
  disbursementRun: {
    runId: 'n-20260701',
    purpose: 'VICTIMS',
    status: 'completed',
    caseId: null,
    contentHash: approvedHash,
    proposed: { by: 'w-8h2c', on: '2026-07-01' },
    approved: { by: 'w-3k9d', on: '2026-07-02' },
    releasedOn: '2026-07-02',
    total: '500.00',
    made: '500.00',
    withheld: '0.00',
    payments: [
      {
        disbursementId: 'p-44y4gw2tq1k35j2dk92nt2r0',
        victimId,
        caseId,
        paidTo: 'REPRESENTATIVE',
        representativeId: 'h-2w9d',
        amount: '500.00',
        status: 'paid',
        reason: null,
      },
    ],
    refunds: [],
  },
} as const;
