/** What the ledger answers about months, once the examples of the commands up to `SignMonth` were told: a test asks. */
export const exampleMonthAnswers = {
  months: {
    months: [
      {
        month: '2026-02',
        status: 'CLOSED',
        preparedBy: 'w-8h2c',
        approvedBy: 'w-3k9d',
        closedOn: '2026-03-09',
        reopened: 0,
        changed: 0,
      },
    ],
  },
  month: {
    month: '2026-02',
    from: '2026-02-01',
    to: '2026-02-28',
    status: 'CLOSED',
    signatures: [
      {
        as: 'PREPARED',
        signatoryId: 'w-8h2c',
        contentHash: 'a91b4326d6cb47b5af3d5ee9e2ded5b051875c4958547d33f7632244aea85fb3',
        on: '2026-03-09',
        position: 137,
      },
      {
        as: 'APPROVED',
        signatoryId: 'w-3k9d',
        contentHash: 'a91b4326d6cb47b5af3d5ee9e2ded5b051875c4958547d33f7632244aea85fb3',
        on: '2026-03-09',
        position: 138,
      },
    ],
    contentHash: 'a91b4326d6cb47b5af3d5ee9e2ded5b051875c4958547d33f7632244aea85fb3',
    balances: [
      {
        account: 'ordered',
        balance: '-12000.00',
      },
      {
        account: 'receivable',
        balance: '12000.00',
      },
      {
        account: 'imposed',
        balance: '-100.00',
      },
      {
        account: 'due',
        balance: '40.00',
      },
      {
        account: 'remitted',
        balance: '60.00',
      },
      {
        account: 'reserve-cash',
        balance: '60000.00',
      },
      {
        account: 'reserve-deposits',
        balance: '-60000.00',
      },
    ],
    difference: '0.00',
    proofs: [],
    unconfirmed: [{ purpose: 'RESERVE', amount: '60000.00' }],
    accounts: [],
    open: [],
    obstacles: [],
    changes: [],
    differsIn: [],
    disturbedBy: [],
  },
  backDating: {
    on: '2026-02-01',
    months: ['2026-02'],
    statements: [],
    fullRecoveries: [],
  },
};
