/** A payor with two cases: what is left of a receipt goes to interest and penalties in the other one, too. */
import type { Command } from '../../src/domain/commands.ts';
import {
  caseId,
  day,
  enterOrder,
  imposeDebt,
  orderId,
  recordYield,
  registerCase,
  registerDefendant,
  returnPayment,
  setPaymentSchedule,
  setPolicy,
} from '../support/words.ts';
import { aYearOn, balances, fraud, judgment, known, order, paid, told } from './interest-world.ts';

const elsewhere = { ...fraud, caseId: 'c-2' } as const;
/** 10,000.00 in c-1 and 5,000.00 in c-2, each with a year of interest at 4.05 percent: 405.00, and 202.50. */
const two: readonly Command[] = [
  ...[registerCase('c-2'), registerDefendant('d-1', { caseId: 'c-2' }), order],
  enterOrder('o-2', { 'v-2': '5,000.00' }, elsewhere),
];
const credits = (moved: readonly string[]) => moved.filter((each) => !each.startsWith('RecoveryCredited'));

describe.each([true, false])('what one case leaves of a receipt (all at once: %s)', (isAtomic) => {
  test('goes to principal in the other, then to interest there, and what is left is held', async () => {
    const all = await told([...known, ...two, paid('dcd.1', '16,000.00', aYearOn)], isAtomic);
    expect(all.moved).toEqual([
      ...['RecoveryCredited o-1 v-1 10000.00', 'InterestCredited o-1 v-1 405.00'],
      ...['RecoveryCredited o-2 v-2 5000.00', 'InterestCredited o-2 v-2 202.50', 'ExcessHeld 392.50'],
    ]);
    // The second sum is worked out anew: 5,000.00 at 4.05 percent for 365 days of 365.
    expect((5_000_00n * 405n) / 10_000n).toBe(202_50n);
    expect(await balances(all)).toMatchObject({ 'interest-paid': '607.50', 'refund-payable': '-392.50' });
  });

  test('reaches interest there no earlier than principal, and no more than is owed, payment after payment', async () => {
    const short = ['15,500.00', '50.00', '50.00', '50.00'].map((amount, at) =>
      paid(`dcd.${String(at + 1)}`, amount, aYearOn),
    );
    const all = await told([...known, ...two, ...short], isAtomic);
    expect(credits(all.moved)).toEqual([
      ...['InterestCredited o-1 v-1 405.00', 'InterestCredited o-2 v-2 95.00'],
      ...['InterestCredited o-2 v-2 50.00', 'InterestCredited o-2 v-2 50.00'],
      ...['InterestCredited o-2 v-2 7.50', 'ExcessHeld 42.50'],
    ]);
  });

  test('comes back from there when the bank takes it back', async () => {
    const back = returnPayment('dcd.1', { on: day('2027-03-20') });
    const all = await told([...known, ...two, paid('dcd.1', '16,000.00', aYearOn), back], isAtomic);
    expect(all.moved.slice(-2)).toEqual([
      'InterestReversed o-1 v-1 405.00',
      'InterestReversed o-2 v-2 202.50',
    ]);
    expect(await balances(all)).toEqual({ ordered: '-15000.00', receivable: '15000.00' });
  });

  test('waits where the yield of an order there is missing, and goes on when it is recorded', async () => {
    const later = enterOrder('o-3', { 'v-2': '5,000.00' }, { ...elsewhere, on: day('2026-05-04') });
    const commands = [...known, ...two, later, paid('dcd.1', '21,500.00', aYearOn)];
    const all = await told([...commands, recordYield('2026-05-15', '4.05')], isAtomic);
    expect(credits(all.moved)).toEqual([
      ...['InterestCredited o-1 v-1 405.00', 'InterestCredited o-2 v-2 202.50'],
      ...['InterestNotKnown o-3 YIELD_MISSING', 'ExcessHeld 892.50', 'ExcessReleased 892.50'],
      ...['InterestCredited o-3 v-2 167.55', 'ExcessHeld 724.95'],
    ]);
    // The second sum is worked out anew: 302 days from 19 May 2026 on, half a cent up.
    expect((2n * 5_000_00n * 405n * 302n + 3_650_000n) / (2n * 3_650_000n)).toBe(167_55n);
    expect(await balances(all)).toMatchObject({ 'refund-payable': '-724.95' });
  });
});

test.each([
  ['owed jointly there', 'OWED_JOINTLY'],
  ['under earlier law there', 'EARLIER_LAW'],
] as const)('what is split says why no interest takes it that is %s', async (_, why) => {
  const joint = [
    registerDefendant('d-2', { caseId: 'c-2' }),
    enterOrder('o-3', { 'v-2': '5,000.00' }, { ...elsewhere, defendantId: 'd-2' }),
    {
      type: 'MakeOrdersJoint',
      caseId: caseId('c-2'),
      orderIds: [orderId('o-2'), orderId('o-3')],
      crediting: null,
      on: judgment,
    } as const,
  ];
  const old = enterOrder(
    'o-2',
    { 'v-2': '5,000.00' },
    {
      ...{ ...elsewhere, offenceOn: day('1997-01-01'), on: day('2000-06-01') },
    },
  );
  const there = why === 'OWED_JOINTLY' ? [...two, ...joint] : [...two.slice(0, -1), old];
  const all = await told([...known, ...there, paid('dcd.1', '16,000.00', aYearOn)]);
  expect(credits(all.moved)).toEqual([
    ...['InterestCredited o-1 v-1 405.00', `InterestNotKnown o-2 ${why}`, 'ExcessHeld 595.00'],
  ]);
});

test('penalties elsewhere come after all interest, and the form of P-39 ranks interest behind its own principal there', async () => {
  const schedule = { order: 'o-2', amount: '1,000.00', every: 'MONTH', on: judgment } as const;
  const monthly = { ...setPaymentSchedule(day('2027-01-01'), schedule), caseId: caseId('c-2') };
  const late = await told([...known, ...two, monthly, paid('dcd.1', '15,800.00', aYearOn)]);
  expect(credits(late.moved)).toEqual([
    ...['InterestCredited o-1 v-1 405.00', 'InterestCredited o-2 v-2 202.50'],
    ...['PenaltyCredited o-2 192.50'],
  ]);
  const form = setPolicy('P-39', 'AO_245B', { on: judgment });
  const fine = imposeDebt('b-1', 'FINE', '900.00', { inCase: 'c-2', on: judgment });
  const all = await told([...known, form, ...two, fine, paid('dcd.1', '15,700.00', aYearOn)]);
  expect(credits(all.moved)).toEqual([
    ...['InterestCredited o-1 v-1 405.00', 'InterestCredited o-2 v-2 202.50', 'DebtCredited b-1 92.50'],
  ]);
});
