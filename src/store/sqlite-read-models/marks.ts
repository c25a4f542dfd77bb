import Database from 'better-sqlite3';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mark } from '../read-model-store.ts';

/** Up to where the files of read models in this folder tell a log. One that cannot be read says nothing, and is no fault. */
export function marksIn(folder: string): readonly Mark[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  return files.flatMap((name) => markOf(join(folder, name)));
}

/** That of one file; none where it cannot be read. Nothing is written; but only whoever may write takes away, with the last look, what SQLite lays beside a file. */
export function markOf(path: string): readonly Mark[] {
  try {
    const db = new Database(path, { fileMustExist: true });
    try {
      return db.prepare('SELECT position, eventId FROM checkpoint').all() as Mark[];
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
}
