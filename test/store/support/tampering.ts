import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { LogDamaged } from '../../../src/store/event-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import type { VerifyOptions } from '../../../src/store/sqlite-log/verify-log.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { anEvent } from './events.ts';

const streams = ['Victim-1', 'Case-1', 'Victim-2', 'Case-2'];

/** Writes a log of so many events, over four streams in turn, and closes it. */
export async function writeLog(file: string, count: number): Promise<void> {
  let second = 0;
  const clock = (): Date => new Date(Date.UTC(2026, 2, 1, 12, 0, (second += 1)));
  const store = await openSqliteEventStore({ file, clock });
  const waiting = 500;
  for (let from = 0; from < count; from += waiting) {
    const some = Array.from({ length: Math.min(waiting, count - from) }, (_, at) => from + at);
    await Promise.all(
      some.map((n) => {
        const revision = Math.floor(n / streams.length) - 1;
        const stream = streams[n % streams.length] as string;
        const expected = revision < 0 ? ('no-stream' as const) : revision;
        return store.append([{ stream, expected, events: [anEvent(n + 1)] }]);
      }),
    );
  }
  await store.close();
}

/** A copy of the log on which somebody has been at work who knows SQL, and puts the triggers back afterwards. */
export function tampered(file: string, copy: string, work: (db: Database.Database) => void): string {
  copyFileSync(file, copy);
  const db = new Database(copy);
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  work(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
  return copy;
}

/** The position at which verification finds the damage; undefined where it finds none. */
export async function damageIn(file: string, options?: VerifyOptions): Promise<number | undefined> {
  try {
    await verifyLog(file, options);
    return undefined;
  } catch (error) {
    if (error instanceof LogDamaged) return error.position;
    throw error;
  }
}

type Said = Record<string, unknown>;

/** Changes what one event says. */
export function rewrite(db: Database.Database, position: number, change: (said: Said) => object): void {
  const bytes = db
    .prepare<[number], Buffer>('SELECT bytes FROM events WHERE position = ?')
    .pluck()
    .get(position);
  const changed = change(JSON.parse(String(bytes)) as Said);
  db.prepare('UPDATE events SET bytes = ? WHERE position = ?').run(
    Buffer.from(JSON.stringify(changed)),
    position,
  );
}

/**
 * Makes all hashes new, as one who wants to hide what was done: the running hashes and the head, and where told also
 * the links from each event to the one before it in its stream.
 */
export function makeHashesNew(db: Database.Database, { links }: { links: boolean }): void {
  const leaves = new Map<unknown, string>();
  let running = '0'.repeat(64);
  const rows = db
    .prepare<[], { position: number; bytes: Buffer }>('SELECT * FROM events ORDER BY position')
    .all();
  for (const { position, bytes } of rows) {
    const said = JSON.parse(String(bytes)) as Said;
    const linked = { ...said, prev: leaves.get(said['stream']) ?? '0'.repeat(64) };
    const written = links ? Buffer.from(JSON.stringify(linked)) : bytes;
    const leaf = sha256(Buffer.concat([Buffer.from([0]), written]));
    running = sha256(Buffer.from(`01${running}${leaf}`, 'hex'));
    leaves.set(said['stream'], leaf);
    db.prepare('UPDATE events SET bytes = ?, running = ? WHERE position = ?').run(
      written,
      Buffer.from(running, 'hex'),
      position,
    );
  }
  db.prepare('UPDATE head SET hash = ?').run(Buffer.from(running, 'hex'));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
