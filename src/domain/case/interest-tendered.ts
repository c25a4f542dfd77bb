import type { InterestCredited } from '../collection/events.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type { SettlePayment } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { Allocation } from './state.ts';

/** What would be credited, as it is tendered first. */
export function asTender(event: CaseEvent): CaseEvent {
  if (event.type !== 'InterestCredited') return event;
  const { orderId, victimId } = event.data;
  invariant(orderId !== null && victimId !== null, 'interest is tendered that is no victim’s');
  return { ...event, type: 'InterestTendered', data: { ...event.data, orderId, victimId } };
}

/** What victims' streams accepted of what was tendered as interest in this round, and how much they declined. */
export function interestAnswered(
  { defendantId, interest: tendered }: Pick<Allocation, 'defendantId' | 'interest'>,
  { caseId, receiptId, round, interest: accepted = [], on: effectiveOn }: SettlePayment,
): { readonly credited: readonly InterestCredited[]; readonly declined: Money } {
  const answers = new Map(accepted.map((each) => [liabilityKey(each), each.amount]));
  const credited: InterestCredited[] = [];
  let declined = noMoney;
  for (const { orderId, victimId, amount } of tendered) {
    const offered = parseMoney(amount);
    const taken = answers.get(liabilityKey({ orderId, victimId }));
    invariant(taken !== undefined, 'a victim’s stream was not asked what it takes of interest');
    invariant(taken <= offered, 'more was accepted of interest than was tendered');
    declined = add(declined, subtract(offered, taken));
    if (taken === noMoney) continue;
    const ref = { caseId, defendantId, orderId, debtId: null, victimId };
    const data = { ...ref, receiptId, round, amount: formatMoney(taken) };
    credited.push({ type: 'InterestCredited', effectiveOn, data });
  }
  return { credited, declined };
}
