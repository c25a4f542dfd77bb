import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { LogDamaged, StoreUnavailable } from '../../../src/store/event-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { allOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { makeHashesNew, rewrite, tampered, writeLog } from '../support/tampering.ts';

const folder = folderForTests();
/** Of which one is read at once, and the other by a thread of its own. */
const lengths = { short: 40, long: 12_040 };
let copies = 0;

beforeAll(async () => {
  for (const length of Object.values(lengths)) await writeLog(logOf(length), length);
});

function logOf(length: number): string {
  return join(folder, `log-of-${String(length)}.sqlite`);
}

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

  describe.each(Object.entries(lengths))('of a %s log', (_, length) => {
    test('gives the same events as any other, from wherever it begins', async () => {
      const store = await openSqliteEventStore({ file: logOf(length), readOnly: true });
      for (const range of [{}, { after: 7 }, { after: 3, upTo: length - 2 }]) {
        expect(await allOf(store.readAll({ ...range, isChecked: true }))).toEqual(
          await allOf(store.readAll(range)),
        );
      }
      await store.close();
    });

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
      ['an event that is missing', 22, (db) => db.exec('DELETE FROM events WHERE position = 22')],
      [
        'what is no event, under hashes that were made for it',
        30,
        (db) => {
          rewrite(db, 30, () => ({ v: 2 }));
          makeHashesNew(db, { links: false });
        },
      ],
      [
        'a head that ends another log',
        length,
        (db) => db.prepare('UPDATE head SET hash = zeroblob(32)').run(),
      ],
    ])('stops at %s', async (_, position, work) => {
      const file = tampered(logOf(length), join(folder, `copy-${String((copies += 1))}.sqlite`), work);
      expect(await stopIn(file)).toBe(position);
    });

    test('looks at nothing before the place from which it begins', async () => {
      const file = tampered(logOf(length), join(folder, `copy-${String((copies += 1))}.sqlite`), change);
      expect(await stopIn(file, 12)).toBeUndefined();
    });

    test('stops where a page of the file was wiped', async () => {
      let page = 0;
      const file = tampered(logOf(length), join(folder, `copy-${String((copies += 1))}.sqlite`), (db) => {
        const last = `SELECT max(pageno) FROM dbstat WHERE name = 'events' AND pagetype = 'leaf'`;
        page = db.prepare<[], number>(last).pluck().get() ?? 0;
      });
      const open = openSync(file, 'r+');
      writeSync(open, Buffer.alloc(4096), 0, 4096, (page - 1) * 4096);
      closeSync(open);
      await expect(stopIn(file)).resolves.toBeGreaterThan(0);
    });

    test('ends where nobody wants more, and where the store is closed meanwhile', async () => {
      const store = await openSqliteEventStore({ file: logOf(length), readOnly: true });
      for await (const page of store.readAll({ isChecked: true })) {
        expect(page[0]?.position).toBe(1);
        break;
      }
      const reading = store.readAll({ isChecked: true })[Symbol.asyncIterator]();
      await reading.next();
      await store.close();
      await expect(reading.next()).rejects.toThrow(StoreUnavailable);
    });
  });
});
