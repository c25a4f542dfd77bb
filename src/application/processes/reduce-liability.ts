import { recoveryKey } from '../../domain/elsewhere/recovery.ts';
import type { CaseId, OrderId, VictimId } from '../../domain/ids.ts';
import type { ReductionCommand } from '../../domain/liability/reductions.ts';
import { reject } from '../../domain/rejection.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import type { Session } from '../session.ts';
import type { StreamRef } from '../streams.ts';
import { carryOrder } from './carry-order.ts';
import { enter, isHeard } from './entry.ts';
import { enterFor, knownOf, streamOf, whereHeard } from './one-person.ts';

/**
 * A court credits a line of an order with what was recovered in a civil proceeding, or takes that back. The stream that
 * decides the liability decides it: that of the case, or, under 18 U.S.C. 2259, that of the victim, and the case is told.
 */
export async function reduceLiability(session: Session, command: ReductionCommand): Promise<void> {
  const { caseId, orderId, victimId } = command;
  const { isRegistered, orders, liabilities } = await session.read({ kind: 'Case', id: caseId }, true);
  if (!isRegistered) reject('case-not-registered', '/caseId');
  const order = orders.get(orderId);
  if (!order || !liabilities.get({ orderId, victimId })) reject('order-not-found', '/orderId');
  const inCase = crossesCases(order.statute) ? undefined : ({ kind: 'Case', id: caseId } as const);
  await session.read({ kind: 'Victim', id: victimId }, true);
  const { elsewhere } = await knownOf(session, victimId);
  const isOld = inCase
    ? await isHeard(session, inCase, command)
    : (await whereHeard(session, command)) !== undefined;
  if (!isOld && elsewhere.recoveries.get(recoveryKey(command)) === undefined)
    reject('recovery-not-found', '/recoveryId');
  // A crash may have kept the victim's stream from hearing of the order.
  if (!inCase) await carryOrder(session, { caseId, orderId, cause: null });
  const cause = inCase ? await enter(session, inCase, command) : await enterFor(session, command);
  await carryReductions(session, { caseId, orderId, victimId, cause });
}

/** Tells the case what stands of each reduction that a victim's stream decided. It may be told again after a crash. */
export async function carryReductions(
  session: Session,
  {
    caseId,
    orderId,
    victimId,
    cause,
  }: { caseId: CaseId; orderId: OrderId; victimId: VictimId; cause: string | null },
): Promise<void> {
  const ref = { kind: 'Case', id: caseId } as const;
  const order = (await session.read(ref, true)).orders.get(orderId);
  if (order === undefined || !crossesCases(order.statute)) return;
  const victim = await streamOf(session, victimId, cause);
  const liability = (await session.read(victim)).liabilities.get({ orderId, victimId });
  const behind = await causeOf(session, victim, cause);
  for (const { recoveryId, amount, told } of liability?.reductions ?? []) {
    const on = told?.effectiveOn ?? order.enteredOn;
    const command = { type: 'NoteReduction', caseId, orderId, victimId, recoveryId, amount, on } as const;
    const name = `NoteReduction ${orderId} ${victimId} ${recoveryId} ${String(amount)}`;
    await session.step({ ref, command, name, cause: behind });
  }
}

/** The event that all of it goes back to, where the command itself brought nothing about. */
async function causeOf(session: Session, victim: StreamRef, cause: string | null): Promise<string | null> {
  return cause ?? (await session.origin(victim)) ?? null;
}
