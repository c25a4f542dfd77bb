import { formatMoney, least, noMoney, subtract } from '../money.ts';
import { isNotSentBack, isWaiting, unseen } from '../payment/instrument.ts';
import { reject } from '../rejection.ts';
import type { ReceiptEvent } from './events.ts';
import type { MakeRefund, RecordRefund, RecordRefundReturn, RefundCommand } from './refund-commands.ts';
import type { RefundWithheldReason } from './refund-events.ts';
import { questionsOfReturn, whatHappensToInstrument } from './refund-instruments.ts';
import { heldOf, type OfReceipt, type Refund, type ReceiptState } from './state.ts';
import { depositUnclaimed, withdrawUnclaimed } from './unclaimed-refunds.ts';

type Events = readonly ReceiptEvent[];

/** Money that goes back to the payor, comes back from there, or is to go with a run; and what a bank says of it. */
export function whatHappensToRefunds(command: RefundCommand, of: OfReceipt): Events {
  switch (command.type) {
    case 'RecordRefund':
      return recordRefund(command, of);
    case 'MakeRefund':
      return makeRefund(command, of);
    case 'RecordRefundReturn':
      return recordRefundReturn(command, of, refundOf(command, of));
    case 'DepositUnclaimedRefund':
      return depositUnclaimed(command, of, refundOf(command, of));
    case 'WithdrawUnclaimedRefund':
      return withdrawUnclaimed(command, of, refundOf(command, of));
    default:
      return whatHappensToInstrument(command, of, refundOf(command, of));
  }
}

function refundOf({ refundId }: RefundCommand, { state }: OfReceipt): Refund {
  const refund = state.refunds.get(refundId);
  if (!refund) reject('refund-not-found', '/refundId');
  return refund;
}

/** A refund that went out is recorded even above what was held; `beyondHeld` says so. */
function recordRefund(command: RecordRefund, { state, received }: OfReceipt): Events {
  const { receiptId, refundId, amount, replaces, on } = command;
  const recorded = state.refunds.get(refundId);
  const isSame = recorded?.amount === amount && recorded.on === on && recorded.replaces === replaces;
  if (isSame) return [];
  if (recorded) reject('refund-recorded-differently', '/refundId');
  if (amount <= noMoney) reject('amount-not-positive', '/amount');
  if (on < received.on) reject('returned-before-received', '/on');
  if (replaces !== undefined) expectReplaceable({ ...command, replaces }, state);
  const { caseId, defendantId } = received;
  const beyondHeld = formatMoney(subtract(amount, least(amount, heldOf(state))));
  const data = {
    ...{ receiptId, caseId, defendantId, refundId, amount: formatMoney(amount), beyondHeld },
    ...(replaces !== undefined && { replaces }),
  };
  return [{ type: 'RefundMade', effectiveOn: on, data }];
}

/** A refund takes the place of one that came back, once, and of the same money; what a bank has paid is not paid again. */
function expectReplaceable(
  { replaces, amount, on }: RecordRefund & { readonly replaces: Refund['refundId'] },
  { refunds, instruments }: ReceiptState,
): void {
  const old = refunds.get(replaces);
  if (!old) reject('refund-not-found', '/replaces');
  const { presented, replacedBy, unclaimed } = instruments.get(replaces) ?? unseen;
  if (replacedBy !== undefined) reject('payment-replaced', '/replaces');
  const { returned } = old;
  if (presented.some((each) => isNotSentBack(each, returned))) reject('payment-presented', '/replaces');
  if (!returned || returned.on > on) reject('payment-not-voided', '/replaces');
  if (isWaiting(unclaimed)) reject('payment-unclaimed', '/replaces');
  if (old.amount !== amount) reject('replacement-differs', '/replaces');
}

/**
 * One refund of a run that was released: it is made, or withheld, and that is decided once. Whatever two runs were planned
 * on, no more goes back than is held.
 */
function makeRefund(command: MakeRefund, { state, received }: OfReceipt): Events {
  const { receiptId, refundId, runId, on } = command;
  if (state.refunds.has(refundId) || state.withheld.has(refundId)) return [];
  const { caseId, defendantId } = received;
  const data = { receiptId, caseId, defendantId, refundId, amount: formatMoney(command.amount), runId };
  const reason = whyWithheld(command, state);
  if (reason !== undefined) return [{ type: 'RefundWithheld', effectiveOn: on, data: { ...data, reason } }];
  return [{ type: 'RefundMade', effectiveOn: on, data: { ...data, beyondHeld: formatMoney(noMoney) } }];
}

function whyWithheld(
  { amount, hindered }: MakeRefund,
  state: ReceiptState,
): RefundWithheldReason | undefined {
  if (state.returned) return 'RECEIPT_RETURNED';
  if (state.awaitsCourt) return 'AWAITS_COURT';
  return amount > heldOf(state) ? 'NOT_HELD' : hindered;
}

/** A refund that came back, once. */
function recordRefundReturn(
  { receiptId, refundId, reason, on }: RecordRefundReturn,
  { state, received: { caseId, defendantId } }: OfReceipt,
  refund: Refund,
): Events {
  const { returned, amount } = refund;
  if (returned?.on === on && returned.reason === reason) return [];
  if (returned) reject('return-recorded-differently', '/refundId');
  if (on < refund.on) reject('returned-before-paid', '/on');
  const ids = { receiptId, caseId, defendantId, refundId };
  return [
    { type: 'RefundReturned', effectiveOn: on, data: { ...ids, amount: formatMoney(amount), reason } },
    ...questionsOfReturn(ids, { refund, returned: { on, reason }, state }),
  ];
}
