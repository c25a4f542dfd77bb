import type {
  AmendOrder,
  EnterOrder,
  MakeOrderFinal,
  MakeOrdersJoint,
  VacateOrder,
} from '../../domain/case/commands.ts';
import type { ExpireLiability, UndoExpiry } from '../../domain/collection/commands.ts';
import type { Session } from '../session.ts';
import { learnDeath } from './carry-death.ts';
import { carryOrder } from './carry-order.ts';
import { enter, isHeard } from './entry.ts';
import { carryOverpayments } from './overpayments.ts';
import { paidOutFor } from './paid-out.ts';
import { lossesFoundFor } from './references.ts';

/** An order as a court enters or amends it: the case records it, and the victims' streams are told. */
export async function recordOrder(session: Session, command: EnterOrder | AmendOrder): Promise<void> {
  const isOld = await isHeard(session, { kind: 'Case', id: command.caseId }, command);
  if (isOld) return record(session, command);
  const withLosses = { ...command, lossesFound: await lossesFoundFor(session, command) };
  if (withLosses.type === 'EnterOrder') {
    await register(session, withLosses);
    return record(session, withLosses);
  }
  const paidOut = await paidOutFor(session, withLosses);
  await record(session, { ...withLosses, ...(paidOut && { paidOut }) });
}

/** Takes the order's id for its case, once it is known that the order will not be refused. @throws Rejection */
async function register(session: Session, command: EnterOrder): Promise<void> {
  const { caseId, orderId, on } = command;
  await session.foresee({ kind: 'Case', id: caseId }, command);
  await session.step({
    ref: { kind: 'Order', id: orderId },
    command: { type: 'RegisterOrder', caseId, orderId, on },
    name: 'RegisterOrder',
    cause: null,
  });
}

/** An order that became final, was set aside, or whose term is over; of a debt whose term is over, no victim is told. */
export async function recordOrderChange(
  session: Session,
  command: MakeOrderFinal | VacateOrder | ExpireLiability | UndoExpiry,
): Promise<void> {
  const { caseId, orderId } = command;
  if (command.type === 'ExpireLiability') await learnOfDebtor(session, command);
  const cause = await enter(session, { kind: 'Case', id: caseId }, command);
  if (orderId !== null) await carryOrder(session, { caseId, orderId, cause });
}

/** A log of before may know of a death in another case only. */
async function learnOfDebtor(session: Session, { caseId, orderId, debtId }: ExpireLiability): Promise<void> {
  const { orders, debts } = await session.read({ kind: 'Case', id: caseId });
  const order = orderId === null ? undefined : orders.get(orderId);
  const debt = debtId === null ? undefined : debts.get(debtId);
  const { defendantId } = order ?? debt ?? {};
  if (defendantId !== undefined) await learnDeath(session, { caseId, defendantId, cause: null });
}

/** Defendants who owe jointly: the case records it, and the victims' streams are told. */
export async function recordJointOrders(session: Session, command: MakeOrdersJoint): Promise<void> {
  const { caseId, orderIds } = command;
  const cause = await enter(session, { kind: 'Case', id: caseId }, command);
  for (const orderId of orderIds) await carryOrder(session, { caseId, orderId, cause });
}

async function record(session: Session, command: EnterOrder | AmendOrder): Promise<void> {
  const { caseId, orderId } = command;
  const cause = await enter(session, { kind: 'Case', id: caseId }, command);
  const carry = command.type === 'AmendOrder' ? carryAmendment : carryOrder;
  await carry(session, { caseId, orderId, cause });
}

/** Tells the victims' streams of an amendment, and carries on what they, or the case, took back for it. */
export async function carryAmendment(session: Session, of: Parameters<typeof carryOrder>[1]): Promise<void> {
  await carryOrder(session, of);
  await carryOverpayments(session, of);
}
