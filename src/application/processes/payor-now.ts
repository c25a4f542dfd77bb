import { livedOf } from '../../domain/case/lives.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { ListedRefund } from '../../domain/disbursement/events.ts';
import type { DefendantId } from '../../domain/ids.ts';
import { outstanding } from '../../domain/liability/liability.ts';
import { noMoney } from '../../domain/money.ts';
import type { RefundHindered } from '../../domain/receipt/refund-events.ts';
import { awaitsYield } from '../../domain/reference/awaited.ts';
import type { Session } from '../session.ts';
import { treasuryYields } from '../streams.ts';

/** A refund, as far as it says whose money of which receipt it is. */
type Whose = Pick<ListedRefund, 'receiptId' | 'defendantId' | 'caseId'>;

/**
 * What keeps money from its payor now, in any of the payor's cases, though it did not when the refund was planned: that of one who
 * died is for whoever has the estate, what waits for a yield may be interest, and that of one who has come to owe victims is for a
 * person to look at. Where a store writes several streams at once, the append that pays checks every stream that was read here.
 */
export async function whatHinders(
  session: Session,
  { receiptId, defendantId, caseId }: Whose,
): Promise<RefundHindered | undefined> {
  const { cases } = await session.read({ kind: 'Defendant', id: defendantId }, true);
  let owes = false;
  for (const id of new Set([caseId, ...cases])) {
    const state = await session.read({ kind: 'Case', id }, true);
    if (livedOf(state, defendantId).diedOn !== undefined) return 'PAYOR_DIED';
    owes ||= owesIn(state, defendantId);
  }
  if (awaitsYield(await session.read(treasuryYields, true), receiptId)) return 'YIELD_AWAITED';
  return owes ? 'PAYOR_OWES' : undefined;
}

function owesIn({ orders, liabilities }: CaseState, defendantId: DefendantId): boolean {
  for (const order of orders.values()) {
    if (order.defendantId !== defendantId) continue;
    for (const victimId of order.victims) {
      const owed = liabilities.get({ orderId: order.orderId, victimId });
      if (owed && outstanding(owed) > noMoney) return true;
    }
  }
  return false;
}
