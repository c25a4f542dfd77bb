/** What was paid of interest is owed no more: it bears nothing, and is counted for whom it was paid. */
import type { Command } from '../../src/domain/commands.ts';
import {
  amendOrder,
  day,
  determineLoss,
  enterOrder,
  makeFinal,
  recordPayment,
  recordYield,
  defendantId,
  registerCase,
  registerDefendant,
  returnPayment,
  setInterestTerms,
  setPaymentSchedule,
} from '../support/words.ts';
import { aYearOn, fraud, inCase, interestIn, judgment, known, order, paid, told } from './interest-world.ts';

const terms = { order: 'o-1', on: judgment };

describe('interest that was paid', () => {
  const civil: readonly Command[] = [
    ...known,
    order,
    recordYield('2026-02-27', '5.00'),
    setInterestTerms('CIVIL', terms),
  ];

  test('is not compounded on, in the case as in the answer', async () => {
    const all = await told([
      ...civil,
      paid('dcd.1', '10,500.00', '2027-03-02'),
      paid('dcd.2', '100.00', '2030-03-02'),
    ]);
    expect(all.moved).toEqual([
      ...['RecoveryCredited o-1 v-1 10000.00', 'InterestCredited o-1 v-1 500.00'],
      'ExcessHeld 100.00',
    ]);
    expect(await interestIn(all, '2031-03-02')).toEqual([
      expect.objectContaining({ accrued: '500.00', paid: '500.00', owed: '0.00' }),
    ]);
  });

  test('is compounded on by so much as was left, for so long as it was', async () => {
    // 300.00 is left for a year; of that, 100.00 goes after half of another.
    const all = await told([
      ...civil,
      paid('dcd.1', '10,200.00', '2027-03-02'),
      paid('dcd.2', '100.00', '2028-08-31'),
    ]);
    const first = (300_00 * 5) / 100;
    const bearing = 300_00 + (first * 366) / 365;
    const days = { before: 182, after: 183 };
    const second = (bearing * days.before + (bearing - 100_00) * days.after) * (5 / 100 / 365);
    const accrued = 500_00 + (first * 366) / 365 + second;
    expect(await interestIn(all, '2029-03-02')).toEqual([
      expect.objectContaining({
        accrued: (Math.round(accrued) / 100).toFixed(2),
        paid: '300.00',
        owed: (Math.round(accrued - 300_00) / 100).toFixed(2),
      }),
    ]);
  });

  test('is taken off what each victim is due of what comes next', async () => {
    const shared = enterOrder('o-1', { 'v-1': '4,000.00', 'v-2': '6,000.00' }, fraud);
    const more = amendOrder(
      'o-1',
      { 'v-1': '4,000.00', 'v-2': '12,000.00' },
      { on: day(aYearOn), track: 'FULL_AMOUNT' },
    );
    const all = await told([
      ...[...known, shared, paid('dcd.1', '10,200.00', aYearOn), more],
      paid('dcd.2', '6,300.00', '2027-05-16'),
    ]);
    // 200.00 of 405.00 was paid, 80.00 to the one; then 6,000.00 bore 4.05 percent for 60 days: 39.95.
    const left = {
      one: 162_00 - 80_00,
      other: 243_00 - 120_00 + Math.round((6_000_00 * 4.05 * 60) / 36_500),
    };
    expect(all.moved.slice(2, 4)).toEqual([
      'InterestCredited o-1 v-1 80.00',
      'InterestCredited o-1 v-2 120.00',
    ]);
    expect(all.moved.slice(5)).toEqual([
      `InterestCredited o-1 v-1 ${(left.one / 100).toFixed(2)}`,
      `InterestCredited o-1 v-2 ${(left.other / 100).toFixed(2)}`,
      `ExcessHeld ${((300_00 - left.one - left.other) / 100).toFixed(2)}`,
    ]);
  });

  test('on a liability that ended takes nothing off what others of its order are owed', async () => {
    const images = enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '4,000.00' }, inCase);
    const elsewhere = { caseId: 'c-2', defendantId: 'd-2', on: judgment };
    const other = [
      ...[registerCase('c-2'), registerDefendant('d-2', { caseId: 'c-2' })],
      determineLoss('c-2', '6,000.00', { on: judgment }),
      enterOrder('o-2', { 'v-1': '6,000.00' }, elsewhere),
      makeFinal('o-2', { caseId: 'c-2', on: judgment }),
    ];
    const all = await told([
      ...[...known, images, ...other],
      ...[paid('dcd.1', '10,000.00', aYearOn), paid('dcd.2', '100.00', aYearOn)],
      returnPayment('dcd.1', { on: day(aYearOn) }),
      recordPayment('dcd.3', '6,000.00', {
        ...elsewhere,
        defendantId: defendantId('d-2'),
        to: 'o-2',
        on: day(aYearOn),
      }),
      paid('dcd.4', '4,200.00', aYearOn),
    ]);
    expect(all.moved).toContain('InterestCredited o-1 v-2 40.00');
    // 4,000.00 for a year at 4.05 percent is 162.00, and 40.00 of that was paid.
    expect(all.moved.slice(-2)).toEqual(['InterestCredited o-1 v-2 122.00', 'ExcessHeld 78.00']);
    const [row] = await interestIn(all);
    expect(row).toMatchObject({ accrued: '162.00', paid: '162.00', owed: '0.00' });
  });
});

describe('penalties', () => {
  const monthly = setPaymentSchedule(day('2026-04-01'), {
    ...{ order: 'o-1', amount: '1,000.00', every: 'MONTH', on: judgment },
  });

  test('wait while it is not known what interest is owed, and are paid after it', async () => {
    const noYield = [...known.slice(0, 4), recordYield('2026-02-27', '4.00'), order, monthly];
    const commands = [...noYield, paid('dcd.1', '10,170.00', '2026-05-05')];
    const before = await told(commands);
    expect(before.moved.slice(1)).toEqual(['InterestNotKnown o-1 YIELD_MISSING', 'ExcessHeld 170.00']);
    const after = await told([...commands, recordYield('2026-03-13', '4.05')]);
    // 10,000.00 at 4.05 percent for 49 days.
    const interest = (Math.round((10_000_00 * 4.05 * 49) / 36_500) / 100).toFixed(2);
    expect(after.moved.slice(3)).toEqual([
      ...['ExcessReleased 170.00', `InterestCredited o-1 v-1 ${interest}`, 'PenaltyCredited o-1 100.00'],
      `ExcessHeld ${(70 - Number(interest)).toFixed(2)}`,
    ]);
  });
});
