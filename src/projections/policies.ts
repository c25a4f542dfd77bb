import { history, tableOf } from './read-model.ts';

/** An answer chosen to an open question of the law. */
export interface PolicyRow {
  readonly position: number;
  readonly policy: string;
  readonly value: string;
  readonly effectiveOn: string;
}

const table = tableOf<PolicyRow>({
  name: 'policies',
  columns: { position: 'integer', policy: 'word', value: 'word', effectiveOn: 'day' },
  key: ['position'],
  indexes: [],
});

/** Every answer chosen; of several to one question, that of the latest day counts. */
export const policies = history(table, {
  PolicySet: ({ data: { policy, value }, position, effectiveOn }) => [
    { position, policy, value, effectiveOn },
  ],
});
