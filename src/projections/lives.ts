import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** A defendant was released from imprisonment, or died. */
export interface LifeRow {
  readonly position: number;
  readonly item: number;
  readonly caseId: string;
  readonly defendantId: string;
  /** `DefendantReleased`, `ImprisonmentNotImposed` or `DefendantDied`. */
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
  DefendantReleased: (event) => [rowOf(event)],
  ImprisonmentNotImposed: (event) => [rowOf(event)],
  DefendantDied: (event) => [rowOf(event)],
});

function rowOf({
  type,
  data: { caseId, defendantId },
  position,
  item,
  effectiveOn,
}: Told<'DefendantReleased' | 'ImprisonmentNotImposed' | 'DefendantDied'>): LifeRow {
  return { position, item, caseId, defendantId, type, effectiveOn };
}
