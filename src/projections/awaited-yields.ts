import { history, tableOf } from './read-model.ts';

/** That money of a receipt is held for want of the yield of a week (18 U.S.C. 3612(i)). */
export interface AwaitedYieldRow {
  readonly position: number;
  readonly receiptId: string;
  readonly weekEndingOn: string;
  readonly effectiveOn: string;
}

const table = tableOf<AwaitedYieldRow>({
  name: 'awaited_yields',
  columns: { position: 'integer', receiptId: 'term', weekEndingOn: 'day', effectiveOn: 'day' },
  key: ['receiptId', 'position'],
  indexes: [],
});

/** Which receipts have come to wait for which yields; one that was recorded since stands among the yields. */
export const awaitedYields = history(table, {
  YieldAwaited: ({ data: { weekEndingOn, receiptId }, position, effectiveOn }) => [
    { position, receiptId, weekEndingOn, effectiveOn },
  ],
});
