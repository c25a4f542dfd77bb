import { plusDays } from '../../src/domain/calendar-arithmetic.ts';
import { today } from '../../src/application/today.ts';
import { opening, payment, smallWorld, type SmallWorld } from './small-world.ts';

describe('a fact of a day to come', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    await world.apply(opening);
  });

  afterEach(() => world.close());

  test('is recorded with a warning, from the day after tomorrow on', async () => {
    const later = plusDays(today(), 3);
    const { stdout, exitCode } = await world.apply([payment('1', '5.00', '2926-01-02')]);
    expect(stdout).toContain(
      'warning  DAY_IN_FUTURE: 2926-01-02 is still to come, by the clock of this machine',
    );
    expect(exitCode).toBe(0);
    const told = await world.apply([payment('2', '5.00', later)], ['--json']);
    expect(JSON.parse(told.stdout)).toMatchObject({
      result: 'recorded',
      warnings: [{ code: 'DAY_IN_FUTURE', amount: null, day: later }],
    });
    expect((await world.apply([payment('3', '5.00', today())])).stdout).not.toContain('warning');
  });

  test('is none where it is an answer to an open question, which may be given ahead', async () => {
    const { stdout } = await world.apply([
      { command: 'SetPolicy', policy: 'P-13', value: 'COUNT', on: '2926-01-02' },
    ]);
    expect(stdout).not.toContain('warning');
  });

  test('counts for a victim from the first, and for interest on its day, which the answer names', async () => {
    await world.apply([payment('1', '5.00', '2926-01-02')]);
    expect((await world.restitution('victim v-1')).stdout).toContain('Received 5.00 of');
    const { stdout, stderr } = await world.restitution('interest');
    expect(stdout).toContain('5,000.00');
    expect(stderr).toContain(`This is as of ${today()}`);
    const { stamp } = JSON.parse((await world.restitution('arrears --json')).stdout) as { stamp: unknown };
    expect(stamp).toMatchObject({ asOf: today() });
  });
});

test('penalties of what has no schedule are shown as not charged, and those by a schedule as they are', async () => {
  const world = await smallWorld();
  await world.apply(opening);
  const last = async () => (await world.restitution('arrears --as-of 2025-01-02')).stdout.split('\n')[1];
  expect(await last()).toMatch(/ 500\.00 +750\.00 +not charged: no schedule$/);
  const schedule = { manner: 'LUMP_SUM', firstOn: '2024-02-01', on: '2024-02-01' };
  await world.apply([{ ...{ command: 'SetPaymentSchedule', caseId: 'c-1', orderId: 'o-1' }, ...schedule }]);
  expect(await last()).toMatch(/ 500\.00 +750\.00$/);
  await world.close();
});

describe('a list that is narrowed to an id', () => {
  let world: SmallWorld;

  beforeAll(async () => {
    world = await smallWorld();
    await world.apply(opening);
  });

  afterAll(() => world.close());

  test.each([
    ['liabilities --victim v-9', 'victim'],
    ['debts --defendant d-9', 'defendant'],
    ['receipts --case c-9', 'case'],
    ['interest --order o-9', 'order'],
    ['arrears --case c-9', 'case'],
    ['timeline --receipt dcd.9', 'receipt'],
    ['journal --victim v-9 --json', 'victim'],
    ['reviews --case c-9', 'case'],
    ['deadlines --case c-9', 'case'],
    ['assistance --victim v-9', 'victim'],
  ])('%s: of which the ledger has never heard, ends with 4 and says so', async (words, what) => {
    const { exitCode, stderr } = await world.restitution(words);
    expect([exitCode, stderr]).toEqual([
      4,
      `The ledger has never heard of this ${what}.\nCorrect the id or the label, or leave the option out to list all.\n`,
    ]);
  });

  test('that is known, where nothing fits, ends with 0', async () => {
    const { exitCode, stderr } = await world.restitution('debts --defendant d-1');
    expect([exitCode, stderr]).toEqual([0, 'Nothing fits.\n']);
  });
});
