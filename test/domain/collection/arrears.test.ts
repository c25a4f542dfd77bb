import { arrearsOn, type Awaited } from '../../../src/domain/collection/arrears.ts';
import { formatMoney } from '../../../src/domain/money.ts';
import { day, usd } from '../../support/words.ts';

const monthly: Awaited['schedule'] = {
  manner: 'INSTALMENTS',
  firstOn: day('2026-01-01'),
  ...{ amount: usd('100.00'), every: 'MONTH' },
};
const awaited: Awaited = {
  ...{ schedule: monthly, since: day('2025-12-01') },
  ...{ outstanding: usd('5,000.00'), payments: [] },
};

/** Standing, what is overdue, and the two penalties, on a day. */
function lateOn(on: string, given: Partial<Awaited> = {}, base: Parameters<typeof arrearsOn>[2] = before) {
  const arrears = arrearsOn({ ...awaited, ...given }, day(on), base);
  if (!arrears) return undefined;
  const amounts = [arrears.overdue, arrears.delinquencyPenalty, arrears.defaultPenalty];
  return [arrears.standing, ...amounts.map(formatMoney)];
}

const before = 'OVERDUE_THEN_BALANCE';

describe('payments that are late', () => {
  test.each([
    ['2026-01-01', undefined],
    ['2026-01-02', ['OVERDUE', '100.00', '0.00', '0.00']],
    ['2026-01-31', ['OVERDUE', '100.00', '0.00', '0.00']],
    // 31 days late. The second instalment is due, and not late.
    ['2026-02-01', ['DELINQUENT', '100.00', '10.00', '0.00']],
    ['2026-03-10', ['DELINQUENT', '300.00', '20.00', '0.00']],
    ['2026-05-01', ['DELINQUENT', '400.00', '30.00', '0.00']],
    ['2026-05-02', ['DEFAULT', '500.00', '40.00', '15.00']],
  ])('of 100.00 a month from 1 January, on %s', (on, late) => {
    expect(lateOn(on)).toEqual(late);
  });

  test('have notices, and make all due thirty days after that of default, which is never presumed', () => {
    expect(arrearsOn(awaited, day('2026-02-01'), before)).toMatchObject({
      ...{ dueOn: '2026-01-01', delinquentOn: '2026-02-01', delinquencyNoticeDueOn: '2026-02-13' },
      // Ten working days from Saturday, 2 May, are 15 May.
      ...{ defaultOn: '2026-05-02', defaultNoticeDueOn: '2026-05-15', balanceDueOn: null },
    });
    const notices = { DELINQUENCY: [], DEFAULT: [day('2026-05-20'), day('2026-05-15'), day('2026-05-01')] };
    // Thirty days after 15 May, which is the first notice of this default.
    expect(arrearsOn({ ...awaited, notices }, day('2026-06-01'), before)).toMatchObject({
      ...{ defaultNoticeGivenOn: '2026-05-15', defaultNotice: 'GIVEN', balanceDueOn: '2026-06-14' },
    });
  });

  test('cost fifteen percent of the whole balance once that is due, or at once by policy P-33', () => {
    const notices = { DELINQUENCY: [], DEFAULT: [day('2026-05-15')] };
    expect(lateOn('2026-06-14', { notices })?.at(-1)).toBe('30.00');
    expect(lateOn('2026-06-15', { notices })?.at(-1)).toBe('750.00');
    // Without a notice only the instalments are in default, of January and February, on 15 June as later: March on 29 June.
    expect(lateOn('2026-06-15')?.at(-1)).toBe('30.00');
    expect(lateOn('2026-07-02')?.at(-1)).toBe('45.00');
    expect(lateOn('2026-05-02', {}, 'WHOLE_BALANCE')).toEqual(['DEFAULT', '500.00', '500.00', '750.00']);
    expect(lateOn('2026-01-15', {}, 'WHOLE_BALANCE')).toEqual(['OVERDUE', '100.00', '0.00', '0.00']);
  });

  test('are all that is unpaid once all is due after notice of a default, and the instalments until then', () => {
    const notices = { DELINQUENCY: [], DEFAULT: [day('2026-05-15')] };
    const payments = [{ on: day('2025-12-20'), amount: usd('50.00') }];
    const given = { notices, payments, outstanding: usd('4,950.00') };
    expect(lateOn('2026-06-14', given)?.slice(0, 2)).toEqual(['DEFAULT', '550.00']);
    expect(lateOn('2026-06-15', given)?.slice(0, 2)).toEqual(['DEFAULT', '4950.00']);
    // Penalties by P-33 make nothing due that is not.
    expect(lateOn('2026-06-14', given, 'WHOLE_BALANCE')?.slice(0, 2)).toEqual(['DEFAULT', '550.00']);
    expect(lateOn('2026-06-15', given, 'WHOLE_BALANCE')?.slice(0, 2)).toEqual(['DEFAULT', '4950.00']);
    expect(lateOn('2026-09-15')?.slice(0, 2)).toEqual(['DEFAULT', '900.00']);
  });

  test('are paid the oldest first; what was paid before the schedule was set is none of it', () => {
    const payments = [
      { on: day('2025-11-30'), amount: usd('900.00') },
      { on: day('2026-03-05'), amount: usd('150.00') },
    ];
    expect(lateOn('2026-03-10', { payments })).toEqual(['DELINQUENT', '150.00', '5.00', '0.00']);
    const back = [...payments, { on: day('2026-03-08'), amount: usd('150.00') }].map((each, at) =>
      at === 2 ? { ...each, amount: -each.amount as typeof each.amount } : each,
    );
    expect(lateOn('2026-03-10', { payments: back })).toEqual(['DELINQUENT', '300.00', '20.00', '0.00']);
  });

  test('are not what was paid on its day, though the schedule was set later', () => {
    const payments = ['2026-01-01', '2026-02-01', '2026-03-01'].map((on) => ({
      ...{ on: day(on), amount: usd('100.00') },
    }));
    expect(lateOn('2026-03-31', { payments, since: day('2026-03-15') })).toBeUndefined();
    expect(lateOn('2026-04-02', { payments, since: day('2026-03-15') })?.[1]).toBe('100.00');
  });

  test('are never more than is owed', () => {
    expect(lateOn('2026-03-10', { outstanding: usd('30.00') })).toEqual([
      'DELINQUENT',
      '30.00',
      '3.00',
      '0.00',
    ]);
    expect(lateOn('2026-03-10', { outstanding: usd('0.00') })).toBeUndefined();
  });
});
