import { heldOf, sharesOf, type Shares } from '../../domain/case/shares.ts';
import { liabilitiesOf, type Order } from '../../domain/case/state.ts';
import { laterOf } from '../../domain/calendar-date.ts';
import type { CaseId, OrderId } from '../../domain/ids.ts';
import type { JointGroup } from '../../domain/liability/joint.ts';
import type { Liability } from '../../domain/liability/liability.ts';
import { invariant } from '../../domain/rejection.ts';
import { fullRecovery } from '../../domain/statutes/18-usc-2259-b-2-c-full-recovery.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import type { VictimCommand } from '../../domain/victim/commands.ts';
import type { Session } from '../session.ts';
import { stepFor } from './one-person.ts';

/**
 * Tells each victim's stream what has become of an order, where the law looks across cases. It tells all it knows, and
 * the stream stays quiet on what it has heard; so it may be told again after a crash.
 */
export async function carryOrder(
  session: Session,
  { caseId, orderId, cause }: { caseId: CaseId; orderId: OrderId; cause: string | null },
): Promise<void> {
  const state = await session.read({ kind: 'Case', id: caseId }, true);
  const order = state.orders.get(orderId);
  invariant(order !== undefined, 'an order is carried that was never entered');
  if (!crossesCases(order.statute)) return;
  for (const liability of liabilitiesOf(state, order)) {
    for (const command of newsOf(order, liability, sharesOf(state, order, liability))) {
      const amendment = command.type === 'AmendLiability' ? command.amendment : order.amendments;
      const name = `${command.type} ${orderId} ${String(amendment)} ${order.final?.ground ?? ''}`;
      await stepFor(session, { command, name, cause });
    }
    const group = state.joint.get(orderId);
    if (group) await carryGroup(session, group, { liability, order, cause });
  }
}

async function carryGroup(
  session: Session,
  { orderIds, crediting, declaration }: JointGroup,
  { liability, order, cause }: { liability: Liability; order: Order; cause: string | null },
): Promise<void> {
  const { victimId, caseId } = liability;
  const on = order.enteredOn;
  const command = {
    type: 'MakeLiabilitiesJoint',
    victimId,
    caseId,
    orderIds,
    crediting,
    declaration,
    on,
  } as const;
  const name = `MakeLiabilitiesJoint ${order.orderId} ${String(declaration)}`;
  await stepFor(session, { command, name, cause });
}

/** What there is to tell of one liability under the order, in the order in which it came about. */
function newsOf(order: Order, liability: Liability, shares: Shares): readonly VictimCommand[] {
  const { victimId, caseId, orderId, defendantId, track } = liability;
  const ref = { victimId, caseId, orderId, defendantId };
  const { final, vacatedOn, expiredOn, termChanges: change, termChangedOn } = order;
  const [{ amendment: _, ...asImposed }, ...later] = heldOf(shares);
  const isBeforeAct = order.offenceOn < fullRecovery.inForceFrom;
  const news: VictimCommand[] = [{ type: 'ImposeLiability', ...ref, track, isBeforeAct, ...asImposed }];
  // Each of them, also where another has come since: what has ended gives way to the least of them.
  for (const share of later) news.push({ type: 'AmendLiability', ...ref, ...share });
  // A line that an amendment added to a final order is final as it is imposed, and not before.
  if (final) {
    const on = laterOf(final.on, asImposed.on);
    news.push({ type: 'MakeLiabilityFinal', ...ref, ground: final.ground, on });
  }
  if (vacatedOn !== undefined) news.push({ type: 'VacateLiability', ...ref, on: vacatedOn });
  if (termChangedOn !== undefined) {
    const type = expiredOn === undefined ? 'UndoVictimExpiry' : 'ExpireVictimLiability';
    news.push({ type, ...ref, change, on: termChangedOn });
  }
  return news;
}
