import {
  day,
  defendantId,
  determineLoss,
  enterOrder,
  makeFinal,
  receiptId,
  recordPayment,
  recordRefund,
  recordYield,
  registerDefendant,
  returnPayment,
  setPolicy,
  waive,
} from '../support/words.ts';
import {
  inCase,
  judgment,
  known,
  order,
  paid,
  aYearOn,
  interestOfYear,
  told,
  balances,
  interestIn,
} from './interest-world.ts';

describe('money that was held for want of a yield', () => {
  const without = [...known.slice(0, 4), recordYield('2026-02-27', '4.00')];
  const late = recordYield('2026-03-13', '4.05');
  const heldFirst = [
    'RecoveryCredited o-1 v-1 10000.00',
    'InterestNotKnown o-1 YIELD_MISSING',
    'ExcessHeld 1000.00',
  ];

  test.each([true, false])(
    'goes to interest when the yield is recorded, as of its own day',
    async (isAtomic) => {
      const all = await told([...without, order, paid('dcd.1', '11,000.00', aYearOn), late, late], isAtomic);
      expect(all.moved).toEqual([
        ...heldFirst,
        ...['ExcessReleased 1000.00', `InterestCredited o-1 v-1 ${interestOfYear}`, 'ExcessHeld 595.00'],
      ]);
      const inTime = await told([...known, order, paid('dcd.1', '11,000.00', aYearOn)]);
      expect(await balances(all)).toEqual(await balances(inTime));
      expect(await interestIn(all)).toEqual(await interestIn(inTime));
      const receipt = await all.queries.receipt(receiptId('dcd.1'), {});
      expect(receipt).toMatchObject({ interest: '405.00', excess: '595.00', settling: '0.00' });
    },
  );

  test('goes so far as it was not refunded, and nowhere once the receipt came back', async () => {
    const refund = recordRefund('f-1', '900.00', { from: 'dcd.1', on: day('2027-03-19') });
    const back = returnPayment('dcd.1', { on: day('2027-03-20') });
    const part = await told([...without, order, paid('dcd.1', '11,000.00', aYearOn), refund, late]);
    expect(part.moved.slice(3)).toEqual(['ExcessReleased 100.00', 'InterestCredited o-1 v-1 100.00']);
    const none = await told([...without, order, paid('dcd.1', '11,000.00', aYearOn), back, late]);
    expect(none.moved.slice(3)).toEqual([]);
  });

  test.each([true, false])('comes back with its receipt, wherever it had gone', async (isAtomic) => {
    const back = returnPayment('dcd.1', { on: day('2027-03-20') });
    const all = await told([...without, order, paid('dcd.1', '11,000.00', aYearOn), late, back], isAtomic);
    expect(all.moved.at(-1)).toBe('InterestReversed o-1 v-1 405.00');
    expect(await balances(all)).toEqual({ ordered: '-10000.00', receivable: '10000.00' });
  });

  test('goes on receipt by receipt, each once, the one first that came to wait first', async () => {
    const payments = ['dcd.1', 'dcd.2', 'dcd.3'].map((id, at) =>
      paid(id, at === 0 ? '10,200.00' : '150.00', aYearOn),
    );
    const all = await told([...without, order, ...payments, late, recordYield('2026-03-13', '4.06'), late]);
    expect(all.moved.filter((each) => each.startsWith('InterestCredited'))).toEqual([
      ...['InterestCredited o-1 v-1 200.00', 'InterestCredited o-1 v-1 150.00'],
      ...['InterestCredited o-1 v-1 55.00', 'InterestCredited o-1 v-1 1.00'],
    ]);
    expect(await balances(all)).toMatchObject({ 'refund-payable': '-94.00', 'interest-paid': '406.00' });
  });

  test('moves nothing where the yield is of another week, or nothing is owed', async () => {
    const other = await told([
      ...without,
      order,
      paid('dcd.1', '11,000.00', aYearOn),
      recordYield('2026-03-20', '4.05'),
    ]);
    expect(other.moved).toEqual(heldFirst);
    const waived = waive('WaiveInterest', { order: 'o-1', on: judgment });
    const none = await told([...without, order, paid('dcd.1', '11,000.00', aYearOn), waived, late]);
    expect(none.moved).toEqual(heldFirst);
  });

  test.each([true, false])(
    'goes to an order that had declined it, where that is owed again meanwhile, and not to interest',
    async (isAtomic) => {
      const on = { on: judgment };
      const inOne = { caseId: 'c-1', ...on };
      const another = { caseId: 'c-1', defendantId: defendantId('d-2'), to: 'o-3', on: day('2026-04-01') };
      const all = await told(
        [
          ...[...without, order, setPolicy('P-42', 'RECORD', on), registerDefendant('d-2', inOne)],
          determineLoss('c-1', '5,000.00', { victim: 'v-2', ...on }),
          ...['o-2', 'o-3'].map((id, at) => {
            return enterOrder(id, { 'v-2': '5,000.00' }, { ...inCase, defendantId: ['d-1', 'd-2'][at]! });
          }),
          ...[makeFinal('o-3', inOne), recordPayment('dcd.9', '4,000.00', another)],
          ...[paid('dcd.1', '13,000.00', aYearOn), returnPayment('dcd.9', { on: day('2027-03-18') }), late],
        ],
        isAtomic,
      );
      const [released, ...then] = all.moved.slice(all.moved.findIndex((each) => each.includes('Released')));
      expect([released, ...then]).toEqual(['ExcessReleased 2000.00', 'RecoveryCredited o-2 v-2 2000.00']);
    },
  );
});
