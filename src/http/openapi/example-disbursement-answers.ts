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
  disbursementRun: {
    runId: 'n-20260701',
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
  },
} as const;
