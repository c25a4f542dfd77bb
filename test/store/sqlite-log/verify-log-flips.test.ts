/**
 * Whatever byte of the file is changed: either verification finds it, or all that is stored is as it was. The file is
 * repacked into small pages first, so that each of its bytes can be changed in turn; of the file as the store writes it,
 * most of which is empty, a part is.
 */
import { closeSync, copyFileSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { folderForTests } from '../support/folder.ts';
import { damageIn, writeLog } from '../support/tampering.ts';

const folder = folderForTests();
const log = join(folder, 'log.sqlite');
const small = join(folder, 'small.sqlite');

beforeAll(async () => {
  await writeLog(log, 9);
  copyFileSync(log, small);
  const db = new Database(small);
  db.pragma('journal_mode = DELETE');
  db.pragma('page_size = 512');
  db.exec('VACUUM');
  db.pragma('journal_mode = WAL');
  db.close();
});

function stored(file: string): string {
  const db = new Database(file, { readonly: true });
  const events = db
    .prepare('SELECT position, hex(running), hex(bytes) FROM events ORDER BY position')
    .raw()
    .all();
  const head = db.prepare('SELECT position, hex(hash) FROM head').raw().all();
  db.close();
  return JSON.stringify([events, head]);
}

interface Flips {
  readonly found: number;
  readonly harmless: number;
  readonly missed: readonly string[];
}

/** Changes each of the bytes, one after the other, by the mask for it. */
async function flip(file: string, offsets: readonly number[], mask: (at: number) => number): Promise<Flips> {
  const bytes = readFileSync(file);
  const before = stored(file);
  const copy = `${file}-flipped`;
  copyFileSync(file, copy);
  let [found, harmless] = [0, 0];
  const missed: string[] = [];
  for (const at of offsets) {
    const byte = bytes[at] as number;
    put(copy, at, byte ^ mask(at));
    if ((await damageIn(copy)) !== undefined) found += 1;
    else if (stored(copy) === before) harmless += 1;
    else missed.push(`byte ${String(at)}, ${String(byte)} to ${String(byte ^ mask(at))}`);
    put(copy, at, byte);
  }
  return { found, harmless, missed };
}

function put(file: string, at: number, byte: number): void {
  // What SQLite left beside the file belongs to the file as it was.
  rmSync(`${file}-wal`, { force: true });
  rmSync(`${file}-shm`, { force: true });
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from([byte]), 0, 1, at);
  closeSync(descriptor);
}

/** A number between 1 and 255 for each place: no bit is left out, and the next run does the same. */
function maskAt(at: number): number {
  return ((Math.imul(at + 1, 0x9e3779b1) >>> 13) % 255) + 1;
}

test('no changed byte of a small file is missed', async () => {
  const offsets = Array.from({ length: readFileSync(small).length }, (_, at) => at);
  const { found, harmless, missed } = await flip(small, offsets, maskAt);
  expect(missed).toEqual([]);
  expect(found + harmless).toBe(offsets.length);
  expect(found).toBeGreaterThan(harmless);
}, 300_000);

test('no changed byte of a file as the store writes it is missed', async () => {
  const { length } = readFileSync(log);
  const offsets = Array.from({ length: 2000 }, (_, n) => (Math.imul(n + 1, 0x85ebca6b) >>> 0) % length);
  const { found, missed } = await flip(log, offsets, maskAt);
  expect(missed).toEqual([]);
  expect(found).toBeGreaterThan(200);
}, 300_000);
