import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModels } from '../../src/projections/read-models.ts';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import type { House } from '../../src/application/house.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, opening, payment, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

describe('the verbs of whoever keeps a ledger', () => {
  const folder = temporaryFolder();
  const data = join(folder.path, 'ledger');

  const restitution = (words: string, given: Partial<Occasion> = {}): Promise<Ran> =>
    run([...words.split(' '), '--data', data], { openHouse, ...given });

  beforeAll(async () => {
    await restitution('apply -', { stdin: jsonLines([...opening, payment('1', '100.00')]) });
  });

  afterAll(() => folder.remove());

  test('a ledger on the disk is found again', async () => {
    expect((await restitution('victim v-1')).stdout).toContain('Received 100.00 of 8,000.00.');
  });

  test('the head is one line, and verify knows it again', async () => {
    const { stdout: head } = await restitution('head');
    expect(head).toMatch(/^[0-9a-f]{64}@\d+\n$/);
    const { exitCode, stdout } = await restitution(`verify --head ${head.trim()}`);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Every byte, link and hash of \d+ events is as it was written\.$/),
      'The head that was written down is on this log.',
      `Head ${head.trim()}; write it down elsewhere, and give it back with --head.`,
      '',
    ]);
    const proven = JSON.parse((await restitution('verify --json')).stdout);
    expect(`${String(proven.head.hash)}@${String(proven.events)}`).toBe(head.trim());
    expect(JSON.parse((await restitution('head --json')).stdout)).toEqual(proven.head);
  });

  test('a log that takes long to prove shows how far it has come, where a person looks', async () => {
    const world = await smallWorld();
    const verify: House['verify'] = async (_, onProgress) => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      onProgress?.(1000);
      return { events: 2000, head: { position: 2000, hash: '0'.repeat(64) } };
    };
    const house = { ...world.house, verify, close: () => Promise.resolve() };
    house.store.head = () => Promise.resolve({ position: 2000, hash: '' });
    const asked = { openHouse: () => Promise.resolve(house), isTerminal: true };
    const { exitCode, stderr } = await world.restitution('verify', asked);
    expect([exitCode, stderr]).toEqual([
      0,
      '\rEvents verified: 1,000 [############............] 50 %\u001B[K\r\u001B[K',
    ]);
    await world.close();
  });

  test('the house tells how far it has come with proving a long log', async () => {
    const victims = Array.from({ length: 2100 }, (_, number) => ({
      ...{ command: 'RegisterVictim', victimId: `v-${String(number)}`, on: '2024-01-02' },
    }));
    const long = join(folder.path, 'long');
    await run(['apply', '-', '--quiet', '--data', long], { openHouse, stdin: jsonLines(victims) });
    const house = await openHouse({ folder: long });
    const told: number[] = [];
    await house.verify(undefined, (events) => told.push(events));
    await house.close();
    expect(told).toEqual([1000, 2000]);
  });

  test('a head that this log never had ends verify with 7', async () => {
    const { exitCode, stdout, stderr } = await restitution(`verify --head ${'0'.repeat(64)}@3`);
    expect([exitCode, stdout]).toEqual([7, '']);
    expect(stderr).toMatch(/^The log is not as it was written: position 3: .*\nStop writing to it, /);
  });

  test('what is no head is not understood', async () => {
    expect((await restitution('verify --head 12')).exitCode).toBe(2);
  });

  test('read models that are built anew say what they said before', async () => {
    const before = await restitution('timeline --json');
    const { exitCode, stdout } = await restitution('rebuild --json');
    const { position, stateHash } = JSON.parse(stdout);
    expect([exitCode, position, stateHash]).toEqual([
      0,
      expect.any(Number),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect((await restitution('rebuild')).stdout).toBe(
      `All read models are built anew, up to position ${String(position)}.\nTheir contents have the hash ${String(stateHash)}.\n` +
        `${String(readModels.tables.length)} tables at position ${String(position)} are the same as those that were in use, row by row.\n`,
    );
    expect(await restitution('timeline --json')).toEqual(before);
  });

  test('a byte that is not as it was written ends verify with 7', async () => {
    const file = join(data, 'ledger.sqlite');
    const bytes = readFileSync(file);
    const flipped = Buffer.from(
      bytes.toString('latin1').replaceAll('"amount":"5000.00"', '"amount":"9000.00"'),
      'latin1',
    );
    expect(flipped).toHaveLength(bytes.length);
    expect(flipped.equals(bytes)).toBe(false);
    writeFileSync(file, flipped);
    const { exitCode, stdout, stderr } = await restitution('verify');
    writeFileSync(file, bytes);
    expect([exitCode, stdout]).toEqual([7, '']);
    expect(stderr).toMatch(/^The log is not as it was written: position \d+: /);
    expect((await restitution('verify')).exitCode).toBe(0);
  });

  test('a question makes no ledger where there is none', async () => {
    const { exitCode, stderr } = await restitution('trial-balance', { hasLedger: () => false });
    expect(exitCode).toBe(4);
    expect(stderr).toBe(
      `There is no ledger in ${data}.\n` +
        'Name its folder with --data. Begin with `restitution import FILE.csv` or `restitution apply FILE.jsonl`; `restitution demo` shows one that is not.\n',
    );
  });

  test('the folder is that of the environment where the command line names none', async () => {
    const given = { openHouse, env: { RESTITUTION_DATA: data } };
    expect((await run(['victim', 'v-1'], given)).stdout).toContain('Received 100.00 of 8,000.00.');
  });
});

describe('an empty ledger', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
  });

  afterAll(() => world.close());

  const begin = 'Begin with `restitution import FILE.csv` or `restitution apply FILE.jsonl`; ';

  test.each(['liabilities', 'journal', 'timeline', 'trial-balance'])('%s says how to begin', async (verb) => {
    const { exitCode, stderr } = await world.restitution(verb);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(`This ledger is empty. ${begin}`)]);
  });

  test.each(['victim v-1', 'order o-1', 'receipt dcd.1'])(
    '%s is not found, and says how to begin',
    async (words) => {
      const { exitCode, stderr } = await world.restitution(words);
      expect([exitCode, stderr]).toEqual([4, expect.stringContaining(`This ledger is empty.\n${begin}`)]);
    },
  );

  test('can be verified and rebuilt', async () => {
    expect((await world.restitution('verify')).stdout).toContain('of 0 events is as it was written.');
    expect((await world.restitution('rebuild')).stdout).toContain('up to position 0.');
  });
});

describe('restitution policy', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  const answerTo = async (policy: string, words = ''): Promise<unknown> => {
    const { stdout } = await world.restitution(`policy list --json ${words}`.trim());
    const { policies } = JSON.parse(stdout) as {
      policies: { policy: string; value: string; setOn: string | null }[];
    };
    const found = policies.find((each) => each.policy === policy);
    return [found?.value, found?.setOn];
  };

  test('shows one question, its answers and the reason for the default', async () => {
    const { stdout, exitCode } = await world.restitution('policy show P-23');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('P-23 is OWN_AMOUNT_OR_VICTIM_WHOLE, by default.');
    expect(stdout).toMatch(/^OWN_AMOUNT_OR_VICTIM_WHOLE \(default\) +\w/m);
    for (const answer of ['PER_JUDGMENT', 'PRO_RATA', 'NON_OVERLAP_FIRST'])
      expect(stdout).toMatch(new RegExp(`^${answer} +[A-Z]`, 'm'));
    const asJson = await world.restitution('policy show P-23 --json');
    expect(JSON.parse(asJson.stdout)).toMatchObject({ policy: 'P-23', setOn: null, stamp: { asOf: null } });
    for (const words of ['policy show P-98', 'policy show', 'policy show P-23 --on 2026-03-02']) {
      expect((await world.restitution(words)).exitCode).toBe(2);
    }
  });

  test('lists every question with its answer', async () => {
    const { stdout } = await world.restitution('policy');
    expect(stdout).toMatch(/^P-19 +REINSTATE +default +A payment that brought full recovery is returned/m);
  });

  test('gives an answer, and takes it back on the same day', async () => {
    for (const value of ['NO_REINSTATEMENT', 'REINSTATE', 'NO_REINSTATEMENT']) {
      const { exitCode, stdout } = await world.restitution(`policy set P-19 ${value} --on 2026-03-02`);
      expect([exitCode, stdout]).toEqual([
        0,
        expect.stringMatching(new RegExp(`^P-19 is ${value} from 2026-03-02 on`)),
      ]);
      expect(await answerTo('P-19')).toEqual([value, '2026-03-02']);
    }
    expect(await answerTo('P-19', '--as-of 2026-03-01')).toEqual(['REINSTATE', null]);
    const again = await world.restitution('policy set P-19 NO_REINSTATEMENT --on 2026-03-02 --json');
    expect(JSON.parse(again.stdout)).toMatchObject({ result: 'heard already' });
  });

  test.each([
    ['policy set P-99 REINSTATE --on 2026-03-02', 2, 'There is no policy of this number.'],
    ['policy set P-19 PERHAPS --on 2026-03-02', 2, 'No policy knows this answer.'],
    ['policy set P-19 REINSTATE', 2, 'The day from which the answer holds is missing.'],
    ['policy set P-19 REINSTATE --on 2026-02-30', 2, '--on names no day that exists.'],
    ['policy set P-19', 2, 'This is not what policies can be asked.'],
    [
      'policy set P-19 SPLIT --on 2026-03-02',
      3,
      'Refused (policy-value-unknown): The policy has no such value.',
    ],
  ])('%s ends with %d', async (words, code, what) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([code, what]);
    expect((await world.house.store.head()).position).toBe(0);
  });
});

describe('restitution commands', () => {
  const asked = (words: string): Promise<Ran> =>
    run(words.split(' '), { openHouse: () => Promise.reject(new Error('no ledger is needed')) });

  test('lists what the ledger can be told', async () => {
    const { exitCode, stdout } = await asked('commands');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^RecordPayment +Record that good funds came in from a defendant\.$/m);
  });

  test('tells what one command takes, with a line that can be sent', async () => {
    const { stdout } = await asked('commands RecordPayment');
    expect(stdout).toMatch(/^amount +yes +What was paid\.$/m);
    expect(stdout).toMatch(/^method +no: OTHER +How it was paid\.$/m);
    expect(stdout).toMatch(/^TREASURY_OFFSET +the Treasury Offset Program$/m);
    const line = stdout.split('\n').find((each) => each.startsWith('{')) ?? '';
    const world = await smallWorld();
    const sent = await world.restitution('apply - --json', { stdin: line });
    await world.close();
    expect(JSON.parse(sent.stdout)).toMatchObject({ complaints: [{ rule: 'case-not-registered' }] });
  });

  test('tells programs the same', async () => {
    const { commands } = JSON.parse((await asked('commands EnterOrder --json')).stdout);
    expect(commands).toEqual([expect.objectContaining({ name: 'EnterOrder' })]);
    expect(commands[0].fields).toContainEqual(
      expect.objectContaining({ name: 'lines', required: true, items: expect.any(Array) }),
    );
  });

  test('knows no other', async () => {
    expect(await asked('commands Pay')).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('There is no such command.\nWrite one of RegisterVictim, '),
    });
  });
});

describe('restitution demo', () => {
  test('finds out before it begins whether it can serve', async () => {
    const taken = Object.assign(new Error('in use'), { code: 'EADDRINUSE' });
    const opened = { openHouse: () => Promise.reject(new Error('no ledger is needed')) };
    const { exitCode, stderr } = await run(['demo', '--port', '8081'], {
      ...opened,
      expectFree: (at) => {
        expect(at).toEqual({ host: '127.0.0.1', port: 8081 });
        return Promise.reject(taken);
      },
    });
    expect([exitCode, stderr]).toEqual([
      78,
      expect.stringContaining('Another program uses this port already.'),
    ]);
  });
});

describe('restitution serve', () => {
  test('serves until it is told to stop, and closes the door', async () => {
    const world = await smallWorld();
    const interruption = new AbortController();
    let closed = 0;
    const serve: Occasion['serve'] = (_house, at) => {
      expect(at).toEqual({ host: '127.0.0.1', port: 8081 });
      setTimeout(() => interruption.abort(), 20);
      const close = (): Promise<void> => {
        closed += 1;
        return Promise.resolve();
      };
      return Promise.resolve({ url: 'http://127.0.0.1:4000', close });
    };
    const { exitCode, stdout } = await world.restitution('serve --port 8081 --data x', {
      ...{ serve, interrupted: interruption.signal },
    });
    await world.close();
    expect([exitCode, closed]).toEqual([0, 1]);
    expect(stdout).toBe('Serving x at http://127.0.0.1:4000; its page is http://127.0.0.1:4000/api/docs\n');
  });

  test('a port that is taken ends it with 78, and a word on which option to use', async () => {
    const world = await smallWorld();
    const serve = () => Promise.reject(Object.assign(new Error('in use'), { code: 'EADDRINUSE' }));
    const { exitCode, stderr } = await world.restitution('serve', { serve });
    await world.close();
    expect(exitCode).toBe(78);
    expect(stderr).toContain('Another program uses this port already.\nChoose another with --port');
  });

  test.each(['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'])(
    'a host that this machine is not (%s) ends it with 78, and a word on what to write',
    async (code) => {
      const world = await smallWorld();
      const serve = () => Promise.reject(Object.assign(new Error('getaddrinfo notahost'), { code }));
      const { exitCode, stderr } = await world.restitution('serve', {
        ...{ serve, env: { RESTITUTION_HOST: 'notahost' } },
      });
      await world.close();
      expect(exitCode).toBe(78);
      expect(stderr).toMatch(
        /^This machine has no such address\.\nWrite one .*--host or into RESTITUTION_HOST\.\n$/,
      );
    },
  );

  test.each([
    ['serve --port 70000', {}, 2],
    ['serve --port http', {}, 2],
    ['serve --host jane@example.org', {}, 2],
    ['serve', { RESTITUTION_PORT: 'http' }, 78],
    ['serve', { PORT: '70000' }, 78],
    ['serve', { RESTITUTION_HOST: 'a b' }, 78],
    ['demo', { RESTITUTION_HOST: 'a b' }, 78],
    ['victim v-1', { RESTITUTION_DATE: './court' }, 78],
  ])('%s with %j ends with %d, and names what is wrong', async (words, env, code) => {
    const { exitCode, stderr } = await run(words.split(' '), {
      openHouse: () => Promise.reject(new Error('a ledger was opened')),
      env,
    });
    const [key = words.split(' ')[1]] = Object.keys(env);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([code, `${String(key)} is not as it must be.`]);
  });
});
