import type { ReceiptFilter } from '../../../src/application/views/receipts.ts';
import { caseId, day, defendantId, recordPayment, returnPayment } from '../../support/words.ts';
import { entered, ledger, paid } from './two-orders.ts';

/** The first payment is owed; the second makes the victim whole, and 500.00 of it is held; of the third nobody owes anything. */
const third = {
  ...recordPayment('dcd.3', '500.00', { to: 'o-2', on: day('2026-06-01') }),
  origin: 'GARNISHMENT',
} as const;

async function told() {
  const asked = ledger();
  await asked.hears(...entered, ...paid, third);
  const list = async (filter: ReceiptFilter, clocks = {}) => {
    const { rows } = await asked.queries.receipts(filter, clocks, { limit: 10 });
    return rows.map(({ receiptId }): string => receiptId);
  };
  return { ...asked, list };
}

describe('the list of payments in', () => {
  test('says of each what the question about it alone says', async () => {
    const { queries } = await told();
    const { rows } = await queries.receipts({}, {}, { limit: 10 });
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(await queries.receipt(row.receiptId, {})).toMatchObject(row);
  });

  test('is narrowed by case, payor, origin, status and day of receipt', async () => {
    const { list } = await told();
    expect(await list({ caseId: caseId('c-1') })).toEqual(['dcd.1']);
    expect(await list({ defendantId: defendantId('d-2') })).toEqual(['dcd.2', 'dcd.3']);
    expect(await list({ origin: 'GARNISHMENT' })).toEqual(['dcd.3']);
    expect(await list({ status: 'applied' })).toEqual(['dcd.1']);
    expect(await list({ status: 'excess held', from: day('2026-04-01') })).toEqual(['dcd.3']);
    expect(await list({ from: day('2026-06-01') })).toEqual(['dcd.3']);
    expect(await list({ until: day('2026-05-31') })).toEqual(['dcd.1', 'dcd.2']);
  });

  test('goes on where a page ended, also where what is read between stands otherwise', async () => {
    const { queries, hears } = await told();
    await hears(
      returnPayment('dcd.1', { on: day('2026-06-02') }),
      returnPayment('dcd.3', { on: day('2026-06-02') }),
    );
    const first = await queries.receipts({ status: 'returned' }, {}, { limit: 1 });
    expect(first.rows.map(({ receiptId }) => receiptId)).toEqual(['dcd.1']);
    const rest = await queries.receipts({ status: 'returned' }, {}, { limit: 1, cursor: first.next! });
    expect(rest.rows.map(({ receiptId }) => receiptId)).toEqual(['dcd.3']);
    expect(rest.next).toBeNull();
  });

  test('stands as it stood: before a payment came back, it was applied', async () => {
    const { list, hears, log } = await told();
    const { position } = await log.head();
    await hears(returnPayment('dcd.1', { on: day('2026-06-02') }));
    expect(await list({ status: 'returned' })).toEqual(['dcd.1']);
    expect(await list({ status: 'returned' }, { asOf: day('2026-06-01') })).toEqual([]);
    expect(await list({ status: 'returned' }, { knownAt: `@${String(position)}` })).toEqual([]);
    expect(await list({ status: 'applied' }, { asOf: day('2026-06-01') })).toContain('dcd.1');
  });
});
