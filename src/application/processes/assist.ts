import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { RequestId, VictimId } from '../../domain/ids.ts';
import { reject } from '../../domain/rejection.ts';
import type {
  CloseAssistanceRequest,
  PayAssistance,
  RecordAssistanceReturn,
  RequestAssistance,
} from '../../domain/reserve/commands.ts';
import { indexesOf, type AssistanceRequest } from '../../domain/reserve/state.ts';
import { mayObtain } from '../../domain/statutes/18-usc-2259-d-2-a-once.ts';
import { standingRequests } from '../../domain/victim/identities.ts';
import { expectPayableTo } from '../../domain/victim/payees.ts';
import type { OrderAssistance, VictimCommand } from '../../domain/victim/commands.ts';
import type { Session } from '../session.ts';
import { reserve } from '../streams.ts';
import { enter, isHeard } from './entry.ts';
import { carryIdentity } from './people.ts';
import { checkVictimAndCase } from './references.ts';

/** A victim asks for assistance: the Reserve keeps the request, and the stream of the victim says whether it is the first. */
export async function requestAssistance(session: Session, command: RequestAssistance): Promise<void> {
  if (!(await isHeard(session, reserve, command))) {
    const victim = await session.read({ kind: 'Victim', id: command.victimId }, true);
    if (!victim.isRegistered) reject('victim-not-registered', '/victimId');
    if (victim.people.absorbedBy !== undefined) reject('victim-absorbed', '/victimId');
    const others = standingRequests(victim).filter((id) => id !== command.requestId);
    if (!mayObtain(others.length)) reject('assistance-once', '/victimId');
  }
  await enter(session, reserve, command);
}

/**
 * A court orders assistance: the stream of the victim decides, because it is once and for ever, and the Reserve gives the
 * order its place. Every step may be taken again.
 */
export async function orderAssistance(session: Session, command: OrderAssistance): Promise<void> {
  const { requestId, victimId, on } = command;
  const ref = { kind: 'Victim', id: victimId } as const;
  const state = await session.read(reserve, true);
  if (!(await isHeard(session, ref, command))) {
    await checkVictimAndCase(session, command);
    checkRequest(state.requests.get(requestId), victimId, on);
  }
  const cause = await enter(session, ref, { ...command, indexes: indexesOf(state) });
  await carryAssistance(session, requestId, cause);
}

/** A closed request is of no use to a court, unless it was closed for this very order. @throws Rejection */
function checkRequest(
  request: AssistanceRequest | undefined,
  victimId: VictimId,
  on: CalendarDate,
): asserts request is AssistanceRequest {
  if (request?.victimId !== victimId) reject('request-not-found', '/requestId');
  if (request.closed && !request.order) reject('request-closed', '/requestId');
  if (on < request.requestedOn) reject('ordered-before-requested', '/on');
}

/** What the Reserve decides of a request: that it is paid, that the payment came back, or that it has come to an end. */
export async function decideOnAssistance(
  session: Session,
  command: PayAssistance | RecordAssistanceReturn | CloseAssistanceRequest,
): Promise<void> {
  // An order that a crash has kept from the Reserve arrives first.
  if (!(await isHeard(session, reserve, command))) {
    await carryAssistance(session, command.requestId, null);
    if (command.type === 'PayAssistance') await checkPayee(session, command);
  }
  const cause = await enter(session, reserve, command);
  await carryAssistance(session, command.requestId, cause);
}

/** Who is paid in the victim's place stands in the victim's stream. @throws Rejection */
async function checkPayee(session: Session, command: PayAssistance): Promise<void> {
  const { requestId, representativeId, on } = command;
  const request = (await session.read(reserve)).requests.get(requestId);
  if (request === undefined) return;
  expectPayableTo(await session.read({ kind: 'Victim', id: request.victimId }, true), {
    representativeId,
    on,
  });
}

/**
 * Tells the Reserve what a court has ordered under the request, and the stream of the victim what the Reserve has made of
 * it. It tells all there is, and each stays quiet on what it has heard; so it may be told again after a crash.
 */
export async function carryAssistance(
  session: Session,
  requestId: RequestId,
  cause: string | null,
): Promise<void> {
  const before = (await session.read(reserve, true)).requests.get(requestId);
  if (before === undefined) return;
  const ref = { kind: 'Victim', id: before.victimId } as const;
  const ordered = (await session.read(ref, true)).assistance.get(requestId);
  if (ordered === undefined) return;
  const { caseId, amount, orderedOn: on } = ordered;
  // Where this command only repeats what is known, it was all brought about by what stands in the stream of the victim.
  const behind = cause ?? (await session.origin(ref)) ?? null;
  const queue = { type: 'QueueAssistance', requestId, caseId, amount, on } as const;
  await session.step({ ref: reserve, command: queue, name: `QueueAssistance ${requestId}`, cause: behind });
  const request = (await session.read(reserve)).requests.get(requestId) ?? before;
  for (const command of newsOf(request)) {
    const payment = 'disbursementId' in command ? command.disbursementId : '';
    await session.step({ ref, command, name: `${command.type} ${requestId} ${payment}`, cause: behind });
  }
  // The id that survives counts what stands under this one.
  await carryIdentity(session, before.victimId, behind);
}

/** What there is to tell of a request, in the order in which it came about. */
function newsOf({ requestId, victimId, payments, closed }: AssistanceRequest): readonly VictimCommand[] {
  const news: VictimCommand[] = [];
  for (const { disbursementId, representativeId, on, returned } of payments) {
    const payee = representativeId === undefined ? {} : { representativeId };
    news.push({ type: 'ReceiveAssistance', victimId, requestId, disbursementId, ...payee, on });
    if (returned)
      news.push({ type: 'ReturnAssistance', victimId, requestId, disbursementId, on: returned.on });
  }
  if (closed?.reason === 'ORDER_VACATED')
    news.push({ type: 'VacateAssistance', victimId, requestId, on: closed.on });
  return news;
}
