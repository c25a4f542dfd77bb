import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import { movers } from '../../src/move-house.ts';
import { openHouse } from '../../src/open-house.ts';
import { startEventStoreDb, type TestServer } from '../support/eventstoredb/eventstoredb.ts';
import { startCluster } from '../support/eventstoredb/cluster.ts';
import { LogDamaged } from '../../src/store/event-store.ts';
import { closingOf } from '../../src/store/sqlite-log/closing.ts';
import { bytesIn } from '../store/moving/places.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { jsonLines, opening, payment, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const keyFile = directoryKeyIn(folder.path);
let places = 0;
let server: TestServer;
const newPlace = (): string => join(folder.path, String((places += 1)));

beforeEach(async () => {
  server = await startEventStoreDb({ systemEvents: 5 });
});

afterEach(() => server.stop());
afterAll(() => folder.remove());

const restitution = (words: string, given: Partial<Occasion> = {}): Promise<Ran> =>
  run(words.split(' '), { openHouse, movers: () => Promise.resolve(movers), ...given });

const onNode = (url: string): Record<string, string> => ({
  ...{ RESTITUTION_EVENTSTORE_URL: url, RESTITUTION_DIRECTORY_KEY_FILE: keyFile },
});

/** On the node of a cluster. */
const onServer = (words: string, given: Partial<Occasion> = {}): Promise<Ran> =>
  restitution(words, { env: onNode(server.connectionString), ...given });

const stdin = (number: string): Partial<Occasion> => ({ stdin: jsonLines([payment(number, '1.00')]) });

/** A ledger with one order and one payment. */
async function aLedger(): Promise<string> {
  const data = newPlace();
  const commands = jsonLines([...opening, payment('1', '100.00')]);
  expect((await restitution(`apply - --data ${data}`, { stdin: commands })).exitCode).toBe(0);
  return data;
}

const headOf = async (data: string): Promise<string> =>
  (await restitution(`head --data ${data}`)).stdout.trim();

/** What was said of a closed ledger, but for the line that says so. */
function openly({ stderr, ...ran }: Ran): Ran {
  const closed = /^This ledger is closed: it moved to \S+, on \S+Z\. This is what it held\.\n/;
  expect(stderr).toMatch(closed);
  return { ...ran, stderr: stderr.replace(closed, '') };
}

describe('restitution copy', () => {
  test('moves a ledger to a server and back, and says what to do next; the head is the same', async () => {
    const [data, node, back] = [await aLedger(), newPlace(), newPlace()];
    const head = await headOf(data);
    const there = await onServer(`copy --from sqlite:${data} --to eventstore`);
    expect(there.stderr).toBe('');
    expect(there.stdout.split('\n')).toEqual([
      `The ledger moved to ${server.connectionString.replace(/\?.*/, '')}: 15 events, each byte as it was.`,
      `Old head ${head}, at sqlite:${data}`,
      expect.stringMatching(new RegExp(`^New head ${head}, read back from esdb://127`)),
      expect.stringMatching(/^Copied this time: 15 events\. The old log is closed since .*Z; it answers/),
      'Labels: 2 brought, 0 there before, 0 ids forgotten, 0 refused.',
      '',
      expect.stringMatching(
        /^1\. Set RESTITUTION_EVENTSTORE_URL to esdb:\/\/127.*\?tls=false, and start.*--data folder of its own and this RESTITUTION_DIRECTORY_KEY_FILE\.$/,
      ),
      expect.stringMatching(/^2\. What is to be forgotten from now on/),
      `3. Keep ${data} as a backup; it takes no more events.`,
      expect.stringMatching(/^4\. Read models are made anew by themselves/),
      '',
    ]);
    const shown = await onServer(`victim v-1 --data ${node}`);
    expect(shown).toEqual(openly(await restitution(`victim v-1 --data ${data}`)));
    expect((await onServer(`apply - --data ${node}`, stdin('2'))).exitCode).toBe(0);

    const again = await onServer(`copy --from eventstore --to sqlite:${back} --json`);
    expect(again.exitCode).toBe(0);
    const { oldHead, newHead, from, to } = JSON.parse(again.stdout);
    expect([from, to, newHead]).toEqual([expect.stringMatching(/^esdb:/), `sqlite:${back}`, oldHead]);
    expect((await restitution(`verify --head ${head} --data ${back}`)).exitCode).toBe(0);
    expect(bytesIn(join(back, 'ledger.sqlite')).slice(0, 15)).toEqual(bytesIn(join(data, 'ledger.sqlite')));
    expect((await restitution(`apply - --data ${back}`, stdin('3'))).exitCode).toBe(0);
    expect((await onServer(`apply - --data ${node}`, stdin('3'))).exitCode).toBe(5);
  });

  test('moves a ledger to another folder with its labels', async () => {
    const [data, fresh] = [await aLedger(), newPlace()];
    const { exitCode, stdout } = await restitution(`copy --from sqlite:${data} --to sqlite:${fresh}`);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Labels: 2 brought, ')]);
    expect(await restitution(`victim v-1 --data ${fresh}`)).toEqual(
      openly(await restitution(`victim v-1 --data ${data}`)),
    );
    expect((await restitution(`victim v-1 --data ${fresh}`)).stdout).toContain('Doe 1');
    expect(await headOf(fresh)).toBe(await headOf(data));
    expect(existsSync(join(fresh, 'arriving'))).toBe(false);
    expect((await restitution(`apply - --data ${fresh}`, stdin('2'))).exitCode).toBe(0);
    const twice = await restitution(`copy --from sqlite:${data} --to sqlite:${fresh}`);
    expect(twice).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/Copied this time: 0 events\.[^]*Labels: as they were brought/),
    });
  });

  test('documents move with the decisions that name them, to a server and back', async () => {
    const [data, node, back] = [newPlace(), newPlace(), newPlace()];
    const ids = Array.from({ length: 1_100 }, (_, n) => `v-${String(n + 1)}`);
    const register = ids.slice(1).map((victimId) => ({
      ...{ command: 'RegisterVictim', victimId, on: '2024-01-02' },
    }));
    const lines = ids.map((victimId) => ({ victimId, track: 'TRAFFICKING', amount: '3000.00' }));
    const commands = opening.map((each) =>
      'orderId' in each && 'lines' in each ? { ...each, lines } : each,
    );
    await restitution(`apply - --quiet --data ${data}`, { stdin: jsonLines([...register, ...commands]) });
    const shown = await restitution(`order o-1 --data ${data}`);
    expect([shown.exitCode, shown.stdout]).toEqual([0, expect.stringContaining('3,300,000.00')]);
    expect((await onServer(`copy --from sqlite:${data} --to eventstore`)).exitCode).toBe(0);
    expect(server.log.all.filter(({ stream }) => stream.startsWith('Schedule-'))).not.toEqual([]);
    expect(await onServer(`order o-1 --data ${node}`)).toEqual(shown);
    expect((await onServer(`verify --data ${node}`)).exitCode).toBe(0);
    expect((await onServer(`copy --from eventstore --to sqlite:${back}`)).exitCode).toBe(0);
    expect(await restitution(`order o-1 --data ${back}`)).toEqual(shown);
    expect(bytesIn(join(back, 'ledger.sqlite'))).toEqual(bytesIn(join(data, 'ledger.sqlite')));
  });

  test('an old ledger says where it has gone, and answers and verifies as before', async () => {
    const [data, fresh] = [await aLedger(), newPlace()];
    const asked = ['victim v-1', 'timeline', 'trial-balance', 'head', 'liabilities', 'policy list'];
    const answers = async (): Promise<Ran[]> => {
      const all: Ran[] = [];
      for (const words of asked) all.push(await restitution(`${words} --data ${data}`));
      return all;
    };
    const before = await answers();
    const running = await openHouse({ folder: data });
    await restitution(`copy --from sqlite:${data} --to sqlite:${fresh}`);
    const after = await answers();
    expect(after.map(openly)).toEqual(before);
    expect((await restitution(`verify --head ${await headOf(fresh)} --data ${data}`)).exitCode).toBe(0);
    expect((await restitution(`rebuild --data ${data}`)).exitCode).toBe(0);
    for (const words of ['apply -', 'serve', 'policy set P-19 REINSTATE --on 2026-03-02']) {
      const { exitCode, stdout, stderr } = await restitution(`${words} --data ${data}`, stdin('2'));
      expect([words, exitCode, stdout]).toEqual([words, 5, '']);
      expect(stderr).toMatch(
        /^This ledger takes nothing any more: it moved to sqlite:.* on 2.*Z, with the head /,
      );
      expect(stderr).toContain(`${fresh} on `);
      expect(stderr).toContain(await headOf(data));
    }
    expect((await restitution(`relabel v-1 Doe-2 --data ${data}`)).exitCode).toBe(5);
    expect((await restitution(`forget v-1 --yes --data ${data}`)).exitCode).toBe(0);
    // A process that had it open before is told the same.
    const refused = running.directory.relabel({ kind: 'case', id: 'c-1', label: 'other' });
    await expect(refused).rejects.toThrow('it moved to');
    await running.catchUp();
    await running.close();
    const copied = newPlace();
    cpSync(data, copied, { recursive: true });
    expect((await restitution(`apply - --data ${copied}`, stdin('2'))).exitCode).toBe(5);
  });

  test('the nodes of a cluster say where the ledger has gone, and answer and verify as before', async () => {
    const [node, fresh] = [newPlace(), newPlace()];
    await onServer(`apply - --data ${node}`, { stdin: jsonLines([...opening, payment('1', '100.00')]) });
    const before = await onServer(`victim v-1 --data ${node}`);
    const running = await openHouse({
      ...{ folder: newPlace(), eventStore: server.connectionString, directoryKeyFile: keyFile },
    });
    expect((await onServer(`copy --from eventstore --to sqlite:${fresh}`)).exitCode).toBe(0);
    expect(openly(await onServer(`victim v-1 --data ${node}`))).toEqual(before);
    expect((await onServer(`verify --data ${node}`)).exitCode).toBe(0);
    expect((await onServer(`victim v-1 --no-labels --data ${newPlace()}`)).exitCode).toBe(0);
    const { exitCode, stderr } = await onServer(`apply - --data ${node}`, stdin('2'));
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining(`it moved to sqlite:${fresh} on `)]);
    while (running.store.closing?.why !== 'moved') await pause(2);
    await running.catchUp();
    await running.close();
    expect(await headOf(fresh)).toBe((await onServer(`head --data ${node}`)).stdout.trim());
  });

  test('is stopped on its way, gone on with, and given up', async () => {
    const [data, fresh] = [await aLedger(), newPlace()];
    const stopped = new AbortController();
    stopped.abort();
    const given = { interrupted: stopped.signal };
    const first = await restitution(`copy --from sqlite:${data} --to sqlite:${fresh}`, given);
    expect([first.exitCode, first.stderr]).toEqual([
      130,
      expect.stringContaining('Give the same command again'),
    ]);
    // A folder in which a ledger is still arriving is not taken for a new one.
    const early = await restitution(`apply - --data ${fresh}`, stdin('2'));
    expect([early.exitCode, early.stderr]).toEqual([
      5,
      expect.stringContaining('it is on its way here from'),
    ]);
    expect((await restitution(`copy --reopen --from sqlite:${data}`)).exitCode).toBe(0);
    expect((await restitution(`apply - --data ${data}`, stdin('2'))).exitCode).toBe(0);
    expect((await restitution(`copy --from sqlite:${data} --to sqlite:${fresh}`)).exitCode).toBe(0);
    const unnamed = await restitution(`copy --reopen --from sqlite:${data}`);
    expect([unnamed.exitCode, unnamed.stderr]).toEqual([5, expect.stringContaining('named with --to')]);
    const back = await restitution(`copy --reopen --from sqlite:${data} --to sqlite:${fresh} --json`);
    expect(JSON.parse(back.stdout)).toEqual({ from: `sqlite:${data}`, wasClosed: true });
    expect((await restitution(`apply - --data ${data}`, stdin('3'))).exitCode).toBe(0);
    expect((await restitution(`apply - --data ${fresh}`, stdin('3'))).exitCode).toBe(5);
  });

  test('a node that is started while the ledger arrives takes nothing yet, and does not say that it is empty', async () => {
    const data = await aLedger();
    const stopped = new AbortController();
    stopped.abort();
    const words = `copy --from sqlite:${data} --to eventstore`;
    expect((await onServer(words, { interrupted: stopped.signal })).exitCode).toBe(130);
    for (const early of ['apply -', 'head', 'verify', 'timeline', 'rebuild', 'forget v-1 --yes']) {
      const { exitCode, stdout, stderr } = await onServer(`${early} --data ${newPlace()}`, stdin('2'));
      expect([early, exitCode, stdout, stderr]).toEqual([
        ...[early, 5, ''],
        expect.stringContaining('it is on its way here from'),
      ]);
    }
    expect((await onServer(words)).exitCode).toBe(0);
  });

  test('finds the leader of a cluster, and goes on where it changes', async () => {
    const cluster = await startCluster(3);
    const data = await aLedger();
    cluster.changeLeader(2);
    const env = onNode(cluster.connectionString);
    const moving = restitution(`copy --from sqlite:${data} --to eventstore`, { env });
    while ((cluster.servers[0]?.log.eventsOf('Victim-v-1').length ?? 0) === 0) await pause(2);
    cluster.changeLeader(0);
    expect((await moving).exitCode).toBe(0);
    await cluster.stop();
  });

  test('a folder of another ledger, and a server with another, are refused in words and left alone', async () => {
    const [data, other] = [await aLedger(), newPlace()];
    await restitution(`apply - --data ${other}`, { stdin: jsonLines(opening.slice(0, 1)) });
    const head = await headOf(other);
    const taken = await restitution(`copy --from sqlite:${data} --to sqlite:${other}`);
    expect([taken.exitCode, taken.stderr]).toEqual([5, expect.stringContaining('has a ledger already')]);
    expect(await headOf(other)).toBe(head);
    await onServer(`apply - --data ${newPlace()}`, { stdin: jsonLines(opening.slice(0, 1)) });
    const foreign = await onServer(`copy --from sqlite:${data} --to eventstore`);
    expect([foreign.exitCode, foreign.stderr]).toEqual([
      5,
      expect.stringMatching(/^The ledger cannot be moved so: esdb:.* has other events than the beginning/),
    ]);
    expect((await restitution(`apply - --data ${data}`, stdin('2'))).exitCode).toBe(0);
  });

  test('where a damage is found once the old log is closed, it is said how it takes events again', async () => {
    const found = { ...movers, move: () => Promise.reject(new LogDamaged(3, 'is not what was written')) };
    const { exitCode, stderr } = await restitution(`copy --from sqlite:${newPlace()} --to sqlite:x`, {
      movers: () => Promise.resolve(found),
    });
    expect([exitCode, stderr]).toEqual([7, expect.stringContaining('the same command with --reopen')]);
  });

  test('a log that was tampered with is not moved', async () => {
    const [data, fresh] = [await aLedger(), newPlace()];
    const file = join(data, 'ledger.sqlite');
    const text = readFileSync(file, 'latin1').replaceAll('"amount":"5000.00"', '"amount":"9000.00"');
    cpSync(data, `${data}-b`, { recursive: true });
    writeFileSync(join(`${data}-b`, 'ledger.sqlite'), '');
    writeFileSync(file, text, 'latin1');
    const moved = await restitution(`copy --from sqlite:${data} --to sqlite:${fresh}`);
    expect([moved.exitCode, moved.stdout]).toEqual([7, '']);
    expect(closingOf(file)).toBeUndefined();
    expect(existsSync(join(fresh, 'ledger.sqlite'))).toBe(false);
    // One that is empty, and was not always, is not taken for a new one.
    expect((await restitution(`copy --from sqlite:${data}-b --to sqlite:${newPlace()}`)).exitCode).toBe(7);
  });
});

describe('a place on the command line', () => {
  const secret = 'esdb://ledger:S3cret%21word@node1:2113';

  test.each([
    [`--from sqlite:x --to ${secret}`, {}, 2],
    [`--from ${secret} --to sqlite:x`, {}, 2],
    ['--from sqlite:x --to esdb://user:S3cret@', {}, 2],
    ['--from sqlite:x', {}, 2],
    ['--to sqlite:x', {}, 2],
    ['--from sqlite: --to eventstore', {}, 2],
    ['--from data --to eventstore', {}, 2],
    ['--from sqlite:x --to postgres://host', {}, 2],
    ['--from sqlite:x --to eventstore', {}, 78],
    ['--from sqlite:x --to eventstore', { RESTITUTION_EVENTSTORE_URL: 'http://S3cret@x' }, 78],
    ['--from sqlite:x --to eventstore', { RESTITUTION_EVENTSTORE_URL: 'esdb://u:S3cret:@x' }, 78],
    ['--from sqlite:x --to esdb://host:99999', {}, 78],
    ['--from eventstore --to eventstore', { RESTITUTION_EVENTSTORE_URL: 'esdb://x' }, 5],
  ])('copy %s with %j ends with %d, in words that hold no password', async (words, env, code) => {
    const { exitCode, stdout, stderr } = await restitution(`copy ${words}`, { env });
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr.split('\n')).toHaveLength(3);
    expect(stderr).not.toContain('S3cret');
  });

  test('a password there is answered by what to do', async () => {
    const { stderr } = await restitution(`copy --from sqlite:x --to ${secret}`);
    expect(stderr).toBe(
      '--to holds a user and a password, which everybody on this machine can read there.\n' +
        'Put the connection string into RESTITUTION_EVENTSTORE_URL, write `--to eventstore`, and change the password.\n',
    );
  });

  test('a folder without a ledger is named', async () => {
    const given = { hasLedger: () => false };
    const { exitCode, stderr } = await restitution('copy --from sqlite:nowhere --to sqlite:x', given);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([4, 'There is no ledger in nowhere.']);
  });

  test('a server that is away ends it with 8, and the old log goes on', async () => {
    const data = await aLedger();
    await server.stop();
    expect((await onServer(`copy --from sqlite:${data} --to eventstore`)).exitCode).toBe(8);
    expect((await restitution(`apply - --data ${data}`, stdin('2'))).exitCode).toBe(0);
    await server.start();
  });
});
