/** The other ways in which a list is written: for a spreadsheet, and for those who keep books as plain text. */
import { opening, payment, smallWorld, type SmallWorld } from './small-world.ts';

let world: SmallWorld;
beforeEach(async () => {
  world = await smallWorld();
  await world.apply([...opening, payment('1', '700.00'), payment('2', '0.50', '2024-04-30')]);
});
afterEach(() => world.close());

describe('--csv', () => {
  test('is a column for each field under one header, and says at the end how many rows there are', async () => {
    const { stdout, stderr } = await world.restitution('journal --csv --receipt dcd.2');
    const [header, first, ...more] = stdout.split('\n');
    expect(header).toBe(
      'position,effectiveOn,recordedAt,debit,credit,amount,caseId,victimId,defendantId,orderId,receiptId',
    );
    expect(first).toMatch(/^\d+,2024-04-30,[^,]+,cash,unapplied,0\.50,c-1,,d-1,,dcd\.2$/);
    expect(more).toHaveLength(3);
    expect(stderr).toContain('3 entries.');
  });

  test('writes what has parts as JSON within its cell, and leaves what is not there empty', async () => {
    await world.apply([
      ...[{ command: 'MakeOrderFinal', orderId: 'o-1', caseId: 'c-1', on: '2024-02-16' }],
      payment('3', '4299.50', '2024-05-01'),
    ]);
    const { stdout } = await world.restitution('liabilities --csv');
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stdout).toContain('5000.00');
  });

  test('of nothing is nothing, and says so', async () => {
    for (const [words, said] of [
      ['reviews --csv', 'Nothing to review.'],
      ['reviews', 'Nothing to review.'],
      ['arrears --as-of 2024-02-01', 'No payment is late. This is as of 2024-02-01, at position '],
      ['reviews --case c-1', 'Nothing fits.'],
      ['debts', 'Nothing fits.'],
    ] as const) {
      const { stdout, stderr, exitCode } = await world.restitution(words);
      expect([words, stdout, exitCode]).toEqual([words, '', 0]);
      expect(stderr.slice(0, said.length)).toBe(said);
    }
  });

  test('is not at once something else', async () => {
    const { stderr, exitCode } = await world.restitution('journal --csv --json');
    expect(stderr).toContain('A list is written in one way at a time.');
    expect(exitCode).toBe(2);
  });
});

describe('journal --plain-text', () => {
  test('declares every account, and writes the entries of a day and a position as one transaction', async () => {
    const { stdout, stderr } = await world.restitution('journal --plain-text --as-of 2024-03-01');
    expect(stdout).toMatch(/^; journal of restitution \d.*, at position \d+ of the log\n; as of 2024-03-01/);
    expect(stdout).toContain('\naccount money:victim-payable\n');
    expect(stdout).toMatch(
      /\n2024-03-01 \* \(\d+\) position \d+\n {4}money:cash {2}700\.00 USD\n {4}; case: c-1\n/,
    );
    expect(stdout).toContain('    money:unapplied  -700.00 USD\n');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('; end of 3 transactions');
    expect(stderr).toContain('as of 2024-03-01');
  });

  test('is the same in pages of one entry', async () => {
    const whole = (await world.restitution('journal --plain-text')).stdout;
    const { queries } = world.house;
    const { journal } = queries;
    queries.journal = (filter, clocks, page) => journal.call(queries, filter, clocks, { ...page, limit: 1 });
    expect((await world.restitution('journal --plain-text')).stdout).toBe(whole);
  });

  test('names nobody', async () => {
    const { stdout } = await world.restitution('journal --plain-text');
    expect(stdout).not.toContain('Doe 1');
    expect(stdout).not.toContain('1:24-cr-00001');
  });
});
