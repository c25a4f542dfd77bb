import { isDecidedByVictim, type CaseState } from '../../domain/case/state.ts';
import type { AllocatedPart } from '../../domain/case/allocation-events.ts';
import type { ReceiptId } from '../../domain/ids.ts';
import type { Session } from '../session.ts';
import { stepFor } from './one-person.ts';
import { clearInterest } from './tell-interest.ts';

/**
 * Tells every victim whom a receipt has paid that it has cleared, once that is known. Whoever carries the receipt does so at the
 * end, for it may come to a victim long after it cleared; where it was told before, nothing happens.
 */
export async function tellCleared(
  session: Session,
  receiptId: ReceiptId,
  cause: string | null,
): Promise<void> {
  const { received, cleared, passes } = await session.read({ kind: 'Receipt', id: receiptId });
  if (received === undefined || cleared === undefined) return;
  const way = { defendantId: received.defendantId, receiptId, on: cleared.on };
  for (const caseId of new Set([received.caseId, ...passes.map((pass) => pass.caseId)])) {
    const state = await session.read({ kind: 'Case', id: caseId });
    for (const { orderId, victimId } of creditedByVictims(state, receiptId)) {
      const command = { type: 'ClearRecovery', victimId, orderId, caseId, ...way } as const;
      await stepFor(session, { command, name: `ClearRecovery ${receiptId} ${orderId}`, cause });
    }
    await clearInterest(session, { caseId, receiptId, on: cleared.on, cause });
  }
}

/** Under which orders of a case, and to whom, a receipt was credited by the victims' streams: each once, whatever the rounds. */
export function creditedByVictims(state: CaseState, receiptId: ReceiptId): readonly AllocatedPart[] {
  const applied = state.receipts.get(receiptId)?.applied ?? [];
  const parts = new Map(applied.map((each) => [`${each.orderId}/${each.victimId}`, each]));
  return [...parts.values()].filter((part) => isDecidedByVictim(state, part));
}
