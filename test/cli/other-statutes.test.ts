import { recoveryChart } from '../../src/application/charts/recovery.ts';
import { victimStatement } from '../../src/application/papers/victim-statement.ts';
import type { VictimId } from '../../src/domain/ids.ts';
import { smallWorld, type SmallWorld } from './small-world.ts';

let world: SmallWorld;

const on = '2024-01-16';
const fraud = '18 U.S.C. 3663A';
const register = (victimId: string): object => ({ command: 'RegisterVictim', victimId, on: '2024-01-02' });
const finding = (victimId: string, caseId: string, amount: string, more: object): object => ({
  ...{ command: 'DetermineLoss', victimId, caseId, amount, on },
  ...more,
});
const order = (orderId: string, n: string, statute: string, line: object): object => ({
  ...{ command: 'EnterOrder', orderId, caseId: `c-${n}`, defendantId: `d-${n}`, statute },
  ...{ offenceOn: '2022-06-30', on, lines: [line] },
});
const final = (orderId: string, n: string): object => ({
  ...{ command: 'MakeOrderFinal', orderId, caseId: `c-${n}`, on: '2024-01-30' },
});
const payment = (reference: string, n: string, amount: string): object => ({
  ...{ command: 'RecordPayment', source: 'dcd', reference, caseId: `c-${n}`, defendantId: `d-${n}` },
  ...{ amount, on: '2024-03-01', method: 'CHECK' },
});

/** v-f is a victim of a fraud; v-b of a fraud and of trafficking; v-t, of trafficking only, has received nothing yet. */
const told: readonly object[] = [
  ...['v-f', 'v-b', 'v-t'].map(register),
  ...['1', '2', '3'].flatMap((n) => [
    { command: 'RegisterCase', caseId: `c-${n}`, on: '2024-01-02' },
    { command: 'RegisterDefendant', caseId: `c-${n}`, defendantId: `d-${n}`, on: '2024-01-02' },
  ]),
  finding('v-f', 'c-1', '10000.00', { category: 'OTHER', statute: fraud }),
  order('o-1', '1', fraud, { victimId: 'v-f', track: 'FULL_AMOUNT', amount: '10000.00' }),
  finding('v-b', 'c-2', '6000.00', { category: 'OTHER', statute: fraud }),
  order('o-2', '2', fraud, { victimId: 'v-b', track: 'FULL_AMOUNT', amount: '6000.00' }),
  ...['v-b', 'v-t'].map((id) => finding(id, 'c-3', '5000.00', { category: 'TRAFFICKING' })),
  order('o-3', '3', '18 U.S.C. 2259', { victimId: 'v-b', track: 'TRAFFICKING', amount: '3000.00' }),
  final('o-1', '1'),
  final('o-2', '2'),
  final('o-3', '3'),
  payment('1', '1', '1400.00'),
  payment('2', '2', '600.00'),
  payment('3', '3', '500.00'),
  {
    ...{ command: 'RecordDisbursement', victimId: 'v-f', disbursementId: 'p-1', caseId: 'c-1' },
    ...{ amount: '1000.00', on: '2024-04-01' },
  },
];

beforeAll(async () => {
  world = await smallWorld();
  const { exitCode, stdout } = await world.apply(told);
  expect([exitCode, stdout.split('\n').filter((each) => each.includes('refused  '))]).toEqual([0, []]);
});

afterAll(() => world.close());

const ofFraud =
  'Under 18 U.S.C. 3663A, 10,000.00 is ordered and 1,400.00 was credited. 1,000.00 was paid out. The cap of 18 U.S.C. 2259 has no part in it.';

describe('a victim whom 18 U.S.C. 2259 does not concern', () => {
  test('is told what was ordered, credited and paid out, and nothing of a cap', async () => {
    const { stdout } = await world.restitution('victim v-f');
    expect(stdout).toContain(ofFraud);
    expect(stdout).not.toContain('Received 0.00');
    expect(stdout).not.toContain('No case with a final order');
  });

  test('is told the same in the statement, with sums of what was ordered and credited', async () => {
    const of = { victimId: 'v-f' as VictimId, shown: (id: string) => id, learn: () => Promise.resolve() };
    const { blocks = [] } = (await victimStatement(world.house, of, {})) ?? {};
    expect(JSON.stringify(blocks)).toContain(ofFraud);
    const sums = blocks.find(({ kind }) => kind === 'table');
    expect(sums).toMatchObject({
      rows: expect.arrayContaining([
        ['Ordered under 18 U.S.C. 3663A', '10,000.00'],
        ['Credited under 18 U.S.C. 3663A', '1,400.00'],
      ]),
    });
    expect(JSON.stringify(sums)).not.toContain('Received toward it');
  });

  test('has a picture of what was credited, and not of 0.00 received', async () => {
    const of = { victimId: 'v-f' as VictimId, shown: (id: string) => id, learn: () => Promise.resolve() };
    const chart = await recoveryChart(world.house, of, {});
    expect(chart).toMatchObject({
      subtitle: ofFraud,
      description: expect.stringContaining('1,400.00 credited in all.'),
      drawing: { reached: { name: 'credited' } },
    });
  });

  test('has no 0.00 received in the list of victims', async () => {
    const { stdout } = await world.restitution('victims');
    const line = (id: string) => stdout.split('\n').find((each) => each.startsWith(id)) ?? '';
    expect(line('v-f').split(/\s+/)).toEqual(['v-f', '1,400.00', '1,000.00', '400.00']);
    expect(line('v-b').split(/\s+/)).toEqual([
      ...['v-b', '5,000.00', '500.00', '4,500.00', '1,100.00', '0.00', '1,100.00'],
    ]);
  });

  test('is explained by the orders and credits, without words of 2259', async () => {
    const { stdout } = await world.restitution('explain victim v-f --json');
    const why = JSON.parse(stdout) as { readonly steps: readonly { readonly says: string }[] };
    expect(why.steps.map(({ says }) => says)).toEqual([
      'No finding and no order under 18 U.S.C. 2259 concerns this victim, so its cap has no part in this.',
      '10,000.00 stands ordered under 18 U.S.C. 3663A.',
      '1,400.00 has been credited under other statutes than 18 U.S.C. 2259.',
      '1,000.00 was paid out to the victim.',
    ]);
    expect(why).toMatchObject({
      figure: { name: 'credited', amount: '1400.00' },
      steps: [
        { facts: [{ type: 'LossDetermined' }] },
        { facts: [{ type: 'LiabilityImposed' }], law: [{ citation: expect.stringContaining(fraud) }] },
        { facts: [{ type: 'RecoveryCredited' }], arithmetic: [{ text: '1,400.00 = 1,400.00' }] },
        { facts: [{ type: 'RestitutionDisbursed' }] },
      ],
    });
    expect(stdout).not.toContain('2259(b)(2)(C)');
  });
});

describe('a victim who is owed under 2259 and under another statute', () => {
  test('is told of both, clearly parted', async () => {
    const { stdout } = await world.restitution('victim v-b');
    expect(stdout).toContain(
      'Under 18 U.S.C. 2259: Received 500.00 of 5,000.00. That is 10 %; 4,500.00 may still be recovered. ' +
        'Beside it, under 18 U.S.C. 3663A, 6,000.00 is ordered and 600.00 was credited. Under all of them, 0.00 was paid out.',
    );
  });

  test('is explained with both, and the case of the fraud is none that the cap looks at', async () => {
    const { stdout } = await world.restitution('explain victim v-b');
    expect(stdout).toContain('600.00 has been credited under other statutes than 18 U.S.C. 2259.');
    expect(stdout).not.toContain('Case c-2');
  });
});

test('a victim of trafficking who has received nothing is told so, as ever', async () => {
  const { stdout } = await world.restitution('victim v-t');
  expect(stdout).toContain('No case with a final order');
});
