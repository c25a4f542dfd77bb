/** The part of the story in which what the bank shows is reconciled. */
const [accountId, matchId] = ['k-2d7b', 'm-6p3x'];
const fileHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
/** Made of the account and the file, as the ledger makes it. */
const statementId = 's-n2sgknf7bnr57q0qfzf71qh3nd';

/** A body for each command of reconciling. */
export const bodiesOfReconciliation = {
  OpenAccount: {
    ...{ accountId, kind: 'BANK', purpose: 'RESTITUTION', opening: '0.00', writeOffLimit: '5.00' },
    ...{ source: null, on: '2026-03-01', label: 'Registry of the court, checking' },
  },
  TakeInStatement: {
    ...{ accountId, format: 'BAI2', fileHash, from: '2026-03-01', to: '2026-03-03' },
    ...{ opening: '0.00', closing: '12501.25' },
    lines: [
      { on: '2026-03-03', direction: 'IN', amount: '12500.00', kind: 'DEPOSIT' },
      { on: '2026-03-03', direction: 'IN', amount: '1.25', kind: 'INTEREST' },
    ],
  },
  MatchLines: {
    ...{ statementId, matchId, lines: [{ line: '1' }], residualReason: null, on: '2026-03-04' },
    items: [{ kind: 'RECEIPT', id: 'dcd.2026-00017' }],
  },
  SuspendLine: { statementId, line: '2', reason: 'NOTHING_FITS', on: '2026-03-04' },
  WriteOffLine: { statementId, line: '2', reason: 'BANK_INTEREST', signatoryId: 'w-8h2c', on: '2026-03-05' },
  SignStatement: {
    ...{ statementId, as: 'PREPARED', signatoryId: 'w-8h2c', on: '2026-03-06' },
    contentHash: 'e0434d857de04f1f16304adc8332e69244f8ae830ab010b23a6888f7d5b78b80',
  },
  ReopenStatement: { statementId, reason: 'WRONG_MATCH', signatoryId: 'w-3k9d', on: '2026-03-09' },
  UnmatchLines: { statementId, matchId, reason: 'WRONG_ITEM', on: '2026-03-09' },
} as const;

/** What somebody answers for at the end of a month, as it was shown. */
export const signedMonth = {
  ...{ month: '2026-02', on: '2026-03-09' },
  contentHash: 'a91b4326d6cb47b5af3d5ee9e2ded5b051875c4958547d33f7632244aea85fb3',
} as const;

/** A body for each command about months. */
export const bodiesOfMonths = {
  SignMonth: { ...signedMonth, as: 'APPROVED', signatoryId: 'w-3k9d' },
  ReopenMonth: { month: '2026-02', reason: 'LATE_FACT', signatoryId: 'w-3k9d', on: '2026-03-16' },
} as const;
