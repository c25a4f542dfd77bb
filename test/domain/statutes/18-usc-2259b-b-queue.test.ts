import fc from 'fast-check';
import { formatMoney, money, type Money } from '../../../src/domain/money.ts';
import { queued, type OrderedPayment } from '../../../src/domain/statutes/18-usc-2259b-b-queue.ts';
import { day, usd } from '../../support/words.ts';

interface Order extends OrderedPayment {
  readonly id: string;
}

const order = (id: string, on: string, amount: string, place = 0): Order => ({
  id,
  orderedOn: day(on),
  place,
  amount: usd(amount),
});

const shown = (orders: readonly Order[], available: string, skipsAhead = false): readonly string[] =>
  queued(orders, usd(available), skipsAhead).map(
    ({ payment, standing, missing }) => `${payment.id} ${standing} ${formatMoney(missing)}`,
  );

describe('the queue', () => {
  const orders = [
    order('c', '2025-02-03', '10.00'),
    order('a', '2025-01-06', '30.00'),
    order('b', '2025-01-07', '50.00'),
  ];

  test('pays the earliest-ordered first, whole or not at all', () => {
    expect(shown(orders, '100.00')).toEqual(['a PAYABLE 0.00', 'b PAYABLE 0.00', 'c PAYABLE 0.00']);
    expect(shown(orders, '80.00')).toEqual(['a PAYABLE 0.00', 'b PAYABLE 0.00', 'c SHORT_OF_FUNDS 10.00']);
    expect(shown(orders, '29.99')).toEqual([
      'a SHORT_OF_FUNDS 0.01',
      'b EARLIER_ORDER_WAITS 50.01',
      'c EARLIER_ORDER_WAITS 60.01',
    ]);
  });

  test('does not pay a small one before an earlier one, unless it skips ahead', () => {
    expect(shown(orders, '45.00')).toEqual([
      'a PAYABLE 0.00',
      'b SHORT_OF_FUNDS 35.00',
      'c EARLIER_ORDER_WAITS 45.00',
    ]);
    expect(shown(orders, '45.00', true)).toEqual([
      'a PAYABLE 0.00',
      'b SHORT_OF_FUNDS 35.00',
      'c PAYABLE 0.00',
    ]);
  });

  test('of one day, goes by the place in which they were recorded', () => {
    const sameDay = [order('b', '2025-01-06', '1.00', 1), order('a', '2025-01-06', '1.00', 0)];
    expect(shown(sameDay, '1.00')).toEqual(['a PAYABLE 0.00', 'b SHORT_OF_FUNDS 1.00']);
  });

  test('never promises more than there is, and says just what is missing', () => {
    const orderOf = fc.record({
      orderedOn: fc.constantFrom('2025-01-06', '2025-01-07', '2025-01-08').map(day),
      place: fc.nat(5),
      amount: fc.bigInt({ min: 1n, max: 20n }).map(money),
    });
    fc.assert(
      fc.property(fc.array(orderOf), fc.bigInt({ min: 0n, max: 60n }), fc.boolean(), (all, cents, skips) => {
        const available = money(cents);
        const places = queued(all, available, skips);
        const paid = places.filter(({ standing }) => standing === 'PAYABLE');
        expect(paid.reduce((sum, { payment }) => sum + payment.amount, 0n) <= available).toBe(true);
        const firstUnpaid = places.findIndex(({ standing }) => standing !== 'PAYABLE');
        if (!skips && firstUnpaid >= 0) expect(paid).toHaveLength(firstUnpaid);
        for (const [at, { standing, missing }] of places.entries()) {
          if (standing === 'PAYABLE' || skips) continue;
          const enough = (more: Money): string | undefined =>
            queued(all, money(available + more), skips)[at]?.standing;
          expect([enough(missing), enough(money(missing - 1n)) === 'PAYABLE']).toEqual(['PAYABLE', false]);
        }
      }),
    );
  });
});
