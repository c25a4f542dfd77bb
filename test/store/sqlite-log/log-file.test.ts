/** What the SQLite store promises beyond the contract: about its file, and to those who share it. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  AppendRefused,
  LogDamaged,
  StoreUnavailable,
  VersionConflict,
} from '../../../src/store/event-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { openLogFile } from '../../../src/store/sqlite-log/log-file.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { allOf, anEvent, clockOf, idOf, idsOf, rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { rewrite, tampered, writeLog } from '../support/tampering.ts';

const folder = folderForTests();
let files = 0;
const newFile = (): string => join(folder, `${String((files += 1))}.sqlite`);

describe('a log that is opened again', () => {
  test('is as it was, and goes on', async () => {
    const file = newFile();
    const first = await openSqliteEventStore({ file, clock: clockOf('2026-03-01T12:00:00Z') });
    await first.append([write('Victim-1', 'no-stream', [1, 2])]);
    const [head, all] = [await first.head(), await allOf(first.readAll())];
    await first.close();

    const second = await openSqliteEventStore({ file, clock: clockOf('2020-01-01T00:00:00Z') });
    expect(await second.head()).toEqual(head);
    expect(await allOf(second.readAll())).toEqual(all);
    expect(await second.append([write('Victim-1', 'no-stream', [1, 2])])).toEqual({
      revisions: [1],
      position: 2,
    });
    expect(await rejectionOf(second.append([write('Victim-1', 0, [9])]))).toBeInstanceOf(VersionConflict);
    expect(await rejectionOf(second.append([write('Victim-2', 'no-stream', [1])]))).toMatchObject({
      id: idOf(1),
    });
    expect(await second.append([write('Victim-1', 1, [3])])).toEqual({ revisions: [2], position: 3 });
    const [, , third] = await allOf(second.readStream('Victim-1'));
    expect(third?.recordedAt).toBe('2026-03-01T12:00:00.000Z');
    await second.close();
    expect((await verifyLog(file)).events).toBe(3);
  });

  test('to be read only, takes no append, and shows what others write', async () => {
    const file = newFile();
    const writer = await openSqliteEventStore({ file });
    await writer.append([write('Victim-1', 'no-stream', [1])]);
    const reader = await openSqliteEventStore({ file, readOnly: true });
    expect(await rejectionOf(reader.append([write('Victim-1', 0, [2])]))).toBeInstanceOf(AppendRefused);
    await writer.append([write('Victim-1', 0, [3])]);
    expect(await idsOf(reader, 'Victim-1')).toEqual([idOf(1), idOf(3)]);
    expect(await reader.head()).toEqual(await writer.head());
    await Promise.all([reader.close(), writer.close()]);
  });
});

describe('the file', () => {
  test('and its directory are made, for nobody else to read', async () => {
    const directory = join(folder, 'made', 'for', 'it');
    const file = join(directory, 'log.sqlite');
    const store = await openSqliteEventStore({ file });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    for (const end of ['', '-wal', '-shm']) expect(statSync(`${file}${end}`).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test('may be there already, if it is empty', async () => {
    const file = newFile();
    writeFileSync(file, '');
    const store = await openSqliteEventStore({ file });
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual({
      revisions: [0],
      position: 1,
    });
    await store.close();
  });

  test('has a journal ahead of it, and a commit waits until the disk has it', () => {
    const db = openLogFile(newFile(), { readOnly: false, busyTimeout: 0 });
    const settings = ['journal_mode', 'synchronous', 'fullfsync', 'checkpoint_fullfsync', 'trusted_schema'];
    expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 0]);
    db.close();
  });

  test('to be read only must be there', async () => {
    const file = newFile();
    expect(await rejectionOf(openSqliteEventStore({ file, readOnly: true }))).toBeInstanceOf(
      StoreUnavailable,
    );
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  test('cannot be a directory, or stand below a file', async () => {
    const directory = join(folder, 'directory');
    mkdirSync(directory);
    writeFileSync(join(directory, 'file'), 'x');
    expect(await rejectionOf(openSqliteEventStore({ file: directory }))).toBeInstanceOf(StoreUnavailable);
    const below = join(directory, 'file', 'log.sqlite');
    expect(await rejectionOf(openSqliteEventStore({ file: below }))).toBeInstanceOf(StoreUnavailable);
  });

  test.each([true, false])(
    'of another program is refused and left alone (read only: %p)',
    async (readOnly) => {
      const file = newFile();
      const db = new Database(file);
      db.exec('CREATE TABLE events (position INTEGER PRIMARY KEY, bytes BLOB)');
      db.close();
      const before = readFileSync(file);
      const error = await rejectionOf(openSqliteEventStore({ file, readOnly }));
      expect(error).toBeInstanceOf(LogDamaged);
      expect(error).toMatchObject({ message: 'position 0: the file is no event log' });
      expect(readFileSync(file).equals(before)).toBe(true);
    },
  );

  test.each([
    ['text', 'to the clerk of the court\n'.repeat(100), /not a database/],
    ['an older or newer log', 'PRAGMA user_version = 9', /format 9, unknown here/],
    ['a log without its triggers', 'DROP TRIGGER events_refuse_delete', /tables or triggers/],
  ])('that is %s is refused', async (_name, content, why) => {
    const file = newFile();
    if (/^[A-Z]/.test(content)) {
      await writeLog(file, 1);
      new Database(file).exec(content).close();
    } else writeFileSync(file, content);
    const error = await rejectionOf(openSqliteEventStore({ file }));
    expect(error).toBeInstanceOf(LogDamaged);
    expect(String(error)).toMatch(why);
  });
});

describe('what is recorded stays as it is, whoever asks', () => {
  const statements = [
    "UPDATE events SET bytes = x'00' WHERE position = 1",
    'UPDATE events SET position = 99 WHERE position = 1',
    'DELETE FROM events WHERE position = 1',
    'DELETE FROM events',
    "INSERT INTO events VALUES (99, x'00', x'00')",
    "INSERT OR REPLACE INTO events VALUES (1, x'00', x'00')",
    "REPLACE INTO events VALUES (3, x'00', x'00')",
    'UPDATE streams SET first = 2',
    'DELETE FROM streams',
    'UPDATE revisions SET position = 2',
    'DELETE FROM revisions',
    'UPDATE ids SET position = 2',
    'DELETE FROM ids',
    'DELETE FROM head',
    'UPDATE head SET position = 2',
    'UPDATE head SET indexed = 0',
    "INSERT INTO head VALUES (2, 0, x'00', 0)",
    "INSERT INTO events VALUES (4, NULL, x'00')",
    "INSERT INTO events VALUES (4, x'00', 'text')",
  ];

  test.each(statements)('%s', async (statement) => {
    const file = newFile();
    await writeLog(file, 3);
    const before = await verifyLog(file);
    const db = new Database(file);
    expect(() => db.exec(statement)).toThrow(/stays as it is|constraint failed|cannot store/);
    db.close();
    expect(await verifyLog(file)).toEqual(before);
  });
});

describe('one that waits for another', () => {
  test('waits in vain, and the appends fail; afterwards they succeed', async () => {
    const file = newFile();
    const store = await openSqliteEventStore({ file, busyTimeout: 20 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const appends = [1, 2, 3].map((n) => store.append([write(`Victim-${String(n)}`, 'no-stream', [n])]));
    for (const settled of await Promise.allSettled(appends)) {
      expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    }
    expect(await store.head()).toMatchObject({ position: 0 });
    other.exec('ROLLBACK');
    other.close();
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual({
      revisions: [0],
      position: 1,
    });
    await store.close();
  });

  test('reads meanwhile', async () => {
    const file = newFile();
    const store = await openSqliteEventStore({ file, busyTimeout: 20 });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(await idsOf(store, 'Victim-1')).toEqual([idOf(1)]);
    other.close();
    await store.close();
  });
});

describe('a damaged log, when it is read', () => {
  test.each([
    ['an event that is not JSON', 5, "UPDATE events SET bytes = x'7b' WHERE position = 5"],
    ['an event that is gone', 5, 'DELETE FROM events WHERE position = 5'],
    ['an event of another form', 5, 'UPDATE events SET bytes = CAST(\'{"v":2}\' AS BLOB) WHERE position = 5'],
  ])('%s is named by its position', async (_name, position, statement) => {
    const file = newFile();
    await writeLog(file, 8);
    const copy = tampered(file, newFile(), (db) => db.exec(statement));
    const store = await openSqliteEventStore({ file: copy });
    const error = await rejectionOf(allOf(store.readAll()));
    expect(error).toBeInstanceOf(LogDamaged);
    expect(error).toMatchObject({ position });
    await store.close();
  });

  test.each([
    ['an index that points to another stream', 'UPDATE revisions SET position = 6 WHERE position = 5'],
    ['an index that lacks a revision', 'DELETE FROM revisions WHERE position = 5'],
  ])('%s is not believed', async (_name, statement) => {
    const file = newFile();
    await writeLog(file, 12);
    const copy = tampered(file, newFile(), (db) => db.exec(statement));
    const store = await openSqliteEventStore({ file: copy });
    expect(await rejectionOf(allOf(store.readStream('Victim-1')))).toBeInstanceOf(LogDamaged);
    await store.close();
  });

  test('an event that says it is of another stream is not believed', async () => {
    const file = newFile();
    await writeLog(file, 8);
    const copy = tampered(file, newFile(), (db) =>
      rewrite(db, 5, (said) => ({ ...said, stream: 'Victim-9' })),
    );
    const store = await openSqliteEventStore({ file: copy });
    expect(await rejectionOf(allOf(store.readStream('Victim-1')))).toMatchObject({ position: 5 });
    await store.close();
  });

  test('a log whose end is gone takes no more', async () => {
    const file = newFile();
    await writeLog(file, 8);
    const copy = tampered(file, newFile(), (db) => db.exec('DELETE FROM events WHERE position = 8'));
    const store = await openSqliteEventStore({ file: copy });
    const error = await rejectionOf(
      store.append([{ stream: 'Case-9', expected: 'no-stream', events: [anEvent(99)] }]),
    );
    expect(error).toBeInstanceOf(LogDamaged);
    expect(error).toMatchObject({ position: 8 });
    await store.close();
  });
});
