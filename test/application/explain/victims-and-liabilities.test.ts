import type { Explanation } from '../../../src/application/explain/explanation.ts';
import type { Command } from '../../../src/domain/commands.ts';
import {
  amendOrder,
  caseId,
  day,
  determineLoss,
  disburse,
  enterOrder,
  expire,
  makeFinal,
  orderId,
  recordNoImprisonment,
  recordClearance,
  recordPayment,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  today,
  undoExpiry,
  usd,
  vacateOrder,
  victimId,
} from '../../support/words.ts';
import { assignInterest } from '../../support/people-words.ts';
import { answersIn, closeAll, linesOf, stepThat, told } from './explaining.ts';

afterEach(closeAll);

const v1 = victimId('v-1');
const later = day('2026-03-12');

/** Losses of 5,000.00 in c-1, which is final, and orders of 5,000.00 and 4,000.00. */
const entered: readonly Command[] = [
  registerVictim(),
  ...['1', '2', '3'].flatMap((n) => [registerCase(`c-${n}`), registerDefendant(`d-${n}`)]),
  determineLoss('c-1', '5,000.00'),
  enterOrder('o-1', '5,000.00'),
  enterOrder('o-2', '4,000.00'),
  makeFinal('o-1'),
];
const paid: readonly Command[] = [
  recordPayment('dcd.1', '3,000.00', { to: 'o-1' }),
  recordPayment('dcd.2', '2,500.00', { to: 'o-2', on: later }),
];

describe('why a victim may still recover so much', () => {
  test('is told from the finding, the final case, the credits and the difference', async () => {
    const { explain } = await told(...entered, paid[0]!);
    const why = await explain.victim(v1, {});
    expect(why).toMatchObject({
      subject: { kind: 'victim', id: 'v-1', victimId: null },
      title: 'Why v-1 may still recover 2,000.00',
      figure: { name: 'headroom', amount: '2000.00' },
    });
    expect(linesOf(why!)).toEqual([
      '5,000.00 = 5,000.00',
      'greatest(5,000.00) = 5,000.00',
      '3,000.00 = 3,000.00',
      '3,000.00 = 3,000.00',
      'greatest(5,000.00 - 3,000.00, 0.00) = 2,000.00',
    ]);
    const cap = stepThat(why, /^The greatest loss found/);
    expect(cap.says).toContain(
      'Case c-1 finds 5,000.00, and has an order that is final (P-01: DIRECT_REVIEW_DONE).',
    );
    expect(cap.facts.map(({ type, amount }) => [type, amount])).toEqual([
      ['LossDetermined', '5000.00'],
      ['LiabilityBecameFinal', null],
      ['GreatestLossChanged', '5000.00'],
    ]);
    expect(cap.law).toEqual([
      {
        citation: '18 U.S.C. 2259(b)(2)(C)',
        words: expect.stringMatching(/^A victim's total aggregate recovery/),
      },
    ]);
    expect(answersIn(cap)).toMatchObject({
      'P-01': 'DIRECT_REVIEW_DONE (0)',
      'P-12': 'COUNT_AGAINST_GROSS (0)',
    });
  });

  test('names cases that do not count, and looks again at what was recorded since', async () => {
    const { explain } = await told(
      ...entered,
      determineLoss('c-2', '9,000.00'),
      { ...determineLoss('c-3', '4,000.00'), assistanceDeducted: usd('500.00') },
      enterOrder('o-3', '4,000.00'),
      makeFinal('o-3'),
    );
    const again = stepThat(await explain.victim(v1, {}), /^What was recorded since has not moved it/);
    expect(again.says).toContain('Case c-2 finds 9,000.00, but has no order that is final and counts');
    expect(again.arithmetic.map(({ text }) => text)).toEqual([
      '5,000.00 = 5,000.00',
      '4,000.00 + 500.00 = 4,500.00',
      'greatest(5,000.00, 4,500.00) = 5,000.00',
    ]);
  });

  test('tells of full recovery, what it ended, and what came in above', async () => {
    const { explain } = await told(...entered, setPolicy('P-07', 'ACCEPT_WHOLE'), ...paid);
    const why = await explain.victim(v1, {});
    const full = stepThat(why, /has received the full amount on 2026-03-12/);
    expect(full.arithmetic.map(({ text }) => text)).toEqual([
      '3,000.00 + 2,500.00 = 5,500.00',
      '5,500.00 - 5,000.00 = 500.00',
    ]);
    expect(answersIn(full)).toMatchObject({ 'P-05': 'PAID_THROUGH_COURT (1)' });
    expect(stepThat(why, /2 liabilities ended/).arithmetic[0]?.text).toBe('2,000.00 + 1,500.00 = 3,500.00');
    expect(stepThat(why, /500.00 more than the greatest loss/).arithmetic.at(-1)).toMatchObject({
      text: '5,500.00 - 5,000.00 = 500.00',
      isAsRecorded: true,
    });
  });

  test('counts only what was paid out where the answer to P-05 says so, and takes vacated orders off by P-18', async () => {
    const disbursed = await told(
      setPolicy('P-05', 'DISBURSED'),
      ...entered,
      recordPayment('dcd.1', '5,000.00', { to: 'o-1' }),
      disburse('p-1', '5,000.00', { on: later }),
    );
    const full = stepThat(await disbursed.explain.victim(v1, {}), /has received the full amount/);
    expect(full.arithmetic.map(({ text }) => text)).toEqual([
      'least(5,000.00, greatest(5,000.00 - 0.00, 0.00)) = 5,000.00',
      '5,000.00 = 5,000.00',
      '5,000.00 - 5,000.00 = 0.00',
    ]);
    const vacated = await told(
      setPolicy('P-18', 'DO_NOT_COUNT'),
      ...entered,
      recordPayment('dcd.1', '1,000.00', { to: 'o-1' }),
      recordPayment('dcd.2', '700.00', { to: 'o-2' }),
      vacateOrder('o-2'),
    );
    expect(linesOf((await vacated.explain.victim(v1, {}))!)).toContain(
      '1,000.00 + 700.00 - 700.00 = 1,000.00',
    );
  });

  test('counts only what has cleared where the answer to P-05 says so, and shows what was assigned of it', async () => {
    const cleared = [recordClearance('dcd.1', { on: later }), recordClearance('dcd.2', { on: later })];
    const payments = [
      recordPayment('dcd.1', '3,000.00', { to: 'o-1' }),
      recordPayment('dcd.2', '2,000.00', { to: 'o-2' }),
    ] as const;
    const { explain } = await told(setPolicy('P-05', 'CLEARED'), ...entered, ...payments, ...cleared);
    const full = stepThat(await explain.victim(v1, {}), /has received the full amount on/);
    expect(full.arithmetic.map(({ text, note }) => `${text}, ${note}`)).toEqual([
      '3,000.00 = 3,000.00, cleared in case c-1',
      '2,000.00 = 2,000.00, cleared in case c-2',
      expect.stringMatching(/^3,000.00 \+ 2,000.00 = 5,000.00, received/),
      expect.stringMatching(/^5,000.00 - 5,000.00 = 0.00/),
    ]);
    const assigned = await told(
      ...[setPolicy('P-05', 'CLEARED'), setPolicy('P-29', 'ASSIGNED_DOES_NOT_COUNT'), ...entered],
      assignInterest({ inCase: 'c-2', on: today }),
      ...[...payments, ...cleared, recordPayment('dcd.3', '2,000.00', { to: 'o-1' })],
      recordClearance('dcd.3', { on: later }),
    );
    const own = stepThat(await assigned.explain.victim(v1, {}), /has received the full amount on/);
    expect(own.arithmetic.map(({ text }) => text)).toContain('2,000.00 - 2,000.00 = 0.00');
  });

  test('is told on both clocks, and where there is nothing to tell it says so', async () => {
    const { explain } = await told(...entered, ...paid);
    expect((await explain.victim(v1, { asOf: today }))!.figure).toEqual({
      name: 'headroom',
      amount: '2000.00',
    });
    const empty = await told(registerVictim());
    const why = await empty.explain.victim(v1, {});
    expect(why!.title).toBe('What v-1 may still recover: no case with a final order sets a limit');
    expect(why!.steps.map(({ says }) => says)).toEqual([
      'No case with a final order has found what this victim lost, so there is no greatest loss.',
      'Nothing has been received of the losses that count.',
      'Without a greatest loss there is no limit: no liability ends by itself.',
    ]);
    expect(await empty.explain.victim(victimId('v-9'), {})).toBeUndefined();
  });
});

describe('why so much is owed under an order', () => {
  const liability = async (commands: readonly Command[], order: string): Promise<Explanation> => {
    const { explain } = await told(...commands);
    const why = await explain.liability(orderId(order), undefined, {});
    if (why === undefined || !('title' in why)) throw new Error('there is no such liability');
    return why;
  };

  test('is told from what was ordered and amended, paid, and ended by law through a payment', async () => {
    const why = await liability([...entered, amendOrder('o-2', '4,500.00'), ...paid], 'o-2');
    expect(why.title).toBe('Why 0.00 is owed to v-1 under order o-2');
    expect(why.steps.map(({ says }) => says)).toEqual([
      'The court orders d-2 to pay 4,500.00, after 1 amendment. The order is not final.',
      '2,000.00 has been paid under it.',
      'On 2026-03-12, 2,500.00 that was still owed ended by law, with full recovery 1 of the victim. The payment behind it is receipt dcd.2.',
      '2,500.00 of it stands ended by law.',
      '0.00 is owed.',
    ]);
    expect(linesOf(why)).toEqual([
      '2,000.00 = 2,000.00',
      '2,500.00 = 2,500.00',
      'greatest(4,500.00 - 2,000.00 - 2,500.00, 0.00) = 0.00',
    ]);
    expect(why.steps[0]!.law.map(({ citation }) => citation)).toEqual([
      '18 U.S.C. 2259(b)(2)(B)',
      '18 U.S.C. 3664(o)',
    ]);
  });

  test('tells of payments that came back, and of what came to be owed again', async () => {
    const why = await liability(
      [...entered, ...paid, returnPayment('dcd.2', { on: day('2026-03-20') })],
      'o-1',
    );
    expect(linesOf(why)).toEqual([
      '3,000.00 = 3,000.00',
      '2,000.00 - 2,000.00 = 0.00',
      'greatest(5,000.00 - 3,000.00 - 0.00, 0.00) = 2,000.00',
    ]);
    expect(answersIn(stepThat(why, /came to be owed again/))).toEqual({
      'P-15': 'NO_REVIVAL (0)',
      'P-19': 'REINSTATE (0)',
    });
  });

  test('tells of a term that was over, and that this had been recorded in error', async () => {
    const over = [
      recordNoImprisonment('d-2', { inCase: 'c-2' }),
      { ...expire({ order: 'o-2', on: day('2046-03-12') }), caseId: caseId('c-2') },
    ];
    const error = { ...undoExpiry({ order: 'o-2', on: day('2046-03-13') }), caseId: caseId('c-2') };
    const why = await liability([...entered, paid[1]!, ...over, error], 'o-2');
    expect(linesOf(why)).toContain('1,500.00 - 1,500.00 = 0.00');
    expect(stepThat(why, /recorded in error/).says).toContain('1,500.00 came to be owed again');
    expect(why).toMatchObject({ figure: { amount: '1500.00' } });
  });

  test('tells of a term that was no end, of an order set aside since, that nothing is owed again', async () => {
    const story = [
      recordNoImprisonment('d-2', { inCase: 'c-2' }),
      { ...expire({ order: 'o-2', on: day('2046-03-12') }), caseId: caseId('c-2') },
      vacateOrder('o-2', { on: day('2046-03-12') }),
      { ...undoExpiry({ order: 'o-2', on: day('2046-03-13') }), caseId: caseId('c-2') },
    ];
    const why = await liability([...entered, paid[1]!, ...story], 'o-2');
    expect(stepThat(why, /recorded in error/).says).toContain('1,500.00 that had ended was set aside');
    expect(why).toMatchObject({ figure: { amount: '0.00' } });
  });

  test('says of an order that was set aside that nothing is owed', async () => {
    const why = await liability([...entered, vacateOrder('o-2')], 'o-2');
    expect(stepThat(why, /set aside on/).says).toContain('4,000.00 that was owed is owed no more');
    expect(linesOf(why)).toEqual(['0.00 = 0.00']);
  });

  const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1' } as const;
  const joint = (crediting: 'PER_JUDGMENT' | 'PRO_RATA' | null): readonly Command[] => [
    ...[registerVictim(), registerCase(), registerDefendant(), registerDefendant('d-2', { caseId: 'c-1' })],
    enterOrder('o-1', '100.00', fraud),
    enterOrder('o-2', '40.00', fraud),
    {
      type: 'MakeOrdersJoint',
      ...{ caseId: caseId('c-1'), orderIds: [orderId('o-1'), orderId('o-2')], crediting, on: today },
    },
  ];

  test('is less where others who owe it jointly have paid, by the judgment', async () => {
    const paidBySecond = recordPayment('dcd.1', '30.00', { to: 'o-2', caseId: 'c-1' });
    const why = await liability([...joint('PER_JUDGMENT'), paidBySecond], 'o-1');
    expect(linesOf(why)).toEqual([
      'greatest(100.00 - 0.00 - 0.00, 0.00) = 100.00',
      'greatest(100.00, 40.00) = 100.00',
      '100.00 - (0.00 + 30.00) = 70.00',
      '100.00 - 0.00 - 30.00 = 70.00',
      'greatest(least(70.00, 70.00), 0.00) = 70.00',
      'least(100.00, 70.00) = 70.00',
    ]);
    const step = stepThat(why, /owed jointly/);
    expect(step.says).toContain('The judgment credits one with what another pays: PER_JUDGMENT.');
    expect(step.law[0]?.citation).toBe('18 U.S.C. 3664(h)');
    expect(step.policies).toEqual([]);
  });

  test('is less by P-23 where the judgment is silent', async () => {
    const paidByFirst = recordPayment('dcd.1', '50.00', { to: 'o-1', caseId: 'c-1' });
    const why = await liability([setPolicy('P-23', 'PRO_RATA'), ...joint(null), paidByFirst], 'o-2');
    expect(linesOf(why).slice(1)).toEqual([
      'greatest(100.00, 40.00) = 100.00',
      '100.00 - (50.00 + 0.00) = 50.00',
      '40.00 - 0.00 - cut(50.00 x least(100.00, 40.00) / 100.00) = 20.00',
      'greatest(least(20.00, 50.00), 0.00) = 20.00',
      'least(40.00, 20.00) = 20.00',
    ]);
    expect(answersIn(stepThat(why, /owed jointly/))).toEqual({ 'P-23': 'PRO_RATA (1)' });
  });

  test('asks for a victim where the order has several, and knows no other', async () => {
    const { explain } = await told(
      ...[registerVictim(), registerVictim('v-2'), registerCase(), registerDefendant()],
      enterOrder('o-1', { 'v-1': '10.00', 'v-2': '20.00' }, fraud),
    );
    expect(await explain.liability(orderId('o-1'), undefined, {})).toEqual({ victims: ['v-1', 'v-2'] });
    expect(await explain.liability(orderId('o-1'), victimId('v-2'), {})).toMatchObject({
      figure: { name: 'outstanding', amount: '20.00' },
    });
    expect(await explain.liability(orderId('o-1'), victimId('v-9'), {})).toBeUndefined();
    expect(await explain.liability(orderId('o-9'), undefined, {})).toBeUndefined();
  });
});

test('the answer that ended it is named: of what was owed as all was received, and of what came to be owed later', async () => {
  const { explain } = await told(
    ...[...entered, ...paid],
    ...[determineLoss('c-3', '3,500.00', { on: later }), enterOrder('o-3', '3,500.00', { on: later })],
  );
  const answersOf = async (id: string): Promise<readonly string[]> => {
    const why = await explain.liability(orderId(id), v1, {});
    return Object.keys(answersIn(stepThat(why as Explanation, /that was still owed ended by law/)));
  };
  expect(await answersOf('o-1')).toEqual(['P-14', 'P-22']);
  expect(await answersOf('o-3')).toEqual(['P-16', 'P-22']);
});
