import type { CalendarDate } from '../calendar-date.ts';
import { formatMoney, least, noMoney, subtract } from '../money.ts';
import { unseen, wentThereOn, type Returned, type Unclaimed } from '../payment/instrument.ts';
import { reject } from '../rejection.ts';
import type { ReceiptEvent } from './events.ts';
import type { DepositUnclaimedRefund, WithdrawUnclaimedRefund } from './refund-commands.ts';
import { heldOf, type OfReceipt, type Refund } from './state.ts';

type Events = readonly ReceiptEvent[];

/**
 * Money of a refund that came back, and whose payor cannot be found, is set aside with the court, or goes to the Treasury, as
 * that of a victim does (28 U.S.C. 2041, 2042). It stays the payor's. Where the same money went out again meanwhile it is recorded all
 * the same, for it is a fact; `beyondHeld` says so.
 */
export function depositUnclaimed(
  { receiptId, refundId, place, on }: DepositUnclaimedRefund,
  { state, received: { caseId, defendantId } }: OfReceipt,
  { amount, returned }: Refund,
): Events {
  const { unclaimed: known, replacedBy } = state.instruments.get(refundId) ?? unseen;
  const wentOn = wentThereOn(place, known);
  if (wentOn === on) return [];
  if (wentOn !== undefined || isClaimed(known)) reject('unclaimed-recorded-differently', '/refundId');
  if (replacedBy !== undefined) reject('payment-replaced', '/refundId');
  if (!isBackBy(on, { known, returned })) reject('payment-not-voided', '/refundId');
  const data = { receiptId, caseId, defendantId, refundId, amount: formatMoney(amount) };
  const beyond = subtract(amount, least(amount, heldOf(state)));
  const ofIt = beyond > noMoney ? { ...data, beyondHeld: formatMoney(beyond) } : data;
  const setAside = { type: 'UnclaimedRefundSetAside', effectiveOn: on, data: ofIt } as const;
  const deposited = { type: 'UnclaimedRefundDeposited', effectiveOn: on, data } as const;
  return [...(known ? [] : [setAside]), ...(place === 'TREASURY' ? [deposited] : [])];
}

function isClaimed(known: Unclaimed | undefined): boolean {
  return known?.withdrawnOn !== undefined;
}

interface Back {
  readonly known: Unclaimed | undefined;
  readonly returned: Returned | undefined;
}

/** Whether the court had it again by then. */
function isBackBy(on: CalendarDate, { known, returned }: Back): boolean {
  const since = known?.setAsideOn ?? returned?.on;
  return since !== undefined && since <= on;
}

/** Whoever is entitled to it may claim it at any time. */
export function withdrawUnclaimed(
  { receiptId, refundId, on }: WithdrawUnclaimedRefund,
  { state, received: { caseId, defendantId } }: OfReceipt,
  { amount }: Refund,
): Events {
  const { unclaimed: known } = state.instruments.get(refundId) ?? unseen;
  if (!known) reject('unclaimed-not-found', '/refundId');
  if (known.withdrawnOn === on) return [];
  if (known.withdrawnOn !== undefined) reject('unclaimed-recorded-differently', '/refundId');
  if (on < (known.depositedOn ?? known.setAsideOn)) reject('claimed-before-unclaimed', '/on');
  const heldBy = known.depositedOn === undefined ? 'REGISTRY' : 'TREASURY';
  const ids = { receiptId, caseId, defendantId, refundId };
  return [
    {
      type: 'UnclaimedRefundWithdrawn',
      effectiveOn: on,
      data: { ...ids, amount: formatMoney(amount), heldBy },
    },
  ];
}
