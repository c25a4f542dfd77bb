import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankFile, type BankFile, type BankFileOptions } from '../../src/formats/bank-file.ts';
import type { BankLine } from '../../src/formats/bank-line.ts';
import { isFault } from '../../src/formats/lines.ts';
import { builtInProfiles } from '../../src/formats/profiles/built-in.ts';
import type { Profile } from '../../src/formats/profiles/profile.ts';

/** The files of a folder below `ok` or `not-ok` that end so: each its name and its bytes. */
export function filesIn(folder: string, ending = ''): readonly (readonly [string, Buffer])[] {
  const path = join(import.meta.dirname, folder);
  const names = readdirSync(path).filter((name) => name.endsWith(ending) && !name.endsWith('.told'));
  return names.sort().map((name) => [name, readFileSync(join(path, name))]);
}

/** Reads bytes that are all there. */
export function readBytes(bytes: Uint8Array | string, options: BankFileOptions = {}): Promise<BankFile> {
  return readBankFile(() => [Buffer.from(bytes)], options);
}

/** The profile that is built in under this name. */
export function builtIn(name: string): Profile {
  const found = builtInProfiles.find(({ profile }) => profile === name);
  if (found === undefined) throw new Error(`no profile ${name}`);
  return found;
}

/** The lines of a file; an error where it has none to give. */
export async function linesIn(file: BankFile): Promise<readonly BankLine[]> {
  if (!file.isGood) throw new Error(JSON.stringify(file.faults.slice(0, 5)));
  const lines: BankLine[] = [];
  for await (const each of file.lines()) {
    if (isFault(each)) throw new Error(each.message);
    lines.push(each);
  }
  return lines;
}

/** The rules that a file breaks, each once, in the order in which they were found; none where it is good. */
export function rulesOf(file: BankFile): readonly string[] {
  return file.isGood ? [] : [...new Set(file.faults.map(({ rule }) => rule))];
}

/** A file in words, as it is compared with what was written down beside it: the proof, then a line for each line. */
export async function told(file: BankFile): Promise<string> {
  const lines = await linesIn(file);
  if (!file.isGood) return '';
  const { verdict, checked, credits, debits, accounts } = file.proof;
  const proof = `${file.format} ${verdict} of ${checked} totals, ${credits} in, ${debits} out`;
  const balances = accounts.map(
    ({ account, currency, opening = '?', closing = '?', unexplained = '?' }) =>
      `  account ${account} ${currency}: ${opening} to ${closing}, ${unexplained} unexplained`,
  );
  return [proof, ...balances, ...lines.map(lineInWords), ''].join('\n');
}

function lineInWords(line: BankLine): string {
  const { evidence, kind, direction, amount, currency, references, party } = line;
  const place = `${evidence.line}-${evidence.endLine} ${evidence.byte}-${evidence.endByte}`;
  const days = `${line.bookedOn ?? '-'} ${line.valuedOn ?? '-'}`;
  const named = Object.entries(references).flatMap(([role, text]) =>
    text === undefined ? [] : [`${role}=${text}`],
  );
  const who = [party?.name, party?.account, party?.routing].filter((each) => each !== undefined).join('/');
  const why = [line.reason, line.code, line.account, who, line.remittance]
    .map((each) => each ?? '')
    .join(' | ');
  return `  ${place} ${kind} ${direction} ${amount} ${currency} ${days} ${named.join(' ')} | ${why}`.trimEnd();
}
