import type { CalendarDate } from '../../domain/calendar-date.ts';
import { livedOf } from '../../domain/case/lives.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { isDebtOver } from '../../domain/case/terms.ts';
import { owed as owedOn } from '../../domain/debt/debt.ts';
import type { ListedRefund } from '../../domain/disbursement/events.ts';
import type { DefendantId } from '../../domain/ids.ts';
import { outstanding } from '../../domain/liability/liability.ts';
import { noMoney } from '../../domain/money.ts';
import type { Policies } from '../../domain/policy/catalogue.ts';
import { policiesOn } from '../../domain/policy/state.ts';
import type { RefundHindered } from '../../domain/receipt/refund-events.ts';
import { awaitsYield } from '../../domain/reference/awaited.ts';
import type { Session } from '../session.ts';
import { treasuryYields } from '../streams.ts';

/** A refund, as far as it says whose money of which receipt it is. */
type Whose = Pick<ListedRefund, 'receiptId' | 'defendantId' | 'caseId'>;

/**
 * What keeps money from its payor now, in any of the payor's cases, though it did not when the refund was planned: that of one who
 * died is for whoever has the estate, what waits for a yield may be interest, and that of one who has come to owe victims or the public is
 * for a person to look at. Where a store writes several streams at once, the append that pays checks every stream that was read here.
 */
export async function whatHinders(
  session: Session,
  { receiptId, defendantId, caseId }: Whose,
  on: CalendarDate,
): Promise<RefundHindered | undefined> {
  const { cases } = await session.read({ kind: 'Defendant', id: defendantId }, true);
  const policies = policiesOn(session.policies, on);
  let owes = false;
  for (const id of new Set([caseId, ...cases])) {
    const state = await session.read({ kind: 'Case', id }, true);
    if (livedOf(state, defendantId).diedOn !== undefined) return 'PAYOR_DIED';
    owes ||= owesVictims(state, defendantId) || owesPublic(state, { defendantId, on, policies });
  }
  if (awaitsYield(await session.read(treasuryYields, true), receiptId)) return 'YIELD_AWAITED';
  return owes ? 'PAYOR_OWES' : undefined;
}

function owesVictims({ orders, liabilities }: CaseState, defendantId: DefendantId): boolean {
  for (const order of orders.values()) {
    if (order.defendantId !== defendantId) continue;
    for (const victimId of order.victims) {
      const owed = liabilities.get({ orderId: order.orderId, victimId });
      if (owed && outstanding(owed) > noMoney) return true;
    }
  }
  return false;
}

/** By what the law makes of its debts on the day: what has ended is owed no more, though nobody has recorded its end. */
function owesPublic(state: CaseState, { defendantId, on, policies }: Asked): boolean {
  for (const debt of state.debts.values()) {
    const isOpen = debt.defendantId === defendantId && owedOn(debt) > noMoney;
    if (isOpen && !isDebtOver(state, debt, { on, policies })) return true;
  }
  return false;
}

/** Of which payor, on which day, and by which answers. */
interface Asked {
  readonly defendantId: DefendantId;
  readonly on: CalendarDate;
  readonly policies: Policies;
}
