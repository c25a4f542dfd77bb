/** A clerk's report and a bank's statement, from the files to the proof: examples/bank-month. */
import { fileOf, smallWorld, type SmallWorld } from './small-world.ts';

const example = (name: string): string => fileOf(`examples/bank-month/${name}`);

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
});
