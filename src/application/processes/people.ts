import type { CaseId, DefendantId, VictimId } from '../../domain/ids.ts';
import type {
  AssignInterest,
  AssumeRights,
  HeirNamed,
  PeopleCommand,
  RecordSuccession,
} from '../../domain/people/commands.ts';
import { reject } from '../../domain/rejection.ts';
import type { Session } from '../session.ts';
import { enter, isHeard } from './entry.ts';

/**
 * What is reported of the people beside a victim. The stream of the victim decides; what it does not hold, orders under
 * other statutes than section 2259, is looked for in the case that is named.
 */
export async function recordOfPeople(session: Session, command: PeopleCommand): Promise<void> {
  const ref = { kind: 'Victim', id: command.victimId } as const;
  if (await isHeard(session, ref, command)) await enter(session, ref, command);
  else await enter(session, ref, await lookedUp(session, command));
}

async function lookedUp(session: Session, command: PeopleCommand): Promise<PeopleCommand> {
  const { isRegistered } = await session.read({ kind: 'Victim', id: command.victimId });
  if (!isRegistered) reject('victim-not-registered', '/victimId');
  switch (command.type) {
    case 'AssumeRights':
      return withOrders(session, command);
    case 'RecordSuccession':
      return withOrdersOnHeirs(session, command);
    case 'AssignInterest':
      await checkInterest(session, command);
      return command;
    default:
      return command;
  }
}

async function withOrders(session: Session, command: AssumeRights): Promise<AssumeRights> {
  const { victimId, caseId, defendantId } = command;
  if (caseId === null) return command;
  if (defendantId === null) reject('defendant-not-registered', '/defendantId');
  const named = { victimId, caseId, defendantId, pointer: '' };
  return { ...command, isOrderedToPay: await isOrderedToPay(session, named) };
}

async function withOrdersOnHeirs(session: Session, command: RecordSuccession): Promise<RecordSuccession> {
  const { victimId } = command;
  const heirs: HeirNamed[] = [];
  for (const [at, heir] of command.heirs.entries()) {
    const { caseId, defendantId } = heir;
    const pointer = `/heirs/${String(at)}`;
    if (caseId === undefined) heirs.push(heir);
    else if (defendantId === undefined) reject('defendant-not-registered', `${pointer}/defendantId`);
    else if (await isOrderedToPay(session, { victimId, caseId, defendantId, pointer }))
      heirs.push({ ...heir, orderedToPayIn: caseId });
    else heirs.push(heir);
  }
  return { ...command, heirs };
}

interface Named {
  readonly victimId: VictimId;
  readonly caseId: CaseId;
  readonly defendantId: DefendantId;
  /** Where in the request they are named. */
  readonly pointer: string;
}

/** Whether an order of the case that stands, under any statute, makes the defendant pay the victim. @throws Rejection */
async function isOrderedToPay(
  session: Session,
  { victimId, caseId, defendantId, pointer }: Named,
): Promise<boolean> {
  const { isRegistered, defendants, orders } = await session.read({ kind: 'Case', id: caseId }, true);
  if (!isRegistered) reject('case-not-registered', `${pointer}/caseId`);
  if (defendants.get(defendantId) === undefined) reject('defendant-not-registered', `${pointer}/defendantId`);
  for (const order of orders.values()) {
    const isOwn = order.defendantId === defendantId && order.vacatedOn === undefined;
    if (isOwn && order.victims.includes(victimId)) return true;
  }
  return false;
}

/** Whether there is such an order in the case, and whether it is for this victim. @throws Rejection */
async function checkInterest(session: Session, { victimId, caseId, orderId }: AssignInterest): Promise<void> {
  if (caseId === null) {
    if (orderId !== null) reject('case-not-registered', '/caseId');
    return;
  }
  const { isRegistered, orders } = await session.read({ kind: 'Case', id: caseId }, true);
  if (!isRegistered) reject('case-not-registered', '/caseId');
  if (orderId === null) return;
  if (orders.get(orderId)?.victims.includes(victimId) !== true) reject('order-not-found', '/orderId');
}
