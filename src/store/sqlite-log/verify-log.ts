/**
 * Proves a SQLite log against itself, and against a head that was kept elsewhere.
 *
 * The hashes show that no event was changed, removed, put in or moved, and the head that none is missing at the end.
 * But whoever can rewrite the whole file can make new hashes as well: that, only a head from outside can show.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { emptyHash } from '../log/envelope.ts';
import type { LogHead } from '../event-store.ts';
import { LogDamaged } from '../event-store.ts';
import { sameHead } from '../log/same-head.ts';
import type { EventRow } from './log-walk.ts';
import { LogWalk } from './log-walk.ts';
import { closingIn } from './closing.ts';
import { translated, translatedError } from './errors.ts';
import { connect } from './log-file.ts';
import { checkFormat, longestTail } from './schema.ts';

export interface VerifyOptions {
  /** A head that the log had once, kept where nobody can write who can write the log. */
  readonly expectedHead?: LogHead;
  /** Told now and then how many events are proven. */
  readonly onProgress?: (events: number) => void;
}

export interface VerifiedLog {
  readonly events: number;
  readonly head: LogHead;
}

/**
 * Reads the whole log once, in bounded memory, and changes nothing.
 *
 * @throws LogDamaged with the first position that is wrong; 0 where it is the file as a whole
 * @throws StoreUnavailable where the file cannot be read
 */
export async function verifyLog(file: string, options: VerifyOptions = {}): Promise<VerifiedLog> {
  const db = connect(file, { readOnly: true, busyTimeout: 5000 });
  try {
    const head = translated(() => openSnapshot(db));
    const walk = translated(() => new LogWalk(db, head.indexed));
    await walkThrough(db, walk, options);
    checkEnd(walk.head, head);
    translated(() => {
      checkNothingElse(db, { streams: walk.streams, indexed: head.indexed });
    });
    return { events: walk.head.position, head: walk.head };
  } finally {
    db.close();
  }
}

interface IndexedHead extends LogHead {
  readonly indexed: number;
}

/** From here on the log is read as it is now: what others append meanwhile is not seen. */
function openSnapshot(db: Database.Database): IndexedHead {
  db.exec('BEGIN');
  checkFormat(db);
  const rows = db
    .prepare<[], IndexedHead>('SELECT position, lower(hex(hash)) AS hash, indexed FROM head')
    .all();
  const [head] = rows;
  if (head === undefined || rows.length > 1) throw new LogDamaged(0, 'the log has not one head');
  const tail = head.position - head.indexed;
  if (!(head.indexed >= 0 && tail >= 0 && tail < longestTail))
    throw new LogDamaged(0, 'the head is not sound');
  const closing = closingIn(db);
  if (closing !== undefined && !sameHead(closing.head, head))
    throw new LogDamaged(closing.head.position, 'is where the log was closed, and not where it ends');
  return head;
}

async function walkThrough(db: Database.Database, walk: LogWalk, options: VerifyOptions): Promise<void> {
  const { expectedHead: kept = { position: 0, hash: emptyHash }, onProgress } = options;
  const rows = db
    .prepare<[], EventRow>('SELECT position, running, bytes FROM events ORDER BY position')
    .raw();
  checkKept(walk.head, kept);
  try {
    for (const row of rows.iterate()) {
      walk.take(row);
      checkKept(walk.head, kept);
      if (walk.head.position % eventsPerTurn !== 0) continue;
      onProgress?.(walk.head.position);
      await nextTurn();
    }
  } catch (error) {
    throw translatedError(error, walk.head.position + 1);
  }
  if (walk.head.position < kept.position)
    throw new LogDamaged(walk.head.position + 1, 'is missing: the log was longer');
}

const eventsPerTurn = 1000;

function checkKept(now: LogHead, kept: LogHead): void {
  if (now.position !== kept.position || now.hash === kept.hash.toLowerCase()) return;
  throw new LogDamaged(now.position, 'does not end the log whose head was kept');
}

function checkEnd(found: LogHead, head: LogHead): void {
  if (found.position < head.position)
    throw new LogDamaged(found.position + 1, 'is missing: the log was longer');
  if (found.position > head.position)
    throw new LogDamaged(head.position + 1, 'stands after the end of the log');
  if (found.hash !== head.hash) throw new LogDamaged(head.position, 'is not the end of the log');
}

/** Each event is in the index: with as many entries as events, nothing else is. And SQLite's own pages are in order. */
function checkNothingElse(
  db: Database.Database,
  { streams, indexed }: { streams: number; indexed: number },
): void {
  const entries = { streams, revisions: indexed, ids: indexed };
  for (const [table, count] of Object.entries(entries)) {
    const found = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    if (found !== count) throw new LogDamaged(0, `the index of ${table} has entries of no event`);
  }
  const said = db.pragma('integrity_check(1)', { simple: true });
  if (said !== 'ok') throw new LogDamaged(0, String(said));
}
