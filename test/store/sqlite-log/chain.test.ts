import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { LogDamaged } from '../../../src/store/event-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { allOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { makeHashesNew, rewrite, tampered, writeLog } from '../support/tampering.ts';

const folder = folderForTests();
const log = join(folder, 'log.sqlite');
const count = 40;
let copies = 0;

beforeAll(() => writeLog(log, count));

/** The position at which a checked reading stops; undefined where it goes to the end. */
async function stopIn(file: string, after = 0): Promise<number | undefined> {
  const store = await openSqliteEventStore({ file, readOnly: true });
  try {
    await allOf(store.readAll({ after, isChecked: true }));
    return undefined;
  } catch (error) {
    if (error instanceof LogDamaged) return error.position;
    throw error;
  } finally {
    await store.close();
  }
}

describe('a checked reading', () => {
  test('gives the same events as any other, from wherever it begins, also while the log is written', async () => {
    const store = await openSqliteEventStore({ file: join(folder, 'growing.sqlite') });
    for (let n = 1; n <= 30; n += 1) {
      await store.append([write('Victim-1', n === 1 ? 'no-stream' : n - 2, [n])]);
      expect(await allOf(store.readAll({ isChecked: true }))).toEqual(await allOf(store.readAll()));
    }
    for (const range of [{ after: 7 }, { upTo: 9 }, { after: 3, upTo: 20 }, { after: 30 }]) {
      expect(await allOf(store.readAll({ ...range, isChecked: true }))).toEqual(
        await allOf(store.readAll(range)),
      );
    }
    await store.close();
  });

  const change = (db: Database.Database): void =>
    rewrite(db, 12, (said) => ({ ...said, effectiveOn: '1999-01-01' }));

  test.each<readonly [string, number, (db: Database.Database) => void]>([
    ['an event that says something else', 12, change],
    [
      'an event whose running hash is another',
      20,
      (db) => db.prepare('UPDATE events SET running = zeroblob(32) WHERE position = 20').run(),
    ],
    [
      'a link to another event, under hashes that were made new',
      16,
      (db) => {
        change(db);
        makeHashesNew(db, { links: false });
      },
    ],
    ['a head that ends another log', count, (db) => db.prepare('UPDATE head SET hash = zeroblob(32)').run()],
  ])('stops at %s', async (_, position, work) => {
    const file = tampered(log, join(folder, `copy-${String((copies += 1))}.sqlite`), work);
    expect(await stopIn(file)).toBe(position);
  });

  test('looks at nothing before the place from which it begins', async () => {
    const file = tampered(log, join(folder, `copy-${String((copies += 1))}.sqlite`), change);
    expect(await stopIn(file, 12)).toBeUndefined();
  });
});
