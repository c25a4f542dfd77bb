import { history, tableOf } from './read-model.ts';

/** That an order is owed jointly with others: a row for each order of a declaration. */
export interface JointOrderRow {
  readonly position: number;
  readonly orderId: string;
  readonly effectiveOn: string;
  /** How the judgment credits one with what another pays; null where it is silent. */
  readonly crediting: string | null;
}

const table = tableOf<JointOrderRow>({
  name: 'jointOrders',
  columns: { position: 'integer', orderId: 'term', effectiveOn: 'day', crediting: 'word' },
  key: ['position', 'orderId'],
  indexes: [['orderId']],
});

/** Which orders are owed jointly with which; of an order, the last declaration counts. */
export const jointOrders = history(table, {
  OrdersMadeJoint: ({ data, position, effectiveOn }) =>
    data.orderIds.map((orderId) => ({ position, orderId, effectiveOn, crediting: data.crediting ?? null })),
});
