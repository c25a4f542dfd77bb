import { smallWorld, fileOf, type SmallWorld } from './small-world.ts';

describe('restitution explain', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
    await world.restitution(['apply', fileOf('examples/made-whole/made-whole.jsonl')]);
  });

  afterAll(() => world.close());

  test.each([
    ['explain victim v-w001', 'Why v-w001 (Doe 1) may still recover 0.00'],
    [
      'explain liability o-w32',
      'Why 0.00 is owed to v-w001 (Doe 1) under order o-w32 (1:21-cr-00303 ECF 71)',
    ],
    [
      'explain liability o-w32 v-w001',
      'Why 0.00 is owed to v-w001 (Doe 1) under order o-w32 (1:21-cr-00303 ECF 71)',
    ],
    ['explain receipt dcd.4', 'Where 5,000.00 of receipt dcd.4 went'],
    ['explain event 53', 'What FullRecoveryReached at position 53 is, and why'],
    ['explain interest o-w32', 'Why 0.00 of interest has accrued on o-w32 (1:21-cr-00303 ECF 71)'],
  ])('%s begins with what is explained', async (words, title) => {
    const { exitCode, stdout } = await world.restitution(words);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, title]);
  });

  test('is read at a hundred columns, the words of the law set in as a quotation and quoted once', async () => {
    const { stdout } = await world.restitution('explain victim v-w001');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(stdout.match(/^ {5}> A victim's total aggregate recovery/gm)).toHaveLength(1);
    expect(stdout).toContain('   Law 18 U.S.C. 2259(b)(2)(C), quoted in step 1\n');
    expect(stdout).toContain('   Sum 37,000.00 + 3,000.00 = 40,000.00\n');
    expect(stdout).toContain('   Policy P-01: DIRECT_REVIEW_DONE, by the answers of version 0.');
    expect(stdout).toContain('          received in all; as recorded\n');
    expect(stdout).toContain(
      '   Fact 52, 2024-05-01, RecoveryCredited: of 5,000.00 of receipt dcd.4 offered',
    );
  });

  test('answers programs with all of it, and on both clocks', async () => {
    const { stdout } = await world.restitution('explain victim v-w001 --json --as-of 2024-04-30');
    expect(JSON.parse(stdout)).toMatchObject({
      subject: { kind: 'victim', id: 'v-w001', victimId: null },
      figure: { name: 'headroom', amount: '3000.00' },
      stamp: { asOf: '2024-04-30', knownAt: null },
    });
  });

  test('finds what is called by a label, and an order by its docket entry', async () => {
    const byLabel = await world.restitution(['explain', 'victim', 'Doe 1', '--no-labels']);
    expect(byLabel.stdout.split('\n')[0]).toBe('Why v-w001 may still recover 0.00');
    const words = ['explain', 'liability', '1:21-cr-00303 ECF 71', '--case', '1:21-cr-00303'];
    const byEntry = await world.restitution(words);
    expect([byEntry.exitCode, byEntry.stderr]).toEqual([0, '']);
  });

  test.each([
    [
      'explain liability o-9',
      4,
      'The ledger knows no such liability.\nCorrect the order, or name a victim of it.\n',
    ],
    [
      'explain event 999',
      4,
      'The ledger knows no such event.\nPositions are shown by `restitution timeline`.\n',
    ],
    [
      'explain receipt dcd.99',
      4,
      'The ledger knows no such receipt.\nCorrect its source or its number; a receipt has no label.\n',
    ],
    [
      'explain interest b-9',
      4,
      'The ledger knows no such order or debt.\nCorrect the id; a debt has no label.\n',
    ],
  ])('%s says what to do', async (words, code, said) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr]).toEqual([code, said]);
  });

  test.each([
    ['explain nothing x', 'There is no such thing to explain.'],
    ['explain toString x', 'There is no such thing to explain.'],
    ['explain victim v-1 v-2', 'This is not one thing to explain.'],
    ['explain event zero', 'This is not a position of the log.'],
    ['explain receipt 4', 'This is not the id of a receipt.'],
  ])('%s is not understood', async (words, said) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, said]);
  });
});
