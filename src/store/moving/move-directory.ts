import { existsSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { NoRightToWrite, StoreUnavailable } from '../event-store.ts';
import { translated } from '../sqlite-log/errors.ts';

/** Sees that a directory can be copied there, before anything is closed for it. @throws StoreUnavailable, NoRightToWrite */
export function expectRoom(from: string, to: string): void {
  if (!existsSync(from)) return;
  const draft = draftOf(to);
  const needed = statSync(from).size;
  try {
    writeFileSync(draft, '', { mode: 0o600 });
    rmSync(draft);
  } catch (error) {
    throw new NoRightToWrite(dirname(to), { cause: error });
  }
  const free = statfsSync(dirname(to));
  if (free.bavail * free.bsize >= needed) return;
  throw new StoreUnavailable(`${dirname(to)} has no room for the labels, which take ${String(needed)} bytes`);
}

/**
 * Copies a directory as it is at one moment, whoever has it open, over what an earlier try left. Gives whether there is one.
 *
 * @throws StoreUnavailable where it cannot be read or written
 */
export async function moveDirectory(from: string, to: string): Promise<boolean> {
  if (!existsSync(from)) return false;
  const draft = draftOf(to);
  rmSync(draft, { force: true });
  writeFileSync(draft, '', { mode: 0o600 });
  const database = translated(() => new Database(from, { fileMustExist: true }));
  try {
    await database.backup(draft);
  } finally {
    database.close();
  }
  renameSync(draft, to);
  return true;
}

function draftOf(file: string): string {
  return `${file}.arriving`;
}
