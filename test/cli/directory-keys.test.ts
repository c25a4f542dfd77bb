import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { makeKeyFile, readKeyFile } from '../../src/store/eventstoredb-directory/key-file.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { startEventStoreDb, type TestServer } from '../support/eventstoredb/eventstoredb.ts';
import { jsonLines, temporaryFolder } from './small-world.ts';

const registered = (caseId: string, label: string): string =>
  jsonLines([{ command: 'RegisterCase', caseId, on: '2024-01-02', label }]);

describe('labels of a cluster', () => {
  const folder = temporaryFolder();
  const keyFile = directoryKeyIn(folder.path);
  let server: TestServer;

  beforeAll(async () => {
    server = await startEventStoreDb();
  });

  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  const at =
    (place: string, env: Occasion['env'] = {}) =>
    (words: readonly string[], stdin = ''): Promise<Ran> =>
      run([...words, '--data', join(folder.path, place)], {
        openHouse,
        stdin,
        env: {
          RESTITUTION_EVENTSTORE_URL: server.connectionString,
          RESTITUTION_DIRECTORY_KEY_FILE: keyFile,
          ...env,
        },
      });

  test('that one node takes in are known to the others, which relabel and forget them', async () => {
    const [one, other] = [at('one'), at('other')];
    expect((await one(['apply', '-'], registered('c-1', '1:24-cr-00001'))).exitCode).toBe(0);
    const taken = await other(['apply', '-', '--json'], registered('c-2', '1:24-cr-00001'));
    expect([taken.exitCode, taken.stdout]).toEqual([3, expect.stringContaining('label-taken')]);
    expect((await other(['timeline', '--case', '1:24-cr-00001'])).stdout).toContain('1:24-cr-00001');

    expect((await other(['relabel', 'c-1', '1:24-cr-00011'])).exitCode).toBe(0);
    expect((await one(['timeline', '--case', '1:24-cr-00001'])).exitCode).toBe(4);
    expect((await one(['timeline', '--case', '1:24-cr-00011'])).exitCode).toBe(0);
    const forgotten = await one(['forget', 'c-1', '--yes']);
    expect([forgotten.exitCode, forgotten.stdout]).toEqual([0, expect.stringContaining('scavenged')]);
    expect((await other(['relabel', 'c-1', '1:24-cr-00001'])).stderr).toContain('label-forgotten');
    expect((await other(['verify'])).exitCode).toBe(0);
  });

  test.each([
    ['without a key', '', 'restitution directory-key --to'],
    ['with a key file that is not there', 'nowhere.key', 'cannot be read'],
    ['with the key of another cluster', 'another.key', 'begun with another key'],
  ])('are not taken in %s: the program ends and says how a key is had', async (_, name, said) => {
    if (name === 'another.key') makeKeyFile(join(folder.path, name));
    const ran = await at('keyless', {
      RESTITUTION_DIRECTORY_KEY_FILE: name === '' ? undefined : join(folder.path, name),
    })(['apply', '-'], registered('c-3', '1:24-cr-00003'));
    expect([ran.exitCode, ran.stderr]).toEqual([78, expect.stringContaining(said)]);
  });

  test('can be sealed with another key, and the key before it is needed no more', async () => {
    expect((await at('one')(['apply', '-'], registered('c-4', '1:24-cr-00004'))).exitCode).toBe(0);
    const both = join(folder.path, 'both.key');
    makeKeyFile(both, readKeyFile(keyFile));
    const [, first = '', second = ''] = readFileSync(both, 'utf8').split('\n');
    const [turned, last] = [
      folder.write('turned.key', `${second}\n${first}\n`),
      folder.write('last.key', `${second}\n`),
    ];
    for (const file of [turned, last]) chmodSync(file, 0o600);
    const resealed = await at('one', { RESTITUTION_DIRECTORY_KEY_FILE: turned })([
      'directory-reseal',
      '--json',
    ]);
    expect(resealed.exitCode).toBe(0);
    expect(JSON.parse(resealed.stdout)).toEqual({ sealed: expect.any(Number) });
    const shown = await at('new', { RESTITUTION_DIRECTORY_KEY_FILE: last })([
      ...['timeline', '--case', '1:24-cr-00004'],
    ]);
    expect([shown.exitCode, shown.stdout]).toEqual([0, expect.stringContaining('1:24-cr-00004')]);
  });

  test('are sealed there alone: the directory of one machine has no keys', async () => {
    const ran = await run(['directory-reseal', '--data', join(folder.path, 'alone')], { openHouse });
    expect([ran.exitCode, ran.stderr]).toEqual([4, expect.stringContaining('no keys')]);
  });
});

describe('restitution directory-key', () => {
  const asked: (readonly [string, string | undefined])[] = [];
  const made = (words: string): Promise<Ran> =>
    run(words.split(' '), {
      openHouse,
      makeDirectoryKey: (file, before) => {
        asked.push([file, before]);
        return Promise.resolve();
      },
    });

  test('makes a key where it is told to, behind others where that is wanted', async () => {
    const plain = await made('directory-key --to directory.key');
    expect([plain.exitCode, plain.stdout]).toEqual([0, expect.stringContaining('keep a copy')]);
    expect((await made('directory-key --from one.key --to two.key --json')).stdout).toBe(
      '{"file":"two.key"}\n',
    );
    expect(asked).toEqual([
      ['directory.key', undefined],
      ['two.key', 'one.key'],
    ]);
  });

  test('asks where the key is to go', async () => {
    expect((await made('directory-key')).exitCode).toBe(2);
  });

  test('does not make one over another, or in a folder that is not there, and says which of them it is', async () => {
    const folder = temporaryFolder();
    const file = directoryKeyIn(folder.path);
    const before = readFileSync(file, 'utf8');
    const makeDirectoryKey = async (to: string): Promise<void> => makeKeyFile(to);
    const over = await run(['directory-key', '--to', file], { openHouse, makeDirectoryKey });
    expect([over.exitCode, over.stdout, over.stderr]).toEqual([
      ...[5, ''],
      `No key was made: ${file} is there already.\nChoose another name; a key is never written over.\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe(before);
    const nowhere = join(folder.path, 'nowhere', 'directory.key');
    const lost = await run(['directory-key', '--to', nowhere], { openHouse, makeDirectoryKey });
    expect([lost.exitCode, lost.stderr]).toEqual([
      4,
      expect.stringContaining('Correct the name of the file'),
    ]);
    folder.remove();
  });

  test('says in its help how it can end', async () => {
    const { stdout } = await made('directory-key --help');
    for (const code of ['4', '5']) expect(stdout).toMatch(new RegExp(`^ +${code} +\\w`, 'm'));
  });
});
