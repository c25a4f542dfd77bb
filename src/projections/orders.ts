import { history, tableOf } from './read-model.ts';

/** A court's order on one defendant, as it was entered. */
export interface OrderRow {
  readonly orderId: string;
  readonly position: number;
  readonly caseId: string;
  readonly defendantId: string;
  readonly statute: string;
  readonly offenceOn: string;
  readonly enteredOn: string;
  /** Offences of conviction with a semicolon between them; empty where none were named. */
  readonly offences: string;
  /** On whose word it was recorded, where it had to be; else null. */
  readonly override: string | null;
}

const table = tableOf<OrderRow>({
  name: 'orders',
  columns: {
    orderId: 'term',
    position: 'integer',
    caseId: 'term',
    defendantId: 'term',
    statute: 'word',
    offenceOn: 'day',
    enteredOn: 'day',
    offences: 'text',
    override: 'word',
  },
  key: ['orderId'],
  indexes: [],
});

/** Every order; what became of it stands with the rulings and the liabilities. */
export const orders = history(table, {
  OrderEntered: ({ data, position, effectiveOn: enteredOn }) => {
    const { orderId, caseId, defendantId, statute, offenceOn, override = null } = data;
    const offences = (data.offences ?? []).join(';');
    const named = { orderId, position, caseId, defendantId, statute, offenceOn, enteredOn };
    return [{ ...named, offences, override }];
  },
});
