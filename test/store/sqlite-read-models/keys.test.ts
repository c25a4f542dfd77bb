import type { Table } from '../../../src/store/read-model-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
const ovens: Table = {
  name: 'ovens',
  columns: {
    oven: 'integer',
    litOn: 'day',
    litAt: 'instant',
    cost: 'amount',
    mark: 'text',
    warmth: 'integer',
  },
  key: ['oven', 'litOn', 'litAt', 'cost', 'mark'],
  indexes: [],
};
const lit = {
  ...{ oven: 7, litOn: '2026-03-02', litAt: '2026-03-02T12:00:00.123Z' },
  ...{ cost: 2n ** 60n, mark: 'a', warmth: 1 },
};
const key = ['7', lit.litOn, lit.litAt, String(lit.cost), 'a'];

test('a row is found by numbers, days and instants in its key, in another life too', () => {
  const lives = [1, 2, 3].map((position) => ({
    position,
    store: SqliteReadModelStore.open(folder, { version: '1', tables: [ovens], views: [] }),
  }));
  for (const { position, store } of lives) {
    store.write((rows) => {
      const before = position === 1 ? undefined : { ...lit, warmth: position - 1 };
      expect(rows.of(ovens).get(key)).toEqual(before);
      expect(rows.of(ovens).get(['8', ...key.slice(1)])).toBeUndefined();
      rows.of(ovens).put(key, { ...lit, warmth: position });
      rows.advance({ position, eventId: `event-${String(position)}` });
    });
    store.close();
  }
});
