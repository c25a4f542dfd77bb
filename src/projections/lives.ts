import { history, tableOf } from './read-model.ts';

/** A defendant was released from imprisonment, or died. */
export interface LifeRow {
  readonly position: number;
  readonly item: number;
  readonly caseId: string;
  readonly defendantId: string;
  /** `DefendantReleased` or `DefendantDied`. */
  readonly type: string;
  readonly effectiveOn: string;
}

const table = tableOf<LifeRow>({
  name: 'lives',
  columns: {
    position: 'integer',
    item: 'integer',
    caseId: 'term',
    defendantId: 'term',
    type: 'word',
    effectiveOn: 'day',
  },
  key: ['position', 'item'],
  indexes: [['defendantId']],
});

/** What happened to defendants that the life of their debts depends on. */
export const lives = history(table, {
  DefendantReleased: ({ type, data: { caseId, defendantId }, position, item, effectiveOn }) => [
    { position, item, caseId, defendantId, type, effectiveOn },
  ],
  DefendantDied: ({ type, data: { caseId, defendantId }, position, item, effectiveOn }) => [
    { position, item, caseId, defendantId, type, effectiveOn },
  ],
});
