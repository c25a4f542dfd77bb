import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { run, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { root } from '../house/source.ts';
import { jsonLines, opening, payment, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const whole = join(folder.path, 'whole');
const temporary = join(folder.path, 'temporary');

const restitution = (data: string, words: string, stdin = ''): Promise<Ran> =>
  run([...words.split(' '), '--data', data], { openHouse, stdin });

const rights = (path: string, files: number, folders: number): void => {
  const isFolder = statSync(path).isDirectory();
  if (isFolder) chmodSync(path, 0o755);
  if (isFolder) for (const name of readdirSync(path)) rights(join(path, name), files, folders);
  chmodSync(path, isFolder ? folders : files);
};

let copies = 0;

/** A copy of a ledger's folder, or of some of its files, that can be read and not written. */
function readOnlyCopy(files: readonly string[] = readdirSync(whole)): string {
  const data = join(folder.path, `copy-${String((copies += 1))}`);
  for (const file of files) cpSync(join(whole, file), join(data, file), { recursive: true });
  rights(data, 0o444, 0o555);
  return data;
}

/** What the program answers to somebody with no rights but to read, in a process of its own. */
function readOnly(asked: readonly (readonly [data: string, words: string])[]): readonly Ran[] {
  const reader = fileURLToPath(new URL('./reader.ts', import.meta.url));
  const program = [join(root, 'bench/support/run.mjs'), reader, JSON.stringify(asked)];
  const env = { ...process.env, TMPDIR: temporary };
  const { stdout, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8', env });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly Ran[];
}

beforeAll(async () => {
  chmodSync(folder.path, 0o755);
  mkdirSync(temporary);
  chmodSync(temporary, 0o777);
  await restitution(whole, 'apply -', jsonLines([...opening, payment('1', '100.00')]));
  await restitution(whole, 'victim v-1');
});

afterAll(() => {
  rights(folder.path, 0o644, 0o755);
  folder.remove();
});

(process.platform === 'win32' ? describe.skip : describe)('a folder that cannot be written', () => {
  const questions = ['verify', 'head', 'victim v-1', 'timeline --json', 'trial-balance', 'policy list'];

  test('answers as one that can, and nothing is left of how', async () => {
    const asked = questions.map((words) => [readOnlyCopy(), words] as const);
    const answers = readOnly(asked);
    for (const [at, words] of questions.entries()) {
      expect([words, answers[at]]).toEqual([words, await restitution(whole, words)]);
    }
    expect(readdirSync(temporary)).toEqual([]);
    for (const [data] of asked) expect(readdirSync(data).sort()).toEqual(readdirSync(whole).sort());
  });

  test('answers from the log alone, and with what SQLite has not yet written into the file', async () => {
    const alone = readOnlyCopy(['ledger.sqlite']);
    const house = await openHouse({ folder: whole });
    const running = readOnlyCopy(['ledger.sqlite', 'ledger.sqlite-wal']);
    await house.close();
    expect(
      readOnly([
        [alone, 'victim v-1'],
        [running, 'head'],
      ]),
    ).toEqual([await restitution(whole, 'victim v-1 --no-labels'), await restitution(whole, 'head')]);
  });

  test('is told nothing, and says why, and what to do', () => {
    const told = [
      ...['apply -', 'policy set P-19 NO_REINSTATEMENT --on 2026-03-02', 'rebuild', 'serve --port 0'],
      // Not done in a copy of the labels either, and said to be done.
      ...['forget v-1 --yes', 'relabel v-1 Doe-2'],
    ];
    const asked = told.map((words) => [readOnlyCopy(), words] as const);
    for (const [at, { exitCode, stdout, stderr }] of readOnly(asked).entries()) {
      expect([exitCode, stdout]).toEqual([78, '']);
      expect(stderr).toBe(
        `There is no right to write here: ${asked[at]?.[0] ?? ''} cannot be written to.\n` +
          'Ask for the right to it, or name another folder with --data. Questions, `verify` and `head` need no such right.\n',
      );
    }
  });

  test('is none to make a ledger in', () => {
    const [made] = readOnly([[join(readOnlyCopy(['ledger.sqlite']), 'below', 'deeper'), 'apply -']]);
    expect(made).toMatchObject({
      exitCode: 78,
      stderr: expect.stringContaining('There is no right to write here: '),
    });
  });
});

describe('a backup that is made while the ledger runs', () => {
  test.each<readonly [string, (db: Database.Database, to: string) => unknown]>([
    ['.backup', (db, to) => db.backup(to)],
    ['VACUUM INTO', (db, to) => db.prepare('VACUUM INTO ?').run(to)],
  ])('by %s verifies, with the head that was written down', async (name, back) => {
    const data = join(folder.path, `backup-${name.replaceAll(/\W/g, '')}`);
    mkdirSync(data);
    const house = await openHouse({ folder: whole });
    for (const file of ['ledger.sqlite', 'directory.sqlite']) {
      const db = new Database(join(whole, file));
      await back(db, join(data, file));
      db.close();
    }
    await house.close();
    const head = (await restitution(whole, 'head')).stdout.trim();
    expect((await restitution(data, `verify --head ${head}`)).exitCode).toBe(0);
    expect(await restitution(data, 'victim v-1')).toEqual(await restitution(whole, 'victim v-1'));
  });
});
