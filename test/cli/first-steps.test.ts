/** What a new user types first, and what is mistyped. */
import { readFileSync } from 'node:fs';
import { policyCatalogue, type PolicyId } from '../../src/domain/policy/catalogue.ts';
import { whatAnswersDo } from '../../src/cli/policy-words.ts';
import { fileOf, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

describe('the first steps', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  const misread = async (words: string): Promise<readonly [number, string]> => {
    const { exitCode, stderr } = await world.restitution(words);
    return [exitCode, stderr];
  };

  test('of the README lead through a ledger that answers each of them', async () => {
    const readme = readFileSync(fileOf('README.md'), 'utf8');
    const [, use = ''] = readme.split('\n## Use\n');
    const lines = [...use.matchAll(/^npm run restitution -- (.+?) +#/gm)].map(([, words = '']) => words);
    expect(lines.length).toBeGreaterThan(6);
    const folder = temporaryFolder();
    for (const words of lines.filter((each) => each !== 'serve')) {
      const placed = words
        .replace('examples/', fileOf('examples/'))
        .replace('--out ', `--out ${folder.path}/`);
      const { exitCode, stderr } = await world.restitution(placed);
      expect([words, exitCode, stderr.includes('Nothing fits')]).toEqual([words, 0, false]);
    }
    folder.remove();
  });

  test('say which verb, option or command was meant', async () => {
    expect(await misread('victm v-1')).toEqual([2, expect.stringContaining('Did you mean victim?')]);
    expect(await misread('victim v-1 --asof 2024-01-02')).toEqual([
      2,
      expect.stringContaining('Did you mean --as-of?'),
    ]);
    expect(await misread('commands RecordPaymnt')).toEqual([
      4,
      expect.stringContaining('Did you mean RecordPayment?'),
    ]);
    expect(await misread('commands Nonsense')).toEqual([4, expect.not.stringContaining('Did you mean')]);
  });

  test('tell the version', async () => {
    const { version } = JSON.parse(readFileSync(fileOf('package.json'), 'utf8')) as { version: string };
    const { exitCode, stdout } = await world.restitution('--version');
    expect([exitCode, stdout]).toEqual([0, `${version}\n`]);
  });

  test('take the number of a policy in any dress, and say what each answer does', async () => {
    for (const words of ['P-13', 'p-13', '13']) {
      const { stdout } = await world.restitution(`policy show ${words}`);
      expect(stdout).toContain('P-13 is NOT_IN_TOTAL, by default.');
      expect(stdout).toMatch(/^COUNT +\w/m);
    }
    expect((await world.restitution('policy show P-6')).stdout).toContain('P-06 is FREEZE');
    const set = await world.restitution('policy set p-6 KEEP_COLLECTING --on 2026-03-02');
    expect(set.stdout).toContain('P-06 is KEEP_COLLECTING from 2026-03-02 on.');
    expect(await misread('policy set P-06 FREZE --on 2026-03-02')).toEqual([
      2,
      expect.stringContaining('Did you mean FREEZE?'),
    ]);
  });

  test('know an answer to each of the 46 questions, and of no other', async () => {
    const { stdout } = await world.restitution('policy list --json');
    const { policies } = JSON.parse(stdout) as { policies: { policy: string }[] };
    const asked = policies.map(({ policy }) => policy);
    expect(asked).toEqual(Array.from({ length: 46 }, (_, at) => `P-${String(at + 1).padStart(2, '0')}`));
    expect(await misread('policy show P-98')).toEqual([
      2,
      expect.stringContaining('There is no policy of this number.'),
    ]);
  });

  test.each(Object.keys(policyCatalogue) as PolicyId[])('%s: every answer is told', (policy) => {
    expect([...whatAnswersDo(policy).keys()].sort()).toEqual([...policyCatalogue[policy].values].sort());
  });
});

describe('a term that is over', () => {
  test('is listed for an assessment as for a fine, recorded with its own day, and told why nothing is owed', async () => {
    const world = await smallWorld();
    const debt = { command: 'ImposeDebt', caseId: 'c-1', defendantId: 'd-1', offenceOn: '2019-11-30' };
    await world.apply([
      { command: 'RegisterCase', caseId: 'c-1', on: '2021-01-02' },
      { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1', on: '2021-01-02' },
      {
        ...{ ...debt, debtId: 'b-1', kind: 'ASSESSMENT_2259A', amount: '17000.00', on: '2021-05-14' },
        assessedOffence: 'POSSESSION',
      },
      { ...debt, debtId: 'b-2', kind: 'FINE', amount: '500.00', on: '2021-05-14' },
      { ...debt, debtId: 'b-3', kind: 'ASSESSMENT_3013', amount: '100.00', on: '2021-05-14' },
      { command: 'RemitDebt', debtId: 'b-3', caseId: 'c-1', amount: '100.00', on: '2021-06-14' },
      { command: 'RecordDeath', caseId: 'c-1', defendantId: 'd-1', on: '2024-03-01' },
    ]);
    const { stdout: due } = await world.restitution('expire --on 2026-03-02');
    expect(due).toMatch(/b-1 +ASSESSMENT_2259A/);
    const { stdout } = await world.restitution('expire --on 2026-03-02 --record');
    expect(stdout).toBe('b-1 is recorded as over on 2024-03-01.\nb-2 is recorded as over on 2024-03-01.\n');
    const debts = (await world.restitution('debts')).stdout;
    expect(debts).toMatch(/b-1.*18 U.S.C. 3613\(b\) on 2024-03-01: its term is over/);
    expect(debts).toMatch(/b-3.*paid, or remitted under 18 U.S.C. 3573/);
    expect((await world.restitution('expire --on 2026-03-02 --record')).stdout).toBe(
      'No term is over on 2026-03-02 that is not recorded.\n',
    );
    await world.close();
  });

  test('is that of Ellingburg, as its README tells it', async () => {
    const world = await smallWorld();
    const folder = fileOf('examples/ellingburg');
    await world.restitution(['apply', `${folder}/cases.jsonl`]);
    for (const table of ['orders', 'payments']) await world.restitution(['import', `${folder}/${table}.csv`]);
    expect((await world.restitution('interest')).stdout).toContain('under earlier law');
    expect((await world.restitution('expire')).stdout).toContain('2016-11-15');
    await world.close();
  });
});
