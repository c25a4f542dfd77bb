import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreUnavailable } from '../../../src/store/event-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { allOf, events, idOf, rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { damageIn, makeHashesNew, rewrite, tampered, writeLog } from '../support/tampering.ts';

const folder = folderForTests();
const count = 40;
const log = join(folder, 'log.sqlite');
let copies = 0;
const copyName = (): string => join(folder, `copy-${String((copies += 1))}.sqlite`);

beforeAll(() => writeLog(log, count));

type Work = (db: Database.Database) => void;
const sql =
  (...statements: readonly string[]): Work =>
  (db) =>
    statements.forEach((statement) => db.exec(statement));

/** Takes an event out, and lets the index forget it as well. */
const remove =
  (position: number): Work =>
  (db) =>
    ['events', 'revisions', 'ids'].forEach((table) =>
      db.exec(`DELETE FROM ${table} WHERE position = ${position}`),
    );

const shiftedFrom = (position: number): string[] =>
  ['events', 'revisions', 'ids'].flatMap((table) => [
    `UPDATE ${table} SET position = -position - 1 WHERE position >= ${position}`,
    `UPDATE ${table} SET position = -position WHERE position < 0`,
  ]);

describe('a log that is sound', () => {
  test('is verified, with its length and head', async () => {
    const store = await openSqliteEventStore({ file: log, readOnly: true });
    const head = await store.head();
    await store.close();
    expect(await verifyLog(log)).toEqual({ events: count, head });
    expect(await verifyLog(log, { expectedHead: head })).toEqual({ events: count, head });
  });

  test('is verified against any head that it had before', async () => {
    const file = copyName();
    const store = await openSqliteEventStore({ file });
    const heads = [await store.head()];
    for (let n = 1; n <= 5; n += 1) {
      await store.append([write(`Victim-${String(n)}`, 'no-stream', [n])]);
      heads.push(await store.head());
    }
    await store.close();
    for (const expectedHead of heads) expect((await verifyLog(file, { expectedHead })).events).toBe(5);
  });

  test('is verified while it is written, before the index has followed', async () => {
    const file = copyName();
    const store = await openSqliteEventStore({ file });
    expect(await verifyLog(file)).toEqual({ events: 0, head: { position: 0, hash: '0'.repeat(64) } });
    for (let n = 1; n <= 30; n += 1)
      await store.append([write('Victim-1', n === 1 ? 'no-stream' : n - 2, [n])]);
    expect(await verifyLog(file)).toEqual({ events: 30, head: await store.head() });
    await store.close();
  });

  test('is verified where streams rest for longer than anybody remembers', async () => {
    const file = copyName();
    const store = await openSqliteEventStore({ file });
    await store.append([write('Case-1', 'no-stream', [1])]);
    for (let from = 2; from < 40_000; from += 4000) {
      const streams = events(from, from + 3999).map(({ id }) => `Receipt-${id}`);
      await Promise.all(streams.map((name, at) => store.append([write(name, 'no-stream', [from + at])])));
    }
    await store.append([write('Case-1', 0, [50_000])]);
    await store.append([write('Receipt-00000000-0000-5000-8000-000000000002', 0, [50_001])]);
    const head = await store.head();
    await store.close();
    expect(await verifyLog(file)).toEqual({ events: 40_003, head });
  });
});

describe('a log that was tampered with, by one who puts the triggers back', () => {
  const byHand: readonly (readonly [string, number, Work])[] = [
    [
      'the data of the first event',
      1,
      (db) => rewrite(db, 1, (said) => ({ ...said, data: { amount: '1.00' } })),
    ],
    ['the data of an event', 17, (db) => rewrite(db, 17, (said) => ({ ...said, data: { amount: '1.00' } }))],
    ['the data of the last event', 40, (db) => rewrite(db, 40, (said) => ({ ...said, data: null }))],
    ['the actor', 20, (db) => rewrite(db, 20, (said) => ({ ...said, actor: 'nobody' }))],
    ['the day', 20, (db) => rewrite(db, 20, (said) => ({ ...said, effectiveOn: '2026-03-02' }))],
    ['the order of the fields', 9, (db) => rewrite(db, 9, ({ v, ...rest }) => ({ ...rest, v }))],
    ['the bytes into text', 5, sql('UPDATE events SET bytes = zeroblob(3) WHERE position = 5')],
    ['one running hash', 12, sql('UPDATE events SET running = zeroblob(32) WHERE position = 12')],
    ['a running hash by its length', 12, sql("UPDATE events SET running = x'00' WHERE position = 12")],
    ['an event taken out', 17, sql('DELETE FROM events WHERE position = 17')],
    ['an event taken out, also of the index', 17, remove(17)],
    ['the first event taken out', 1, remove(1)],
    ['the last event taken out', 40, remove(40)],
    ['the last three events taken out', 38, (db) => [38, 39, 40].forEach((position) => remove(position)(db))],
    ['all events taken out', 1, sql('DELETE FROM events')],
    [
      'everything taken out but the head',
      1,
      sql(...['events', 'revisions', 'ids', 'streams'].map((t) => `DELETE FROM ${t}`)),
    ],
    [
      'an event put in at the end',
      41,
      sql('INSERT INTO events SELECT 41, running, bytes FROM events WHERE position = 3'),
    ],
    [
      'an event put in between',
      18,
      sql(...shiftedFrom(18), 'INSERT INTO events SELECT 18, running, bytes FROM events WHERE position = 17'),
    ],
    ['a gap', 30, sql(...shiftedFrom(30))],
    [
      'two events exchanged',
      11,
      sql(
        'UPDATE events SET position = -11 WHERE position = 11',
        'UPDATE events SET position = 11 WHERE position = 23',
        'UPDATE events SET position = 23 WHERE position = -11',
      ),
    ],
    [
      'the bytes of two events exchanged',
      11,
      sql(
        `CREATE TEMP TABLE two AS SELECT position, bytes FROM events WHERE position IN (11, 23)`,
        `UPDATE events SET bytes = (SELECT bytes FROM two WHERE position = 34 - events.position) WHERE position IN (11, 23)`,
      ),
    ],
  ];

  test.each(byHand)('%s: found at %i', async (_name, position, work) => {
    expect(await damageIn(tampered(log, copyName(), work))).toBe(position);
  });

  test.each([1, 2, 17, 39, 40])('any one byte of event %i is missed', async (position) => {
    const length = new Database(log, { readonly: true })
      .prepare<[number], number>('SELECT length(bytes) FROM events WHERE position = ?')
      .pluck()
      .get(position) as number;
    for (let at = 0; at < length; at += 23) {
      const flip: Work = (db) => {
        const bytes = db
          .prepare<[number], Buffer>('SELECT bytes FROM events WHERE position = ?')
          .pluck()
          .get(position);
        (bytes as Buffer)[at] = ((bytes as Buffer)[at] as number) ^ 1;
        db.prepare('UPDATE events SET bytes = ? WHERE position = ?').run(bytes, position);
      };
      expect(await damageIn(tampered(log, copyName(), flip))).toBe(position);
    }
  });

  const withNewHashes: readonly (readonly [string, number, Work, { links: boolean }])[] = [
    [
      'data, by the next of the stream',
      21,
      (db) => rewrite(db, 17, (said) => ({ ...said, data: 1 })),
      { links: false },
    ],
    ['a revision', 17, (db) => rewrite(db, 17, (said) => ({ ...said, revision: 7 })), { links: true }],
    [
      'a revision that is negative',
      1,
      (db) => rewrite(db, 1, (said) => ({ ...said, revision: -1 })),
      { links: true },
    ],
    [
      'the name of a stream',
      17,
      (db) => rewrite(db, 17, (said) => ({ ...said, stream: 'Case-1' })),
      { links: true },
    ],
    [
      'the name of a new stream',
      17,
      (db) => rewrite(db, 17, (said) => ({ ...said, stream: 'Case-9' })),
      { links: true },
    ],
    [
      'an id',
      17,
      (db) => rewrite(db, 17, (said) => ({ ...said, id: '00000000-0000-5000-8000-000000000099' })),
      { links: true },
    ],
    [
      'an id for that of another',
      17,
      (db) => rewrite(db, 17, (said) => ({ ...said, id: '00000000-0000-5000-8000-000000000016' })),
      { links: true },
    ],
    [
      'an instant before the last',
      17,
      (db) => rewrite(db, 17, (said) => ({ ...said, recordedAt: '2020-01-01T00:00:00.000Z' })),
      { links: true },
    ],
    [
      'an instant after the next',
      18,
      (db) => rewrite(db, 17, (said) => ({ ...said, recordedAt: '2030-01-01T00:00:00.000Z' })),
      { links: true },
    ],
    [
      'an instant an hour before the last',
      17,
      (db) =>
        rewrite(db, 17, (said) => ({
          ...said,
          recordedAt: new Date(Date.parse(String(said['recordedAt'])) - 3_601_000).toISOString(),
        })),
      { links: true },
    ],
    ['a form that nobody knows', 17, (db) => rewrite(db, 17, (said) => ({ ...said, v: 2 })), { links: true }],
    [
      'an event taken out',
      17,
      (db) => [remove(17), sql('DELETE FROM ids WHERE position = 17')].forEach((w) => w(db)),
      { links: true },
    ],
  ];

  test('nor do new hashes and a new index hide a gap in a stream', async () => {
    const copy = tampered(log, copyName(), (db) => {
      rewrite(db, 40, (said) => ({ ...said, revision: 10 }));
      db.exec('UPDATE revisions SET revision = 10 WHERE position = 40');
      makeHashesNew(db, { links: true });
    });
    expect(await damageIn(copy)).toBe(40);
  });

  test.each(withNewHashes)(
    'hashes made new do not hide %s: found at %i',
    async (_name, position, work, how) => {
      const copy = tampered(log, copyName(), (db) => {
        work(db);
        makeHashesNew(db, how);
      });
      expect(await damageIn(copy)).toBe(position);
    },
  );

  test('who makes all hashes new is found by a head that was kept elsewhere, and by nothing else', async () => {
    const { head } = await verifyLog(log);
    const copy = tampered(log, copyName(), (db) => {
      rewrite(db, 17, (said) => ({ ...said, data: { amount: '1.00' } }));
      makeHashesNew(db, { links: true });
    });
    expect(await damageIn(copy)).toBeUndefined();
    expect(await damageIn(copy, { expectedHead: head })).toBe(count);
  });

  test('who cuts off the end and sets the head back is found by a head that was kept elsewhere', async () => {
    const { head } = await verifyLog(log);
    const copy = tampered(log, copyName(), (db) => {
      remove(40)(db);
      db.exec(
        'UPDATE head SET position = 39, indexed = 39, hash = (SELECT running FROM events WHERE position = 39)',
      );
    });
    expect(await damageIn(copy)).toBeUndefined();
    expect(await damageIn(copy, { expectedHead: head })).toBe(40);
    expect(await damageIn(copy, { expectedHead: { position: 1000, hash: head.hash } })).toBe(40);
  });

  test('a head that the log never had is found', async () => {
    const { head } = await verifyLog(log);
    expect(await damageIn(log, { expectedHead: { position: 39, hash: head.hash } })).toBe(39);
    expect(await damageIn(log, { expectedHead: { position: 0, hash: head.hash } })).toBe(0);
  });
});

describe('a log that the index has not yet followed', () => {
  const forget = sql(
    'DELETE FROM streams',
    'DELETE FROM revisions',
    'DELETE FROM ids',
    'UPDATE head SET indexed = 0',
  );
  const found: readonly (readonly [string, number | undefined, (said: Record<string, unknown>) => object])[] =
    [
      ['nothing changed', undefined, (said) => said],
      ['an id for that of another', 17, (said) => ({ ...said, id: idOf(16) })],
      ['a revision', 17, (said) => ({ ...said, revision: 7 })],
      ['the name of a stream, by the next of that stream', 18, (said) => ({ ...said, stream: 'Case-1' })],
      ['the name of a new stream', 17, (said) => ({ ...said, stream: 'Case-9' })],
    ];

  test.each(found)('is no better hidden by new hashes: %s, found at %p', async (_name, position, change) => {
    const copy = tampered(log, copyName(), (db) => {
      forget(db);
      rewrite(db, 17, change);
      makeHashesNew(db, { links: true });
    });
    expect(await damageIn(copy)).toBe(position);
  });

  test('cannot be said to have been indexed in part', async () => {
    const copy = tampered(log, copyName(), (db) => {
      forget(db);
      db.exec('UPDATE head SET indexed = 10');
    });
    expect(await damageIn(copy)).toBe(1);
  });
});

describe('a log whose head or index was tampered with', () => {
  const found: readonly (readonly [string, number, Work])[] = [
    ['no head', 0, sql('DELETE FROM head')],
    ['a head before the end', 40, sql('UPDATE head SET position = 39, indexed = 39')],
    [
      'a head before the end, and an index with it',
      40,
      sql(
        'DELETE FROM ids WHERE position = 40',
        'DELETE FROM revisions WHERE position = 40',
        'UPDATE head SET position = 39, indexed = 39',
      ),
    ],
    ['a head after the end', 41, sql('UPDATE head SET position = 41')],
    ['a head with another hash', 40, sql('UPDATE head SET hash = zeroblob(32)')],
    [
      'a head that is text',
      0,
      sql('PRAGMA ignore_check_constraints = 1', 'UPDATE head SET position = 40, indexed = 99'),
    ],
    ['an index said to be shorter', 40, sql('UPDATE head SET indexed = 39')],
    ['an index said to be negative', 0, sql('UPDATE head SET indexed = -1')],
    ['an id that points elsewhere', 7, sql('UPDATE ids SET position = 8 WHERE position = 7')],
    ['an id that is missing', 7, sql('DELETE FROM ids WHERE position = 7')],
    ['an id of no event', 0, sql('INSERT INTO ids VALUES (zeroblob(16), 7)')],
    ['a revision that points elsewhere', 7, sql('UPDATE revisions SET position = 8 WHERE position = 7')],
    ['a revision that is missing', 7, sql('DELETE FROM revisions WHERE position = 7')],
    ['a revision of no event', 0, sql('INSERT INTO revisions VALUES (1, 99, 7)')],
    ['a stream that begins elsewhere', 1, sql("UPDATE streams SET first = 5 WHERE name = 'Victim-1'")],
    ['a stream that is missing', 1, sql("DELETE FROM streams WHERE name = 'Victim-1'")],
    ['a stream of no events', 0, sql("INSERT INTO streams VALUES ('Victim-9', 1)")],
  ];

  test.each(found)('%s: found at %i', async (_name, position, work) => {
    expect(await damageIn(tampered(log, copyName(), work))).toBe(position);
  });
});

describe('a file that is not as it was created', () => {
  const changes: readonly (readonly [string, string])[] = [
    ['a trigger is missing', 'DROP TRIGGER events_refuse_update'],
    [
      'a trigger does nothing',
      'DROP TRIGGER head_refuse_update; CREATE TRIGGER head_refuse_update BEFORE UPDATE ON head BEGIN SELECT 1; END',
    ],
    ['there is a table more', 'CREATE TABLE more (a)'],
    ['there is an index more', 'CREATE INDEX more ON revisions (position)'],
    ['there is a column more', 'ALTER TABLE head ADD COLUMN more INTEGER'],
    ['it has been analyzed', 'ANALYZE'],
    ['it is of another program', 'PRAGMA application_id = 1'],
    ['it is of a later version', 'PRAGMA user_version = 2'],
  ];

  test.each(changes)('%s: found', async (_name, statements) => {
    const copy = copyName();
    copyFileSync(log, copy);
    const db = new Database(copy);
    db.exec(statements);
    db.close();
    expect(await damageIn(copy)).toBe(0);
  });

  test.each([
    ['nothing', 0, ''],
    ['a letter', 0, 'a'],
    ['text', 0, 'to the clerk of the court\n'.repeat(1000)],
    ['zeros', 0, Buffer.alloc(8192)],
  ])('%s is no log', async (_name, position, content) => {
    const file = copyName();
    writeFileSync(file, content);
    expect(await damageIn(file)).toBe(position);
  });

  test.each([100, 1000, 4096, 5000, 8192, 12_288, 16_384])(
    'a log of which %i bytes are left is found',
    async (size) => {
      const copy = copyName();
      copyFileSync(log, copy);
      truncateSync(copy, size);
      expect(await damageIn(copy)).toEqual(expect.any(Number));
    },
  );

  test('a page that belongs to nothing is found', async () => {
    const copy = copyName();
    const bytes = readFileSync(log);
    const pages = bytes.readUInt32BE(28);
    bytes.writeUInt32BE(pages + 1, 28);
    writeFileSync(copy, Buffer.concat([bytes, Buffer.alloc(4096)]));
    expect(await damageIn(copy)).toBe(0);
  });

  test('a file that is not there cannot be verified, and is not made', async () => {
    const file = copyName();
    expect(await rejectionOf(verifyLog(file))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(verifyLog(file))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(verifyLog(join(folder, 'nowhere', 'log')))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(verifyLog(folder))).toBeInstanceOf(StoreUnavailable);
  });

  test('verification leaves the file as it was', async () => {
    const store = await openSqliteEventStore({ file: log, readOnly: true });
    const before = await allOf(store.readAll());
    await store.close();
    await verifyLog(log);
    const again = await openSqliteEventStore({ file: log, readOnly: true });
    expect(await allOf(again.readAll())).toEqual(before);
    await again.close();
  });
});
