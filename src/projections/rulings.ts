import { history, tableOf } from './read-model.ts';

/** What became of an order in court: that it became final, or was set aside; for one victim, where one is named. */
export interface RulingRow {
  readonly position: number;
  /** Of the timeline's row. */
  readonly item: number;
  readonly type: string;
  readonly orderId: string;
  readonly victimId: string | null;
  readonly ground: string | null;
  readonly effectiveOn: string;
}

const table = tableOf<RulingRow>({
  name: 'rulings',
  columns: {
    position: 'integer',
    item: 'integer',
    type: 'word',
    orderId: 'term',
    victimId: 'term',
    ground: 'word',
    effectiveOn: 'day',
  },
  key: ['position', 'item'],
  indexes: [['orderId', 'victimId']],
});

/** Every ruling on an order; of several on one thing, the last one counts. */
export const rulings = history(table, {
  OrderBecameFinal: ({ type, data: { orderId, ground }, position, item, effectiveOn }) => [
    { position, item, type, orderId, victimId: null, ground, effectiveOn },
  ],
  OrderVacated: ({ type, data: { orderId }, position, item, effectiveOn }) => [
    { position, item, type, orderId, victimId: null, ground: null, effectiveOn },
  ],
  LiabilityBecameFinal: ({ type, data: { orderId, victimId, ground }, position, item, effectiveOn }) => [
    { position, item, type, orderId, victimId, ground, effectiveOn },
  ],
});
