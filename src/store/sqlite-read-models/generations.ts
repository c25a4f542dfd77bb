import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * The files of a read model in their folder, named for the version and counted: `3.7.sqlite` is the seventh of version
 * 3. The last of a version is the one in force.
 *
 * A file in use is never replaced under its own name: SQLite keeps its write-ahead log beside it by that name, and
 * processes would come to mix the logs of two files. A new name has no such past, and is known to all at once.
 */
export class Generations {
  readonly #folder: string;
  readonly #version: string;

  constructor(folder: string, version: string) {
    if (!/^[0-9a-z-]+$/.test(version))
      throw new RangeError('a version is lower-case letters, digits and dashes');
    this.#folder = folder;
    this.#version = version;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // It may have been made by a version that let others read.
    chmodSync(folder, 0o700);
  }

  /** The file in force; where there is none yet, the one to be made. */
  newest(): string {
    return this.#path(Math.max(1, ...this.#numbers()));
  }

  /** Where to make a new file, out of everybody's sight; whatever an earlier attempt of this process left is removed. */
  draft(): string {
    const path = join(this.#folder, `${this.#version}.draft-${String(process.pid)}`);
    removeFile(path);
    return path;
  }

  /** Puts the finished draft in force, and removes what nobody has a use for any more. */
  publish(draft: string): void {
    syncFile(draft);
    const before = this.#numbers();
    this.#name(draft, Math.max(0, ...before) + 1);
    for (const number of before) removeFile(this.#path(number));
    for (const path of this.#otherVersions()) removeUnused(path);
  }

  /** Removes a file that is no longer in force. */
  remove(path: string): void {
    removeFile(path);
  }

  /** A link, unlike a rename, never takes the place of what another process has published meanwhile. */
  #name(draft: string, number: number): void {
    try {
      linkSync(draft, this.#path(number));
      removeFile(draft);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      this.#name(draft, number + 1);
    }
  }

  #numbers(): readonly number[] {
    return this.#files().flatMap(({ version, number }) => (version === this.#version ? [number] : []));
  }

  #otherVersions(): readonly string[] {
    return this.#files().flatMap(({ version, file }) =>
      version === this.#version ? [] : [join(this.#folder, file)],
    );
  }

  #files(): readonly { readonly file: string; readonly version: string; readonly number: number }[] {
    return readdirSync(this.#folder).flatMap((file) => {
      const [, version, number] = /^([0-9a-z-]+)\.([0-9]+)\.sqlite$/.exec(file) ?? [];
      return version === undefined ? [] : [{ file, version, number: Number(number) }];
    });
  }

  #path(number: number): string {
    return join(this.#folder, `${this.#version}.${String(number)}.sqlite`);
  }
}

/** Whether the file still has its name: where it has not, another has taken its place. */
export function isInForce(path: string): boolean {
  return existsSync(path);
}

/**
 * Makes the file, or the one that is there, readable to its owner alone; SQLite gives its journals the rights of the
 * file. A file that is there is not opened for it: to close it again would let go of the locks that this process has.
 */
export function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    for (const each of namesOf(path)) narrow(each);
  }
}

/** A journal comes and goes with whoever uses the file. */
function narrow(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** On disk before it is in force, so that a power cut cannot leave half a file under a good name. */
function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** Those who have the file open may go on reading; where the system does not allow that, the file stays until later. */
function removeFile(path: string): void {
  for (const each of namesOf(path)) {
    try {
      rmSync(each, { force: true });
    } catch {
      continue;
    }
  }
}

/** A file, and the journals beside it. */
function namesOf(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}

/** Removes the file of another version, unless a program of that version is still at work on it. */
function removeUnused(path: string): void {
  const db = new Database(path, { timeout: 0 });
  try {
    // Only whoever has a file to itself may take it out of the mode in which it is shared.
    db.pragma('journal_mode = DELETE');
  } catch {
    return;
  } finally {
    db.close();
  }
  removeFile(path);
}
