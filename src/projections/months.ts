import { history, tableOf } from './read-model.ts';

/** That somebody answered for a month, and that it was opened again. */
export interface MonthMarkRow {
  readonly position: number;
  readonly month: string;
  readonly mark: 'PREPARED' | 'APPROVED' | 'REOPENED';
  readonly signatoryId: string;
  readonly contentHash: string | null;
  readonly reason: string | null;
  readonly effectiveOn: string;
  /** How far the log reached when it was signed; 0 where it was opened again. */
  readonly lookedAt: number;
  /** The balances that were signed, or the changes that were found, as the event has them: JSON. */
  readonly amounts: string;
}

const table = tableOf<MonthMarkRow>({
  name: 'monthMarks',
  columns: {
    position: 'integer',
    month: 'term',
    mark: 'word',
    signatoryId: 'term',
    contentHash: 'text',
    reason: 'word',
    effectiveOn: 'day',
    lookedAt: 'integer',
    amounts: 'text',
  },
  key: ['position'],
  indexes: [['month']],
});

/** What became of the months of the books. */
export const monthMarks = history(table, {
  MonthSigned: ({ position, effectiveOn, data }) => {
    const { month, as: mark, signatoryId, contentHash, position: lookedAt, balances } = data;
    const said = { month, mark, signatoryId, contentHash, reason: null };
    return [{ position, ...said, effectiveOn, lookedAt, amounts: JSON.stringify(balances) }];
  },
  MonthReopened: ({ position, effectiveOn, data: { month, signatoryId, reason, changes } }) => {
    const said = { month, mark: 'REOPENED' as const, signatoryId, contentHash: null, reason };
    return [{ position, ...said, effectiveOn, lookedAt: 0, amounts: JSON.stringify(changes) }];
  },
});
