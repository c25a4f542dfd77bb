/** Whoever owes jointly what others have paid owes nothing more: no interest, no lateness, no term that is to end. */
import type { Command } from '../../src/domain/commands.ts';
import {
  caseId,
  day,
  defendantId,
  enterOrder,
  orderId,
  recordPayment,
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
});
