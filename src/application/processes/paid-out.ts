import type { AmendOrder } from '../../domain/case/commands.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseId, VictimId } from '../../domain/ids.ts';
import { discharged } from '../../domain/liability/liability.ts';
import type { PaidOut } from '../../domain/liability/overpayments.ts';
import { noMoney } from '../../domain/money.ts';
import { policiesOn } from '../../domain/policy/state.ts';
import { crossesCases } from '../../domain/statutes/restitution-statutes.ts';
import { paidOutOf } from '../../domain/victim/not-paid-out.ts';
import type { Session } from '../session.ts';
import { idsOf, knownOf } from './one-person.ts';

/**
 * What went out to those whom the lines of an amendment name, where the case itself decides what is taken back of them (P-46):
 * the case knows what came in, and when it decides, that may be more than now. Undefined where nothing can be taken back.
 */
export async function paidOutFor(session: Session, command: AmendOrder): Promise<AmendOrder['paidOut']> {
  const { caseId, orderId, lines, on } = command;
  if (policiesOn(session.policies, on)['P-46'] !== 'EXCESS') return undefined;
  const state = await session.read({ kind: 'Case', id: caseId }, true);
  const order = state.orders.get(orderId);
  if (order === undefined || crossesCases(order.statute)) return undefined;
  const paidOut: (PaidOut | undefined)[] = [];
  for (const line of lines) {
    const isAbove = mayBeAbove(state, { ...line, orderId });
    paidOut.push(isAbove ? await paidOutTo(session, caseId, line.victimId) : undefined);
  }
  return paidOut;
}

/** Whether more is paid under it than the line leaves of it, or may be once what is on its way has arrived. */
function mayBeAbove(
  { liabilities }: CaseState,
  { orderId, victimId, amount }: AmendOrder['lines'][number] & Pick<AmendOrder, 'orderId'>,
): boolean {
  const liability = liabilities.get({ orderId, victimId });
  if (liability === undefined || liability.paid === noMoney) return false;
  return amount < liability.ordered || amount < discharged(liability);
}

async function paidOutTo(session: Session, caseId: CaseId, victimId: VictimId): Promise<PaidOut> {
  for (let asked = victimId; ;) {
    await session.read({ kind: 'Victim', id: asked }, true);
    const known = await knownOf(session, victimId);
    const { id = victimId } = known;
    if (id === asked) return { ids: idsOf(known, victimId), ...paidOutOf(known, caseId) };
    asked = id;
  }
}
