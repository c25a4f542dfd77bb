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
  statSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { markOf } from './marks.ts';

/**
 * The files of a read model in their folder, named for the version and counted: `3.7.sqlite` is the seventh of version
 * 3. The last of a version is the one in force. The one before it is kept, and the last of another version, so that there is
 * something to go back to.
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

  /** What a rebuild will take the place of: the file in force or, where that tells nothing yet, the last of another version. */
  predecessor(): { readonly path: string; readonly version: string } | undefined {
    const own = this.#numbers().length > 0 ? this.newest() : undefined;
    const path = own === undefined || isEmpty(own) ? (this.#lastOfOthers() ?? own) : own;
    return path === undefined ? undefined : { path, version: partsOf(path).version };
  }

  /** The file of this version that stood in force before the present one. */
  kept(): string | undefined {
    const before = this.#numbers()
      .toSorted((one, other) => one - other)
      .at(-2);
    return before === undefined ? undefined : this.#path(before);
  }

  /** Where to make a new file, out of everybody's sight; whatever earlier attempts left is removed. */
  draft(): string {
    const path = join(this.#folder, `${this.#version}.draft-${String(process.pid)}`);
    removeFile(path);
    for (const each of this.#drafts()) if (!isAtWork(each)) removeFile(each);
    return path;
  }

  /** Says of a draft to which nothing is written for a while that it is being worked on. */
  keep(draft: string): void {
    const now = new Date();
    utimesSync(draft, now, now);
  }

  /** Whether another process, or this one, is making a new file. */
  isBeingRebuilt(): boolean {
    return this.#drafts().some(isAtWork);
  }

  /** Every finished file, by version and number. */
  all(): readonly { readonly path: string; readonly version: string; readonly isInForce: boolean }[] {
    return this.#files().map(({ file, version }) => {
      const path = join(this.#folder, file);
      return { path, version, isInForce: version === this.#version && path === this.newest() };
    });
  }

  /** Puts the finished draft in force, and removes what nobody will go back to any more. */
  publish(draft: string): void {
    syncFile(draft);
    const before = this.#numbers();
    this.#name(draft, Math.max(0, ...before) + 1);
    const last = Math.max(0, ...before);
    for (const number of before)
      if (number < last || isEmpty(this.#path(number))) removeFile(this.#path(number));
    const kept = this.#lastOfOthers();
    for (const path of this.#otherVersions()) if (path !== kept) removeUnused(path);
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

  /** Of the latest version, for versions are counted; among those that are not, the last that was written to. */
  #lastOfOthers(): string | undefined {
    return this.#files()
      .filter(({ version }) => version !== this.#version)
      .toSorted((one, other) => Number(one.version) - Number(other.version) || one.number - other.number)
      .map(({ file }) => join(this.#folder, file))
      .at(-1);
  }

  #drafts(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => /\.draft-[0-9]+$/.test(name))
      .map((name) => join(this.#folder, name));
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

/** Whether no later file has taken the place of this one: the next is there, or this one is gone because of those behind it. */
export function isInForce(path: string): boolean {
  const { folder, version, number } = partsOf(path);
  return existsSync(path) && !existsSync(join(folder, `${version}.${String(number + 1)}.sqlite`));
}

function partsOf(path: string) {
  const [, version = '', number] = /^([0-9a-z-]+)\.([0-9]+)\.sqlite$/.exec(basename(path)) ?? [];
  return { folder: dirname(path), version, number: Number(number) };
}

/** Whether nothing has been told to the file yet; of one that cannot be read, nobody knows. */
function isEmpty(path: string): boolean {
  return markOf(path)[0]?.position === 0;
}

/** How long a draft may lie untouched before it is taken for one that a crash left behind, in milliseconds. */
const patienceMs = 60_000;

/** A process that runs elsewhere on the same folder is known by what it writes, and by `keep` while it only reads. */
function isAtWork(draft: string): boolean {
  const { mtimeMs = 0, nlink = 0 } = statSync(draft, { throwIfNoEntry: false }) ?? {};
  // One that has another name was published, before a crash left its old name behind.
  return nlink === 1 && Date.now() - mtimeMs < patienceMs;
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
