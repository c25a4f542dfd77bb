/** Twelve months are closed; one is changed by a late fact, opened again and closed again; the books balance throughout. */
import { clerkReport } from './bank-year.ts';
import { opening, payment, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);
const bankAccount = {
  ...{ command: 'OpenAccount', accountId: 'k-1', kind: 'BANK', purpose: 'RESTITUTION' },
  ...{ opening: '0.00', writeOffLimit: '5.00', on: '2024-01-01' },
};
const by = { prepared: 'w-1', approved: 'w-2' };

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

let world: SmallWorld;
beforeEach(async () => {
  world = await smallWorld();
  await world.apply([
    ...opening,
    ...months.map((month, at) => payment(String(100 + at), '100.00', `${month}-27`)),
  ]);
});
afterEach(() => world.close());

async function close(month: string): Promise<void> {
  for (const [as, who] of Object.entries(by)) {
    const { exitCode, stderr } = await world.restitution(
      `close ${month} --as ${as} --by ${who} --on 2025-01-06`,
    );
    expect([month, as, exitCode, stderr]).toEqual([month, as, 0, '']);
  }
  expect((await world.restitution('trial-balance')).stdout).toContain('The books balance');
}

describe('the months of a year', () => {
  test('are closed, changed by a late fact that is told of, opened again and closed again', async () => {
    for (const month of months) await close(month);
    const listed = await world.restitution('months');
    expect([listed.exitCode, listed.stdout.match(/closed/g)?.length]).toEqual([0, 13]);

    const late = [payment('L-1', '40.00', '2024-05-30')];
    const refused = await world.apply(late);
    expect(refused.exitCode).toBe(3);
    expect(refused.stdout).toContain('month-closed');
    expect(refused.stdout).toContain('2025-01-01');
    const reaches = await world.restitution('back-dating --on 2024-05-30 --json');
    expect(JSON.parse(reaches.stdout)).toMatchObject({ months: months.slice(4), statements: [] });
    expect((await world.apply(late, ['--reach-closed-months'])).exitCode).toBe(0);

    const may = await world.restitution('month 2024-05');
    expect(may.exitCode).toBe(6);
    expect(may.stdout).toMatch(/cash: 500\.00 is 540\.00 now/);
    expect(may.stdout).toMatch(/by PaymentReceived at position \d+, of 2024-05-30/);
    expect((await world.restitution('month 2024-04')).exitCode).toBe(0);

    const opened = await world.restitution('reopen 2024-05 --reason late-fact --by w-2 --on 2025-01-07');
    expect(opened.stdout).toContain('2024-05 is open again. Since it was closed, 4 accounts changed.');
    await close('2024-05');
    expect((await world.restitution('month 2024-05')).exitCode).toBe(0);
    const { months: rows } = JSON.parse((await world.restitution('months --json')).stdout) as {
      months: readonly { readonly month: string }[];
    };
    expect(rows.find(({ month }) => month === '2024-05')).toMatchObject({
      ...{ status: 'CLOSED', reopened: 1, changed: 0 },
    });
    expect(rows[0]).toMatchObject({ month: '2024-12', changed: 4 });
  });

  test('that no bank confirms say so to both who sign, and both sign for it', async () => {
    const loud =
      'No bank account confirms 100.00 of cash (restitution): whoever signs answers for that by the books alone.';
    const hashes: string[] = [];
    for (const [as, who] of Object.entries(by)) {
      const signed = await world.restitution(`close 2024-01 --as ${as} --by ${who} --on 2025-01-06`);
      expect([signed.exitCode, signed.stdout]).toEqual([0, expect.stringContaining(loud)]);
      hashes.push(/content (\w+)/.exec(signed.stdout)?.[1] ?? as);
    }
    expect(new Set(hashes).size).toBe(1);
    const shown = await world.restitution('month 2024-01');
    expect([shown.exitCode, shown.stdout]).toEqual([0, expect.stringContaining(loud)]);
    const told = JSON.parse((await world.restitution('month 2024-01 --json')).stdout) as object;
    expect(told).toMatchObject({ unconfirmed: [{ purpose: 'RESTITUTION', amount: '100.00' }] });
  });

  test('say that a bank account of their days was opened since, though no balance has changed', async () => {
    await close('2024-01');
    await world.apply([bankAccount]);
    const shown = await world.restitution('month 2024-01');
    expect(shown.exitCode).toBe(6);
    expect(shown.stdout).toContain('the proof of bank and books says something else than when it was closed');
    expect(shown.stdout).toMatch(/by AccountOpened at position \d+, of 2024-01-01/);
    expect(shown.stdout).not.toContain('No bank account confirms');
  });

  test('say what keeps them from being closed', async () => {
    await world.apply([bankAccount]);
    const shown = await world.restitution('month 2024-01');
    expect(shown.stdout).toContain(
      'It cannot be closed: An account has no statement up to the end of the month',
    );
    const refused = await world.restitution('close 2024-01 --as prepared --by w-1 --on 2024-02-01');
    expect([refused.exitCode, refused.stderr]).toEqual([3, expect.stringContaining('statement-not-signed')]);
  });

  test('take facts of the month that is not over, and of one that nobody has closed', async () => {
    await close('2024-01');
    expect((await world.apply([payment('X-1', '1.00', '2024-02-01')])).exitCode).toBe(0);
    expect((await world.apply([payment('Y-1', '1.00', '2024-01-31')])).exitCode).toBe(3);
    const known = [payment('100', '100.00', '2024-01-27')];
    expect((await world.apply(known)).exitCode).toBe(0);
  });

  test('leave a late line of theirs open, until whoever reconciles knows that it reaches them', async () => {
    await world.apply([
      {
        ...{ command: 'OpenAccount', accountId: 'k-2', kind: 'REPORT', purpose: 'RESTITUTION' },
        ...{ opening: '0.00', writeOffLimit: '0.00', source: 'wdw', on: '2024-01-01' },
      },
    ]);
    await close('2024-01');
    const receipts = [{ number: '104799', party: 'D-9', day: '2024-01-20', amount: '75.00' }];
    const file = folder.write('late.csv', clerkReport(receipts, 'V77'));
    const taken = await world.restitution(`take-in ${file} --account k-2 --profile clerk-receipts`);
    expect([taken.stderr, taken.exitCode]).toEqual(['', 0]);
    const left = await world.restitution('reconcile');
    expect([left.exitCode, left.stdout]).toEqual([
      6,
      expect.stringContaining('1 left open, for their months are closed'),
    ]);
    // No balance has changed, but the bank has said something of the month since.
    const shown = await world.restitution('month 2024-01');
    expect([shown.exitCode, shown.stdout]).toEqual([
      6,
      expect.stringContaining('something else is open than when it was closed'),
    ]);
    const settled = await world.restitution('reconcile --reach-closed-months');
    expect(settled.stdout).toContain('1 waiting for a person.');
    expect((await world.restitution('month 2024-01')).stdout).toMatch(/suspense: 0\.00 is -75\.00 now/);
  });

  test('are told by name, and help says how to sign one', async () => {
    const none = await world.restitution('months');
    expect(none.stdout).toContain('No month has been signed');
    expect((await world.restitution('month 2024-5')).stderr).toContain('That is no month.');
    expect((await world.restitution('reopen 2024-05 --by w-1')).stderr).toContain('late-fact');
  });
});
