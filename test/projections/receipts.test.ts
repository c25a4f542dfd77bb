import type { ReceiptRow } from '../../src/projections/receipts.ts';
import type { Told } from '../../src/projections/told.ts';
import { rowsAfter, told } from './memory-rows.ts';

const ref = { orderId: 'o-1', victimId: 'v-1', caseId: 'c-1', defendantId: 'd-1' };
const id = { receiptId: 'dcd.1', caseId: 'c-1', defendantId: 'd-1' };
const imposed = told('LiabilityImposed', { ...ref, track: 'TRAFFICKING', amount: '40.00' });
const received = told('PaymentReceived', { ...id, orderId: null, amount: '50.00', method: 'CHECK' });
const credited = told('RecoveryCredited', { ...ref, receiptId: 'dcd.1', accepted: '40.00' });
const held = told('ExcessHeld', { ...id, amount: '10.00' });
const refunded = told('RefundMade', { ...id, amount: '10.00', beyondHeld: '0.00' });
const returned = told('PaymentReturned', { ...id, amount: '50.00', excess: '10.00' }, { on: '2026-03-09' });
const reversed = told('RecoveryReversed', { ...ref, receiptId: 'dcd.1', amount: '40.00' });

function receipt(...events: readonly Told[]): readonly unknown[] {
  const receipts: readonly ReceiptRow[] = rowsAfter([imposed, ...events]).all('receipts');
  return receipts.flatMap((row) => [row.settling, row.applied, row.excess, row.refunded, row.returnedOn]);
}

describe('a receipt', () => {
  test('settles until all of it is credited or held', () => {
    expect(receipt(received)).toEqual([50_00n, 0n, 0n, 0n, null]);
    expect(receipt(received, credited)).toEqual([10_00n, 40_00n, 0n, 0n, null]);
    expect(receipt(received, credited, held)).toEqual([0n, 40_00n, 10_00n, 0n, null]);
  });

  test('lets go of what was refunded', () => {
    expect(receipt(received, credited, held, refunded)).toEqual([0n, 40_00n, 0n, 10_00n, null]);
  });

  test('that came back is nothing, once all is reversed', () => {
    const all = [received, credited, held, returned, reversed];
    expect(receipt(...all)).toEqual([0n, 0n, 0n, 0n, '2026-03-09']);
  });

  test('that came back after a refund shows what is missing', () => {
    const all = [received, credited, held, refunded, returned, reversed];
    expect(receipt(...all)).toEqual([0n, 0n, -10_00n, 10_00n, '2026-03-09']);
  });

  test.each<[string, readonly Told[], string]>([
    ['was never received', [held], 'never received'],
    ['is received twice', [received, received], 'a second time'],
  ])('that %s stops the telling', (_, events, why) => {
    expect(() => receipt(...events)).toThrow(why);
  });
});
