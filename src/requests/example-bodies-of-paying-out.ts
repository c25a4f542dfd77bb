/** The part of the story in which what is left is paid out. */
const caseId = 'c-s4t8';

/** The hash of the one payment that is proposed. */
export const approvedHash = 'cb7d978a0b3d17bd310eb2fc5c2c429cc1dca44ceac538249eace17c789131fc';

/** The one payment of the run, as the ledger names it. */
const paidByRun = 'p-44y4gw2tq1k35j2dk92nt2r0';

/** The account out of which the run is paid, and its statement, in which the cheque was presented. */
export const paidOutFrom = [
  [
    'OpenAccount',
    {
      ...{ accountId: 'k-5t2b', kind: 'BANK', purpose: 'RESTITUTION', opening: '0.00' },
      ...{ writeOffLimit: '0.00', source: null, on: '2026-07-01', label: 'Cheques to victims' },
    },
  ],
  [
    'TakeInStatement',
    {
      ...{ accountId: 'k-5t2b', format: 'BAI2', from: '2026-07-01', to: '2026-07-31' },
      fileHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      ...{ opening: '0.00', closing: '-500.00' },
      lines: [{ on: '2026-07-31', direction: 'OUT', amount: '500.00', kind: 'CHEQUE' }],
    },
  ],
] as const;

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
  RecordInstrument: {
    ...{ victimId: 'v-7k2m9q', disbursementId: paidByRun },
    ...{ instrument: 'CHEQUE', number: '100231', on: '2026-07-02' },
  },
  RecordPresentation: {
    ...{ victimId: 'v-7k2m9q', disbursementId: paidByRun },
    ...{ statementId: 's-4j2f2psmn149b0vdb0r2qq67sq', line: '1', on: '2026-07-31' },
  },
  DepositUnclaimed: {
    ...{ victimId: 'v-7k2m9q', disbursementId: 'p-0091' },
    ...{ place: 'REGISTRY', on: '2026-09-20' },
  },
  WithdrawUnclaimed: { victimId: 'v-7k2m9q', disbursementId: 'p-0091', on: '2026-11-02' },
} as const;
