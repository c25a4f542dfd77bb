import type { RefundId } from '../ids.ts';
import { add, parseMoney, subtract } from '../money.ts';
import { lifeWith, unseen, type InstrumentLife } from '../payment/instrument.ts';
import { invariant } from '../rejection.ts';
import type { RefundEvent, RefundMade, RefundReturned, UnclaimedRefundEvent } from './refund-events.ts';
import type { ReceiptState } from './state.ts';

/** Carries what became of money that goes back to its payor into the state of its receipt. */
export function evolveRefund(state: ReceiptState, event: RefundEvent): void {
  switch (event.type) {
    case 'RefundMade':
      return make(state, event);
    case 'RefundWithheld':
      return void state.withheld.set(event.data.refundId, event.data.reason);
    case 'RefundReturned':
      return comeBack(state, event);
    case 'UnclaimedRefundSetAside':
    case 'UnclaimedRefundDeposited':
    case 'UnclaimedRefundWithdrawn':
      return waitOrNot(state, event);
    default:
      return live(state, event.data.refundId, (life) => lifeWith(life, event));
  }
}

function live(
  { instruments }: ReceiptState,
  refundId: RefundId,
  news: (life: InstrumentLife) => InstrumentLife,
): void {
  instruments.set(refundId, news(instruments.get(refundId) ?? unseen));
}

function make(state: ReceiptState, { effectiveOn: on, data }: RefundMade): void {
  const { refundId, replaces } = data;
  const amount = parseMoney(data.amount);
  state.refunds.set(refundId, { refundId, amount, on, replaces, returned: undefined });
  state.refunded = add(state.refunded, amount);
  if (replaces !== undefined) live(state, replaces, (life) => ({ ...life, replacedBy: refundId }));
}

function comeBack(
  state: ReceiptState,
  { effectiveOn: on, data: { refundId, reason } }: RefundReturned,
): void {
  const refund = state.refunds.get(refundId);
  invariant(refund !== undefined, 'a refund is returned that was never made');
  state.refunds.set(refundId, { ...refund, returned: { on, reason } });
  state.refunded = subtract(state.refunded, refund.amount);
}

function waitOrNot(state: ReceiptState, { type, effectiveOn: on, data }: UnclaimedRefundEvent): void {
  const amount = parseMoney(data.amount);
  live(state, data.refundId, (life) => {
    const before = life.unclaimed ?? { setAsideOn: on };
    if (type === 'UnclaimedRefundSetAside') return { ...life, unclaimed: { setAsideOn: on } };
    if (type === 'UnclaimedRefundDeposited') return { ...life, unclaimed: { ...before, depositedOn: on } };
    return { ...life, unclaimed: { ...before, withdrawnOn: on } };
  });
  if (type === 'UnclaimedRefundSetAside') state.unclaimed = add(state.unclaimed, amount);
  if (type === 'UnclaimedRefundWithdrawn') state.unclaimed = subtract(state.unclaimed, amount);
}
