import { history, tableOf } from './read-model.ts';

/** A figure of the Consumer Price Index that the ledger was told of. */
export interface PriceIndexRow {
  readonly position: number;
  readonly year: number;
  readonly series: string;
  readonly figure: string;
  readonly effectiveOn: string;
}

const table = tableOf<PriceIndexRow>({
  name: 'price_indexes',
  columns: { position: 'integer', year: 'integer', series: 'word', figure: 'word', effectiveOn: 'day' },
  key: ['position'],
  indexes: [],
});

/** Every figure recorded; of several for one year and series, the last one counts. */
export const priceIndexes = history(table, {
  ConsumerPriceIndexPublished: ({ data: { year, series, figure }, position, effectiveOn }) => [
    { position, year, series, figure, effectiveOn },
  ],
});
