import { obligationOf } from '../domain/statutes/obligations.ts';
import { history, tableOf } from './read-model.ts';

/** What a judgment has a defendant pay: restitution under an order, or a debt. One of the two ids is null. */
export interface ObligationRow {
  readonly position: number;
  readonly item: number;
  readonly caseId: string;
  readonly defendantId: string;
  readonly orderId: string | null;
  readonly debtId: string | null;
  readonly obligation: string;
  readonly offenceOn: string;
  readonly judgmentOn: string;
}

const table = tableOf<ObligationRow>({
  name: 'obligations',
  columns: {
    position: 'integer',
    item: 'integer',
    caseId: 'term',
    defendantId: 'term',
    orderId: 'term',
    debtId: 'term',
    obligation: 'word',
    offenceOn: 'day',
    judgmentOn: 'day',
  },
  key: ['position', 'item'],
  indexes: [['caseId'], ['defendantId'], ['orderId']],
});

/** Every obligation, in the order in which they came about: what interest accrues on and terms run against. */
export const obligations = history(table, {
  OrderEntered: ({ data, position, item, effectiveOn: judgmentOn }) => {
    const { caseId, defendantId, orderId, statute, offenceOn } = data;
    const obligation = obligationOf(statute);
    return [
      { position, item, caseId, defendantId, orderId, debtId: null, obligation, offenceOn, judgmentOn },
    ];
  },
  DebtImposed: ({ data, position, item, effectiveOn: judgmentOn }) => {
    const { caseId, defendantId, debtId, kind: obligation, offenceOn } = data;
    return [
      { position, item, caseId, defendantId, orderId: null, debtId, obligation, offenceOn, judgmentOn },
    ];
  },
});
