/** The part of the story in which what is left is paid out. */
const caseId = 'c-s4t8';

/** The hash of the one payment that is proposed. */
export const approvedHash = 'cb7d978a0b3d17bd310eb2fc5c2c429cc1dca44ceac538249eace17c789131fc';

/** A body for each command of paying out, and of what it waits for. */
export const bodiesOfPayingOut = {
  RecordAppeal: { orderId: 'o-5h3w', caseId, on: '2026-04-10' },
  RecordAppealEnd: { orderId: 'o-5h3w', caseId, on: '2027-01-20' },
  SetHold: { days: '42', on: '2026-01-02', source: 'dcd', method: 'CARD' },
  SetPaymentTerms: { minimum: '25.00', staleAfterMonths: '12', on: '2026-01-02' },
  ProposeDisbursementRun: { runId: 'n-20260701', proposedBy: 'w-8h2c', on: '2026-07-01', caseId: null },
  ApproveDisbursementRun: {
    ...{ runId: 'n-20260701', contentHash: approvedHash },
    ...{ approvedBy: 'w-3k9d', on: '2026-07-02' },
  },
  ReleaseDisbursementRun: { runId: 'n-20260701', on: '2026-07-02' },
} as const;
