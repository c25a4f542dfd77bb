import { smallWorld, type SmallWorld } from './small-world.ts';

const known = [
  { command: 'RegisterVictim', victimId: 'v-1', on: '2026-01-02' },
  { command: 'RegisterCase', caseId: 'c-1', on: '2026-01-02' },
  { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1', on: '2026-01-02' },
];
const losses =
  'victim,case,category,amount,on,statute,property,property_value_at_loss,property_value_at_sentencing';
const orders =
  'order,case,defendant,statute,offence_on,entered_on,victim,track,amount,final_on,final_ground,offences,override';

describe('orders under every statute, at the command line', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
    await world.apply(known);
  });

  afterEach(() => world.close());

  const imported = (...lines: readonly string[]) =>
    world.restitution(['import', '-', '--json'], { stdin: `${lines.join('\n')}\n` });

  test('an amount that its own values do not come to is refused in its column, with the figure', async () => {
    const { exitCode, stdout } = await imported(
      losses,
      'v-1,c-1,OTHER,90.00,2026-03-02,18 U.S.C. 3663A,90.00,80.00,100.00',
      'v-1,c-1,OTHER,100.00,2026-03-02,18 U.S.C. 3663A,100.00,80.00,100.00',
    );
    expect(exitCode).toBe(6);
    expect(stdout).toContain('head-amount-differs');
    expect(stdout).toContain('They come to 100.00.');
    const { stdout: victim } = await world.restitution('victim v-1');
    expect(victim).toContain('other, 18 U.S.C. 3663A');
  });

  test('an order is imported with its offences, and shown with them', async () => {
    const row = (track: string, offences: string, override: string) =>
      `o-1,c-1,d-1,18 U.S.C. 2259,2021-03-04,2026-03-02,v-1,${track},3000.00,,,${offences},${override}`;
    const refused = await imported(orders, row('FULL_AMOUNT', '18 U.S.C. 2252A(a)(5)', ''));
    expect(refused.stdout).toContain('track-without-offence');
    const offences = '18 U.S.C. 2252A(a)(2); 18 U.S.C. 2252A(a)(5)';
    expect((await imported(orders, row('TRAFFICKING', offences, ''))).exitCode).toBe(0);
    expect((await world.restitution('order o-1')).stdout).toContain(
      'Convicted under 18 U.S.C. 2252A(a)(2), 18 U.S.C. 2252A(a)(5).',
    );
  });

  test('an offence that is not on the list is told in its column', async () => {
    const { stdout } = await imported(
      orders,
      'o-1,c-1,d-1,18 U.S.C. 2259,2021-03-04,2026-03-02,v-1,TRAFFICKING,3000.00,,,18 U.S.C. 9999,',
    );
    expect(stdout).toContain('/offences');
    expect(stdout).toContain('not-a-choice');
  });

  test('nothing to look at and nothing due is said, and is an empty list for programs', async () => {
    for (const verb of ['reviews', 'deadlines']) {
      const { exitCode, stdout, stderr } = await world.restitution(verb);
      expect([exitCode, stdout]).toEqual([0, '']);
      expect(stderr).not.toBe('');
      expect(JSON.parse((await world.restitution(`${verb} --json`)).stdout)).toMatchObject({ rows: [] });
    }
  });

  test('what is due, and what to look at, stand in a table', async () => {
    await world.apply([
      {
        ...{ command: 'DeferFinding', caseId: 'c-1', defendantId: 'd-1', on: '2026-03-02' },
        ...{ sentencedOn: '2026-03-02', finalOn: '2026-06-30' },
      },
    ]);
    const { stdout } = await world.restitution('deadlines --as-of 2026-07-01');
    expect(stdout).toMatch(/2026-06-30\s+overdue\s+DETERMINATION\s+2026-03-02/);
    const { stdout: looked } = await world.restitution('reviews --case c-1');
    expect(looked).toMatch(/DETERMINED_LATE\s+18 U\.S\.C\. 3664\(d\)\(5\)/);
  });

  test('a decision that the law does not leave to the court is refused, with what to do', async () => {
    const { exitCode, stdout } = await world.apply(
      [
        {
          ...{ command: 'DeclineRestitution', caseId: 'c-1', defendantId: 'd-1', on: '2026-03-02' },
          ...{ statute: '18 U.S.C. 2259', ground: 'ECONOMIC_CIRCUMSTANCES' },
        },
      ],
      ['--json'],
    );
    expect(exitCode).not.toBe(0);
    expect(stdout).toContain('order-mandatory');
    expect(stdout).toContain('correct the statute or the ground');
  });

  test('an amendment names its power', async () => {
    const { stdout } = await world.apply(
      [
        {
          ...{ command: 'AmendOrder', orderId: 'o-1', caseId: 'c-1', on: '2026-03-02' },
          lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '3500.00' }],
        },
      ],
      ['--json'],
    );
    expect(stdout).toContain('/authority');
    expect(stdout).toContain('field-missing');
  });
});
