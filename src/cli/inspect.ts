import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { readBankFile, type BankFile, type BankFileOptions } from '../formats/bank-file.ts';
import type { BankLine } from '../formats/bank-line.ts';
import { heldOf } from '../formats/held-bytes.ts';
import { isFault, type Bytes } from '../formats/lines.ts';
import { builtInProfiles } from '../formats/profiles/built-in.ts';
import type { Profile } from '../formats/profiles/profile.ts';
import { readProfile } from '../formats/profiles/read-profile.ts';
import { bankFormats, type BankFormat } from '../formats/which-format.ts';
import type { Exit } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { fileInWords } from './inspected-in-words.ts';
import { isSet, textOf, type Asked, type Options } from './verb.ts';
import type { World } from './world.ts';

/** `restitution inspect`: what a file says, and whether it proves. */
export async function inspect({ args, options }: Asked, world: World): Promise<Exit> {
  const read = await optionsIn(options);
  const open = await openerOf(args[0] ?? '', world);
  const file = await readBankFile(open, read);
  const write = isSet(options, 'json') ? asJson : fileInWords;
  for await (const text of write(file, linesOf(file, world), world)) await world.stdout.write(text);
  if (world.interrupted.aborted) return 'interrupted';
  return file.isGood ? 'fine' : 'rejected';
}

async function* linesOf(file: BankFile, world: World): AsyncGenerator<BankLine> {
  if (!file.isGood) return;
  for await (const each of file.lines()) {
    if (world.interrupted.aborted || world.stdout.isClosed) return;
    if (!isFault(each)) yield each;
    else throw new Failure('rejected', 'The file changed while it was read.', 'Inspect it again.');
  }
}

/** One JSON document, written line by line, so that a file of any length can be. */
async function* asJson(file: BankFile, lines: AsyncIterable<BankLine>): AsyncGenerator<string> {
  const { digest, byteCount, format = null, proof = null } = file;
  const faults = file.isGood
    ? { faults: [], faultCount: 0 }
    : { faults: file.faults, faultCount: file.faultCount };
  const about = JSON.stringify({ isGood: file.isGood, format, digest, byteCount, proof, ...faults });
  yield `${about.slice(0, -1)},"lines":[`;
  let isFirst = true;
  for await (const line of lines) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(line)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n'}]}\n`;
}

/** A file of a disk is opened as often as it is read; what comes by standard input is held. */
export async function openerOf(name: string, world: World): Promise<() => Bytes> {
  if (name !== '-') {
    if (!(await stat(name)).isFile()) {
      throw new Failure('rejected', `${name} is no file.`, 'Name a file, or - for standard input.');
    }
    return () => createReadStream(name);
  }
  const held = await heldOf(world.stdin);
  if (held !== undefined) return () => held;
  throw new Failure(
    'rejected',
    'More than 64 MiB came by standard input.',
    'Put it into a file, and name that.',
  );
}

/** How a file is to be read, by the options. @throws Failure */
export async function optionsIn(options: Options): Promise<BankFileOptions> {
  const [profile, format, encoding] = ['profile', 'format', 'encoding'].map((name) => textOf(options, name));
  if (format !== undefined && !bankFormats.includes(format as BankFormat)) {
    throw new Failure('usage', 'There is no such format.', `Write one of ${bankFormats.join(', ')}.`);
  }
  if (encoding !== undefined && encoding !== 'UTF-8' && encoding !== 'WINDOWS-1252') {
    throw new Failure('usage', 'There is no such encoding.', 'Write UTF-8 or WINDOWS-1252.');
  }
  if (format === 'table' && profile === undefined) {
    throw new Failure(
      'usage',
      'A table needs a profile.',
      `Write --profile and ${namesOfProfiles()}, or a file.`,
    );
  }
  const found = profile === undefined ? undefined : await profileOf(profile);
  return { profile: found, format: format as BankFormat | undefined, encoding };
}

async function profileOf(name: string): Promise<Profile> {
  const found = builtInProfiles.find(({ profile }) => profile === name);
  if (found !== undefined) return found;
  if (/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new Failure('usage', 'There is no such profile.', `Write ${namesOfProfiles()}, or name a file.`);
  }
  const read = readProfile(await readFile(name, 'utf8'));
  if (!('faults' in read)) return read;
  const [first] = read.faults;
  const where = first?.column === undefined || first.column === '' ? '' : ` at ${first.column}`;
  throw new Failure('rejected', `The profile cannot be used${where}.`, first?.message ?? 'Write it again.');
}

function namesOfProfiles(): string {
  return builtInProfiles.map(({ profile }) => profile).join(', ');
}
