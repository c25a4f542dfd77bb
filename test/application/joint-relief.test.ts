/** Whoever owes jointly what others have paid owes nothing more: no interest, no lateness; the interest of before ends with the term. */
import { plusDays } from '../../src/domain/calendar-arithmetic.ts';
import type { Command } from '../../src/domain/commands.ts';
import { add, formatMoney, money, noMoney, parseBalance } from '../../src/domain/money.ts';
import {
  creditMethods,
  type CreditMethod,
} from '../../src/domain/statutes/18-usc-3664-h-joint-and-several.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  expire,
  orderId,
  recordNoImprisonment,
  recordPayment,
  recordRelease,
  registerDefendant,
} from '../support/words.ts';
import { fraud, inCase, interestIn, judgment, known, told } from './interest-world.ts';

const owing = (terms: typeof fraud | typeof inCase): readonly Command[] => [
  ...[...known, registerDefendant('d-2', { caseId: 'c-1' })],
  enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '4,000.00' }, terms),
  enterOrder('o-2', { 'v-1': '6,000.00', 'v-2': '4,000.00' }, { ...terms, defendantId: 'd-2' }),
  {
    type: 'MakeOrdersJoint',
    caseId: caseId('c-1'),
    orderIds: [orderId('o-1'), orderId('o-2')],
    crediting: null,
    on: judgment,
  },
];
const byOther = (id: string, amount: string, on: string) =>
  recordPayment(id, amount, { caseId: 'c-1', defendantId: defendantId('d-2'), to: 'o-2', on: day(on) });
const interestOf = (dollarDays: number): string => (Math.round((dollarDays * 4.05) / 365) / 100).toFixed(2);

describe.each([
  ['under section 3663A', fraud],
  ['under section 2259', inCase],
] as const)('an order that is owed jointly %s', (_, terms) => {
  test('bears interest, and can be late, until the others have paid, and not after it', async () => {
    const part = byOther('dcd.1', '2,500.00', '2026-04-16');
    const rest = byOther('dcd.2', '7,500.00', '2026-05-06');
    const all = await told([...owing(terms), part, rest]);
    // 10,000.00 for 30 days from 17 March on, 7,500.00 for 20 more; nothing from 6 May on.
    const owed = interestOf(10_000 * 30 + 7_500 * 20);
    const rows = await interestIn(all);
    expect(rows.map((row) => [row.orderId, row.outstanding, row.accrued])).toEqual([
      ...[
        ['o-1', '0.00', owed],
        ['o-2', '0.00', owed],
      ],
    ]);
    const late = async (asOf: string) => {
      const { rows: found } = await all.queries.arrears(
        { orderId: orderId('o-1') },
        { asOf: day(asOf) },
        { limit: 5 },
      );
      return found.map(({ outstanding, overdue }) => [outstanding, overdue]);
    };
    expect(await late('2026-04-20')).toEqual([['7500.00', '7500.00']]);
    expect(await late('2026-05-07')).toEqual([]);
  });

  test('bears none once it was set aside, or its term is over, whatever the others have paid', async () => {
    const part = byOther('dcd.1', '4,000.00', '2026-04-16');
    const vacated = {
      type: 'VacateOrder',
      caseId: caseId('c-1'),
      orderId: orderId('o-1'),
      on: day('2026-05-06'),
    };
    const setAside = await interestIn(await told([...owing(terms), part, vacated as Command]));
    expect(setAside.map((row) => [row.orderId, row.outstanding, row.accrued, row.owed])).toEqual([
      ['o-1', '0.00', '0.00', '0.00'],
      ['o-2', '6000.00', expect.stringMatching(/^\d+\.\d\d$/), expect.anything()],
    ]);
    const over = [part, recordNoImprisonment(), expire({ order: 'o-1', on: day('2046-03-02') })];
    const ended = await interestIn(await told([...owing(terms), ...over]), day('2046-03-02'));
    expect(ended.map((row) => [row.orderId, row.outstanding, row.accrued, row.isExpired])[0]).toEqual([
      ...['o-1', '0.00', '0.00', true],
    ]);
  });

  test('still owes the interest of before, which ends with its own term, and leaves that of the others', async () => {
    const whole = byOther('dcd.1', '10,000.00', '2026-04-16');
    const inPrison = [recordRelease('d-2', { on: day('2030-01-31') }), recordNoImprisonment()];
    const over = day('2046-03-02');
    const left = async (...then: readonly Command[]) => {
      const rows = await interestIn(await told([...owing(terms), whole, ...inPrison, ...then]), over);
      return rows.map((row) => [row.orderId, row.outstanding, row.owed, row.liabilityEndsOn, row.isExpired]);
    };
    const owed = interestOf(10_000 * 30);
    const second = ['o-2', '0.00', owed, '2050-01-31', false];
    expect(await left()).toEqual([['o-1', '0.00', owed, over, false], second]);
    const ended = ['o-1', '0.00', '0.00', over, true];
    expect(await left(expire({ order: 'o-1', on: over }))).toEqual([ended, second]);
  });
});

/** A year's interest at 4.05 percent of cents times days, half a cent up. */
const inHundredths = (centDays: bigint): string =>
  formatMoney(money((2n * centDays * 405n + 3_650_000n) / 7_300_000n));
const joint = (orders: readonly string[], crediting: CreditMethod, on: string): Command => ({
  ...{ type: 'MakeOrdersJoint', caseId: caseId('c-1') },
  ...{ orderIds: orders.map((id) => orderId(id)), crediting, on: day(on) },
});

test.each(creditMethods)('is reckoned of many orders at once as day by day, %s', async (crediting) => {
  const all = await told([
    ...known,
    registerDefendant('d-2', { caseId: 'c-1' }),
    registerDefendant('d-3', { caseId: 'c-1' }),
    enterOrder('o-1', { 'v-1': '6,000.00', 'v-2': '4,000.00' }, inCase),
    enterOrder('o-2', { 'v-1': '9,000.00' }, { ...inCase, defendantId: 'd-2' }),
    enterOrder('o-3', { 'v-1': '3,000.00', 'v-2': '5,000.00' }, { ...inCase, defendantId: 'd-3' }),
    joint(['o-1', 'o-2'], crediting, '2026-03-20'),
    byOther('dcd.1', '3,500.00', '2026-03-24'),
    joint(['o-1', 'o-2', 'o-3'], crediting, '2026-04-01'),
    recordPayment('dcd.2', '1,111.11', {
      ...{ caseId: 'c-1', defendantId: defendantId('d-3'), to: 'o-3' },
      on: day('2026-04-05'),
    }),
    { type: 'VacateOrder', caseId: caseId('c-1'), orderId: orderId('o-2'), on: day('2026-04-10') },
    byOther('dcd.3', '1,000.00', '2026-03-28'),
  ]);
  const { queries } = all;
  const [from, until] = [day('2026-03-17'), day('2026-04-16')];
  // The interest on o-2 ends with it (P-21).
  for (const order of ['o-1', 'o-3'].map((id) => orderId(id))) {
    let owedByDay = noMoney;
    for (let at = from; at < until; at = plusDays(at, 1)) {
      const { rows } = await queries.liabilities({}, { asOf: at }, { limit: 10 });
      const own = rows.filter((each) => each.orderId === order);
      for (const { outstanding } of own) owedByDay = add(owedByDay, parseBalance(outstanding));
    }
    const { rows } = await queries.interest({ orderId: order }, { asOf: until }, { limit: 1 });
    const [row] = rows;
    expect([order, row?.liableFrom, row?.accrued]).toEqual([order, from, inHundredths(owedByDay)]);
    const page = await queries.interest({}, { asOf: until }, { limit: 10 });
    expect(page.rows).toContainEqual(row);
  }
});
