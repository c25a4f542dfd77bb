import type { AmendOrder, EnterOrder, LossesFound } from '../../domain/case/commands.ts';
import type { RecordPayment } from '../../domain/receipt/commands.ts';
import { reject } from '../../domain/rejection.ts';
import type { CaseId, VictimId } from '../../domain/ids.ts';
import { findingFor, type VictimState } from '../../domain/victim/state.ts';
import { isClosed } from '../../domain/victim/take-over.ts';
import { knownOf } from './one-person.ts';
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
    const own = await registered(session, victimId, command.lines.length);
    if (!own) reject('victim-not-registered', `/lines/${String(index)}/victimId`);
    const victim = isClosed(own) ? await knownOf(session, victimId) : own;
    found.push((statute && findingFor(victim, { caseId, victimId }, { statute, track })) ?? null);
  }
  return found;
}

/** An order of more lines is held to what this process has heard of each victim: to ask for every one would take minutes. */
const mostAskedFor = 1_000;

/** Who is registered stays so: only who is not is looked for again. */
async function registered(session: Session, id: VictimId, lines: number): Promise<VictimState | undefined> {
  const ref = { kind: 'Victim', id } as const;
  const glanced = lines > mostAskedFor ? await session.glance(ref) : undefined;
  if (glanced?.isRegistered) return glanced;
  const victim = await session.read(ref, true);
  return victim.isRegistered ? victim : undefined;
}
