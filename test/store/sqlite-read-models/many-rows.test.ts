import { isDeepStrictEqual } from 'node:util';
import type { Row, Table, WritableRows } from '../../../src/store/read-model-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';

const loaves: Table = {
  name: 'loaves',
  columns: {
    loaf: 'term',
    baker: 'word',
    bakedOn: 'day',
    soldAt: 'instant',
    sold: 'integer',
    worth: 'amount',
  },
  key: ['loaf'],
  indexes: [],
};
const bakery = { version: '1', tables: [loaves], views: [] };

/** More than are remembered twice over, so that the first have been written and forgotten before the last are changed. */
const many = 25_000;
const names = Array.from({ length: many }, (_, at) => `loaf-${String(at)}`);

const baked = (loaf: string, at: number): Row => ({
  loaf,
  baker: at % 2 === 0 ? 'Anna' : null,
  bakedOn: `2026-03-0${String(1 + (at % 3))}`,
  soldAt: `2026-03-05T12:00:0${String(at % 3)}.000Z`,
  sold: 0,
  worth: BigInt(at),
});

let store: SqliteReadModelStore;
beforeEach(() => {
  store = SqliteReadModelStore.inMemory(bakery);
  store.write((rows) => {
    for (const [at, loaf] of names.entries()) rows.of(loaves).put([loaf], baked(loaf, at));
    rows.advance({ position: 1, eventId: 'baked' });
  });
});
afterEach(() => {
  store.close();
});

function sellEach(rows: WritableRows): void {
  for (const loaf of names) {
    const row = rows.of(loaves).get([loaf]);
    rows.of(loaves).put([loaf], { ...row, sold: Number(row?.['sold']) + 1 });
  }
}

/** Those that are not as they were baked, with so many sold. */
function otherThan(rows: WritableRows, loavesAsked: readonly string[], sold: number): readonly string[] {
  return loavesAsked.filter(
    (loaf, at) => !isDeepStrictEqual(rows.of(loaves).get([loaf]), { ...baked(loaf, at), sold }),
  );
}

function stored(): { readonly loaves: number; readonly sold: number; readonly worth: number } {
  const { all, sold, worth } = store.read(
    (snapshot) =>
      snapshot.first('SELECT count(*) AS "all", sum(sold) AS sold, sum(worth) AS worth FROM loaves') ?? {},
  );
  return { loaves: Number(all), sold: Number(sold), worth: Number(worth) };
}

const worth = (many * (many - 1)) / 2;

describe('More rows than are remembered', () => {
  test('are changed in one transaction as often as it says, and each stays what else it was', () => {
    store.write((rows) => {
      sellEach(rows);
      sellEach(rows);
      expect(otherThan(rows, names, 2)).toEqual([]);
      rows.advance({ position: 2, eventId: 'sold' });
    });
    expect(stored()).toEqual({ loaves: many, sold: 2 * many, worth });
  });

  test('are as they were, where the transaction fails after most of them were sent', () => {
    const before = store.stateHash();
    expect(() => {
      store.write((rows) => {
        sellEach(rows);
        throw new Error('the oven is out');
      });
    }).toThrow('the oven is out');
    expect(store.stateHash()).toBe(before);
    expect(stored()).toEqual({ loaves: many, sold: 0, worth });
  });

  test('are new and changed in one transaction that puts them for the first time', () => {
    const more = names.map((loaf) => `more-${loaf}`);
    store.write((rows) => {
      for (const [at, loaf] of more.entries()) rows.of(loaves).put([loaf], baked(loaf, at));
      sellEach(rows);
      expect(otherThan(rows, more, 0)).toEqual([]);
      rows.advance({ position: 2, eventId: 'more' });
    });
    expect(stored()).toEqual({ loaves: 2 * many, sold: many, worth: 2 * worth });
  });
});
