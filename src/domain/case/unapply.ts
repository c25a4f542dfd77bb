import type { CalendarDate } from '../calendar-date.ts';
import { namesOf } from '../debt/debt.ts';
import type { Context } from '../decider.ts';
import type { ReceiptId } from '../ids.ts';
import { expiredAgain } from '../liability/expired.ts';
import { changeDay, refOf, reversedOn } from '../liability/liability.ts';
import { formatMoney, noMoney, parseMoney, sum } from '../money.ts';
import { invariant } from '../rejection.ts';
import { accessoriesReversed } from './accessory-credits.ts';
import type { UnapplyPayment } from './commands.ts';
import type { AllocatedPart, AppliedPart } from './allocation-events.ts';
import type { CaseEvent } from './events.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { overAgain } from './expiry.ts';
import { debtCreditKey } from './keys.ts';
import { allocationOf, isDecidedByVictim, type CaseState } from './state.ts';

type Events = readonly CaseEvent[];

/** The receipt came back: all that it paid here is owed again. */
export function unapplyPayment(
  { caseId, receiptId, reversed: told = [], on }: UnapplyPayment,
  state: CaseState,
  { policies }: Context,
): Events {
  const receipt = allocationOf(state, receiptId);
  if (receipt.isUnapplied) return [];
  invariant(receipt.pending === undefined, 'a receipt is unapplied while a part of it is still on its way');
  const parts = merged(receipt.applied);
  const reversed = parts
    .filter((part) => !isDecidedByVictim(state, part))
    .flatMap((part): Events => {
      const liability = state.liabilities.get(part);
      invariant(liability !== undefined, 'a receipt was applied to what was never owed');
      const effectiveOn = changeDay(liability, on);
      const data = { ...refOf(liability), receiptId, amount: part.amount };
      const reversed: CaseEvent = { type: 'RecoveryReversed', effectiveOn, data };
      if (!liability.isExpired) return [reversed];
      const after = reversedOn(liability, effectiveOn, parseMoney(part.amount));
      return [reversed, ...expiredAgain(liability, after, on)];
    });
  const days = new Map(told.map((each) => [liabilityKey(each), each.effectiveOn]));
  const data = {
    caseId,
    receiptId,
    parts: parts.map((part) => asOf(part, on, days.get(liabilityKey(part)))),
  };
  const happened: CaseEvent = { type: 'PaymentUnapplied', effectiveOn: on, data };
  const accessories = accessoriesReversed(state, receiptId, on);
  return [happened, ...reversed, ...debtsReversed(receiptId, { on, policies }, state), ...accessories];
}

function debtsReversed(
  receiptId: ReceiptId,
  { on, policies }: { readonly on: CalendarDate; readonly policies: Context['policies'] },
  state: CaseState,
): Events {
  return [...state.debts.values()].flatMap((debt): Events => {
    const paid = state.debtCredits.get(debtCreditKey(receiptId, debt.debtId)) ?? noMoney;
    if (paid === noMoney) return [];
    const data = { ...namesOf(debt), receiptId, amount: formatMoney(paid) };
    const reversed: CaseEvent = { type: 'DebtReversed', effectiveOn: changeDay(debt, on), data };
    return [reversed, ...overAgain(debt, { on, policies, amount: data.amount })];
  });
}

/** The part with the day on which its return took effect with the victim, where that is another. */
function asOf(
  { orderId, victimId, amount }: AllocatedPart,
  on: CalendarDate,
  effectiveOn: CalendarDate = on,
): AppliedPart {
  return { orderId, victimId, amount, ...(effectiveOn !== on && { effectiveOn }) };
}

function merged(parts: readonly AllocatedPart[]): readonly AllocatedPart[] {
  const byLiability = new Map<string, AllocatedPart>();
  for (const part of parts) {
    const before = byLiability.get(liabilityKey(part));
    const amount = before
      ? sum([parseMoney(before.amount), parseMoney(part.amount)])
      : parseMoney(part.amount);
    byLiability.set(liabilityKey(part), { ...part, amount: formatMoney(amount) });
  }
  return [...byLiability.values()];
}
