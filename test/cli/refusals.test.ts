import { opening, smallWorld, temporaryFolder, type SmallWorld } from './small-world.ts';

describe('a refusal says what to do about it', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    await world.apply(opening);
  });

  afterEach(() => world.close());

  const refused = async (command: object): Promise<string> => (await world.apply([command])).stdout;

  test('a notice of a receipt that names none points to where its number belongs', async () => {
    const notice = { command: 'RecordNotice', caseId: 'c-1', notice: 'RECEIPT', on: '2024-03-02' };
    expect(await refused(notice)).toContain('notice-incomplete at /reference:');
    expect(await refused({ ...notice, source: 'dcd', reference: '9' })).toContain(
      'receipt-not-found at /reference:',
    );
  });

  test('a statute that did not apply yet, from which day it does', async () => {
    expect(
      await refused({
        ...{ command: 'EnterOrder', orderId: 'o-2', caseId: 'c-1', defendantId: 'd-1' },
        ...{ statute: '18 U.S.C. 3663A', offenceOn: '1995-12-01', on: '1996-11-01' },
        lines: [{ victimId: 'v-1', track: 'FULL_AMOUNT', amount: '7567.25' }],
      }),
    ).toContain(
      'statute-not-in-force at /offenceOn: The statute did not apply yet to an offence of that day. It applies to offences from 1996-04-24 on.',
    );
  });

  test('an order that is not known, also where it is no payment', async () => {
    expect(
      await refused({ command: 'VacateOrder', orderId: 'o-9', caseId: 'c-1', on: '2024-03-02' }),
    ).toContain('Correct the id of the order, or of its case. Only a payment may leave its order out');
  });

  test('a row of a table with nothing wrong is told which row of its order has', async () => {
    const folder = temporaryFolder();
    const file = folder.write(
      'orders.csv',
      [
        'order,case,defendant,statute,offence_on,entered_on,victim,track,amount,final_on,final_ground',
        'o-5,C5,D5,18 U.S.C. 2259,2019-06-01,2020-06-27,Cindy,TRAFFICKING,3000.00,,',
        'o-5,C5,D5,18 U.S.C. 2259,2019-06-01,2020-06-27,Sarah,TRAFFICKING,3000,,',
        'o-6,C6,D6,18 U.S.C. 2259,2019-06-01,2020-06-27,Sarah,TRAFFICKING,3000.00,,',
        '',
      ].join('\n'),
    );
    const { stdout } = await world.restitution(['import', file]);
    expect(stdout).toContain(
      'order-refused: Nothing is wrong with this row, but with line 3 of the same order',
    );
    expect(stdout).toContain('line 3      amount        not-an-amount');
    expect(stdout).toContain('1 recorded, 0 heard already, 2 refused.');
    folder.remove();
  });
});

describe('a victim that an amendment adds to a final order', () => {
  test('is owed from the day of the amendment, and its line is final from that day and not before', async () => {
    const world = await smallWorld();
    await world.apply([
      ...opening,
      { command: 'RegisterVictim', victimId: 'v-2', on: '2024-01-02' },
      {
        ...{ command: 'AmendOrder', orderId: 'o-1', caseId: 'c-1', on: '2024-06-03', authority: '3664(k)' },
        lines: [{ victimId: 'v-2', track: 'TRAFFICKING', amount: '3000.00' }],
      },
    ]);
    const timeline = JSON.parse((await world.restitution('timeline --victim v-2 --json')).stdout) as {
      rows: { type: string; effectiveOn: string }[];
    };
    const days = timeline.rows.map(({ type, effectiveOn }) => `${type} ${effectiveOn}`);
    expect(days).toEqual([
      'VictimRegistered 2024-01-02',
      'LiabilityImposed 2024-06-03',
      'LiabilityBecameFinal 2024-06-03',
    ]);
    const on = async (day: string): Promise<unknown> =>
      JSON.parse((await world.restitution(`liabilities --victim v-2 --as-of ${day} --json`)).stdout);
    expect(await on('2024-06-02')).toMatchObject({ rows: [] });
    expect(await on('2024-06-03')).toMatchObject({ rows: [{ isFinal: true, outstanding: '3000.00' }] });
    expect((await world.restitution('reviews')).stdout).toContain('POWER_OVER_SCHEDULE_ONLY');
    await world.close();
  });
});
