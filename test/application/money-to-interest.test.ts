import type { Command } from '../../src/domain/commands.ts';
import { compound } from '../second/interest.ts';
import {
  caseId,
  day,
  determineLoss,
  enterOrder,
  expire,
  imposeDebt,
  makeFinal,
  orderId,
  receiptId,
  recordDeath,
  recordNotice,
  recordRelease,
  recordYield,
  registerDefendant,
  returnPayment,
  setInterestTerms,
  setPaymentSchedule,
  setPolicy,
  waive,
} from '../support/words.ts';
import {
  judgment,
  known,
  inCase,
  fraud,
  order,
  paid,
  aYearOn,
  interestOfYear,
  told,
  balances,
  interestIn,
} from './interest-world.ts';

describe('a payment that has paid principal', () => {
  test('goes on to the interest that accrued by its day, and what is left is held', async () => {
    const all = await told([...known, order, paid('dcd.1', '11,000.00', aYearOn)]);
    expect(all.moved).toEqual([
      'RecoveryCredited o-1 v-1 10000.00',
      `InterestCredited o-1 v-1 ${interestOfYear}`,
      'ExcessHeld 595.00',
    ]);
    expect(await balances(all)).toEqual({
      ...{ cash: '11000.00', 'victim-payable': '-10405.00', 'refund-payable': '-595.00' },
      ...{ ordered: '-10000.00', satisfied: '10000.00', interest: '-405.00', 'interest-paid': '405.00' },
    });
    expect(await interestIn(all)).toEqual([
      expect.objectContaining({ accrued: '405.00', paid: '405.00', owed: '0.00', outstanding: '0.00' }),
    ]);
    // The second sum is worked out anew: 10,000.00 at 4.05 percent for 365 days of 365.
    expect((10_000_00n * 405n) / 10_000n).toBe(405_00n);
  });

  test('is what it was where the ledger was told of no yields: nothing is guessed, and nothing said', async () => {
    const [recordedYield] = known.slice(4);
    expect(recordedYield).toMatchObject({ type: 'RecordTreasuryYield' });
    const all = await told([...known.slice(0, 4), order, paid('dcd.1', '11,000.00', aYearOn)]);
    expect(all.moved).toEqual(['RecoveryCredited o-1 v-1 10000.00', 'ExcessHeld 1000.00']);
  });

  test('is held where the yield of the week is missing, and a person is told why', async () => {
    const other = [...known.slice(0, 4), recordYield('2026-02-27', '4.00')];
    const all = await told([...other, order, paid('dcd.1', '11,000.00', aYearOn)]);
    expect(all.moved).toEqual([
      'RecoveryCredited o-1 v-1 10000.00',
      'InterestNotKnown o-1 YIELD_MISSING',
      'ExcessHeld 1000.00',
    ]);
    const { rows } = await all.queries.reviews({}, {}, { limit: 10 });
    expect(rows).toEqual([
      expect.objectContaining({ reason: 'INTEREST_NOT_KNOWN', orderId: 'o-1', authority: 'YIELD_MISSING' }),
    ]);
  });

  test('comes on store after store to the same, step by step or at once', async () => {
    const commands = [
      ...known,
      order,
      paid('dcd.1', '11,000.00', aYearOn),
      returnPayment('dcd.1', { on: day('2027-03-20') }),
    ];
    const [atOnce, stepwise] = [await told(commands), await told(commands, false)];
    expect(stepwise.moved).toEqual(atOnce.moved);
    expect(await balances(stepwise)).toEqual(await balances(atOnce));
  });

  test('that comes back is owed again, interest as principal', async () => {
    const back = returnPayment('dcd.1', { on: day('2027-03-20') });
    const all = await told([...known, order, paid('dcd.1', '10,100.00', aYearOn), back]);
    expect(all.moved.slice(2)).toEqual(['InterestReversed o-1 v-1 100.00']);
    expect(await balances(all)).toEqual({ ordered: '-10000.00', receivable: '10000.00' });
    // The principal was unpaid on three more days, save those between: it bears interest until the 17th, and from the 20th on.
    expect(await interestIn(all, '2027-03-21')).toEqual([
      expect.objectContaining({ paid: '0.00', owed: '406.11' }),
    ]);
  });

  test('pays each interest once, however many payments come', async () => {
    const later = ['2027-03-18', '2027-04-20'].map((on, at) => paid(`dcd.${String(at + 2)}`, '300.00', on));
    const all = await told([...known, order, paid('dcd.1', '10,200.00', aYearOn), ...later]);
    expect(all.moved).toEqual([
      'RecoveryCredited o-1 v-1 10000.00',
      'InterestCredited o-1 v-1 200.00',
      'InterestCredited o-1 v-1 205.00',
      ...['ExcessHeld 95.00', 'ExcessHeld 300.00'],
    ]);
  });

  test('bears the limit, the waiver and the end that a court set, and what the Attorney General waived', async () => {
    const after = async (...said: readonly Command[]) =>
      (await told([...known, order, ...said, paid('dcd.1', '11,000.00', aYearOn)])).moved[1];
    const terms = { order: 'o-1', on: judgment };
    expect(await after(setInterestTerms('STATUTE', { ...terms, limit: '20.00' }))).toContain(' 20.00');
    expect(await after(setInterestTerms('WAIVED', terms))).toBe('ExcessHeld 1000.00');
    expect(await after(waive('WaiveInterest', { ...terms, amount: '5.00' }))).toContain(' 400.00');
    expect(await after(waive('WaiveInterest', terms))).toBe('ExcessHeld 1000.00');
    const civil = [recordYield('2026-02-27', '5.00'), setInterestTerms('CIVIL', terms)];
    // 5 percent for a year, and on that for fifteen days more.
    expect(await after(...civil)).toBe('InterestCredited o-1 v-1 521.58');
  });

  test('shares interest among victims by how long each was owed', async () => {
    const shared = enterOrder('o-1', { 'v-1': '4,000.00', 'v-2': '6,000.00' }, fraud);
    const all = await told([...known, shared, paid('dcd.1', '11,000.00', aYearOn)]);
    expect(all.moved.slice(2, 4)).toEqual([
      'InterestCredited o-1 v-1 162.00',
      'InterestCredited o-1 v-2 243.00',
    ]);
    expect(await balances(all)).toMatchObject({ 'victim-payable': '-10405.00' });
  });

  test('shares it on the terms of a civil judgment from the day of that on, also with whom the first days paid', async () => {
    const written = enterOrder('o-1', { 'v-1': '4,000.00', 'v-2': '6,000.00' }, fraud);
    const shared = { ...written, lines: written.lines.map((line, at) => ({ ...line, priority: at + 1 })) };
    const civil = [
      recordYield('2026-02-27', '5.00'),
      setInterestTerms('CIVIL', { order: 'o-1', on: judgment }),
    ];
    const paidThen = [paid('dcd.1', '4,000.00', '2026-03-12'), paid('dcd.2', '7,000.00', aYearOn)];
    const { moved } = await told([...known, shared, ...civil, ...paidThen]);
    // Of 10,000.00 for ten days, and 6,000.00 for 370: 4 of 232 parts are of the first, who was paid after ten days.
    const moves = [
      { on: judgment, amount: 10_000_00n },
      { on: '2026-03-12', amount: -4_000_00n },
    ];
    const all = compound(moves, { from: judgment, until: aYearOn, rate: 500n, dayCount: 'ACTUAL_365' });
    expect(all).toBe('318.44');
    expect(moved.slice(2)).toEqual([
      'InterestCredited o-1 v-1 5.49',
      'InterestCredited o-1 v-2 312.95',
      'ExcessHeld 681.56',
    ]);
    // By the statute nothing that was paid before the fifteenth day has borne any: all of it is the other's.
    const { moved: byStatute } = await told([...known, shared, ...paidThen]);
    expect(byStatute.slice(2)).toEqual(['InterestCredited o-1 v-2 243.00', 'ExcessHeld 757.00']);
  });

  test('pays interest on a fine to the public, after that on restitution', async () => {
    const fine = imposeDebt('b-1', 'FINE', '5,000.00', { on: judgment });
    const all = await told([...known, order, fine, paid('dcd.1', '15,500.00', aYearOn)]);
    expect(all.moved).toEqual([
      ...['RecoveryCredited o-1 v-1 10000.00', 'DebtCredited b-1 5000.00'],
      ...['InterestCredited o-1 v-1 405.00', 'InterestCredited b-1 95.00'],
    ]);
    expect(await balances(all)).toMatchObject({ 'public-payable': '-5095.00' });
  });

  test('follows the judgment form where P-39 says so: interest stands behind its own principal', async () => {
    const form = setPolicy('P-39', 'AO_245B', { on: judgment });
    const fine = imposeDebt('b-1', 'FINE', '5,000.00', { on: judgment });
    const all = await told([...known, form, order, fine, paid('dcd.1', '10,500.00', aYearOn)]);
    expect(all.moved).toEqual([
      'RecoveryCredited o-1 v-1 10000.00',
      ...['InterestCredited o-1 v-1 405.00', 'DebtCredited b-1 95.00'],
    ]);
  });

  test('of a victim’s stream waits until that has answered, and never touches the cap', async () => {
    const images = enterOrder('o-1', { 'v-1': '6,000.00' }, inCase);
    const fine = imposeDebt('b-1', 'FINE', '5,000.00', { on: judgment });
    // With its interest the victim receives more than was lost; but interest is no recovery (P-10).
    const found = [...known, determineLoss('c-1', '6,100.00', { on: judgment }), images, fine];
    const final = makeFinal('o-1', { caseId: 'c-1', on: judgment });
    const all = await told([...found, final, paid('dcd.1', '11,250.00', aYearOn)]);
    expect(all.moved).toEqual([
      'DebtCredited b-1 5000.00',
      'RecoveryCredited o-1 v-1 6000.00',
      ...['InterestCredited o-1 v-1 243.00', 'InterestCredited b-1 7.00'],
    ]);
  });

  test('pays no interest on what has ended by full recovery, unless P-21 keeps it owed', async () => {
    const images = enterOrder('o-1', { 'v-1': '6,000.00' }, inCase);
    const found = [...known, determineLoss('c-1', '5,000.00', { on: judgment })];
    const lines = [...found, setPolicy('P-42', 'RECORD', { on: judgment }), images];
    const final = makeFinal('o-1', { caseId: 'c-1', on: judgment });
    const all = await told([
      ...lines,
      final,
      paid('dcd.1', '6,500.00', aYearOn),
      paid('dcd.2', '10.00', aYearOn),
    ]);
    expect(all.moved).toEqual([
      ...['RecoveryCredited o-1 v-1 5000.00', 'FullRecoveryReached v-1'],
      ...['ExcessHeld 1500.00', 'ExcessHeld 10.00'],
    ]);
    const kept = [setPolicy('P-21', 'STAYS_OWED', { on: judgment }), ...lines, final];
    const stays = await told([...kept, paid('dcd.1', '6,500.00', aYearOn), paid('dcd.2', '10.00', aYearOn)]);
    expect(stays.moved.at(-1)).toBe('InterestCredited o-1 v-1 10.00');
  });

  test('pays no interest on what is owed jointly, and says so', async () => {
    const other = [registerDefendant('d-2', { caseId: 'c-1' }), order];
    const second = enterOrder('o-2', '10,000.00', { ...fraud, defendantId: 'd-2' });
    const orderIds = [orderId('o-1'), orderId('o-2')];
    const joint = {
      type: 'MakeOrdersJoint',
      caseId: caseId('c-1'),
      orderIds,
      crediting: null,
      on: judgment,
    } as const;
    const all = await told([...known, ...other, second, joint, paid('dcd.1', '11,000.00', aYearOn)]);
    expect(all.moved.slice(1)).toEqual(['InterestNotKnown o-1 OWED_JOINTLY', 'ExcessHeld 1000.00']);
  });
});

describe('penalties', () => {
  test.each(['2026-03-02', '2026-09-02'])(
    'are none where each instalment was paid on its day, told on %s',
    async (on) => {
      const first = { order: 'o-1', amount: '100.00', every: 'MONTH', on: day(on) } as const;
      const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'];
      const all = await told([
        ...[...known, order, setPaymentSchedule(day('2026-04-01'), first)],
        ...months.map((month, at) => paid(`dcd.${String(at)}`, '100.00', `2026-${month}-01`)),
        paid('dcd.99', '10,000.00', '2027-01-01'),
      ]);
      expect(all.moved.filter((each) => each.startsWith('Penalty'))).toEqual([]);
      expect(await interestIn(all, '2027-01-01')).toEqual([expect.objectContaining({ penalties: '0.00' })]);
    },
  );

  const monthly = setPaymentSchedule(day('2026-04-01'), {
    ...{ order: 'o-1', amount: '1,000.00', every: 'MONTH', on: judgment },
  });
  const waived = setInterestTerms('WAIVED', { order: 'o-1', on: judgment });
  const scheduled = [...known, order, waived, monthly];

  test('are incurred once, stay incurred though the payment comes, and are paid after interest', async () => {
    // The instalment of 1 April is more than 30 days late on 2 May: 10 percent of it. That of 1 May is not, on 5 May.
    const all = await told([...scheduled, paid('dcd.1', '10,150.00', '2026-05-05')]);
    expect(all.moved).toEqual([
      'RecoveryCredited o-1 v-1 10000.00',
      'PenaltyCredited o-1 100.00',
      'ExcessHeld 50.00',
    ]);
    expect(await interestIn(all, '2026-12-31')).toEqual([
      expect.objectContaining({ penalties: '100.00', penaltiesPaid: '100.00', penaltiesOwed: '0.00' }),
    ]);
    expect(await balances(all)).toMatchObject({
      ...{ 'public-payable': '-100.00', penalties: '-100.00', 'penalties-paid': '100.00' },
    });
  });

  test('are waived by the Attorney General, come back with a payment, and are none without a schedule', async () => {
    const part = waive('WaivePenalty', { order: 'o-1', amount: '30.00', on: day('2026-05-03') });
    const all = await told([
      ...scheduled,
      part,
      paid('dcd.1', '10,150.00', '2026-05-05'),
      returnPayment('dcd.1', { on: day('2026-05-06') }),
    ]);
    expect(all.moved.slice(1)).toEqual([
      ...['PenaltyCredited o-1 70.00', 'ExcessHeld 80.00', 'PenaltyReversed o-1 70.00'],
    ]);
    const none = await told([...known, order, waived, paid('dcd.1', '10,150.00', '2026-08-05')]);
    expect(none.moved.slice(1)).toEqual(['ExcessHeld 150.00']);
  });
});

describe('a liability whose term is over', () => {
  const ended = day('2050-02-01');
  const released = recordRelease('d-1', { on: day('2030-02-01') });

  test('ends on its day, in the books too, and takes no payment any more', async () => {
    const term = expire({ order: 'o-1', on: day('2050-03-01') });
    const all = await told([...known, order, released, term, paid('dcd.1', '50.00', '2050-03-02')]);
    expect(all.moved).toEqual(['LiabilityExpired o-1 v-1 10000.00', 'ExcessHeld 50.00']);
    expect(await balances(all)).toMatchObject({ ordered: '-10000.00', terminated: '10000.00' });
    expect(await interestIn(all, '2050-03-02')).toEqual([
      expect.objectContaining({ isExpired: true, owed: '0.00', liabilityEndsOn: ended, outstanding: '0.00' }),
    ]);
  });

  test('under section 2259 ends in the stream of its victim, and stays ended when a payment comes back', async () => {
    const images = enterOrder('o-1', { 'v-1': '6,000.00' }, inCase);
    const term = expire({ order: 'o-1', on: ended });
    const early = paid('dcd.1', '1,000.00', '2049-12-31');
    const back = returnPayment('dcd.1', { on: day('2050-02-10') });
    for (const isAtomic of [true, false]) {
      const all = await told([...known, images, released, early, term, back], isAtomic);
      expect(all.moved.slice(1)).toEqual([
        ...['LiabilityExpired o-1 v-1 5000.00', 'LiabilityExpired o-1 v-1 1000.00'],
      ]);
      expect(await balances(all)).toEqual({ ordered: '-6000.00', terminated: '6000.00' });
    }
  });

  test('is refused before its day, which is named', async () => {
    const early = told([...known, order, released, expire({ order: 'o-1', on: day('2050-01-31') })]);
    await expect(early).rejects.toMatchObject({ code: 'liability-not-over', pointer: '/on', day: ended });
  });
});

describe('notices', () => {
  test('say when they were given, and start the thirty days', async () => {
    const said = recordNotice('DEFAULT', { order: 'o-1', on: day('2026-07-20') });
    const all = await told([...known, order, said]);
    const { rows } = await all.queries.arrears(
      { orderId: orderId('o-1') },
      { asOf: day('2026-08-01') },
      { limit: 10 },
    );
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ defaultOn: '2026-07-01', defaultNoticeDueOn: '2026-07-16', defaultNotice: 'GIVEN_LATE' },
        ...{ defaultNoticeGivenOn: '2026-07-20', balanceDueOn: '2026-08-19' },
        ...{ delinquencyNotice: 'OVERDUE', delinquencyNoticeGivenOn: null },
      }),
    ]);
  });

  test('of a receipt stand with it, beside the day by which they are due', async () => {
    const said = recordNotice('RECEIPT', { receipt: 'dcd.1', on: day('2027-03-20') });
    const all = await told([...known, order, paid('dcd.1', '10,100.00', aYearOn), said, said]);
    const receipt = await all.queries.receipt(receiptId('dcd.1'), {});
    expect(receipt).toMatchObject({
      ...{ noticeDueOn: '2027-04-01', noticeGivenOn: '2027-03-20', interest: '100.00', penalties: '0.00' },
      ...{ applied: '10100.00', settling: '0.00' },
    });
    const then = await all.queries.receipt(receiptId('dcd.1'), { asOf: day(aYearOn) });
    expect(then).toMatchObject({ noticeGivenOn: null, applied: '10100.00', settling: '0.00' });
  });

  test.each([
    ['of a receipt that names an order', recordNotice('RECEIPT', { order: 'o-1', receipt: 'dcd.1' })],
    ['of lateness that names a receipt', recordNotice('DEFAULT', { order: 'o-1', receipt: 'dcd.1' })],
    ['of a receipt without one', recordNotice('RECEIPT', {})],
  ])('are refused %s', async (_, said) => {
    const all = told([...known, order, paid('dcd.1', '100.00', aYearOn), said]);
    await expect(all).rejects.toMatchObject({ code: 'notice-incomplete' });
  });
});

describe('debts whose term is over', () => {
  test('end: an assessment after five years, a fine with the defendant, and not what has no term', async () => {
    const assessed = imposeDebt('b-1', 'ASSESSMENT_3013', '100.00', { on: judgment });
    const fine = imposeDebt('b-2', 'FINE', '500.00', { on: judgment });
    const died = recordDeath('d-1', { on: day('2028-05-05') });
    const ended = [
      expire({ debt: 'b-1', on: day('2031-03-02') }),
      expire({ debt: 'b-2', on: day('2028-05-05') }),
    ];
    const all = await told([...known, assessed, fine, died, ...ended, ...ended]);
    expect(all.moved).toEqual(['DebtExpired b-1 100.00', 'DebtExpired b-2 500.00']);
    expect(await balances(all)).toEqual({ imposed: '-600.00', lapsed: '600.00' });
    const costs = told([
      ...known,
      imposeDebt('b-3', 'COSTS', '10.00'),
      expire({ debt: 'b-3', on: day('2099-01-01') }),
    ]);
    await expect(costs).rejects.toMatchObject({ code: 'liability-without-term' });
  });

  test('take no payment any more, and owe nothing again when one comes back', async () => {
    const assessed = imposeDebt('b-1', 'ASSESSMENT_3013', '100.00', { on: judgment });
    const early = paid('dcd.1', '40.00', '2031-03-01');
    const term = expire({ debt: 'b-1', on: day('2031-03-02') });
    const late = paid('dcd.2', '10.00', '2031-03-03');
    const back = returnPayment('dcd.1', { on: day('2031-03-04') });
    const all = await told([...known, assessed, early, term, late, back]);
    expect(all.moved).toEqual([
      ...['DebtCredited b-1 40.00', 'DebtExpired b-1 60.00', 'ExcessHeld 10.00', 'DebtExpired b-1 40.00'],
    ]);
    expect(await balances(all)).toMatchObject({ imposed: '-100.00', lapsed: '100.00' });
  });
});
