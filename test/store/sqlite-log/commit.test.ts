import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { DraftAppend } from '../../../src/store/log/draft-append.ts';
import { draftAppend, maxLocalAppendBytes } from '../../../src/store/log/draft-append.ts';
import { StoreUnavailable } from '../../../src/store/event-store.ts';
import { SqliteCommit } from '../../../src/store/sqlite-log/commit.ts';
import { openLogFile } from '../../../src/store/sqlite-log/log-file.ts';
import { SqliteShelf } from '../../../src/store/sqlite-log/shelf.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { anEvent, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
const can = { atomicStreams: true, strictIds: true, maxAppendBytes: maxLocalAppendBytes };
let files = 0;

interface Opened {
  readonly file: string;
  readonly db: Database.Database;
  readonly commit: SqliteCommit;
}

function open(clock = (): Date => new Date()): Opened {
  const file = join(folder, `${String((files += 1))}.sqlite`);
  const db = openLogFile(file, { readOnly: false, busyTimeout: 0 });
  return { file, db, commit: new SqliteCommit(db, new SqliteShelf(db), clock) };
}

/** The append of the n-th event, with so much data, to a stream of its own. */
function append(n: number, data = ''): DraftAppend {
  const events = [anEvent(n, { data })];
  return draftAppend([{ stream: `Receipt-${String(n)}`, expected: 'no-stream', events }], can);
}

test('where the file may not grow, all who wait together fail and nothing of them is stored; then it goes on', async () => {
  const { file, db, commit } = open();
  expect(commit.carryOutAll([append(1)]).position).toBe(1);
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${String(pages + 2)}`);
  const group = [append(2), append(3), append(4, 'x'.repeat(50_000))];
  expect(() => commit.carryOutAll(group)).toThrow(StoreUnavailable);
  expect(() => commit.carryOutAll(group)).toThrow(/SQLITE_FULL/);
  expect(db.prepare('SELECT position, indexed FROM head').get()).toEqual({ position: 1, indexed: 0 });

  db.pragma(`max_page_count = ${String(pages + 1000)}`);
  const { outcomes, position } = commit.carryOutAll(group);
  expect(outcomes).toEqual([2, 3, 4].map((at) => ({ appended: { revisions: [0], position: at } })));
  expect(position).toBe(4);
  commit.tidyUp();
  db.close();
  expect((await verifyLog(file)).events).toBe(4);
});

test('who has failed has forgotten what it could not store, also where another has gone on meanwhile', async () => {
  const { file, db, commit } = open();
  commit.carryOutAll([append(1)]);
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${String(pages + 2)}`);
  expect(() => commit.carryOutAll([append(2), append(3, 'x'.repeat(50_000))])).toThrow(/SQLITE_FULL/);

  const other = openLogFile(file, { readOnly: false, busyTimeout: 0 });
  const others = new SqliteCommit(other, new SqliteShelf(other), () => new Date());
  others.carryOutAll([11, 12, 13, 14].map((n) => append(n)));
  other.close();
  db.pragma(`max_page_count = ${String(pages + 1000)}`);
  const { outcomes } = commit.carryOutAll([append(2), append(12)]);
  expect(outcomes).toMatchObject([{ appended: { position: 6 } }, { appended: { position: 3 } }]);
  db.close();
  expect((await verifyLog(file)).events).toBe(6);
});

test('where another error befalls one append, all who wait with it fail', () => {
  let broken = false;
  const { db, commit } = open(() => (broken ? new Date(NaN) : new Date()));
  commit.carryOutAll([append(1)]);
  broken = true;
  expect(() => commit.carryOutAll([append(2), append(3)])).toThrow(RangeError);
  broken = false;
  expect(commit.carryOutAll([append(2), append(3)]).position).toBe(3);
  db.close();
});

test('where nothing new was stored, there is no news', () => {
  const { db, commit } = open();
  commit.carryOutAll([append(1)]);
  const conflict = draftAppend([write('Receipt-1', 'no-stream', [9])], can);
  const { outcomes, position } = commit.carryOutAll([append(1), conflict]);
  expect(position).toBeUndefined();
  expect(outcomes).toMatchObject([{ appended: { position: 1 } }, { error: { name: 'VersionConflict' } }]);
  db.close();
});
