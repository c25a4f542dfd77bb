import type { CaseId, DefendantId, VictimId } from '../../domain/ids.ts';
import type {
  AssignInterest,
  AssumeRights,
  HeirNamed,
  PeopleCommand,
  RecordSameVictim,
  RecordSuccession,
} from '../../domain/people/commands.ts';
import { reject } from '../../domain/rejection.ts';
import { standingRequests } from '../../domain/victim/identities.ts';
import type { Session } from '../session.ts';
import { enter, isHeard } from './entry.ts';
import { enterFor, streamOf, whereHeard } from './one-person.ts';

/**
 * What is reported of the people beside a victim. The stream of the victim decides; what it does not hold, orders under
 * other statutes than section 2259, is looked for in the case that is named.
 */
export async function recordOfPeople(session: Session, command: PeopleCommand): Promise<void> {
  const isOld = (await whereHeard(session, command)) !== undefined;
  await enterFor(session, isOld ? command : await lookedUp(session, command));
}

/** Two ids are one victim: the one id is closed first, and then all that stood under it is handed to the other. */
export async function recordSameVictim(session: Session, command: RecordSameVictim): Promise<void> {
  const { victimId, survivorId } = command;
  const ref = { kind: 'Victim', id: victimId } as const;
  if (!(await isHeard(session, ref, command))) {
    const survivor = await session.read({ kind: 'Victim', id: survivorId }, true);
    if (!survivor.isRegistered) reject('victim-not-registered', '/survivorId');
    const { people } = await session.read(ref, true);
    const isSaidAgain = people.absorbedBy?.survivorId === survivorId;
    if (survivor.people.absorbedBy !== undefined && !isSaidAgain) reject('victim-absorbed', '/survivorId');
  }
  const cause = await enter(session, ref, command);
  await carryIdentity(session, victimId, cause);
}

/**
 * Hands what stands under an absorbed id to the one that survives; where the ledger has kept the caps of the two apart, only
 * what assistance stands. It tells all there is, and the stream stays quiet on what it has heard; so it may be told again
 * after a crash, and when something has changed.
 */
export async function carryIdentity(
  session: Session,
  victimId: VictimId,
  cause: string | null,
): Promise<void> {
  const told = new Set<VictimId>();
  let absorbedId = victimId;
  for (;;) {
    told.add(absorbedId);
    const absorbed = await session.read({ kind: 'Victim', id: absorbedId }, true);
    const { absorbedBy } = absorbed.people;
    if (absorbedBy?.isClosed === true) {
      await streamOf(session, absorbedId, cause);
      return;
    }
    if (absorbedBy === undefined || told.has(absorbedBy.survivorId)) return;
    const { survivorId, on } = absorbedBy;
    const requestIds = standingRequests(absorbed);
    const command = { type: 'TakeOverIdentity', victimId: survivorId, absorbedId, requestIds, on } as const;
    const name = `TakeOverIdentity ${absorbedId} ${requestIds.join(' ')}`;
    await session.step({ ref: { kind: 'Victim', id: survivorId }, command, name, cause });
    absorbedId = survivorId;
  }
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
