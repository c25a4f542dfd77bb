import type { HoldExcess, RecordPayment } from '../../../src/domain/receipt/commands.ts';
import { receiptDecider } from '../../../src/domain/receipt/decide.ts';
import { specify } from '../../support/given.ts';
import {
  caseId,
  defendantId,
  orderId,
  receiptId,
  recordClearance,
  recordPayment,
  recordRefund,
  returnPayment,
  text,
  today,
  tomorrow,
  usd,
  yesterday,
} from '../../support/words.ts';

const spec = specify(receiptDecider);
const payment = recordPayment('dcd.1', '500.00');
const recorded = spec.after(payment);
const ids = { receiptId: 'dcd.1', caseId: 'c-1', defendantId: 'd-1' };

/** The case has said that it could place no more of it. */
function hold(amount: string): HoldExcess {
  return { type: 'HoldExcess', receiptId: receiptId('dcd.1'), amount: usd(amount), visit: 1, on: today };
}

describe('what was restored to victims beyond what is owed to them', () => {
  test.each(['RESTORED_FORFEITURE', 'REMITTED_FORFEITURE', 'GARNISHMENT', undefined] as const)(
    'waits for a court, and is no excess of the payor: %s',
    (origin) => {
      const { happened } = spec
        .after({ ...payment, ...(origin && { origin }) })
        .when(hold('20.00'))
        .decided();
      const isOfVictims = origin === 'RESTORED_FORFEITURE' || origin === 'REMITTED_FORFEITURE';
      expect((happened[0]?.data as { awaits?: string }).awaits).toBe(isOfVictims ? 'COURT_ORDER' : undefined);
    },
  );
});

const refunded = (amount: string, beyondHeld = '0.00') => ({
  type: 'RefundMade',
  data: { ...ids, refundId: 'f-1', amount: text(amount), beyondHeld: text(beyondHeld) },
});

describe('a payment', () => {
  test('is recorded on the day it came in, whatever the law will make of it', () => {
    const data = { ...ids, orderId: 'o-1', amount: '500.00', method: 'CHECK' };
    spec.given().when(payment).then({ type: 'PaymentReceived', data });
    spec
      .given()
      .when(recordPayment('dcd.1', '500.00', { on: yesterday }))
      .thenOn(yesterday);
  });

  test('need not name an order', () => {
    const data = { ...ids, orderId: null, amount: '500.00', method: 'CHECK' };
    spec
      .given()
      .when(recordPayment('dcd.1', '500.00', { to: null }))
      .then({ type: 'PaymentReceived', data });
  });

  test('heard twice is recorded once', () => {
    recorded.when(payment).thenNothing();
    recorded
      .and(hold('20.00'), recordRefund('f-1', '20.00'), returnPayment('dcd.1'))
      .when(payment)
      .thenNothing();
  });

  test.each<[string, Partial<RecordPayment>]>([
    ['another case', { caseId: caseId('c-2') }],
    ['another payor', { defendantId: defendantId('d-2') }],
    ['another order', { orderId: orderId('o-2') }],
    ['no order', { orderId: null }],
    ['another amount', { amount: usd('500.01') }],
    ['another method', { method: 'CASH' }],
    ['another day', { on: tomorrow }],
    ['nothing', { amount: usd('0.00') }],
  ])('under the same number with %s is refused', (_, other) => {
    recorded.when({ ...payment, ...other }).thenRefused('receipt-recorded-differently', '/reference');
  });

  test('of nothing is refused', () => {
    spec.given().when(recordPayment('dcd.1', '0.00')).thenRefused('amount-not-positive', '/amount');
  });
});

describe('what a case could not place', () => {
  test('is held for the payor', () => {
    recorded
      .when(hold('20.00'))
      .then({ type: 'ExcessHeld', data: { ...ids, amount: '20.00', policyVersion: 0 } });
  });

  test('is held once', () => {
    recorded.and(hold('20.00')).when(hold('20.00')).thenNothing();
  });

  test('is not held where it is nothing', () => {
    recorded.when(hold('0.00')).thenNothing();
  });

  test('is not held where the receipt has gone back meanwhile', () => {
    recorded.and(returnPayment('dcd.1')).when(hold('20.00')).thenNothing();
  });

  test('must have come in', () => {
    spec.given().when(hold('20.00')).thenRefused('receipt-not-found', '/reference');
  });
});

describe('a payment that has cleared', () => {
  const cleared = (ground: string) => ({
    type: 'PaymentCleared',
    data: { ...ids, amount: '500.00', ground },
  });

  test('is recorded with how that is known', () => {
    recorded.when(recordClearance('dcd.1')).then(cleared('BANK_CONFIRMED'));
    recorded.when(recordClearance('dcd.1', { hold: true })).then(cleared('HOLD_OVER'));
    recorded.when(recordClearance('dcd.1', { on: tomorrow })).thenOn(tomorrow);
  });

  test('has cleared once', () => {
    const once = recorded.and(recordClearance('dcd.1'));
    once.when(recordClearance('dcd.1')).thenNothing();
    once.when(recordClearance('dcd.1', { on: tomorrow, hold: true })).thenNothing();
    once
      .when(recordClearance('dcd.1', { on: tomorrow }))
      .thenRefused('clearance-recorded-differently', '/reference');
    recorded
      .and(recordClearance('dcd.1', { hold: true }))
      .when(recordClearance('dcd.1'))
      .thenRefused('clearance-recorded-differently', '/reference');
  });

  test('may come back all the same; and does not clear after that', () => {
    const back = recorded.and(recordClearance('dcd.1'), returnPayment('dcd.1', { on: tomorrow }));
    expect(back.state.returned).toBeDefined();
    back.when(recordClearance('dcd.1')).thenNothing();
    recorded
      .and(returnPayment('dcd.1'))
      .when(recordClearance('dcd.1'))
      .thenRefused('receipt-returned', '/reference');
  });

  test('must have come in by then', () => {
    spec.given().when(recordClearance('dcd.1')).thenRefused('receipt-not-found', '/reference');
    recorded.when(recordClearance('dcd.1', { on: yesterday })).thenRefused('cleared-before-received', '/on');
  });
});

describe('a payment that the bank takes back', () => {
  const back = ({ excess = '0.00', refunds = '0.00' } = {}) => ({
    type: 'PaymentReturned',
    data: { ...ids, amount: '500.00', excess: text(excess), refunded: text(refunds), reason: 'NSF' },
  });

  test('is returned whole', () => {
    recorded.when(returnPayment('dcd.1')).then(back());
    recorded.when(returnPayment('dcd.1', { on: tomorrow })).thenOn(tomorrow);
  });

  test('says what of it was held, and what had left by then', () => {
    recorded
      .and(hold('20.00'), recordRefund('f-1', '15.00'))
      .when(returnPayment('dcd.1'))
      .then(back({ excess: '20.00', refunds: '15.00' }));
  });

  test('is returned once', () => {
    recorded.and(returnPayment('dcd.1')).when(returnPayment('dcd.1')).thenNothing();
  });

  test.each([
    ['on another day', returnPayment('dcd.1', { on: tomorrow })],
    ['for another reason', returnPayment('dcd.1', { reason: 'CHARGEBACK' })],
  ])('reported %s is refused', (_, other) => {
    recorded.and(returnPayment('dcd.1')).when(other).thenRefused('return-recorded-differently', '/reference');
  });

  test('cannot go back before it came in, though on that very day', () => {
    recorded.when(returnPayment('dcd.1', { on: yesterday })).thenRefused('returned-before-received', '/on');
    recorded.when(returnPayment('dcd.1', { on: today })).then(back());
  });

  test('must have come in', () => {
    spec.given().when(returnPayment('dcd.1')).thenRefused('receipt-not-found', '/reference');
  });
});

describe('a refund', () => {
  const held = recorded.and(hold('20.00'));

  test('of what was held is recorded', () => {
    held.when(recordRefund('f-1', '20.00')).then(refunded('20.00'));
  });

  test('above what was held is recorded too, and says so', () => {
    held.when(recordRefund('f-1', '25.00')).then(refunded('25.00', '5.00'));
    recorded.when(recordRefund('f-1', '25.00')).then(refunded('25.00', '25.00'));
  });

  test('finds only what earlier refunds have left', () => {
    held.and(recordRefund('f-2', '12.00')).when(recordRefund('f-1', '10.00')).then(refunded('10.00', '2.00'));
    held
      .and(recordRefund('f-2', '30.00'))
      .when(recordRefund('f-1', '10.00'))
      .then(refunded('10.00', '10.00'));
  });

  test('finds nothing held where the payment has gone back', () => {
    held.and(returnPayment('dcd.1')).when(recordRefund('f-1', '20.00')).then(refunded('20.00', '20.00'));
  });

  test('reported again is one refund', () => {
    held.and(recordRefund('f-1', '20.00')).when(recordRefund('f-1', '20.00')).thenNothing();
  });

  test.each([
    ['another amount', recordRefund('f-1', '19.99')],
    ['another day', recordRefund('f-1', '20.00', { on: tomorrow })],
    ['nothing', recordRefund('f-1', '0.00')],
  ])('under the same id with %s is refused', (_, other) => {
    held
      .and(recordRefund('f-1', '20.00'))
      .when(other)
      .thenRefused('refund-recorded-differently', '/refundId');
  });

  test('of nothing is refused', () => {
    held.when(recordRefund('f-1', '0.00')).thenRefused('amount-not-positive', '/amount');
  });

  test('cannot be made before the payment came in', () => {
    held.when(recordRefund('f-1', '5.00', { on: yesterday })).thenRefused('returned-before-received', '/on');
  });

  test('of a payment that nobody recorded is refused', () => {
    spec.given().when(recordRefund('f-1', '5.00')).thenRefused('receipt-not-found', '/reference');
  });
});
