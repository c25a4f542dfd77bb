/** Money that goes back to its payor, as the stream of its receipt decides it. */
import type { HoldExcess } from '../../../src/domain/receipt/commands.ts';
import { receiptDecider } from '../../../src/domain/receipt/decide.ts';
import type { RejectionCode } from '../../../src/domain/rejection-codes.ts';
import type { ReceiptCommand } from '../../../src/domain/receipt/commands.ts';
import { specify } from '../../support/given.ts';
import {
  claimRefund,
  issueRefund,
  makeRefund,
  refundAgain,
  refundBack,
  seenRefund,
  setRefundAside,
} from '../../support/refund-words.ts';
import {
  receiptId,
  recordPayment,
  recordRefund,
  returnPayment,
  today,
  tomorrow,
  usd,
  yesterday,
} from '../../support/words.ts';

const holds: HoldExcess = {
  ...{ type: 'HoldExcess', receiptId: receiptId('dcd.1'), amount: usd('50.00'), visit: 1, on: today },
};
const held = specify(receiptDecider).after(recordPayment('dcd.1', '500.00'), holds);
const waiting = specify(receiptDecider, { 'P-09': 'SUSPENSE' }).after(
  recordPayment('dcd.1', '500.00'),
  holds,
);
const ids = { receiptId: 'dcd.1', caseId: 'c-1', defendantId: 'd-1', refundId: 'f-1' };
const withheld = (amount: string, reason: string) => ({
  type: 'RefundWithheld',
  data: { ...ids, amount, runId: 'n-1', reason },
});

const notVoided = ['payment-not-voided', '/refundId'] as const;
const notFound = ['unclaimed-not-found', '/refundId'] as const;

describe('a refund of a run', () => {
  test('goes out of what is held, once', () => {
    const made = { ...ids, amount: '50.00', beyondHeld: '0.00', runId: 'n-1' };
    held.when(makeRefund('dcd.1.f-1', '50.00')).then({ type: 'RefundMade', data: made });
  });

  test('is withheld where less is held than was planned, and stays withheld', () => {
    held.when(makeRefund('dcd.1.f-1', '50.01')).then(withheld('50.01', 'NOT_HELD'));
    const paid = held.and(recordRefund('f-9', '50.00'));
    paid.when(makeRefund('dcd.1.f-1', '0.01')).then(withheld('0.01', 'NOT_HELD'));
    const back = paid.and(makeRefund('dcd.1.f-1', '50.00'), refundBack('dcd.1.f-9', 'STALE'));
    back.when(makeRefund('dcd.1.f-1', '50.00')).thenNothing();
  });

  test('is withheld where a court is to say whose it is, or the receipt came back', () => {
    waiting.when(makeRefund('dcd.1.f-1', '50.00')).then(withheld('50.00', 'AWAITS_COURT'));
    const returned = held.and(returnPayment('dcd.1'));
    returned.when(makeRefund('dcd.1.f-1', '50.00')).then(withheld('50.00', 'RECEIPT_RETURNED'));
  });

  test('finds nothing of what waits unclaimed', () => {
    const aside = held.and(
      recordRefund('f-2', '30.00'),
      refundBack('dcd.1.f-2', 'UNDELIVERABLE'),
      setRefundAside('dcd.1.f-2'),
    );
    aside.when(makeRefund('dcd.1.f-1', '20.01')).then(withheld('20.01', 'NOT_HELD'));
    const claimed = aside.and(claimRefund('dcd.1.f-2'));
    const made = { ...ids, amount: '50.00', beyondHeld: '0.00', runId: 'n-1' };
    claimed.when(makeRefund('dcd.1.f-1', '50.00')).then({ type: 'RefundMade', data: made });
  });
});

describe('a refund that came back, whose money went out again', () => {
  const back = held.and(
    recordRefund('f-1', '50.00'),
    refundBack('dcd.1.f-1', 'UNDELIVERABLE'),
    recordRefund('f-2', '40.00'),
  );

  test('is set aside all the same, and says how much of it is not held any more', () => {
    const aside = { ...ids, amount: '50.00', beyondHeld: '40.00' };
    back.when(setRefundAside('dcd.1.f-1')).then({ type: 'UnclaimedRefundSetAside', data: aside });
  });

  test('says nothing of the kind where all of it is held', () => {
    const again = back.and(refundBack('dcd.1.f-2', 'STOPPED'));
    const aside = { ...ids, amount: '50.00' };
    again.when(setRefundAside('dcd.1.f-1')).then({ type: 'UnclaimedRefundSetAside', data: aside });
  });
});

describe('a refund that came back', () => {
  const made = held.and(recordRefund('f-1', '50.00'), issueRefund('dcd.1.f-1', '100300'));

  test('is held for the payor again, whole', () => {
    const data = { ...ids, amount: '50.00', reason: 'STALE' };
    made.when(refundBack('dcd.1.f-1', 'STALE')).then({ type: 'RefundReturned', data });
  });

  test('is told by the return of its receipt as one that had not left', () => {
    const back = made.and(refundBack('dcd.1.f-1', 'STALE'));
    const { happened } = back.when(returnPayment('dcd.1')).decided();
    expect(happened[0]?.data).toMatchObject({ excess: '50.00', refunded: '0.00' });
  });

  test('is made again once, of the same money, and under the number of that one', () => {
    const again = refundAgain('dcd.1.f-2', '50.00', { replaces: 'f-1' });
    const back = made.and(refundBack('dcd.1.f-1', 'STALE'));
    const data = { ...ids, refundId: 'f-2', amount: '50.00', beyondHeld: '0.00', replaces: 'f-1' };
    back.when(again).then({ type: 'RefundMade', data });
    const third = refundAgain('dcd.1.f-3', '50.00', { replaces: 'f-1' });
    back.and(again).when(third).thenRefused('payment-replaced', '/replaces');
    back
      .when(refundAgain('dcd.1.f-2', '49.99', { replaces: 'f-1' }))
      .thenRefused('replacement-differs', '/replaces');
    made.when(again).thenRefused('payment-not-voided', '/replaces');
    back
      .when(refundAgain('dcd.1.f-2', '50.00', { replaces: 'f-9' }))
      .thenRefused('refund-not-found', '/replaces');
    back
      .when(refundAgain('dcd.1.f-2', '50.00', { replaces: 'f-1', on: yesterday }))
      .thenRefused('returned-before-received', '/on');
    const aside = back.and(setRefundAside('dcd.1.f-1'));
    aside.when(again).thenRefused('payment-unclaimed', '/replaces');
    const paid = made.and(seenRefund('dcd.1.f-1'), refundBack('dcd.1.f-1', 'STOPPED', { on: tomorrow }));
    paid
      .when(refundAgain('dcd.1.f-2', '50.00', { replaces: 'f-1', on: tomorrow }))
      .thenRefused('payment-presented', '/replaces');
  });

  test('goes where nobody claims it, to the Treasury, and back', () => {
    const back = made.and(refundBack('dcd.1.f-1', 'UNDELIVERABLE'));
    const data = { ...ids, amount: '50.00' };
    back
      .when(setRefundAside('dcd.1.f-1', 'TREASURY'))
      .then({ type: 'UnclaimedRefundSetAside', data }, { type: 'UnclaimedRefundDeposited', data });
    const aside = back.and(setRefundAside('dcd.1.f-1'));
    aside
      .when(setRefundAside('dcd.1.f-1', 'TREASURY', { on: tomorrow }))
      .then({ type: 'UnclaimedRefundDeposited', data });
    aside
      .when(claimRefund('dcd.1.f-1'))
      .then({ type: 'UnclaimedRefundWithdrawn', data: { ...data, heldBy: 'REGISTRY' } });
    aside
      .and(setRefundAside('dcd.1.f-1', 'TREASURY'))
      .when(claimRefund('dcd.1.f-1'))
      .then({ type: 'UnclaimedRefundWithdrawn', data: { ...data, heldBy: 'TREASURY' } });
  });

  const returned = made.and(refundBack('dcd.1.f-1', 'STALE'));
  const aside = returned.and(setRefundAside('dcd.1.f-1'));
  const back = refundBack('dcd.1.f-1', 'STALE');
  test.each<[string, typeof held, ReceiptCommand, RejectionCode, string]>([
    ['comes back with another reason', returned, { ...back, reason: 'VOIDED' }, ...differs('return')],
    ['comes back before it went', made, { ...back, on: yesterday }, 'returned-before-paid', '/on'],
    ['was never made', held, back, 'refund-not-found', '/refundId'],
    ['has another number', made, issueRefund('dcd.1.f-1', '100301'), ...differs('instrument')],
    ['is set aside before it came back', made, setRefundAside('dcd.1.f-1'), ...notVoided],
    [
      'is set aside on another day',
      aside,
      setRefundAside('dcd.1.f-1', 'REGISTRY', { on: tomorrow }),
      ...differs('unclaimed'),
    ],
    [
      'is set aside once it was claimed',
      aside.and(claimRefund('dcd.1.f-1')),
      setRefundAside('dcd.1.f-1', 'TREASURY', { on: tomorrow }),
      ...differs('unclaimed'),
    ],
    [
      'is set aside once it was made again',
      returned.and(refundAgain('dcd.1.f-2', '50.00', { replaces: 'f-1' })),
      setRefundAside('dcd.1.f-1'),
      'payment-replaced',
      '/refundId',
    ],
    ['is claimed and never was set aside', returned, claimRefund('dcd.1.f-1'), ...notFound],
    [
      'is claimed before it was set aside',
      aside,
      claimRefund('dcd.1.f-1', { on: yesterday }),
      'claimed-before-unclaimed',
      '/on',
    ],
    [
      'is claimed on two days',
      aside.and(claimRefund('dcd.1.f-1')),
      claimRefund('dcd.1.f-1', { on: tomorrow }),
      ...differs('unclaimed'),
    ],
  ])('is refused where it %s', (_, before, command, code, pointer) => {
    before.when(command).thenRefused(code, pointer);
  });
});

function differs(what: 'return' | 'instrument' | 'unclaimed'): readonly [RejectionCode, string] {
  return [`${what}-recorded-differently`, '/refundId'];
}

describe('what a bank says of a refund', () => {
  const made = held.and(recordRefund('f-1', '50.00'));
  const by = { ...ids, statementId: 's-1', lines: [1] };
  const presented = (amount: string, lines = [1]) => ({
    type: 'RefundPresented',
    data: { ...by, lines, amount, issued: '50.00' },
  });
  const asked = (question: string, amount: string, lines = [1]) => ({
    type: 'RefundQuestioned',
    data: { ...by, lines, question, issued: '50.00', presented: amount },
  });

  test('is recorded once, and moves nothing', () => {
    made.when(seenRefund('dcd.1.f-1')).then(presented('50.00'));
  });

  test('is asked about where it cannot be right', () => {
    made
      .when(seenRefund('dcd.1.f-1', '50.05'))
      .then(presented('50.05'), asked('PRESENTED_FOR_ANOTHER_AMOUNT', '50.05'));
    made
      .and(seenRefund('dcd.1.f-1'))
      .when(seenRefund('dcd.1.f-1', '50.00', { line: 2 }))
      .then(presented('50.00', [2]), asked('PRESENTED_AGAIN', '50.00', [2]));
    made
      .and(refundBack('dcd.1.f-1', 'VOIDED'))
      .when(seenRefund('dcd.1.f-1'))
      .then(presented('50.00'), asked('PRESENTED_AFTER_VOID', '50.00'));
    const data = { ...ids, amount: '50.00', reason: 'STOPPED' };
    made
      .and(seenRefund('dcd.1.f-1', '50.00', { on: today }))
      .when(refundBack('dcd.1.f-1', 'STOPPED', { on: tomorrow }))
      .then({ type: 'RefundReturned', data }, asked('VOIDED_AFTER_PRESENTED', '50.00'));
  });

  test('is taken back with the match that said so', () => {
    const matched = { ...seenRefund('dcd.1.f-1'), matchId: 'm-1' as never };
    const undone = { ...matched, type: 'WithdrawRefundPresentation' } as const;
    made
      .and(matched)
      .when(undone)
      .then({
        type: 'RefundPresentationWithdrawn',
        data: { ...by, matchId: 'm-1', amount: '50.00' },
      });
    made.when(undone).thenNothing();
  });
});
