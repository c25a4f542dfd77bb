import type { CalendarDate } from '../calendar-date.ts';
import { formatMoney } from '../money.ts';
import { unseen, wentThereOn, type InstrumentLife, type Unclaimed } from '../payment/instrument.ts';
import { reject } from '../rejection.ts';
import type { DepositUnclaimed, WithdrawUnclaimed } from './commands-of-payment.ts';
import type { VictimEvent } from './events.ts';
import { paymentKey } from './keys.ts';
import type { Disbursement } from './parts-of-state.ts';
import type { VictimState } from './state.ts';

type Events = readonly VictimEvent[];

/**
 * Money of a payment that came back, and whose payee cannot be found, is set aside with the court, or goes to the Treasury.
 * It stays the victim's; the defendant keeps the credit.
 */
export function depositUnclaimed(command: DepositUnclaimed, state: VictimState): Events {
  const { victimId, disbursementId, place, on } = command;
  const { paid, life } = found(command, state);
  const { unclaimed: known, replacedBy } = life;
  const wentOn = wentThereOn(place, known);
  if (wentOn === on) return [];
  if (wentOn !== undefined || isClaimed(known)) reject('unclaimed-recorded-differently', '/disbursementId');
  if (replacedBy !== undefined) reject('payment-replaced', '/disbursementId');
  if (!isBackBy(on, { known, paid })) reject('payment-not-voided', '/disbursementId');
  const data = { victimId, caseId: paid.caseId, disbursementId, amount: formatMoney(paid.amount) };
  const setAside = { type: 'UnclaimedMoneySetAside', effectiveOn: on, data } as const;
  const deposited = { type: 'UnclaimedMoneyDeposited', effectiveOn: on, data } as const;
  return [setAside, deposited].filter(({ type }) => {
    return type === 'UnclaimedMoneySetAside' ? !known : place === 'TREASURY';
  });
}

function isClaimed(known: Unclaimed | undefined): boolean {
  return known?.withdrawnOn !== undefined;
}

interface Back {
  readonly known: Unclaimed | undefined;
  readonly paid: Disbursement;
}

/** Whether the court had it again by then. */
function isBackBy(on: CalendarDate, { known, paid }: Back): boolean {
  const since = known?.setAsideOn ?? paid.returned?.on;
  return since !== undefined && since <= on;
}

function found(
  command: DepositUnclaimed | WithdrawUnclaimed,
  { disbursements, instruments }: VictimState,
): { readonly paid: Disbursement; readonly life: InstrumentLife } {
  const paid = disbursements.get(paymentKey(command));
  if (!paid) reject('disbursement-not-found', '/disbursementId');
  return { paid, life: instruments.get(paymentKey(command)) ?? unseen };
}

/** Whoever is entitled to it may claim it at any time. */
export function withdrawUnclaimed(command: WithdrawUnclaimed, state: VictimState): Events {
  const { victimId, disbursementId, on } = command;
  const { paid, life } = found(command, state);
  const { unclaimed: known } = life;
  if (!known) reject('unclaimed-not-found', '/disbursementId');
  if (known.withdrawnOn === on) return [];
  if (known.withdrawnOn !== undefined) reject('unclaimed-recorded-differently', '/disbursementId');
  if (on < (known.depositedOn ?? known.setAsideOn)) reject('claimed-before-unclaimed', '/on');
  const heldBy = known.depositedOn === undefined ? 'REGISTRY' : 'TREASURY';
  const data = {
    victimId,
    caseId: paid.caseId,
    disbursementId,
    amount: formatMoney(paid.amount),
    heldBy,
  } as const;
  return [{ type: 'UnclaimedMoneyWithdrawn', effectiveOn: on, data }];
}
