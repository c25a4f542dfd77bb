/** The file with the keys of the directory: text, one key a line, and its owner's alone. */
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** A key from which others are derived; nothing is sealed with it itself. */
export interface DirectoryKey {
  /** By which a record says which key opens it, 1 to 65535. */
  readonly number: number;
  /** 32 of them. */
  readonly bytes: Buffer;
}

/** The keys that were given, or that none was, cannot be used; the message says why and what to do, and holds no key. */
export class DirectoryKeyRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'DirectoryKeyRefused';
  }
}

/** A key is to be made where a file is already: a key that is written over is lost, and what it sealed with it. */
class KeyFileThere extends Error {
  constructor(path: string) {
    super(`${path} is there already`);
    this.name = 'KeyFileThere';
  }
}

/**
 * The keys in the file, of which the first seals and all open.
 *
 * @throws DirectoryKeyRefused where it cannot be read, others may read it, or it does not hold keys
 */
export function readKeyFile(path: string): readonly DirectoryKey[] {
  const lines = ownTextOf(path).split('\n');
  const keys = lines.flatMap((line, at) => (isComment(line) ? [] : [keyIn(line, `${path}, line ${at + 1}`)]));
  if (keys.length === 0) throw new DirectoryKeyRefused(`${path} holds no key; ${howToMake}`);
  const numbers = new Set(keys.map(({ number }) => number));
  if (numbers.size < keys.length)
    throw new DirectoryKeyRefused(`${path} holds two keys of the same number; take one of them out`);
  return keys;
}

/**
 * The path of the key file that was named: no label reaches a server unsealed, or is kept where the other nodes miss it.
 *
 * @throws DirectoryKeyRefused where none was
 */
export function namedKeyFile(path: string | undefined): string {
  if (path !== undefined) return path;
  throw new DirectoryKeyRefused(
    `labels stand on the server sealed, and RESTITUTION_DIRECTORY_KEY_FILE names no key; ${howToMake}`,
  );
}

/**
 * Makes a file with a new key, and behind it those that are to be kept: a directory is first given keys to open, then one
 * to seal.
 *
 * @param before the keys of another file, in their order, of which the first goes on sealing
 * @throws KeyFileThere where there is a file already, and DirectoryKeyRefused where no more keys can be
 */
export function makeKeyFile(path: string, before: readonly DirectoryKey[] = []): void {
  const number = Math.max(0, ...before.map((key) => key.number)) + 1;
  if (number > greatestNumber) throw new DirectoryKeyRefused('there is no greater number for another key');
  const keys = [...before, { number, bytes: randomBytes(keyLength) }];
  const text = [heading, ...keys.map((key) => `${key.number} ${key.bytes.toString('hex')}`), ''].join('\n');
  const file = opened(path);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** How a key is made, for messages. */
const howToMake = 'make one with: restitution directory-key --to <file>';

function opened(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new KeyFileThere(path);
  }
}

/** The same file is looked at and read: another cannot be put in its place between the two. */
function ownTextOf(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new DirectoryKeyRefused(`${path} cannot be read (${code}); ${howToMake}`);
  }
  try {
    const { mode } = fstatSync(file);
    if ((mode & ofOthers) !== 0)
      throw new DirectoryKeyRefused(
        `${path} may be read or written by others than its owner: chmod 600 ${path}`,
      );
    return readFileSync(file, 'latin1');
  } finally {
    closeSync(file);
  }
}

function isComment(line: string): boolean {
  return line.trim() === '' || line.startsWith('#');
}

function keyIn(line: string, place: string): DirectoryKey {
  const [, digits, hex] = /^([1-9][0-9]{0,4}) ([0-9a-f]{64})$/.exec(line.trim()) ?? [];
  const number = Number(digits);
  if (hex === undefined || number > greatestNumber)
    throw new DirectoryKeyRefused(
      `${place} holds no key: a number from 1 to ${greatestNumber}, a space, and ${keyLength * 2} digits of 0 to 9 and a to f`,
    );
  return { number, bytes: Buffer.from(hex, 'hex') };
}

const heading =
  '# Keys of a directory of labels. The first seals what is written, each opens what it has sealed. Keep a copy elsewhere.';
const keyLength = 32;
const greatestNumber = 65_535;
/** What a file's mode grants to its group and to everybody. */
const ofOthers = 0o077;
