import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
  linkSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Fresh, ReadModelStore, Seen, Table } from '../../../src/store/read-model-store.ts';
import { SqliteReadModelStore } from '../../../src/store/sqlite-read-models/sqlite-read-model-store.ts';
import { folderForTests } from '../support/folder.ts';

const root = folderForTests();
const loaves: Table = {
  name: 'loaves',
  columns: { loaf: 'term', pieces: 'integer' },
  key: ['loaf'],
  indexes: [],
};
let places = 0;
let folder: string;
const opened: ReadModelStore[] = [];
beforeEach(() => {
  folder = join(root, `bakery-${String((places += 1))}`);
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

function open(version = '7'): ReadModelStore {
  opened.push(SqliteReadModelStore.open(folder, { version, tables: [loaves], views: [] }));
  return opened.at(-1)!;
}

function bake(store: Pick<ReadModelStore, 'write'>, position: number, pieces: number): void {
  store.write((rows) => {
    rows.of(loaves).put(['rye'], { loaf: 'rye', pieces });
    rows.advance({ position, eventId: `event-${String(position)}` });
  });
}

const rebuilt = (store: ReadModelStore, position: number, pieces: number): Promise<void> =>
  store.rebuild((fresh) => {
    bake(fresh, position, pieces);
    return Promise.resolve();
  });

function piecesIn(store: ReadModelStore): unknown {
  return store.read((snapshot) => snapshot.first('SELECT pieces FROM loaves'))?.['pieces'];
}

const files = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.sqlite'));

describe('the file of before', () => {
  test('is kept, and comes back in force for all who have one open', async () => {
    const [one, other] = [open(), open()];
    bake(one, 5, 3);
    await rebuilt(other, 6, 8);
    expect([piecesIn(one), piecesIn(other)]).toEqual([8n, 8n]);
    expect(files()).toEqual(['7.1.sqlite', '7.2.sqlite']);
    expect(await one.rollBack()).toEqual({ position: 5, eventId: 'event-5' });
    expect([piecesIn(one), piecesIn(other), one.checkpoint().position]).toEqual([3n, 3n, 5]);
    expect(files()).toEqual(['7.2.sqlite', '7.3.sqlite']);
    bake(other, 6, 4);
    expect(piecesIn(one)).toBe(4n);
    expect(await other.rollBack()).toMatchObject({ position: 6 });
    expect([piecesIn(one), piecesIn(other)]).toEqual([8n, 8n]);
  });

  test('with what others still have in its journal', async () => {
    const store = open();
    bake(store, 1, 1);
    const late = open();
    await rebuilt(store, 2, 2);
    for (let position = 3; position < 40; position += 1) bake(late, position, position);
    await rebuilt(store, 40, 0);
    expect(existsSync(join(folder, '7.2.sqlite-wal'))).toBe(true);
    expect(await store.rollBack()).toMatchObject({ position: 39 });
    expect(piecesIn(store)).toBe(39n);
  });

  test('is none where nothing was rebuilt, or all is in memory', async () => {
    const store = open();
    bake(store, 1, 1);
    expect(await store.rollBack()).toBeUndefined();
    const inMemory = SqliteReadModelStore.inMemory({ version: '7', tables: [loaves], views: [] });
    await rebuilt(inMemory, 1, 1);
    expect(await inMemory.rollBack()).toBeUndefined();
    inMemory.close();
  });

  test('that is damaged does not come back: what is in force stays', async () => {
    const store = open();
    bake(store, 1, 1);
    await rebuilt(store, 2, 2);
    const kept = join(folder, '7.1.sqlite');
    writeFileSync(kept, readFileSync(kept).fill(0xa5, 4_200, 12_000));
    await expect(store.rollBack()).rejects.toThrow(expect.objectContaining({ name: 'ReadModelsDamaged' }));
    expect([piecesIn(store), files()]).toEqual([2n, ['7.1.sqlite', '7.2.sqlite']]);
  });

  test('that was damaged is not kept', async () => {
    open().close();
    writeFileSync(join(folder, '7.1.sqlite'), 'no database'.repeat(500));
    await rebuilt(open(), 2, 2);
    expect(files()).toEqual(['7.2.sqlite']);
  });

  test('of the last other version is kept too, and older ones are not', async () => {
    for (const version of ['5', '6']) {
      const older = open(version);
      bake(older, 1, Number(version));
      older.close();
    }
    await rebuilt(open(), 2, 2);
    await rebuilt(open(), 3, 3);
    expect(files()).toEqual(['6.1.sqlite', '7.1.sqlite', '7.2.sqlite']);
    expect(piecesIn(open('6'))).toBe(6n);
  });
});

describe('whoever rebuilds sees what was there', () => {
  const seenBy = async (store: ReadModelStore, look: (before: Seen | undefined, fresh: Fresh) => void) =>
    store.rebuild(async (fresh) => {
      bake(fresh, 9, 3);
      look(fresh.before, fresh);
      return Promise.resolve();
    });

  test('as it stood when that began, whatever is written meanwhile', async () => {
    const [store, other] = [open(), open()];
    bake(store, 5, 3);
    await seenBy(store, (before, fresh) => {
      bake(other, 6, 99);
      expect(before).toMatchObject({ version: '7', mark: { position: 5, eventId: 'event-5' } });
      expect(before!.holds(loaves)).toBe(true);
      expect(before!.holds({ ...loaves, columns: { loaf: 'term' } })).toBe(false);
      expect(before!.holds({ ...loaves, name: 'cakes' })).toBe(false);
      expect(before!.countOf(loaves)).toBe(1);
      expect(before!.hashOf(loaves)).toBe(fresh.seen().hashOf(loaves));
      bake(fresh, 10, 4);
      expect(before!.hashOf(loaves)).not.toBe(fresh.seen().hashOf(loaves));
      expect(before!.all('SELECT pieces FROM loaves')).toEqual([{ pieces: 3n }]);
      expect(fresh.seen().all('SELECT pieces FROM loaves')).toEqual([{ pieces: 4n }]);
    });
    expect([piecesIn(store), store.checkpoint().position]).toEqual([4n, 10]);
  });

  test('until it lets go of that: then the write-ahead log of those in use can begin anew', async () => {
    const store = open();
    bake(store, 5, 3);
    await seenBy(store, (before, fresh) => {
      const db = new Database(join(folder, '7.1.sqlite'), { timeout: 0 });
      const isBusy = (): unknown => db.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
      bake(store, 6, 4);
      expect([isBusy(), before!.countOf(loaves)]).toEqual([1, 1]);
      fresh.letGo();
      expect(isBusy()).toBe(0);
      expect(statSync(join(folder, '7.1.sqlite-wal')).size).toBe(0);
      fresh.letGo();
      db.close();
    });
    expect([piecesIn(store), files()]).toEqual([3n, ['7.1.sqlite', '7.2.sqlite']]);
  });

  test('of the version before, where there is nothing of its own', async () => {
    const older = open('6');
    bake(older, 4, 2);
    await seenBy(open(), (before) => expect(before).toMatchObject({ version: '6', mark: { position: 4 } }));
    expect(piecesIn(older)).toBe(2n);
  });

  test('and nothing where nothing is', async () => {
    await seenBy(open(), (before) => expect(before).toBeUndefined());
  });
});

describe('what stands in the folder', () => {
  test('is told with its position, and whether somebody rebuilds', async () => {
    const store = open();
    bake(store, 5, 3);
    expect(store.standing()).toEqual({
      files: [
        {
          ...{ name: '7.1.sqlite', version: '7', isInForce: true },
          ...{ mark: { position: 5, eventId: 'event-5' }, bytes: expect.any(Number) },
        },
      ],
      isBeingRebuilt: false,
    });
    await store.rebuild((fresh) => {
      expect(open().standing().isBeingRebuilt).toBe(true);
      bake(fresh, 6, 6);
      return Promise.resolve();
    });
    const { files: after, isBeingRebuilt } = store.standing();
    expect(after.map(({ name, isInForce }) => [name, isInForce])).toEqual([
      ['7.1.sqlite', false],
      ['7.2.sqlite', true],
    ]);
    expect(isBeingRebuilt).toBe(false);
  });

  test.each<[string, (before: Seen, seen: Seen, fresh: Fresh) => unknown]>([
    ['hashes what was there', (before) => before.hashOf(loaves)],
    ['counts what was there', (before) => before.countOf(loaves)],
    ['asks what was there', (before) => before.all('SELECT loaf FROM loaves')],
    ['hashes what is new', (_, seen) => seen.hashOf(loaves)],
    ['tells what its memory holds', (_before, _seen, fresh) => bake(fresh, 3, 2)],
  ])('leaves the draft of a process alone that only %s for a long time', async (_, look) => {
    const store = open();
    bake(store, 1, 1);
    await store.rebuild(async (fresh) => {
      bake(fresh, 2, 2);
      const seen = fresh.seen();
      const [draft = ''] = readdirSync(folder).filter((name) => name.includes('draft'));
      utimesSync(join(folder, draft), new Date(0), new Date(0));
      expect(open().standing().isBeingRebuilt).toBe(false);
      look(fresh.before!, seen, fresh);
      expect(open().standing().isBeingRebuilt).toBe(true);
      // Another version, as this process has but one draft of each.
      await rebuilt(open('8'), 3, 3);
      expect(readdirSync(folder)).toContain(draft);
    });
    expect(piecesIn(store)).toBe(2n);
  });

  test('counts no draft that a crash left behind, and the next rebuild takes it away', async () => {
    const store = open();
    bake(store, 1, 1);
    const [stale, published] = [join(folder, '7.draft-1'), join(folder, '7.draft-2')];
    writeFileSync(stale, 'half a file');
    utimesSync(stale, new Date(0), new Date(0));
    linkSync(join(folder, '7.1.sqlite'), published);
    expect(store.standing().isBeingRebuilt).toBe(false);
    await rebuilt(store, 2, 2);
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([]);
    expect(statSync(join(folder, '7.1.sqlite')).nlink).toBe(1);
  });
});
