import { join } from 'node:path';
import Database from 'better-sqlite3';
import { LogDamaged, LogMoved } from '../../../src/store/event-store.ts';
import {
  closeFile,
  closingOf,
  finishClosing,
  LogWentOn,
  reopenFile,
} from '../../../src/store/sqlite-log/closing.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { events, rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { damageIn, tampered, writeLog } from '../support/tampering.ts';

const folder = folderForTests();
let logs = 0;
const at = '2026-03-01T10:00:00.000Z';
const elsewhere = { place: 'sqlite:/elsewhere', at };

async function aLog(count = 8): Promise<string> {
  logs += 1;
  const file = join(folder, `${String(logs)}.sqlite`);
  await writeLog(file, count);
  return file;
}

const thrownBy = (deed: () => unknown): unknown => {
  try {
    return deed();
  } catch (error) {
    return error;
  }
};

describe('a log that is closed', () => {
  test('refuses every append of whoever had it open, and tells again what was stored before', async () => {
    const file = await aLog();
    const store = await openSqliteEventStore({ file });
    const first = { stream: 'Receipt-1', expected: 'no-stream', events: events(100, 101) } as const;
    const stored = await store.append([first]);
    const closing = closeFile(file, elsewhere);
    expect(closing).toEqual({ ...elsewhere, why: 'moving', head: await store.head() });
    const [again, refused] = await Promise.allSettled([
      store.append([first]),
      store.append([write('Receipt-1', 1, [102]), write('Receipt-2', 'no-stream', [103])]),
    ]);
    expect(again).toEqual({ status: 'fulfilled', value: stored });
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(LogMoved) });
    expect(store.closing).toEqual(closing);
    await store.close();
    expect((await verifyLog(file)).head).toEqual(closing.head);
  });

  test('has the head and the proof that it had before', async () => {
    const file = await aLog();
    const before = await verifyLog(file);
    const closing = closeFile(file, elsewhere);
    finishClosing(file, closing);
    expect(await verifyLog(file)).toEqual(before);
    expect(closingOf(file)).toEqual({ ...closing, why: 'moved' });
    reopenFile(file);
    expect(await verifyLog(file)).toEqual(before);
    expect(closingOf(file)).toBeUndefined();
    const store = await openSqliteEventStore({ file });
    expect((await store.append([write('Receipt-1', 'no-stream', [50])])).position).toBe(9);
    await store.close();
  });

  test('is closed once, and for one place; and only where it is expected to end', async () => {
    const file = await aLog();
    const { head } = await verifyLog(file);
    const wrong = { ...elsewhere, expected: { ...head, position: 7 } };
    expect(thrownBy(() => closeFile(file, wrong))).toBeInstanceOf(LogWentOn);
    const closing = closeFile(file, { ...elsewhere, expected: head });
    expect(closeFile(file, { ...elsewhere, at: '2026-04-01T10:00:00.000Z' })).toEqual(closing);
    expect(thrownBy(() => closeFile(file, { ...elsewhere, place: 'sqlite:/other' }))).toBeInstanceOf(
      LogMoved,
    );
    reopenFile(file);
    expect(thrownBy(() => finishClosing(file, closing))).toMatchObject({ name: 'StoreUnavailable' });
  });

  test('and went on behind the back of SQLite is damaged', async () => {
    const file = await aLog();
    closeFile(file, elsewhere);
    const copy = tampered(file, `${file}.tampered`, (db) => {
      db.exec('UPDATE closing SET position = 7');
    });
    expect(await damageIn(copy)).toBe(7);
  });

  test('of which only half is there, is not as it was created', async () => {
    const file = await aLog();
    closeFile(file, elsewhere);
    const db = new Database(file);
    db.exec('DROP TRIGGER events_refuse_all');
    db.close();
    expect(await rejectionOf(openSqliteEventStore({ file }))).toBeInstanceOf(LogDamaged);
  });
});
