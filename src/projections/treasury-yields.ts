import { history, tableOf } from './read-model.ts';

/** The yield that was recorded for a week. */
export interface TreasuryYieldRow {
  readonly position: number;
  readonly weekEndingOn: string;
  /** Percent, as it was published. */
  readonly rate: string;
  readonly source: string;
}

const table = tableOf<TreasuryYieldRow>({
  name: 'treasury_yields',
  columns: { position: 'integer', weekEndingOn: 'day', rate: 'word', source: 'word' },
  key: ['weekEndingOn', 'position'],
  indexes: [],
});

/** Every yield recorded; of several for one week the last one counts. */
export const treasuryYields = history(table, {
  TreasuryYieldPublished: ({ data: { weekEndingOn, rate, source }, position }) => [
    { position, weekEndingOn, rate, source },
  ],
});
