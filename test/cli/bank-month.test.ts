/** A clerk's report and a bank's statement, from the files to the proof: test/cli/bank-month. */
import { fileOf, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

const example = (name: string): string => fileOf(`test/cli/bank-month/${name}`);

describe('a month of files', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
    await world.restitution(['apply', example('court.jsonl')]);
  });

  afterAll(() => world.close());

  const takeIn = (name: string, account: string, ...more: readonly string[]) =>
    world.restitution(['take-in', example(name), '--account', account, ...more]);

  test('is taken in once, reconciled with a reason for every line, and proved to the cent', async () => {
    const receipts = await takeIn('receipts.csv', 'Receipts of the clerk', '--profile', 'clerk-receipts');
    expect([receipts.exitCode, receipts.stdout]).toEqual([
      0,
      expect.stringContaining('4 lines. It proves: 1 total held.'),
    ]);
    const first = await world.restitution('reconcile');
    expect([first.exitCode, first.stdout]).toEqual([
      6,
      expect.stringContaining('0 lines matched, 3 recorded, 1 waiting for a person.'),
    ]);
    expect((await takeIn('statement.bai', 'k-bm1')).stdout).toContain('3 lines. It proves: 8 totals held.');
    const rehearsed = await world.restitution('reconcile --dry-run');
    const second = await world.restitution('reconcile');
    expect(rehearsed.stdout).toContain('2 lines would be matched, 0 recorded, 2 waiting for a person.');
    expect(second.stdout).toContain('2 lines matched, 0 recorded, 2 waiting for a person.');
    expect(second.stdout).toContain('The deposit number is the same.');
    const proof = await world.restitution('proof --as-of 2026-03-10 --json');
    expect([proof.exitCode, JSON.parse(proof.stdout)]).toEqual([
      0,
      expect.objectContaining({ bank: '1614.25', book: '1614.25', inTransit: '0.00', difference: '0.00' }),
    ]);
  });

  test('the same file again changes nothing', async () => {
    const { position } = await world.house.store.head();
    const again = await takeIn('statement.bai', 'k-bm1');
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringContaining('was taken in before')]);
    expect((await world.house.store.head()).position).toBe(position);
  });

  test('a file that does not prove posts nothing, and says what differs', async () => {
    const { position } = await world.house.store.head();
    const refused = await world.restitution([
      'take-in',
      fileOf('test/formats/ok/bai2/prior-day.bai'),
      '--account',
      'k-0',
    ]);
    expect([refused.exitCode, refused.stderr]).toEqual([3, expect.stringContaining('account-not-found')]);
    expect((await world.house.store.head()).position).toBe(position);
  });

  test('nobody signs for lines that were not looked at, and two people sign for those that were', async () => {
    const { statements } = JSON.parse((await world.restitution('accounts --json')).stdout).accounts[0];
    const [{ statementId }] = statements;
    const sign = (as: string, by: string) =>
      world.restitution(['sign', statementId, '--as', as, '--by', by, '--on', '2026-03-31']);
    expect((await sign('prepared', 'w-1')).exitCode).toBe(0);
    expect((await sign('approved', 'w-1')).stderr).toContain('maker-is-checker');
    expect((await sign('approved', 'w-2')).exitCode).toBe(0);
    const shown = await world.restitution(['statement', statementId]);
    expect(shown.stdout).toContain('It was prepared by w-1 on 2026-03-31, approved by w-2 on 2026-03-31.');
    const lines = await world.restitution(['lines', '--status', 'suspended', '--json']);
    expect(JSON.parse(lines.stdout).rows).toHaveLength(2);
    const items = await world.restitution(['items', '--status', 'confirmed', '--json']);
    expect(JSON.parse(items.stdout).rows).toHaveLength(4);
  });

  test('a file reaches as far as somebody says, also without a line; else the month that it ends could not be closed', async () => {
    const folder = temporaryFolder();
    const world = await smallWorld();
    await world.restitution(['apply', example('court.jsonl')]);
    const quiet = [
      '01,BANK,COURT,260331,0600,1,,,2/',
      '02,COURT,BANK,1,260331,,USD,2/',
      '03,4411,USD,010,161425,,,015,161425,,/',
      ...['49,322850,2/', '98,322850,1,4/', '99,322850,1,6/'],
    ].join('\n');
    const last = folder.write('last.bai', `${quiet}\n`);
    const take = (path: string, through: string) =>
      world.restitution(['take-in', path, '--account', 'k-bm1', '--through', through]);
    const reach = async (): Promise<readonly unknown[]> => {
      const { accounts } = JSON.parse((await world.restitution('accounts --json')).stdout) as {
        accounts: { statements: { from: string; to: string; lines: number }[] }[];
      };
      return accounts.flatMap((each) => each.statements.map(({ from, to, lines }) => [from, to, lines]));
    };
    expect((await take(example('statement.bai'), 'the end')).exitCode).toBe(2);
    // A day before its last line takes nothing from it.
    expect((await take(example('statement.bai'), '2026-03-01')).exitCode).toBe(0);
    expect(await reach()).toEqual([['2026-03-10', '2026-03-10', 3]]);
    const unsaid = await world.restitution(['take-in', last, '--account', 'k-bm1']);
    expect([unsaid.exitCode, unsaid.stderr]).toEqual([3, expect.stringContaining('--through')]);
    const taken = await take(last, '2026-03-31');
    expect([taken.exitCode, taken.stdout]).toEqual([0, expect.stringContaining('0 lines. It proves')]);
    expect((await reach())[1]).toEqual(['2026-03-31', '2026-03-31', 0]);
    await world.restitution('reconcile');
    const { accounts } = JSON.parse((await world.restitution('accounts --json')).stdout) as {
      accounts: { statements: { statementId: string }[] }[];
    };
    for (const { statementId } of accounts.flatMap((each) => each.statements))
      for (const [as, by] of [['prepared', 'w-1'] as const, ['approved', 'w-2'] as const])
        expect(
          (await world.restitution(`sign ${statementId} --as ${as} --by ${by} --on 2026-04-01`)).stderr,
        ).toBe('');
    expect((await world.restitution('close 2026-03 --as prepared --by w-1 --on 2026-04-01')).stderr).toBe('');
    expect((await world.restitution('close 2026-03 --as approved --by w-2 --on 2026-04-01')).stderr).toBe('');
    await world.close();
    folder.remove();
  });
});
