import { weeksFor } from '../../domain/case/accessory-claims.ts';
import type { Visit } from '../../domain/case/state.ts';
import {
  firstStop,
  itineraryOf,
  nextStop,
  type CaseOf,
  type Payor,
  type Stop,
} from '../../domain/defendant/itinerary.ts';
import type { ReceiptId } from '../../domain/ids.ts';
import { noMoney, type Money } from '../../domain/money.ts';
import { policiesOn } from '../../domain/policy/state.ts';
import { beganAt, goingOn, type Received } from '../../domain/receipt/state.ts';
import type { Session } from '../session.ts';
import { treasuryYields } from '../streams.ts';
import { foundAmong, settleIn, type Arrival } from './settle.ts';

/** A receipt on its way through the cases of its payor. */
interface Travel {
  readonly receiptId: ReceiptId;
  readonly received: Received;
  /** The event by which it came in; null where that is not known. */
  readonly cause: string | null;
}

/**
 * Carries a recorded receipt through its own case and on through the others of its payor, as far as the law takes it, and
 * has it hold what nobody could take. Each case that it goes on to is recorded before it comes there, so that whoever
 * carries it, and however often, it goes one way.
 */
export async function travel(session: Session, travelling: Travel): Promise<void> {
  if (await isHeldAtOnce(session, travelling)) return;
  let arrival = await latestArrival(session, travelling);
  for (;;) {
    const { isLast, ...arriving } = arrival;
    const { excess, reach } = await settleIn(session, arriving);
    if (excess === noMoney) return;
    const { caseId, visit } = arriving;
    const left = { from: { caseId, reach, isLast }, amount: excess, visit: visit.number };
    const going = await asItGoesOn(session, travelling);
    const next = (await passOn(session, going, left)) ?? (await hold(session, going, left));
    if (next === undefined) return awaitYields(session, going);
    arrival = next;
  }
}

/** Whether an overpayment went on last, and is held without having come to any case (P-09). */
async function isHeldAtOnce(session: Session, { receiptId, received }: Travel): Promise<boolean> {
  const { passes, isHeld } = await session.read({ kind: 'Receipt', id: receiptId });
  if (!isHeld || passes.at(-1)?.takenBack === undefined) return false;
  const { receipts } = await session.read({ kind: 'Case', id: received.caseId });
  return (receipts.get(receiptId)?.visit.number ?? 0) <= passes.length;
}

/** The receipt from the day of the last amendment on that took something back of it, if one did. */
async function asItGoesOn(session: Session, travelling: Travel): Promise<Travel> {
  const state = await session.read({ kind: 'Receipt', id: travelling.receiptId });
  return { ...travelling, received: goingOn(state, travelling.received) };
}

/** A receipt that comes to a case, and whether it goes no further. */
type Arriving = Arrival & Pick<Stop, 'isLast'>;

/** Where the receipt came last: to its own case, or to where it was passed on. */
async function latestArrival(session: Session, travelling: Travel): Promise<Arriving> {
  const { receiptId, received } = travelling;
  const { passes } = await session.read({ kind: 'Receipt', id: receiptId });
  const passed = await arrivalAt(session, travelling, passes.length + 1);
  if (passed) return passed;
  const { caseId, orderId, amount } = received;
  const { payor, ...itinerary } = await itineraryFor(session, travelling);
  const { reach } = firstStop(payor, itinerary);
  const isAssessed = itinerary.isAssessed && itinerary.stops.length > 1;
  const visit = { number: 1, reach, isAssessed };
  return { ...wayOf(travelling), caseId, orderId, amount, visit, beganAt: 1, isLast: false };
}

/** What was passed on, as the case that it comes to is told of it; undefined where it was not passed on so often. */
async function arrivalAt(
  session: Session,
  travelling: Travel,
  number: number,
): Promise<Arriving | undefined> {
  const { passes } = await session.read({ kind: 'Receipt', id: travelling.receiptId });
  const pass = passes[number - 2];
  if (pass === undefined) return undefined;
  const going = await asItGoesOn(session, travelling);
  const { caseId, amount, reach, isAssessed, isLast, isRelease } = pass;
  const visit: Visit = { number, reach, isAssessed };
  const orderId = isRelease ? travelling.received.orderId : null;
  return { ...wayOf(going), caseId, orderId, amount, visit, beganAt: beganAt({ passes }), isLast };
}

function wayOf({ receiptId, received: { defendantId, on }, cause }: Travel) {
  return { receiptId, defendantId, on, cause };
}

interface Left {
  readonly from: Stop;
  readonly amount: Money;
  /** The number of the visit that left it. */
  readonly visit: number;
}

/** Sends what is left on to the next case, if any; the stream of the receipt decides it once. */
async function passOn(session: Session, travelling: Travel, left: Left): Promise<Arriving | undefined> {
  const { receiptId, received, cause } = travelling;
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const { isHeld, returned } = await session.read(ref);
  if (isHeld || returned) return undefined;
  const { payor, ...itinerary } = await itineraryFor(session, travelling);
  const next = nextStop(payor, itinerary, left.from);
  if (next === undefined) return undefined;
  const { isAssessed, citation } = itinerary;
  const visit = left.visit + 1;
  const way = { fromCaseId: left.from.caseId, ...next, amount: left.amount, visit, isAssessed, citation };
  const command = { type: 'PassOn', receiptId, ...way, on: received.on } as const;
  await session.step({ ref, command, name: `PassOn ${String(visit)}`, cause });
  return arrivalAt(session, travelling, visit);
}

/** Holds what is left; where somebody else has sent it on meanwhile, it is carried on from there. */
async function hold(session: Session, travelling: Travel, left: Left): Promise<Arriving | undefined> {
  const { receiptId, received, cause } = travelling;
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const command = { type: 'HoldExcess', receiptId, amount: left.amount, visit: left.visit } as const;
  // What was released, or taken back, is held anew: a step of the same receipt, and another one.
  const { passes } = await session.read(ref);
  const isAnew = passes.some(({ isRelease, takenBack }) => isRelease || takenBack !== undefined);
  const name = isAnew ? `HoldExcess ${String(left.visit)}` : 'HoldExcess';
  await session.step({ ref, command: { ...command, on: received.on }, name, cause });
  return arrivalAt(session, travelling, left.visit + 1);
}

/** Says, where yields are published, for which of them what is held of the receipt waits. */
async function awaitYields(session: Session, { receiptId, received, cause }: Travel): Promise<void> {
  const { passes } = await session.read({ kind: 'Receipt', id: receiptId });
  const { on } = received;
  for (const caseId of new Set([received.caseId, ...passes.map((pass) => pass.caseId)])) {
    const { yieldsAwaited } = await session.read({ kind: 'Case', id: caseId });
    for (const weekEndingOn of yieldsAwaited.get(receiptId) ?? []) {
      const command = { type: 'AwaitYield', weekEndingOn, receiptId, caseId, on } as const;
      const name = `AwaitYield ${weekEndingOn} ${receiptId} ${caseId}`;
      await session.step({ ref: treasuryYields, command, name, cause });
    }
  }
}

/** A receipt on its way, or about to begin it once more with the visit of that number. */
type OnItsWay = Pick<Travel, 'receiptId' | 'received'> & { readonly beginsAt?: number };

/** Where the receipt may go, as its payor stands now. */
export async function itineraryFor(session: Session, receipt: OnItsWay) {
  const payor = await payorOf(session, receipt);
  return { payor, ...itineraryOf(payor) };
}

async function payorOf(session: Session, { receiptId, received, beginsAt }: OnItsWay): Promise<Payor> {
  const { defendantId, orderId, on, caseId, origin } = received;
  const { cases } = await session.read({ kind: 'Defendant', id: defendantId }, true);
  const others: CaseOf[] = [];
  for (const other of cases.filter((each) => each !== caseId)) {
    others.push({ caseId: other, state: await session.read({ kind: 'Case', id: other }, true) });
  }
  const own = { caseId, state: await session.read({ kind: 'Case', id: caseId }, others.length > 0) };
  const yields =
    others.length === 0 ? undefined : await yieldsIn(session, [own, ...others], { defendantId, on });
  const began = beginsAt ?? beganAt(await session.read({ kind: 'Receipt', id: receiptId }));
  const who = { receiptId, defendantId, orderId, origin, on, beganAt: began };
  return { ...who, yields, policies: policiesOn(session.policies, on), own, others };
}

/** The yields that interest in these cases may need. */
async function yieldsIn(
  session: Session,
  cases: readonly CaseOf[],
  of: Pick<Received, 'defendantId' | 'on'>,
): Promise<Payor['yields']> {
  const { yields } = await session.read(treasuryYields, true);
  if (yields.size === 0) return undefined;
  const weeks = cases.flatMap(({ caseId, state }) => weeksFor(state, { caseId, ...of }).all);
  return foundAmong(yields, [...new Set(weeks)]);
}
