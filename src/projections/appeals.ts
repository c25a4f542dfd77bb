import { history, tableOf } from './read-model.ts';
import type { Told } from './told.ts';

/** An order was appealed, or its appeal ended. */
export interface AppealRow {
  readonly position: number;
  readonly type: string;
  readonly caseId: string;
  readonly orderId: string;
  readonly effectiveOn: string;
}

const table = tableOf<AppealRow>({
  name: 'appeals',
  columns: { position: 'integer', type: 'word', caseId: 'term', orderId: 'term', effectiveOn: 'day' },
  key: ['position'],
  indexes: [],
});

/** All appeals, and their ends. */
export const appeals = history(table, { AppealTaken: rowOf, AppealEnded: rowOf });

function rowOf({
  type,
  data: { caseId, orderId },
  position,
  effectiveOn,
}: Told<'AppealTaken' | 'AppealEnded'>): readonly AppealRow[] {
  return [{ position, type, caseId, orderId, effectiveOn }];
}
