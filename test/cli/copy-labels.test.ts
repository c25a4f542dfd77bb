import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Movers } from '../../src/application/moving.ts';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import { movers } from '../../src/move-house.ts';
import { openHouse } from '../../src/open-house.ts';
import type { CopiedDirectory, Directory } from '../../src/store/directory.ts';
import { SqliteDirectory } from '../../src/store/directory/sqlite-directory.ts';
import { openEventStoreDbDirectory } from '../../src/store/eventstoredb-directory/eventstoredb-directory.ts';
import { makeKeyFile } from '../../src/store/eventstoredb-directory/key-file.ts';
import { closingOf } from '../../src/store/sqlite-log/closing.ts';
import { contentsOf } from '../store/directory.contract.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { startEventStoreDb, type TestServer } from '../support/eventstoredb/eventstoredb.ts';
import { jsonLines, opening, payment, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const keyFile = directoryKeyIn(folder.path);
let places = 0;
let server: TestServer;
const newPlace = (): string => join(folder.path, String((places += 1)));

beforeEach(async () => {
  server = await startEventStoreDb();
});

afterEach(() => server.stop());
afterAll(() => folder.remove());

const restitution = (words: string, given: Partial<Occasion> = {}): Promise<Ran> =>
  run(words.split(' '), { openHouse, movers: () => Promise.resolve(movers), ...given });

const env = (key = keyFile): Record<string, string> => ({
  ...{ RESTITUTION_EVENTSTORE_URL: server.connectionString, RESTITUTION_DIRECTORY_KEY_FILE: key },
});

const onServer = (words: string, given: Partial<Occasion> = {}): Promise<Ran> =>
  restitution(words, { env: env(), ...given });

const stdin = (number: string): Partial<Occasion> => ({ stdin: jsonLines([payment(number, '1.00')]) });

/** So many victims, each with a label. */
const victims = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ command: 'RegisterVictim', victimId: `v-${String(n + 2)}`, on: '2024-01-02' },
    label: `Doe ${String(n + 2)}`,
  }));

/** A ledger with labels in a folder. */
async function aLedger(more: readonly object[] = []): Promise<string> {
  const data = newPlace();
  const commands = jsonLines([...opening, ...more]);
  expect((await restitution(`apply - --data ${data}`, { stdin: commands })).exitCode).toBe(0);
  return data;
}

/** All that is held in the file of a folder. */
async function labelsIn(data: string): Promise<unknown> {
  const directory = new SqliteDirectory(join(data, 'directory.sqlite'));
  const all = await contentsOf(directory);
  await directory.close();
  return all;
}

async function onDirectoryOf(keys: string, act: (directory: Directory) => Promise<unknown>): Promise<void> {
  const { connectionString } = server;
  const directory = await openEventStoreDbDirectory({ connectionString, keyFile: keys });
  await act(directory);
  await directory.close();
}

/** What a move that was done tells of them in its document. */
const labelsOf = (document: string): CopiedDirectory =>
  (JSON.parse(document) as { labels: CopiedDirectory }).labels;

const sealedLabels = (): number =>
  server.log.all.filter(({ stream }) => stream.startsWith('Directory-i.')).length;

/** Stops a move once some labels were brought, in a turn of its own, as Ctrl+C does. */
function stoppedAmongLabels(): Partial<Occasion> {
  const stopped = new AbortController();
  const stopping: Movers = {
    ...movers,
    move: (from, to, told) =>
      movers.move(from, to, (step, done, of) => {
        if (step === 'labelled' && done > 0) setImmediate(() => stopped.abort());
        told(step, done, of);
      }),
  };
  return { movers: () => Promise.resolve(stopping), interrupted: stopped.signal };
}

describe('the labels of a ledger that moves', () => {
  test.each([
    [
      'that cannot be read',
      7,
      'The directory of labels is damaged',
      (data: string) => {
        writeFileSync(join(data, 'directory.sqlite'), 'x'.repeat(8_192));
        return newPlace();
      },
    ],
    [
      'for which nothing can be written',
      78,
      'There is no right to write here',
      () => {
        const to = newPlace();
        mkdirSync(join(to, 'directory.sqlite.arriving'), { recursive: true });
        return to;
      },
    ],
  ])('to another folder, and %s, are seen to before the old log is closed', async (_, code, said, spoil) => {
    const data = await aLedger();
    const to = spoil(data);
    const { exitCode, stderr } = await restitution(`copy --from sqlite:${data} --to sqlite:${to}`);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(closingOf(join(data, 'ledger.sqlite'))).toBeUndefined();
  });

  test('go sealed into the directory of a cluster, and come back; what was forgotten stays so', async () => {
    const [data, node, back] = [await aLedger(victims(3)), newPlace(), newPlace()];
    expect((await restitution(`forget v-3 --yes --data ${data}`)).exitCode).toBe(0);
    const before = await labelsIn(data);
    const there = await onServer(`copy --from sqlite:${data} --to eventstore --json`);
    expect([there.exitCode, labelsOf(there.stdout)]).toEqual([
      0,
      { entered: 4, known: 0, forgotten: 1, refused: [] },
    ]);
    const onTheServer = server.log.all.map((event) => Buffer.from(event.data).toString('latin1')).join('');
    expect(onTheServer).not.toContain('Doe');
    expect((await onServer(`victim v-1 --data ${node}`)).stdout).toContain('Doe 1');
    expect((await onServer(`relabel v-2 Doe-2 --data ${node}`)).exitCode).toBe(0);
    expect((await onServer(`relabel v-3 Doe-3 --data ${node}`)).exitCode).toBe(5);

    const again = await onServer(`copy --from eventstore --to sqlite:${back} --json`);
    expect([again.exitCode, labelsOf(again.stdout)]).toEqual([
      0,
      { entered: 4, known: 0, forgotten: 1, refused: [] },
    ]);
    expect(await labelsIn(back)).toEqual(JSON.parse(JSON.stringify(before).replace('Doe 2', 'Doe-2')));
    expect((await restitution(`victim v-1 --data ${back}`)).stdout).toContain('Doe 1');
    // The old place still forgets.
    expect((await onServer(`forget v-1 --yes --data ${node}`)).exitCode).toBe(0);
    expect((await onServer(`victim v-1 --data ${node}`)).stdout).not.toContain('Doe 1');
    const done = await onServer(`copy --from eventstore --to sqlite:${back} --json`);
    expect([done.exitCode, labelsOf(done.stdout)]).toEqual([0, null]);
  });

  test('without a key nothing is moved, and it is said how to make one', async () => {
    const [data, fresh] = [await aLedger(), newPlace()];
    const keyless = { env: { RESTITUTION_EVENTSTORE_URL: server.connectionString } };
    for (const words of [
      `--from sqlite:${data} --to eventstore`,
      `--from sqlite:${data} --to ${server.connectionString}`,
      `--from eventstore --to sqlite:${fresh}`,
    ]) {
      const { exitCode, stderr } = await restitution(`copy ${words}`, keyless);
      expect([exitCode, stderr]).toEqual([78, expect.stringContaining('restitution directory-key --to')]);
    }
    expect(server.log.all).toEqual([]);
    expect((await restitution(`apply - --data ${data}`, stdin('1'))).exitCode).toBe(0);
  });

  test('with another key than the directory of the cluster has, nothing is moved', async () => {
    const data = await aLedger();
    const other = join(folder.path, 'other.key');
    makeKeyFile(other);
    await onDirectoryOf(keyFile, (directory) => directory.put({ kind: 'victim', id: 'v-9', label: 'Doe 9' }));
    const words = `copy --from sqlite:${data} --to eventstore`;
    const { exitCode, stderr } = await onServer(words, { env: env(other) });
    expect([exitCode, stderr]).toEqual([78, expect.stringContaining('begun with another key')]);
    expect(server.log.eventsOf('Victim-v-1')).toEqual([]);
    expect((await restitution(`apply - --data ${data}`, stdin('1'))).exitCode).toBe(0);
    expect((await onServer(words)).exitCode).toBe(0);
  });

  test('are brought wholly to a server by the same command, where a move was stopped among them', async () => {
    const data = await aLedger(victims(60));
    const words = `copy --from sqlite:${data} --to eventstore --json`;
    expect((await onServer(words, stoppedAmongLabels())).exitCode).toBe(130);
    const before = sealedLabels();
    expect([before > 0, before < 62]).toEqual([true, true]);
    // Nobody takes it for whole meanwhile.
    expect((await onServer(`apply - --data ${newPlace()}`, stdin('1'))).exitCode).toBe(5);
    const { exitCode, stdout } = await onServer(words);
    const { entered, known, refused } = labelsOf(stdout);
    expect([exitCode, known, entered + known, refused]).toEqual([0, before, 62, []]);
    expect(sealedLabels()).toBe(62);
  });

  test('are brought wholly to a folder by the same command, where a move was stopped among them', async () => {
    const [data, fresh] = [await aLedger(victims(60)), newPlace()];
    expect((await onServer(`copy --from sqlite:${data} --to eventstore`)).exitCode).toBe(0);
    const words = `copy --from eventstore --to sqlite:${fresh} --json`;
    expect((await onServer(words, stoppedAmongLabels())).exitCode).toBe(130);
    expect((await restitution(`apply - --data ${fresh}`, stdin('1'))).exitCode).toBe(5);
    const { exitCode, stdout } = await onServer(words);
    const { entered, known } = labelsOf(stdout);
    expect([exitCode, known > 0, entered > 0, entered + known]).toEqual([0, true, true, 62]);
    expect(await labelsIn(fresh)).toEqual(await labelsIn(data));
  });

  test('that the new place has otherwise are told by their ids, and the move is done', async () => {
    const [data, fresh] = [await aLedger(victims(2)), newPlace()];
    await onDirectoryOf(keyFile, async (directory) => {
      await directory.put({ kind: 'victim', id: 'v-1', label: 'Roe 1' });
      await directory.put({ kind: 'victim', id: 'v-77', label: 'Doe 2' });
      await directory.bar('v-3');
    });
    const there = await onServer(`copy --from sqlite:${data} --to eventstore`);
    expect([there.exitCode, there.stderr]).toEqual([6, '']);
    expect(there.stdout).toContain(
      'Labels: 1 brought, 0 there before, 0 ids forgotten, 3 refused.\n' +
        '  v-1 label-differs\n  v-2 label-taken\n  v-3 label-forgotten\n',
    );
    expect(there.stdout).toContain('2. See to the labels that were refused');
    expect(there.stdout).not.toMatch(/[DR]oe/);
    const node = newPlace();
    expect((await onServer(`relabel v-1 Doe-1 --data ${node}`)).exitCode).toBe(0);
    const named = jsonLines([{ ...opening[0], victimId: 'v-2', label: 'Doe-2' }]);
    expect((await onServer(`apply - --data ${node}`, { stdin: named })).exitCode).toBe(0);
    expect((await onServer(`victim v-2 --data ${node}`)).stdout).toContain('Doe-2');

    const directory = new SqliteDirectory(join(fresh, 'directory.sqlite'));
    await directory.put({ kind: 'case', id: 'c-1', label: '1:99-cr-00009' });
    await directory.close();
    const back = await onServer(`copy --from eventstore --to sqlite:${fresh} --json`);
    expect([back.exitCode, labelsOf(back.stdout).refused]).toEqual([
      6,
      [{ id: 'c-1', rule: 'label-differs' }],
    ]);
    expect((await restitution(`apply - --data ${fresh}`, stdin('1'))).exitCode).toBe(0);
  });

  test('of a folder are not written over those that another has, though it has no log', async () => {
    const [data, taken] = [await aLedger(), newPlace()];
    mkdirSync(taken);
    const theirs = new SqliteDirectory(join(taken, 'directory.sqlite'));
    await theirs.put({ kind: 'victim', id: 'v-2222', label: 'Roe 2' });
    await theirs.close();
    const { exitCode, stderr } = await restitution(`copy --from sqlite:${data} --to sqlite:${taken}`);
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining('it has directory.sqlite')]);
    expect(await labelsIn(taken)).toEqual([{ kind: 'victim', id: 'v-2222', label: 'Roe 2' }]);
    expect((await restitution(`apply - --data ${data}`, stdin('1'))).exitCode).toBe(0);
  });

  test('a ledger without labels moves without them', async () => {
    const data = newPlace();
    const commands = jsonLines([{ command: 'RegisterVictim', victimId: 'v-1', on: '2024-01-02' }]);
    await restitution(`apply - --data ${data}`, { stdin: commands });
    const nothing = { entered: 0, known: 0, forgotten: 0, refused: [] };
    const there = await onServer(`copy --from sqlite:${data} --to eventstore --json`);
    expect([there.exitCode, labelsOf(there.stdout)]).toEqual([0, nothing]);
    const back = await onServer(`copy --from eventstore --to sqlite:${newPlace()} --json`);
    expect([back.exitCode, labelsOf(back.stdout)]).toEqual([0, nothing]);
  });
});
