import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type {
  ReadModelSchema,
  ReadModelStore,
  Table,
  WritableRows,
} from '../../../src/store/read-model-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';

/** The shelves would serve a bakery as well. */
const sales: Table = {
  name: 'sales',
  columns: {
    position: 'integer',
    loaf: 'term',
    amount: 'amount',
    soldOn: 'day',
    soldAt: 'instant',
    remark: 'text',
  },
  key: ['position'],
  indexes: [['loaf']],
};
const stock: Table = {
  name: 'stock',
  columns: { loaf: 'term', shelf: 'term', pieces: 'integer', worth: 'amount', bakedOn: 'day', baker: 'word' },
  key: ['loaf', 'shelf'],
  indexes: [['bakedOn']],
};
const bakery: ReadModelSchema = {
  version: '1',
  tables: [sales, stock],
  views: ['CREATE VIEW takings AS SELECT sum(amount) AS total FROM sales'],
};

const rye = { loaf: 'rye', shelf: 'top', pieces: 3, worth: 9_99n, bakedOn: '2026-03-01', baker: 'Anna' };
const sale = (position: number) => ({
  position,
  loaf: `loaf-${String(position % 7)}`,
  amount: 2n ** 52n,
  soldOn: '2026-03-02',
  soldAt: '2026-03-02T12:00:00.123Z',
  remark: position === 1 ? null : 'still warm',
});

let folder: string;
const opened: ReadModelStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bakery-'));
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
  rmSync(folder, { recursive: true });
});

function open(schema: Partial<ReadModelSchema> = {}): ReadModelStore {
  const store = SqliteReadModelStore.open(folder, { ...bakery, ...schema });
  opened.push(store);
  return store;
}

function inMemory(): ReadModelStore {
  const store = SqliteReadModelStore.inMemory(bakery);
  opened.push(store);
  return store;
}

/** Writes, and goes on to this position. */
function write(
  store: Pick<ReadModelStore, 'write'>,
  position: number,
  work: (rows: WritableRows) => void = () => undefined,
): void {
  store.write((rows) => {
    work(rows);
    rows.advance({ position, eventId: `event-${String(position)}` });
  });
}

function addSales(rows: WritableRows, from: number, to: number): void {
  for (let position = from; position <= to; position += 1) rows.of(sales).add(sale(position));
}

function countOf(store: ReadModelStore): bigint {
  return store.read((snapshot) => snapshot.first('SELECT count(*) AS count FROM sales'))!['count'] as bigint;
}

describe('a read model store', () => {
  test('begins with nothing, at position 0', () => {
    const store = open();
    expect(store.checkpoint()).toEqual({ position: 0, eventId: '' });
    expect(store.read((snapshot) => snapshot.all('SELECT * FROM sales'))).toEqual([]);
  });

  test('gives a row back as it was put, in the same transaction, the next, and another life', () => {
    const store = open();
    write(store, 1, (rows) => {
      expect(rows.of(stock).get(['rye', 'top'])).toBeUndefined();
      rows.of(stock).put(['rye', 'top'], rye);
      expect(rows.of(stock).get(['rye', 'top'])).toEqual(rye);
    });
    write(store, 2, (rows) => expect(rows.of(stock).get(['rye', 'top'])).toEqual(rye));
    write(open(), 3, (rows) => {
      expect(rows.of(stock).get(['rye', 'top'])).toEqual(rye);
      expect(rows.of(stock).get(['rye', 'bottom'])).toBeUndefined();
    });
  });

  test('keeps the last of several rows under one key', () => {
    const store = open();
    write(store, 1, (rows) => {
      for (const pieces of [3, 2, 1]) rows.of(stock).put(['rye', 'top'], { ...rye, pieces });
    });
    write(store, 2, (rows) => rows.of(stock).put(['rye', 'top'], { ...rye, pieces: 0, worth: -1n }));
    write(open(), 3, (rows) =>
      expect(rows.of(stock).get(['rye', 'top'])).toEqual({ ...rye, pieces: 0, worth: -1n }),
    );
  });

  test.each([1, 31, 32, 33, 100])('adds %i rows', (count) => {
    const store = open();
    write(store, 1, (rows) => addSales(rows, 1, count));
    expect(countOf(store)).toBe(BigInt(count));
  });

  test('shows kinds as what they are kept as: days and instants as numbers, terms by theirs, sums beyond 2^53', () => {
    const store = open();
    write(store, 1, (rows) => addSales(rows, 1, 3));
    store.read((snapshot) => {
      const row = snapshot.first('SELECT * FROM sales WHERE loaf = :loaf', {
        loaf: snapshot.numberOf('loaf-1') ?? 0,
      })!;
      expect(row).toMatchObject({ position: 1n, soldOn: 20260302n, remark: null });
      expect(row['soldAt']).toBe(BigInt(Date.parse('2026-03-02T12:00:00.123Z')));
      expect(snapshot.termOf(row['loaf'] as bigint)).toBe('loaf-1');
      expect(snapshot.numberOf('brioche')).toBeUndefined();
      expect(snapshot.first('SELECT * FROM takings')).toEqual({ total: 3n * 2n ** 52n });
      expect(snapshot.position).toBe(1);
    });
  });

  test('refuses a second row under the key of a row that was added', () => {
    const store = open();
    write(store, 1, (rows) => addSales(rows, 1, 1));
    expect(() => write(store, 2, (rows) => addSales(rows, 1, 1))).toThrow('UNIQUE');
    expect(store.checkpoint().position).toBe(1);
  });

  test('stores nothing of a transaction that fails, and is none the wiser', () => {
    const store = open();
    const brioche = (position: number) => ({ ...sale(position), loaf: 'brioche' });
    write(store, 1, (rows) => rows.of(stock).put(['rye', 'top'], rye));
    expect(() =>
      write(store, 2, (rows) => {
        addSales(rows, 1, 100);
        rows.of(sales).add(brioche(101));
        rows.of(stock).put(['rye', 'top'], { ...rye, pieces: 0 });
        throw new Error('the oven is cold');
      }),
    ).toThrow('the oven is cold');
    expect([store.checkpoint().position, countOf(store)]).toEqual([1, 0n]);
    write(store, 2, (rows) => {
      expect(rows.of(stock).get(['rye', 'top'])).toEqual(rye);
      rows.of(sales).add(brioche(5));
      addSales(rows, 6, 7);
    });
    store.read((snapshot) => {
      const loaves = snapshot.all('SELECT loaf FROM sales ORDER BY position');
      expect(loaves.map(({ loaf }) => snapshot.termOf(loaf as bigint))).toEqual([
        'brioche',
        'loaf-6',
        'loaf-0',
      ]);
    });
  });

  test('shares one file among many: each sees what the others wrote before it writes', () => {
    const [one, other] = [open(), open()];
    write(one, 1, (rows) => rows.of(stock).put(['rye', 'top'], rye));
    write(other, 2, (rows) => {
      expect(rows.mark).toEqual({ position: 1, eventId: 'event-1' });
      rows.of(stock).put(['rye', 'top'], { ...rye, pieces: 2 });
    });
    write(one, 3, (rows) => {
      expect(rows.mark.position).toBe(2);
      expect(rows.of(stock).get(['rye', 'top'])).toEqual({ ...rye, pieces: 2 });
    });
  });

  test('answers from one state, whatever is written meanwhile', () => {
    const [one, other] = [open(), open()];
    one.read((snapshot) => {
      expect(snapshot.position).toBe(0);
      write(other, 1, (rows) => addSales(rows, 1, 1));
      expect(snapshot.all('SELECT * FROM sales')).toEqual([]);
    });
    expect(countOf(one)).toBe(1n);
  });
});

describe('a read model store that is rebuilt', () => {
  test.each([
    ['in a folder', open],
    ['in memory', inMemory],
  ])('%s changes for the new one as a whole', async (_, make) => {
    const store = make();
    write(store, 1, (rows) => addSales(rows, 1, 1));
    await store.rebuild(async (fresh) => {
      write(fresh, 5, (rows) => addSales(rows, 1, 50));
      expect([store.checkpoint().position, countOf(store)]).toEqual([1, 1n]);
      await Promise.resolve();
      write(fresh, 9, (rows) => addSales(rows, 51, 90));
    });
    expect([store.checkpoint().position, countOf(store)]).toEqual([9, 90n]);
    write(store, 10, (rows) => addSales(rows, 91, 91));
    expect(store.read((snapshot) => snapshot.first('SELECT * FROM takings'))).toBeDefined();
  });

  test('changes for all who have it open', async () => {
    const [one, other] = [open(), open()];
    write(other, 1, (rows) => rows.of(stock).put(['rye', 'top'], rye));
    await one.rebuild(async (fresh) => {
      write(fresh, 1, (rows) => rows.of(stock).put(['rye', 'top'], { ...rye, pieces: 8 }));
      return Promise.resolve();
    });
    write(other, 2, (rows) => expect(rows.of(stock).get(['rye', 'top'])).toEqual({ ...rye, pieces: 8 }));
    expect(one.checkpoint().position).toBe(2);
    expect(readdirSync(folder).filter((file) => file.endsWith('.sqlite'))).toEqual([
      '1.1.sqlite',
      '1.2.sqlite',
    ]);
  });

  test('stays as it was where the rebuild fails, and leaves nothing behind', async () => {
    const store = open();
    write(store, 1, (rows) => addSales(rows, 1, 1));
    const rebuild = store.rebuild(async (fresh) => {
      write(fresh, 5, (rows) => addSales(rows, 1, 5));
      return Promise.reject(new Error('the oven is cold'));
    });
    await expect(rebuild).rejects.toThrow('the oven is cold');
    expect([store.checkpoint().position, countOf(store)]).toEqual([1, 1n]);
    expect(readdirSync(folder).filter((file) => file.includes('draft'))).toEqual([]);
  });

  test('takes no draft that a crash left behind for a file in force', () => {
    writeFileSync(join(folder, '1.draft-1'), 'half a file');
    expect(open().checkpoint().position).toBe(0);
    expect(existsSync(join(folder, '1.1.sqlite'))).toBe(true);
  });
});

describe('a damaged file of read models', () => {
  const file = (): string => join(folder, '1.1.sqlite');

  const damages: readonly (readonly [string, () => void])[] = [
    ['that is something else', () => writeFileSync(file(), 'not a database at all'.repeat(400))],
    ['whose first bytes are overwritten', () => overwrite(0, 64)],
    ['whose pages are overwritten', () => overwrite(100, 40_000)],
    ['whose tables are gone', () => alter('DROP TABLE sales')],
    ['that does not say how far it tells the log', () => alter('DELETE FROM checkpoint')],
  ];

  const overwrite = (from: number, length: number): void => {
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0xa5, from, from + length));
  };

  const alter = (sql: string): void => {
    const db = new Database(file());
    db.exec(sql);
    db.close();
  };

  test.each(damages)('%s is named by whoever looks at it, and replaced by a rebuild', async (_, damage) => {
    const before = open();
    write(before, 200, (rows) => addSales(rows, 1, 200));
    before.close();
    damage();
    const store = open();
    const look = (): unknown => [store.checkpoint(), countOf(store), store.stateHash()];
    expect(look).toThrow(expect.objectContaining({ name: 'ReadModelsDamaged' }));
    expect(look).toThrow(file());
    await store.rebuild(async (fresh) => {
      write(fresh, 2, (rows) => addSales(rows, 1, 2));
      return Promise.resolve();
    });
    expect([store.checkpoint().position, countOf(store)]).toEqual([2, 2n]);
    expect(existsSync(file())).toBe(false);
  });

  test('is left by who had it open, once another process has made it anew', async () => {
    const [store, other] = [open(), open()];
    write(store, 1, (rows) => addSales(rows, 1, 1));
    await other.rebuild(async (fresh) => {
      write(fresh, 3, (rows) => addSales(rows, 1, 3));
      return Promise.resolve();
    });
    expect(countOf(store)).toBe(3n);
  });

  test('is not opened by who asks nothing of it', () => {
    open().close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('versions of read models', () => {
  test('stand beside each other, each on its own', () => {
    write(open(), 1, (rows) => addSales(rows, 1, 1));
    const newer = open({ version: '2' });
    expect(newer.checkpoint().position).toBe(0);
    expect(open().checkpoint().position).toBe(1);
  });

  test('leave when nobody uses them any more, save the last', async () => {
    for (const version of ['0', '1']) open({ version }).close();
    const oldest = open({ version: '0' });
    expect(oldest.checkpoint().position).toBe(0);
    const older = open();
    write(older, 1, (rows) => addSales(rows, 1, 1));
    const newer = open({ version: '2' });
    const rebuild = () =>
      newer.rebuild(async (fresh) => {
        write(fresh, 1);
        return Promise.resolve();
      });
    await rebuild();
    const files = () => readdirSync(folder).filter((file) => file.endsWith('.sqlite'));
    expect([countOf(older), files()]).toEqual([1n, ['0.1.sqlite', '1.1.sqlite', '2.1.sqlite']]);
    oldest.close();
    opened.splice(opened.indexOf(oldest), 1);
    await rebuild();
    expect(files()).toEqual(['1.1.sqlite', '2.1.sqlite', '2.2.sqlite']);
  });

  test('have names that can stand in the name of a file', () => {
    expect(() => open({ version: '../1' })).toThrow(RangeError);
  });
});

describe('the hash of all rows', () => {
  const rows = [sale(1), sale(2), sale(3)];

  function hashAfter(...transactions: readonly ((rows: WritableRows) => void)[]): string {
    const store = inMemory();
    for (const [at, work] of transactions.entries()) write(store, at + 1, work);
    return store.stateHash();
  }

  test('is the same for the same rows, however they came and whenever they were recorded', () => {
    const one = hashAfter((to) => {
      for (const row of rows) to.of(sales).add(row);
      to.of(stock).put(['rye', 'top'], rye);
    });
    const other = hashAfter(
      (to) => {
        to.of(stock).put(['rye', 'top'], { ...rye, pieces: 99, baker: null });
        to.of(sales).add({ ...rows[2]!, soldAt: '2027-01-01T00:00:00.000Z' });
      },
      (to) => {
        to.of(sales).add(rows[1]!);
        to.of(stock).put(['rye', 'top'], rye);
      },
      (to) => to.of(sales).add(rows[0]!),
    );
    expect(other).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[string, object]>([
    ['a term', { loaf: 'brioche' }],
    ['an amount', { amount: 1n }],
    ['a day', { soldOn: '2026-03-03' }],
    ['a text', { remark: 'cold' }],
    ['nothing in the place of a text', { remark: null }],
  ])('is another for %s', (_, changed) => {
    const one = hashAfter((to) => to.of(sales).add(sale(2)));
    expect(hashAfter((to) => to.of(sales).add({ ...sale(2), ...changed }))).not.toBe(one);
  });

  test('tells nothing from an empty text', () => {
    const [nothing, empty] = [null, ''].map((remark) =>
      hashAfter((to) => to.of(sales).add({ ...sale(2), remark })),
    );
    expect(nothing).not.toBe(empty);
  });
});

describe('what the files let others do', () => {
  const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const all = (): readonly (readonly [string, string])[] => [
    ['', rights(folder)],
    ...readdirSync(folder).map((name) => [name, rights(join(folder, name))] as const),
  ];
  const ours = (): readonly (readonly [string, string])[] =>
    all().map(([name]) => [name, name === '' ? '700' : '600']);

  test('is nothing, for a file and its journals, and for one that is made anew', async () => {
    const before = process.umask(0o022);
    chmodSync(folder, 0o755);
    const store = open();
    store.write((rows) => addSales(rows, 1, 2));
    expect(all()).toEqual(ours());
    expect(all().length).toBeGreaterThan(2);
    await store.rebuild(async (fresh) => fresh.write((rows) => addSales(rows, 1, 2)));
    store.write((rows) => addSales(rows, 3, 3));
    expect(all()).toEqual(ours());
    process.umask(before);
  });

  test('becomes nothing, where an earlier version let them read', () => {
    open().close();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    chmodSync(folder, 0o755);
    open();
    expect(all()).toEqual(ours());
  });
});
