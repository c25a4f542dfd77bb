/** Whatever ended a liability is named: not only payments do. */
import { opening, payment, smallWorld, type SmallWorld } from './small-world.ts';

describe('why a liability is open no more', () => {
  let world: SmallWorld;

  beforeEach(async () => {
    world = await smallWorld();
  });

  afterEach(() => world.close());

  const ended = async (): Promise<string> =>
    (await world.restitution('liabilities --no-labels')).stdout.replaceAll(/\s+/g, ' ');
  const explained = async (): Promise<string> =>
    (await world.restitution('explain liability o-1 v-1')).stdout;

  const causes: readonly (readonly [string, readonly object[], RegExp])[] = [
    [
      'assistance from the Reserve, request q-1',
      [
        { command: 'RequestAssistance', requestId: 'q-1', victimId: 'v-1', on: '2025-03-03' },
        {
          ...{ command: 'OrderAssistance', requestId: 'q-1', victimId: 'v-1', caseId: 'c-1' },
          ...{ amount: '44790.78', on: '2025-06-02' },
        },
        {
          ...{ command: 'RecordReserveDeposit', depositId: 'r-1', source: 'ASSESSMENT' },
          ...{ amount: '100000.00', on: '2025-03-04' },
        },
        { command: 'PayAssistance', requestId: 'q-1', disbursementId: 'p-1', on: '2025-06-20' },
      ],
      /AssistanceReceived/,
    ],
    [
      'recovery x-1 elsewhere, which was verified',
      [
        {
          ...{ command: 'ReportRecovery', victimId: 'v-1', recoveryId: 'x-1', source: 'RESTITUTION_2259' },
          ...{ category: 'TRAFFICKING', amount: '9000.00', receivedOn: '2024-03-03', on: '2024-03-04' },
        },
        {
          command: 'VerifyRecovery',
          victimId: 'v-1',
          recoveryId: 'x-1',
          amount: '9000.00',
          on: '2024-03-05',
        },
      ],
      /RecoveryVerified/,
    ],
    [
      'the finding of losses in case c-1',
      [
        payment('1', '4000.00'),
        {
          ...{ command: 'DetermineLoss', victimId: 'v-1', caseId: 'c-1', category: 'TRAFFICKING' },
          ...{ amount: '4000.00', on: '2024-04-01' },
        },
      ],
      /LossDetermined/,
    ],
  ];

  test.each(causes)('%s', async (words, commands, type) => {
    await world.apply([...opening, ...commands]);
    expect(await ended()).toContain(`by ${words}`);
    const why = await explained();
    expect(why.replaceAll(/\s+/g, ' ')).toContain(`What brought it about is ${words}`);
    expect(why).not.toContain('No payment stands behind it');
    const { rows } = JSON.parse((await world.restitution('liabilities --json')).stdout) as {
      rows: { ending: { byReceipt: unknown; cause: { type: string } } }[];
    };
    expect(rows[0]!.ending).toMatchObject({ byReceipt: null, cause: { type: expect.stringMatching(type) } });
    expect((await world.restitution('victim v-1 --no-labels')).stdout).toContain(words);
    expect((await world.restitution('order o-1 --no-labels')).stdout).toContain(words);
  });

  test('what was paid out, where only that is received (P-05)', async () => {
    await world.apply([
      { command: 'SetPolicy', policy: 'P-05', value: 'DISBURSED', on: '2024-01-01' },
      ...opening,
      {
        ...{ command: 'DetermineLoss', victimId: 'v-1', caseId: 'c-1', category: 'TRAFFICKING' },
        ...{ amount: '4000.00', on: '2024-02-20' },
      },
      payment('1', '4000.00'),
      {
        ...{ command: 'RecordDisbursement', victimId: 'v-1', disbursementId: 'p-1', caseId: 'c-1' },
        ...{ amount: '4000.00', on: '2024-04-01' },
      },
    ]);
    expect(await ended()).toContain('18 U.S.C. 2259(b)(2)(C) on 2024-04-01 by payment p-1 to the victim');
  });

  test('a review that found it, where nothing happened', async () => {
    await world.apply([
      { command: 'SetPolicy', policy: 'P-14', value: 'HOLD', on: '2024-01-01' },
      ...opening,
      payment('1', '4000.00'),
      {
        ...{ command: 'ReportRecovery', victimId: 'v-1', recoveryId: 'x-1', source: 'CIVIL_JUDGMENT_2255' },
        ...{ category: 'TRAFFICKING', amount: '9000.00', receivedOn: '2024-03-03', on: '2024-03-04' },
      },
      { command: 'VerifyRecovery', victimId: 'v-1', recoveryId: 'x-1', amount: '9000.00', on: '2024-03-05' },
      { command: 'SetPolicy', policy: 'P-13', value: 'COUNT', on: '2024-04-01' },
      { command: 'ReviewLiabilities', victimId: 'v-1', on: '2024-04-02' },
    ]);
    expect(await ended()).toContain('18 U.S.C. 2259(b)(2)(C) on 2024-04-02');
    expect(await explained()).toContain('Nothing was paid then: the law was asked anew (ReviewLiabilities).');
  });

  test('the end of its term, with the section and the day, now and as of then', async () => {
    await world.apply([
      { command: 'RegisterVictim', victimId: 'v-1', on: '2001-01-02' },
      { command: 'RegisterCase', caseId: 'c-1', on: '2001-01-02' },
      { command: 'RegisterDefendant', caseId: 'c-1', defendantId: 'd-1', on: '2001-01-02' },
      {
        ...{ command: 'EnterOrder', orderId: 'o-1', caseId: 'c-1', defendantId: 'd-1' },
        ...{ statute: '18 U.S.C. 3663', offenceOn: '1999-11-30', on: '2001-05-14' },
        lines: [{ victimId: 'v-1', track: 'FULL_AMOUNT', amount: '1000.00' }],
      },
      { command: 'RecordRelease', caseId: 'c-1', defendantId: 'd-1', on: '2004-03-01' },
      { command: 'ExpireLiability', caseId: 'c-1', orderId: 'o-1', on: '2026-03-02' },
    ]);
    for (const clocks of [[], ['--as-of', '2025-01-01']]) {
      for (const asked of [['liabilities'], ['victim', 'v-1'], ['order', 'o-1']]) {
        const { stdout } = await world.restitution([...asked, ...clocks]);
        expect(stdout).toContain('18 U.S.C. 3613(b) on 2024-03-01: its term is over');
        expect(stdout).not.toContain('order not final yet');
      }
    }
    const before = await world.restitution(['liabilities', '--as-of', '2024-02-29']);
    expect(before.stdout).toContain('open');
  });

  test('what was paid above an amount that was lowered since is shown as overpaid (P-46)', async () => {
    await world.apply([
      ...opening,
      payment('1', '5000.00'),
      {
        ...{ command: 'AmendOrder', orderId: 'o-1', caseId: 'c-1', on: '2024-05-01' },
        ...{ lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '4000.00' }] },
        authority: '3664(o)(1)(A)',
      },
    ]);
    for (const clocks of [[], ['--as-of', '2024-05-01']]) {
      for (const asked of [['liabilities'], ['victim', 'v-1'], ['order', 'o-1']]) {
        const { stdout } = await world.restitution([...asked, ...clocks]);
        expect(stdout).toMatch(/overpaid/);
        expect(stdout).toContain('1,000.00');
      }
    }
    expect((await world.restitution('victim v-1')).stdout).toContain(
      '1,000.00 was paid above what is ordered now',
    );
    expect((await world.restitution('liabilities --as-of 2024-04-30')).stdout).not.toContain('overpaid');
  });

  test('a share is told with the words of 2259(b)(2)(B), and another line with those of its own track', async () => {
    await world.apply(opening);
    expect(await explained()).toContain('18 U.S.C. 2259(b)(2)(B)');
  });
});
