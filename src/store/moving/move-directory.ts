import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { translated } from '../sqlite-log/errors.ts';

/**
 * Copies a directory as it is at one moment, whoever has it open, over what an earlier try left. Gives whether there is one.
 *
 * @throws StoreUnavailable where it cannot be read or written
 */
export async function moveDirectory(from: string, to: string): Promise<boolean> {
  if (!existsSync(from)) return false;
  const draft = `${to}.arriving`;
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
