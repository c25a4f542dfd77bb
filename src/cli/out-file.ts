import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { isSet, textOf, type Options } from './verb.ts';

/** A file that is to be made: its path, and whether one that is there may be written over. */
export interface OutFile {
  readonly path: string;
  readonly isForced: boolean;
}

/** The file that `--out` names; undefined where it names none. */
export function outFileOf(options: Options): OutFile | undefined {
  const path = textOf(options, 'out');
  return path === undefined ? undefined : { path, isForced: isSet(options, 'force') };
}

/** The ending of its name, in small letters and without the point; '' where it has none. */
export function endingOf({ path }: OutFile): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** @throws Failure where the file is there, and nobody said that it may go */
export async function expectRoom({ path, isForced }: OutFile): Promise<void> {
  if (isForced || (await stat(path).catch(() => undefined)) === undefined) return;
  throw isThere(path);
}

/**
 * Makes a file: written beside its place, on the disk before it bears its name, readable by its owner alone. So nobody ever
 * finds half of it, and one that came up meanwhile is not written over.
 *
 * @throws Failure where it is there, and nobody said that it may go
 */
export async function makeFile(
  { path, isForced }: OutFile,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const draft = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await write(draft, bytes);
    if (isForced) await rename(draft, path);
    else await link(draft, path).catch(asThere(path));
    await syncFolder(dirname(path));
  } finally {
    await rm(draft, { force: true });
  }
}

async function write(draft: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
}

function asThere(path: string): (thrown: unknown) => never {
  return (thrown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw isThere(path);
    throw thrown;
  };
}

function isThere(path: string): Failure {
  return new Failure(
    'conflict',
    `${path} is there already.`,
    'Name another file, or add --force to write over it.',
  );
}
