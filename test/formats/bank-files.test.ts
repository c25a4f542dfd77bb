import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BankFileOptions } from '../../src/formats/bank-file.ts';
import { faultRules } from '../../src/formats/fault.ts';
import { readProfile } from '../../src/formats/profiles/read-profile.ts';
import { builtIn, filesIn, readBytes, rulesOf, told } from './bank-reading.ts';

/** Each folder of examples, and how its files are read where their names do not say so. */
const folders: readonly (readonly [string, (name: string) => BankFileOptions])[] = [
  ['ach', () => ({})],
  ['bai2', (name) => (name.startsWith('record-misplaced') ? { format: 'bai2' } : {})],
  ['camt', () => ({})],
  ['cir', () => ({})],
  ['tables', (name) => ({ profile: builtIn(name.replace(/--.*$/, '')) })],
];

const goldenOf = (folder: string, name: string): string =>
  readFileSync(join(import.meta.dirname, 'ok', folder, `${name}.told`), 'utf8');

describe.each(folders)('%s: a file that is whole', (folder, optionsFor) => {
  test.each(filesIn(`ok/${folder}`))('%s is read as it was written down', async (name, bytes) => {
    expect(await told(await readBytes(bytes, optionsFor(name)))).toBe(goldenOf(folder, name));
  });

  test.each(filesIn(`ok/${folder}`))('%s is the same wherever its bytes are cut', async (name, bytes) => {
    const options = optionsFor(name);
    const expected = await told(await readBytes(bytes, options));
    for (const size of [1, 7, 95]) {
      const { readBankFile } = await import('../../src/formats/bank-file.ts');
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect(await told(await readBankFile(() => pieces, options))).toBe(expected);
    }
  });
});

describe.each(folders)('%s: a file that is not', (folder, optionsFor) => {
  test.each(filesIn(`not-ok/${folder}`))('%s gives no line, and says why', async (name, bytes) => {
    const file = await readBytes(bytes, optionsFor(name));
    const rule = name.replace(/\.[a-z0-9]+$/, '').split('--')[folder === 'tables' ? 1 : 0];
    expect(faultRules).toContain(rule);
    expect(rulesOf(file)[0]).toBe(rule);
    expect(file.isGood).toBe(false);
  });
});

describe('a profile from a file', () => {
  test.each(filesIn('ok/profiles', '.profile'))('%s reads the table beside it', async (name, text) => {
    const profile = readProfile(text.toString('utf8'));
    if ('faults' in profile) throw new Error(JSON.stringify(profile.faults));
    const table = readFileSync(join(import.meta.dirname, 'ok/profiles', name.replace(/\.profile$/, '.csv')));
    expect(await told(await readBytes(table, { profile }))).toBe(goldenOf('profiles', name));
  });

  test.each(filesIn('not-ok/profiles', '.profile'))('%s is none, and says where and why', (name, text) => {
    const reading = readProfile(text.toString('utf8'));
    const faults = 'faults' in reading ? reading.faults : [];
    expect(faults.map(({ rule }) => rule)).toContain(name.replace(/\.profile$/, '').split('--')[0]);
  });
});
