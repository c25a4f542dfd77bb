/**
 * Files that may be read and not written. SQLite lays files of its own beside one that it reads, so where it cannot,
 * a copy among the temporary files is read in its place, and gone once it is closed.
 */
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Whether the program may write to a folder, and to what stands in it by these names; to what is not there, it may. */
export function mayWrite(folder: string, names: readonly string[]): boolean {
  if (!existsSync(folder)) return true;
  const inside = names.map((name) => join(folder, name)).filter((path) => existsSync(path));
  return [folder, ...inside].every(isWritable);
}

/** What stands in a folder, or nothing where there is none. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A folder of copies, for one process alone. */
export class CopyToRead {
  readonly folder = mkdtempSync(join(tmpdir(), 'restitution-copy-'));

  /** The path of a copy of the file, with what SQLite has not yet written into it; of nothing, where it is not there. */
  of(path: string): string {
    const copy = join(this.folder, basename(path));
    for (const suffix of ['', '-wal']) {
      if (!existsSync(path + suffix)) continue;
      copyFileSync(path + suffix, copy + suffix, constants.COPYFILE_FICLONE);
      chmodSync(copy + suffix, 0o600);
    }
    return copy;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
