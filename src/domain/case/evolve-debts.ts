import { changedBy, imposedBy } from '../debt/debt.ts';
import type { DebtEvent } from '../debt/events.ts';
import { add, noMoney, parseMoney } from '../money.ts';
import { invariant } from '../rejection.ts';
import { noteDebtPrincipal } from './evolve-principal.ts';
import { debtCreditKey } from './keys.ts';
import { type CaseState } from './state.ts';

/** Carries what became of a debt into the state of its case. */
export function evolveDebt(state: CaseState, event: DebtEvent): void {
  const { data, effectiveOn: on } = event;
  if (event.type === 'OrderOfPaymentSet') {
    const { defendantId, obligations } = event.data;
    const before = state.ordersOfPayment.get(defendantId) ?? [];
    return state.ordersOfPayment.set(defendantId, [...before, { on, obligations }]);
  }
  if (event.type === 'DebtImposed') {
    const after = imposedBy(event);
    noteDebtPrincipal(state, undefined, { after, on });
    return state.debts.set(after.debtId, after);
  }
  const debt = state.debts.get(event.data.debtId);
  invariant(debt !== undefined, 'an event names a debt that was never imposed');
  const after = changedBy(debt, event);
  noteDebtPrincipal(state, debt, { after, on });
  state.debts.set(debt.debtId, after);
  if ('receiptId' in data) {
    const key = debtCreditKey(data.receiptId, debt.debtId);
    const before = state.debtCredits.get(key) ?? noMoney;
    const isCredit = event.type === 'DebtCredited';
    state.debtCredits.set(key, isCredit ? add(before, parseMoney(data.amount)) : noMoney);
  }
}
