import { fileOf, smallWorld, type SmallWorld } from './small-world.ts';

describe('the year of the Reserve, as its README tells it', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
    const { exitCode, stderr } = await world.restitution([
      'apply',
      fileOf('examples/reserve-year/reserve-year.jsonl'),
    ]);
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  afterAll(() => world.close());

  const asked = async (words: string): Promise<Record<string, unknown>> =>
    JSON.parse((await world.restitution(`${words} --json`)).stdout);

  test('ends with what the statement says', async () => {
    expect(await asked('reserve --from 2025-01-01 --to 2025-12-31')).toMatchObject({
      opening: '0.00',
      deposits: [
        { source: 'ASSESSMENT', amount: '94581.56' },
        { source: 'GIFT', amount: '45000.00' },
        { source: 'SET_ASIDE', amount: '10000000.00' },
        { source: 'OVERFLOW', amount: '17000.00' },
      ],
      paid: '273953.90',
      returned: '44790.78',
      closing: '9927418.44',
      outside: '0.00',
    });
  });

  test('goes on from one statement to the next', async () => {
    expect(await asked('reserve --to 2025-10-20')).toMatchObject({
      closing: '10000000.00',
      outside: '17000.00',
    });
    expect(await asked('reserve --from 2025-10-21')).toMatchObject({
      opening: '10000000.00',
      closing: '9927418.44',
    });
  });

  test('lets the third victim wait for funds, and the fourth for the third', async () => {
    expect(await asked('reserve-queue --as-of 2025-06-01')).toMatchObject({
      balance: '2209.22',
      owed: '89581.56',
      payable: '0.00',
      waiting: [
        { requestId: 'q-rs3', status: 'short of funds', missing: '42581.56' },
        { requestId: 'q-rs4', status: 'earlier order waits', missing: '87372.34' },
      ],
    });
    const { stdout } = await world.restitution('reserve-queue --as-of 2025-06-01');
    expect(stdout).toContain(
      'The Reserve holds 2,209.22 and owes 89,581.56 to 2 victims; 0.00 can be paid now.',
    );
    expect(stdout).toContain('the Reserve cannot pay it in full: 42,581.56 must come in first');
    expect(stdout).toContain('one that was ordered earlier waits: 87,372.34 must come in first');
    expect((await world.restitution('reserve-queue')).stdout).toMatch(/^Nobody waits for the Reserve/);
  });

  test('shows an order above the formula, and what the attorney charged', async () => {
    const { rows } = (await asked('assistance')) as { rows: readonly object[] };
    expect(rows).toMatchObject([
      { requestId: 'q-rs1', status: 'paid', charged: '6718.61', order: { feeCeiling: '6718.61' } },
      {
        requestId: 'q-rs2',
        status: 'paid',
        order: { amount: '50000.00', formulaAmount: '44790.78', difference: '5209.22', eligible: true },
      },
      { requestId: 'q-rs3', status: 'paid', madeTo: 'COURT' },
      { requestId: 'q-rs4', status: 'paid', payment: { disbursementId: 'p-rs7', paidOn: '2025-12-08' } },
      { requestId: 'q-rs5', status: 'closed', closed: { reason: 'NO_CASE_FOUND' }, order: null },
      { requestId: 'q-rs6', status: 'paid', order: { collected: '0.00' } },
    ]);
    const { stdout } = await world.restitution('assistance');
    expect(stdout).toContain('5,209.22 against the formula');
    const { rows: then } = (await asked('assistance --victim v-rs4 --as-of 2025-11-30')) as {
      rows: readonly object[];
    };
    expect(then).toMatchObject([{ requestId: 'q-rs4', status: 'waiting', payment: null }]);
  });

  test('makes the sixth victim whole by assistance, and frees whoever still owed', async () => {
    expect(await asked('victim v-rs6')).toMatchObject({
      recovered: '60000.00',
      credited: '15209.22',
      assisted: '44790.78',
      madeWhole: { on: '2025-11-03', byReceipt: null },
      liabilities: [{ status: 'terminated', paid: '15209.22', terminated: '4790.78', outstanding: '0.00' }],
    });
    const { stdout } = await world.restitution('victim v-rs6');
    expect(stdout).toContain(
      'Made whole on 2025-11-03 by assistance from the Reserve, request q-rs6; liability of 1 defendant ended',
    );
    expect(stdout).toContain('44,790.78 more was paid from the Reserve.');
    const before = await asked('victim v-rs6 --as-of 2025-11-02');
    expect(before).toMatchObject({ recovered: '15209.22', headroom: '44790.78', madeWhole: null });
  });

  test('balances, and the Reserve owes nobody', async () => {
    const { accounts, difference } = (await asked('trial-balance')) as {
      accounts: readonly object[];
      difference: string;
    };
    expect(difference).toBe('0.00');
    expect(accounts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ account: 'reserve-cash', balance: '9927418.44' }),
        expect.objectContaining({ account: 'reserve-outside', balance: '0.00' }),
        expect.objectContaining({ account: 'reserve-deposits', balance: '-10156581.56' }),
        expect.objectContaining({ account: 'assistance-ordered', balance: '229163.12' }),
        expect.objectContaining({ account: 'assistance-payable', balance: '0.00' }),
      ]),
    );
  });

  test('refuses a second request of the first victim, and says why', async () => {
    const { exitCode, stdout } = await world.restitution([
      'apply',
      fileOf('examples/reserve-year/refused/second-request.jsonl'),
    ]);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('refused  assistance-once at /victimId');
    expect(stdout).toContain('18 U.S.C. 2259(d)(2)(A) gives it once');
  });

  test('says what assistance is by year, and which figure the next year needs', async () => {
    const { stdout } = await world.restitution('assistance-amount');
    expect(stdout).toMatch(/^In 2025 assistance is 44,790\.78\. For 2026 the annual average of the Consumer/);
    expect(stdout).toMatch(/^2025 +44,790\.78 +6,718\.61 +38,072\.17 +313\.689 +245\.120$/m);
  });
});

describe('a ledger in which nothing of the Reserve has happened', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
  });

  afterAll(() => world.close());

  test('says so, and how to begin', async () => {
    const { exitCode, stdout, stderr } = await world.restitution('reserve');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('The Reserve holds 0.00.')]);
    expect(stderr).toContain('Nothing has come into the Reserve.');
    expect((await world.restitution('reserve-queue')).stdout).toContain('Nobody waits for the Reserve');
    expect((await world.restitution('assistance')).stderr).toContain('This ledger is empty.');
  });

  test('refuses days that are none, or the wrong way round', async () => {
    const wrong = await world.restitution('reserve --from 2025-12-31 --to 2025-01-01');
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('--from is a later day')]);
    expect((await world.restitution('reserve --to soon')).exitCode).toBe(2);
  });
});
