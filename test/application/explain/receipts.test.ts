import type { Command } from '../../../src/domain/commands.ts';
import {
  day,
  defendantId,
  determineLoss,
  enterOrder,
  imposeDebt,
  makeFinal,
  orderId,
  receiptId,
  recordPayment,
  recordRefund,
  recordYield,
  registerCase,
  registerDefendant,
  registerVictim,
  returnPayment,
  setPolicy,
  tomorrow,
  victimId,
} from '../../support/words.ts';
import type { Explanation } from '../../../src/application/explain/explanation.ts';
import { answersIn, closeAll, linesOf, stepThat, told } from './explaining.ts';

afterEach(closeAll);

const fraud = { statute: '18 U.S.C. 3663A', caseId: 'c-1', defendantId: 'd-1' } as const;
const begun: readonly Command[] = [
  ...['v-1', 'v-2', 'v-3'].map((id) => registerVictim(id)),
  ...[registerCase(), registerDefendant()],
];

async function explained(...commands: readonly Command[]) {
  const { explain } = await told(...commands);
  const why = await explain.receipt(receiptId('dcd.1'), {});
  if (why === undefined) throw new Error('there is no such receipt');
  return why;
}

describe('where a receipt went', () => {
  test('is told step by step, each share with what of a cent was left over', async () => {
    const why = await explained(
      ...begun,
      imposeDebt('b-1', 'ASSESSMENT_3013', '100.00'),
      enterOrder('o-1', { 'v-1': '100.00', 'v-2': '100.00', 'v-3': '100.00' }, fraud),
      imposeDebt('b-2', 'FINE', '500.00'),
      recordPayment('dcd.1', '200.00'),
    );
    const round = stepThat(why, /came to be divided in case c-1/);
    expect(round.says).toContain(
      'It follows 18 U.S.C. 3612(c), for no assessment under 18 U.S.C. 2259A stands',
    );
    expect(round.arithmetic.map(({ text, note }) => [text, note])).toEqual([
      ['least(200.00, 100.00) = 100.00', 'what is left of the receipt, or all that is owed in this step'],
      ['100.00 = 100.00', 'debt b-1 (ASSESSMENT_3013): all that is owed'],
      [
        'least(100.00, 100.00 + 100.00 + 100.00) = 100.00',
        'what is left of the receipt, or all that is owed in this step',
      ],
      [
        'cut(100.00 x 100.00 / 300.00) + 0.01 = 33.34',
        'v-1 under o-1: 1/3 of a cent is left over, and a cent comes here',
      ],
      ['cut(100.00 x 100.00 / 300.00) = 33.33', 'v-2 under o-1: 1/3 of a cent is left over'],
      ['cut(100.00 x 100.00 / 300.00) = 33.33', 'v-3 under o-1: 1/3 of a cent is left over'],
      ['0.00 = 0.00', 'found nobody to take it'],
    ]);
    expect(round.arithmetic.every(({ isAsRecorded }) => isAsRecorded === true)).toBe(true);
    expect(round.law[0]).toMatchObject({
      citation: '18 U.S.C. 3612(c)',
      words: expect.stringContaining('sequence'),
    });
    expect(answersIn(round)).toMatchObject({ 'P-26': 'OUTSTANDING (0)', 'P-39': 'STATUTE (0)' });
    expect(linesOf(why).slice(-2)).toEqual([
      '200.00 + 0.00 + 0.00 + 0.00 = 200.00',
      '100.00 + 33.34 + 33.33 + 33.33 = 200.00',
    ]);
  });

  test.each([
    ['OUTSTANDING', ['cut(1.00 x 1.00 / 3.00) = 0.33', 'cut(1.00 x 2.00 / 3.00) + 0.01 = 0.67']],
    ['OUTSTANDING_CUT', ['cut(1.00 x 1.00 / 3.00) + 0.01 = 0.34', 'cut(1.00 x 2.00 / 3.00) = 0.66']],
  ] as const)('is divided with cents by the answer to P-26: %s', async (answer, shares) => {
    const why = await explained(
      setPolicy('P-26', answer),
      ...begun,
      enterOrder('o-1', { 'v-1': '1.00', 'v-2': '2.00' }, fraud),
      recordPayment('dcd.1', '1.00'),
    );
    expect(stepThat(why, /came to be divided/).arithmetic.map(({ text }) => text)).toEqual([
      'least(1.00, 1.00 + 2.00) = 1.00',
      ...shares,
      '0.00 = 0.00',
    ]);
  });

  test('is divided by what was ordered, and who is paid in full stands aside', async () => {
    const why = await explained(
      setPolicy('P-26', 'ORDERED'),
      ...begun,
      enterOrder('o-1', '10.00', fraud),
      enterOrder('o-2', { 'v-2': '100.00' }, fraud),
      recordPayment('dcd.2', '8.00', { to: 'o-1' }),
      recordPayment('dcd.1', '55.00', { to: null }),
    );
    expect(stepThat(why, /came to be divided/).arithmetic.map(({ text }) => text)).toEqual([
      'least(55.00, 2.00 + 100.00) = 55.00',
      'least(cut(55.00 x 10.00 / 110.00), 2.00) = 2.00',
      'cut(53.00 x 100.00 / 100.00) = 53.00',
      '0.00 = 0.00',
    ]);
  });

  test('is told by sums where there are more than twenty payees', async () => {
    const victims = Array.from({ length: 21 }, (_, at) => `v-${String(at + 1)}`);
    const why = await explained(
      ...victims.map((id) => registerVictim(id)),
      ...[registerCase(), registerDefendant()],
      enterOrder('o-1', Object.fromEntries(victims.map((id) => [id, '10.00'])), fraud),
      recordPayment('dcd.1', '21.00'),
    );
    expect(linesOf(why)).toEqual([
      'least(21.00, 210.00) = 21.00',
      '0.00 = 0.00',
      '0.00 + (21.00 - 21.00) = 0.00',
      '21.00 + 0.00 + 0.00 + 0.00 = 21.00',
      '21.00 = 21.00',
    ]);
  });

  /** 3,000.00 of 5,000.00 came in before. */
  const nearCap: readonly Command[] = [
    registerVictim(),
    ...['1', '2'].flatMap((n) => [registerCase(`c-${n}`), registerDefendant(`d-${n}`)]),
    determineLoss('c-1', '5,000.00'),
    enterOrder('o-1', '5,000.00'),
    enterOrder('o-2', '4,000.00'),
    makeFinal('o-1'),
    recordPayment('dcd.2', '3,000.00', { to: 'o-1' }),
  ];

  test.each([
    ['SPLIT', 'least(2,500.00, 4,000.00, 2,000.00) = 2,000.00', '0.00 + (2,500.00 - 2,000.00) = 500.00'],
    ['ACCEPT_WHOLE', 'least(2,500.00, 4,000.00) = 2,500.00', '0.00 + (2,500.00 - 2,500.00) = 0.00'],
    ['REJECT_WHOLE', '0.00 = 0.00', '0.00 + (2,500.00 - 0.00) = 2,500.00'],
  ] as const)('is let in as far as the headroom and P-07 go: %s', async (answer, taken, left) => {
    const why = await explained(
      setPolicy('P-07', answer),
      ...nearCap,
      recordPayment('dcd.1', '2,500.00', { to: 'o-2' }),
    );
    const step = stepThat(why, /made to the streams of victims/);
    expect(step.arithmetic.map(({ text }) => text)).toEqual([
      'greatest(4,000.00 - 0.00 - 0.00, 0.00) = 4,000.00',
      'greatest(5,000.00 - 3,000.00, 0.00) = 2,000.00',
      taken,
    ]);
    expect(answersIn(step)['P-07']).toBe(answer === 'SPLIT' ? 'SPLIT (0)' : `${answer} (1)`);
    expect(stepThat(why, /is left of the receipt in case/).arithmetic[0]).toMatchObject({
      text: left,
      isAsRecorded: true,
    });
  });

  test('shows the answer that held when it was divided, and not that of today', async () => {
    const commands = [...nearCap, recordPayment('dcd.1', '2,500.00', { to: 'o-2' })];
    const why = await explained(
      setPolicy('P-07', 'REJECT_WHOLE', { on: tomorrow }),
      ...commands,
      setPolicy('P-26', 'ORDERED', { on: tomorrow }),
    );
    expect(answersIn(stepThat(why, /made to the streams/))['P-07']).toBe('SPLIT (0)');
    expect(answersIn(stepThat(why, /came to be divided/))['P-26']).toBe('OUTSTANDING (0)');
    expect(stepThat(why, /is held, to be refunded/).facts).toMatchObject([
      { type: 'ExcessHeld', amount: '500.00' },
    ]);
    expect(answersIn(stepThat(why, /is held, to be refunded/))).toEqual({
      'P-09': 'OTHER_DEBTS_THEN_REFUND (0)',
    });
  });

  test('is followed to interest, which comes behind principal', async () => {
    const why = await explained(
      ...begun,
      recordYield('2026-03-13', '4.05'),
      enterOrder('o-1', '10,000.00', fraud),
      recordPayment('dcd.1', '10,100.00', { on: day('2026-04-16') }),
    );
    // 10,000.00 for the 30 days from 17 March: 300,000.00 x 4.05 / 36500 = 33.2876...
    const round = stepThat(why, /came to be divided in case c-1/);
    expect(round.arithmetic.map(({ text }) => text)).toEqual([
      'least(10,100.00, 10,000.00) = 10,000.00',
      '10,000.00 = 10,000.00',
      'least(100.00, 33.29) = 33.29',
      '33.29 = 33.29',
      '66.71 = 66.71',
    ]);
    expect(round.arithmetic.every(({ isAsRecorded }) => isAsRecorded === true)).toBe(true);
    expect(round.law.map(({ citation }) => citation)).toContain('18 U.S.C. 3612(i)');
    expect(linesOf(why).at(-1)).toBe('10,000.00 + 33.29 = 10,033.29');
  });

  test('is followed to the other cases of its payor', async () => {
    const why = await explained(
      ...[registerVictim(), registerVictim('v-2')],
      ...['c-1', 'c-2'].flatMap((id) => [registerCase(id), registerDefendant('d-1', { caseId: id })]),
      enterOrder('o-1', '100.00', fraud),
      enterOrder('o-2', { 'v-2': '30.00' }, { ...fraud, caseId: 'c-2' }),
      recordPayment('dcd.1', '120.00', { to: null, caseId: 'c-1', defendantId: defendantId('d-1') }),
    );
    const passed = stepThat(why, /went on from case c-1 to case c-2/);
    expect(passed.says).toMatch(/^20.00 went on/);
    expect(passed.law[0]?.citation).toBe('18 U.S.C. 3612(c)');
    expect(answersIn(passed)).toMatchObject({ 'P-09': 'OTHER_DEBTS_THEN_REFUND (0)' });
    expect(stepThat(why, /came to be divided in case c-2/).arithmetic[0]?.text).toBe(
      'least(20.00, 30.00) = 20.00',
    );
    expect(linesOf(why).at(-1)).toBe('100.00 + 20.00 = 120.00');
  });

  test('tells of refunds, and of money that came back', async () => {
    const commands = [
      ...nearCap,
      recordPayment('dcd.1', '2,500.00', { to: 'o-2' }),
      recordRefund('f-1', '500.00'),
    ];
    expect(linesOf(await explained(...commands)).slice(-2)).toEqual([
      '2,000.00 + 0.00 + 500.00 + 0.00 = 2,500.00',
      '2,000.00 = 2,000.00',
    ]);
    const back = await explained(...commands, returnPayment('dcd.1', { on: tomorrow }));
    expect(stepThat(back, /It came back unpaid on 2026-03-03/).arithmetic.map(({ text }) => text)).toEqual([
      '2,000.00 - 2,000.00 = 0.00',
    ]);
  });
});

test('a payment that becomes known late, and has the room of a later one: what had ended gives way, to the cent', async () => {
  const before = { on: day('2026-01-05') };
  const { explain } = await told(
    setPolicy('P-45', 'STRICT_EFFECTIVE_DATE', { on: day('2020-01-01') }),
    ...['c-1', 'c-2'].map((id) => registerCase(id, before)),
    ...['d-1', 'd-2'].map((id) => registerDefendant(id, before)),
    ...[registerVictim('v-1', before), determineLoss('c-1', '10,000.00', before)],
    ...[
      enterOrder('o-1', '8,000.00', before),
      enterOrder('o-2', '9,000.00', before),
      makeFinal('o-1', before),
    ],
    recordPayment('dcd.1', '9,000.00', { to: 'o-2', on: day('2026-02-10') }),
    recordPayment('dcd.2', '1,500.00', { on: day('2026-02-12') }),
    recordPayment('dcd.3', '2,000.00', { on: day('2026-01-20') }),
  );
  const late = (await explain.receipt(receiptId('dcd.3'), {}))!;
  const tendered = stepThat(late, /tender was made/);
  expect(tendered.arithmetic.map(({ text }) => text)).toEqual([
    '2,000.00 = 2,000.00',
    'greatest(8,000.00 - 0.00 - 5,000.00, 0.00) = 3,000.00',
    'greatest(10,000.00 - 8,000.00, 0.00) = 2,000.00',
    'least(2,000.00, 3,000.00, 2,000.00) = 2,000.00',
  ]);
  const displaced = (await explain.receipt(receiptId('dcd.1'), {}))!;
  expect(stepThat(displaced, /leaves no room, was taken back/).says).toContain('1,000.00');
  const owed = await explain.liability(orderId('o-1'), victimId('v-1'), {});
  expect(stepThat(owed as Explanation, /stands ended by law/).arithmetic[0]).toMatchObject({
    text: '7,000.00 - 2,000.00 + 1,000.00 = 6,000.00',
  });
});
