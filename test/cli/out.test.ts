import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { fileOf, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

const endings = ['csv', 'ndjson', 'parquet', 'xlsx'] as const;
const lists = [
  ...([
    'victims',
    'receipts',
    'liabilities',
    'debts',
    'interest',
    'arrears',
    'journal',
    'timeline',
    'reviews',
  ] as const),
  ...(['deadlines', 'assistance', 'cheques', 'lines', 'items', 'trial-balance'] as const),
];

describe('--out', () => {
  let world: SmallWorld;
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder.path, name);

  beforeAll(async () => {
    world = await smallWorld();
    await world.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
  });

  afterAll(async () => {
    folder.remove();
    await world.close();
  });

  test.each(lists)('%s goes to a file of each format, with one hash of its rows', async (verb) => {
    const hashes = new Set<string | undefined>();
    for (const ending of endings) {
      const file = at(`${verb}.${ending}`);
      const { exitCode, stdout, stderr } = await world.restitution([verb, '--out', file]);
      expect([exitCode, stdout]).toEqual([0, '']);
      expect(stderr).toContain(file);
      hashes.add(/sha256:([0-9a-f]{64})/.exec(stderr)?.[1]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    const ndjson = createHash('sha256')
      .update(readFileSync(at(`${verb}.ndjson`)))
      .digest('hex');
    expect([...hashes]).toEqual([ndjson]);
  });

  test('says beside CSV and NDJSON what the file is of', async () => {
    const file = at('of-victim.csv');
    await world.restitution(
      `liabilities --victim v-w001 --status terminated --as-of 2024-06-01 --out ${file}`,
    );
    const about = JSON.parse(readFileSync(`${file}.about.json`, 'utf8'));
    expect(about).toMatchObject({
      report: 'liabilities',
      narrowedTo: 'victimId v-w001, status terminated',
      asOf: '2024-06-01',
      knownAt: 'that position',
      projectionVersion: expect.stringMatching(/^\d+$/),
      rowsHash: expect.stringMatching(/^sha256:/),
    });
    expect(Number(about.position)).toBe((await world.house.store.head()).position);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines[0]?.split(',')).toEqual((about.columns as { name: string }[]).map(({ name }) => name));
    expect(lines).toHaveLength(Number(about.rows) + 1);
  });

  test.each(endings)('makes the same bytes again: .%s', async (ending) => {
    const [first, second] = [at(`first.${ending}`), at(`second.${ending}`)];
    for (const file of [first, second]) await world.restitution(['journal', '--out', file]);
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  });

  test('is the same in pages of one row', async () => {
    const { queries } = world.house;
    const { journal } = queries;
    const [whole, paged] = [at('whole.parquet'), at('paged.parquet')];
    await world.restitution(['journal', '--out', whole]);
    queries.journal = (filter, clocks, page) => journal.call(queries, filter, clocks, { ...page, limit: 1 });
    await world.restitution(['journal', '--out', paged]);
    queries.journal = journal;
    expect(readFileSync(paged).equals(readFileSync(whole))).toBe(true);
  });

  test('names nobody', async () => {
    await world.restitution(['victims', '--out', at('named.xlsx')]);
    const parts = Object.values(unzipSync(readFileSync(at('named.xlsx'))));
    expect(parts.map((part) => Buffer.from(part).toString()).join('')).not.toContain('Doe');
  });

  test('writes over no file that is there, unless it is forced', async () => {
    const file = folder.write('mine.parquet', 'mine');
    const { exitCode, stderr } = await world.restitution(['victims', '--out', file]);
    expect([exitCode, stderr]).toEqual([
      5,
      `${file} is there already.\nName another file, or add --force to write over it.\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await world.restitution(['victims', '--out', file, '--force'])).exitCode).toBe(0);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
  });

  test('writes over no file that would say what another is of', async () => {
    folder.write('taken.csv.about.json', 'mine');
    const { exitCode } = await world.restitution(['victims', '--out', at('taken.csv')]);
    expect(exitCode).toBe(5);
    expect(existsSync(at('taken.csv'))).toBe(false);
  });

  test.each([
    [`--out ${at('a.pdf')}`, 'End the name of the file in .csv, .ndjson, .parquet, .xlsx.'],
    [`--out ${at('a')}`, 'End the name of the file in .csv, .ndjson, .parquet, .xlsx.'],
    [`--out ${at('a.csv')} --json`, 'Name one of the ways, or none.'],
    [`--out ${at('a.csv')} --csv`, 'Name one of the ways, or none.'],
  ])('is not understood with %s', async (words, said) => {
    const { exitCode, stderr } = await world.restitution(`victims ${words}`);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('leaves nothing behind where it is interrupted, or cannot write', async () => {
    const before = readdirSync(folder.path);
    const interrupted = AbortSignal.abort();
    const stopped = await world.restitution(['journal', '--out', at('stopped.csv')], { interrupted });
    expect(stopped.exitCode).toBe(130);
    const nowhere = await world.restitution(['journal', '--out', at('no-such-folder/j.csv')]);
    expect(nowhere.exitCode).toBe(4);
    expect(readdirSync(folder.path)).toEqual(before);
  });
});
