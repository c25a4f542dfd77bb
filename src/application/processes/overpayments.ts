import type { Order } from '../../domain/case/state.ts';
import type { ReceiptId } from '../../domain/ids.ts';
import { liabilityKey } from '../../domain/liability/liability-index.ts';
import { isFor, isOfCap } from '../../domain/liability/taken-back.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import type { Session } from '../session.ts';
import { knownOf } from './one-person.ts';
import {
  carriedAtOnce,
  carryTakenBack,
  doCasesKnow,
  notePieces,
  takenBackOf,
  type TakenUnder,
} from './taken-back.ts';
import { tellNews } from './takings.ts';

/** What was paid above an amount that a court has lowered (P-46): told to the case order by order, and carried on receipt by receipt. */

/**
 * Carries all that an amendment of the order took back of receipts; of very many receipts, the rest follows by itself. What the
 * amendment made owed again may take some of it: where a crash has kept the payor’s cases from hearing of that, all of it
 * follows, when they have.
 */
export async function carryOverpayments(session: Session, { cause, ...amended }: TakenUnder): Promise<void> {
  const { caseId, orderId } = amended;
  await noteOverpayments(session, { ...amended, cause });
  const state = await session.read({ kind: 'Case', id: caseId });
  const order = state.orders.get(orderId);
  if (order === undefined) return;
  const amendment = { amendment: order.amendments };
  const takenBack = (state.takenBack.get(orderId) ?? []).filter(({ takenFor }) => isFor(takenFor, amendment));
  if (takenBack.length === 0) return;
  let told = await tellNews(session, 0);
  if (!(await haveCasesHeard(session, order))) return;
  for (const { receiptId, takenFor } of takenBack.slice(0, carriedAtOnce)) {
    await carryTakenBack(session, { ...amended, receiptId, takenFor, cause });
    // What one receipt brought, the cases know before the next comes to them.
    told = await tellNews(session, told);
  }
}

/** Whether the payor’s cases know what is ended, and what owed again, of those of whose money something was taken back. */
async function haveCasesHeard(session: Session, order: Order): Promise<boolean> {
  const { orderId, defendantId, victims, amendments } = order;
  for (const victimId of victims) {
    const victim = await knownOf(session, victimId);
    const taken = victim.takenBack.get(liabilityKey({ orderId, victimId })) ?? [];
    if (!taken.some(({ takenFor }) => isFor(takenFor, { amendment: amendments }))) continue;
    if (!(await doCasesKnow(session, victim, defendantId))) return false;
  }
  return true;
}

/** Tells the case what victims' streams took back for amendments of the order: of all receipts, or of one. */
export async function noteOverpayments(
  session: Session,
  { caseId, orderId, cause }: TakenUnder,
  only?: ReceiptId,
): Promise<void> {
  const ref = { kind: 'Case', id: caseId } as const;
  const order = (await session.read(ref)).orders.get(orderId);
  if (order === undefined || order.amendments === 0 || !crossesCases(order.statute)) return;
  const pieces = await takenBackOf(session, { caseId, orderId, victims: order.victims });
  await notePieces(
    session,
    { caseId, orderId, cause },
    { pieces: pieces.filter((each) => !isOfCap(each)), only },
  );
}
