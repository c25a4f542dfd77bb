import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { jsonLines, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

const register = (victimId: string, label?: string): object => ({
  ...{ command: 'RegisterVictim', victimId, on: '2024-01-01' },
  ...(label !== undefined && { label }),
});

const losses = 'victim,case,category,amount,on\nJane Doe 1,c-1,TRAFFICKING,10000.00,2024-02-01\n';

describe('a label that is there', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    await world.apply([register('v-1', 'Jane Doe 1')]);
  });

  afterEach(() => world.close());

  const idOf = (label: string) => world.house.directory.idOf('victim', label);

  test('is not written over by a slip of the pen, so that nobody becomes two victims', async () => {
    const { stdout, exitCode } = await world.apply([register('v-1', 'Jane Doe 11')]);
    expect(exitCode).toBe(3);
    expect(stdout).toContain(
      'refused  label-differs at /label: What has this id is called otherwise already.',
    );
    await world.restitution('import -', { stdin: losses });
    expect((await world.restitution('victim v-1')).stdout).toContain('10,000.00');
    expect([await idOf('Jane Doe 1'), await idOf('Jane Doe 11')]).toEqual(['v-1', undefined]);
  });

  test('is not written over within one file, nor in a rehearsal', async () => {
    const lines = [register('v-2', 'Jane Doe 2'), register('v-2', 'Jane Doe 22')];
    for (const words of [['--dry-run'], []]) {
      const { stdout, exitCode } = await world.apply(lines, words);
      expect([exitCode, stdout]).toEqual([6, expect.stringContaining('refused  label-differs at /label')]);
    }
    expect(await idOf('Jane Doe 2')).toBe('v-2');
  });

  test('goes in before its command, so that a rival who comes between the two gets no second id recorded', async () => {
    const { directory, ledger } = world.house;
    const handle = ledger.handle.bind(ledger);
    const refused: unknown[] = [];
    ledger.handle = async (...asked) => {
      const rival = { kind: 'victim', id: 'v-8', label: 'Jane Doe 7' } as const;
      await directory.put(rival).catch((error: unknown) => refused.push(error));
      return handle(...asked);
    };
    expect((await world.apply([register('v-7', 'Jane Doe 7')])).exitCode).toBe(0);
    expect(refused).toMatchObject([{ rule: 'label-taken' }]);
    expect(await idOf('Jane Doe 7')).toBe('v-7');
  });

  test('is taken back where its command is refused, and can be given to another', async () => {
    const defendant = (defendantId: string, caseId: string): object => ({
      ...{ command: 'RegisterDefendant', caseId, defendantId, on: '2024-01-01', label: 'John Roe' },
    });
    const aCase = { command: 'RegisterCase', caseId: 'c-1', on: '2024-01-01' };
    expect((await world.apply([defendant('d-1', 'c-9')])).exitCode).toBe(3);
    expect(await world.house.directory.labelOf('d-1')).toBeUndefined();
    expect((await world.apply([aCase, defendant('d-2', 'c-1')])).exitCode).toBe(0);
    expect(await world.house.directory.labelOf('d-2')).toBe('John Roe');
  });

  test('stays where its id was recorded by another while its own command was refused', async () => {
    const { ledger } = world.house;
    const handle = ledger.handle.bind(ledger);
    ledger.handle = async (command, sender, ...rest) => {
      await handle({ ...command, on: '2023-01-01' } as typeof command, sender);
      return handle(command, sender, ...rest);
    };
    const { exitCode } = await world.apply([register('v-7', 'Jane Doe 7')]);
    expect([exitCode, await idOf('Jane Doe 7')]).toEqual([3, 'v-7']);
  });

  test('is said again without harm', async () => {
    expect((await world.apply([register('v-1', 'Jane Doe 1')])).exitCode).toBe(0);
    expect((await world.apply([register('v-1')])).exitCode).toBe(0);
  });

  test('is replaced by who says so', async () => {
    const words = ['relabel', 'v-1', 'Jane Doe 11'];
    expect(await world.restitution(words)).toMatchObject({ exitCode: 0, stderr: '' });
    const again = await world.restitution([...words, '--json']);
    expect(JSON.parse(again.stdout)).toEqual({ id: 'v-1', result: 'unchanged' });
    expect([await idOf('Jane Doe 1'), await idOf('Jane Doe 11')]).toEqual([undefined, 'v-1']);
  });

  test.each([
    [['relabel', 'v-1', 'Jane Doe 2'], 5, 'Refused (label-taken): '],
    [['relabel', 'v-9', 'Jane Doe 9'], 4, 'The directory has no label of a victim of this id.'],
    [['relabel', 'Jane Doe 1', 'Jane Doe 9'], 2, 'This is no id that can have a label.'],
    [['relabel', 'v-1', 'v-2'], 2, 'This cannot be a label.'],
    [['forget', 'v-9', '--yes'], 4, 'The directory has no label of a victim of this id.'],
    [['forget', 'Jane Doe 1', '--yes'], 2, 'This is no id that can have a label.'],
    [['forget', 'v-1'], 2, 'This destroys for good what the directory knows of v-1'],
  ])('stays where it cannot be done: %j', async (words, code, what) => {
    await world.apply([register('v-2', 'Jane Doe 2')]);
    const { exitCode, stdout, stderr } = await world.restitution(words);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toContain(what);
    expect([await idOf('Jane Doe 1'), await idOf('Jane Doe 2')]).toEqual(['v-1', 'v-2']);
  });

  test('that is forgotten does not come back with an old file', async () => {
    const { stdout } = await world.restitution('forget v-1 --yes --json');
    expect(JSON.parse(stdout)).toEqual({ id: 'v-1', result: 'forgotten' });
    const again = await world.restitution('forget v-1 --yes');
    expect([again.exitCode, again.stdout]).toEqual([
      0,
      expect.stringMatching(/^v-1 was forgotten already\.\n/),
    ]);
    const old = await world.apply([register('v-1', 'Jane Doe 1')]);
    expect([old.exitCode, old.stdout]).toEqual([3, expect.stringContaining('refused  label-forgotten at')]);
    expect((await world.apply([register('v-1')])).stdout).toContain('1 heard already');
    expect(await idOf('Jane Doe 1')).toBeUndefined();
  });
});

test('an identity is destroyed, and the log still verifies', async () => {
  const folder = temporaryFolder();
  const restitution = (words: string, stdin = ''): Promise<Ran> =>
    run([...words.split(' '), '--data', folder.path], { openHouse, stdin });
  const bytes = (): string =>
    readdirSync(folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('');
  await restitution('apply -', jsonLines([register('v-1', 'Zuleika Dobson'), register('v-2', 'Noaks')]));
  const { stdout: head } = await restitution('head');
  expect(bytes()).toContain('Zuleika');
  expect((await restitution('forget v-1 --yes')).exitCode).toBe(0);
  expect(bytes()).not.toContain('Zuleika');
  expect((await restitution(`verify --head ${head.trim()}`)).exitCode).toBe(0);
  expect((await restitution('victim v-1')).exitCode).toBe(0);
  expect((await restitution('victim Noaks')).exitCode).toBe(0);
  folder.remove();
});
