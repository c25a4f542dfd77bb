import { parseBalance, parseMoney, type Money, type MoneyText } from '../domain/money.ts';
import { history, tableOf } from './read-model.ts';

/** An account that statements come for. */
export interface AccountRow {
  readonly position: number;
  readonly accountId: string;
  readonly kind: string;
  readonly purpose: string;
  readonly opening: Money;
  readonly writeOffLimit: Money;
  readonly source: string | null;
  readonly effectiveOn: string;
}

const accountTable = tableOf<AccountRow>({
  name: 'bankAccounts',
  columns: {
    position: 'integer',
    accountId: 'term',
    kind: 'word',
    purpose: 'word',
    opening: 'amount',
    writeOffLimit: 'amount',
    source: 'term',
    effectiveOn: 'day',
  },
  key: ['position'],
  indexes: [['accountId']],
});

/** The accounts, in the order in which they were opened. */
export const bankAccounts = history(accountTable, {
  AccountOpened: ({ position, effectiveOn, data }) => {
    const { accountId, kind, purpose, source = null } = data;
    const money = { opening: parseMoney(data.opening), writeOffLimit: parseMoney(data.writeOffLimit) };
    return [{ position, accountId, kind, purpose, ...money, source, effectiveOn }];
  },
});

/** What one file said of one account. It counts once it is marked as proved. */
export interface StatementRow {
  readonly position: number;
  readonly statementId: string;
  readonly accountId: string;
  readonly kind: string;
  readonly purpose: string;
  readonly format: string;
  readonly fileHash: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly lines: number;
  readonly sumIn: Money;
  readonly sumOut: Money;
}

const statementTable = tableOf<StatementRow>({
  name: 'statements',
  columns: {
    position: 'integer',
    statementId: 'term',
    accountId: 'term',
    kind: 'word',
    purpose: 'word',
    format: 'word',
    fileHash: 'text',
    fromOn: 'day',
    toOn: 'day',
    opening: 'amount',
    closing: 'amount',
    lines: 'integer',
    sumIn: 'amount',
    sumOut: 'amount',
  },
  key: ['position'],
  indexes: [['statementId'], ['accountId']],
});

/** The statements, in the order in which they were read. */
export const statements = history(statementTable, {
  StatementRead: ({ position, data }) => {
    const { statementId, accountId, kind, purpose, format, fileHash, from: fromOn, to: toOn, lines } = data;
    const balances = { opening: balanceOf(data.opening), closing: balanceOf(data.closing) };
    const sums = { sumIn: parseMoney(data.sumIn), sumOut: parseMoney(data.sumOut) };
    const said = { statementId, accountId, kind, purpose, format, fileHash, fromOn, toOn };
    return [{ position, ...said, ...balances, lines, ...sums }];
  },
});

function balanceOf(text: MoneyText | null): Money | null {
  return text === null ? null : parseBalance(text);
}

/** That a statement counts, who signed it, and that it was opened again. */
export interface StatementMarkRow {
  readonly position: number;
  readonly statementId: string;
  readonly mark: 'PROVED' | 'PREPARED' | 'APPROVED' | 'REOPENED';
  readonly signatoryId: string | null;
  readonly contentHash: string | null;
  readonly reason: string | null;
  readonly effectiveOn: string;
}

const markTable = tableOf<StatementMarkRow>({
  name: 'statementMarks',
  columns: {
    position: 'integer',
    statementId: 'term',
    mark: 'word',
    signatoryId: 'term',
    contentHash: 'text',
    reason: 'word',
    effectiveOn: 'day',
  },
  key: ['position'],
  indexes: [['statementId']],
});

/** What became of statements as a whole. */
export const statementMarks = history(markTable, {
  StatementProved: ({ position, effectiveOn, data: { statementId } }) => [
    { position, statementId, mark: 'PROVED', ...unsigned, effectiveOn } as const,
  ],
  StatementSigned: ({ position, effectiveOn, data }) => {
    const { statementId, as: mark, signatoryId, contentHash } = data;
    return [{ position, statementId, mark, signatoryId, contentHash, reason: null, effectiveOn }];
  },
  StatementReopened: ({ position, effectiveOn, data }) => {
    const { statementId, signatoryId, reason } = data;
    return [
      {
        position,
        statementId,
        mark: 'REOPENED' as const,
        signatoryId,
        contentHash: null,
        reason,
        effectiveOn,
      },
    ];
  },
});

const unsigned = { signatoryId: null, contentHash: null, reason: null };
