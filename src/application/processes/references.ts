import type { AmendOrder, EnterOrder, LossesFound } from '../../domain/case/commands.ts';
import type { RecordPayment } from '../../domain/receipt/commands.ts';
import { reject } from '../../domain/rejection.ts';
import type { CaseId, VictimId } from '../../domain/ids.ts';
import { lossesFor } from '../../domain/statutes/restitution-statutes.ts';
import { findingOf } from '../../domain/victim/state.ts';
import type { Session } from '../session.ts';

/** Whether the payment can be placed: its case, payor and order are known. @throws Rejection */
export async function checkPayor(
  session: Session,
  { caseId, defendantId, orderId }: RecordPayment,
): Promise<void> {
  const { isRegistered, defendants, orders } = await session.read({ kind: 'Case', id: caseId });
  if (!isRegistered) reject('case-not-registered', '/caseId');
  if (defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  if (orderId === null) return;
  if (orders.get(orderId)?.defendantId !== defendantId) reject('order-not-found', '/orderId');
}

/** Whether the victim and the case are known. @throws Rejection */
export async function checkVictimAndCase(
  session: Session,
  { victimId, caseId }: { victimId: VictimId; caseId: CaseId },
): Promise<void> {
  const victim = await session.read({ kind: 'Victim', id: victimId });
  if (!victim.isRegistered) reject('victim-not-registered', '/victimId');
  const { isRegistered } = await session.read({ kind: 'Case', id: caseId });
  if (!isRegistered) reject('case-not-registered', '/caseId');
}

/** The losses found in the case for each line of the order; the victims must be known. @throws Rejection */
export async function lossesFoundFor(
  session: Session,
  command: EnterOrder | AmendOrder,
): Promise<LossesFound> {
  const { caseId } = command;
  const { orders } = await session.read({ kind: 'Case', id: caseId });
  const statute = command.type === 'EnterOrder' ? command.statute : orders.get(command.orderId)?.statute;
  const found: LossesFound[number][] = [];
  for (const [index, { victimId, track }] of command.lines.entries()) {
    const victim = await session.read({ kind: 'Victim', id: victimId }, true);
    if (!victim.isRegistered) reject('victim-not-registered', `/lines/${String(index)}/victimId`);
    const category = statute ? lossesFor(statute, track) : 'OTHER';
    found.push(findingOf(victim, caseId, category) ?? null);
  }
  return found;
}
