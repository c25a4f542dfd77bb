import { parseAnnualRate } from '../../domain/annual-rate.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { weeksFor, type YieldFound } from '../../domain/case/accessory-claims.ts';
import { reachesInterest } from '../../domain/case/allocation.ts';
import type { AllocatePayment, SettlePayment } from '../../domain/case/commands.ts';
import type { AllocatedPart } from '../../domain/case/allocation-events.ts';
import { isDecidedByVictim, type Allocation, type Order, type Visit } from '../../domain/case/state.ts';
import type { CaseId, DefendantId, OrderId, ReceiptId } from '../../domain/ids.ts';
import { terminated } from '../../domain/liability/liability.ts';
import { noMoney, parseMoney, type Money } from '../../domain/money.ts';
import type { ReferenceState } from '../../domain/reference/decide.ts';
import { invariant } from '../../domain/rejection.ts';
import { interestAcceptedOf } from '../../domain/victim/interest.ts';
import { creditKey } from '../../domain/victim/keys.ts';
import { acceptedOf, type CreditRef, type VictimState } from '../../domain/victim/state.ts';
import type { Session } from '../session.ts';
import { treasuryYields } from '../streams.ts';
import { carryOrder } from './carry-order.ts';
import { tellInterest } from './tell-interest.ts';
import { stepFor, streamOf } from './one-person.ts';

/** A receipt on its way through one case. */
interface Way {
  readonly caseId: CaseId;
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
  readonly cause: string | null;
}

/** A receipt that comes to a case: with how much, and what it may reach there. */
export interface Arrival extends Way {
  readonly defendantId: DefendantId;
  readonly orderId: OrderId | null;
  readonly amount: Money;
  readonly visit: Visit;
  /** The visit with which it began its way, or began it once more. */
  readonly beganAt: number;
}

/** What a visit left over, and the obligations that it could reach. */
interface Departure {
  readonly excess: Money;
  readonly reach: Visit['reach'];
}

/** Divides what comes to a case, tenders it to the victims' streams, and settles what they took, until nothing is pending. */
export async function settleIn(session: Session, { cause, ...arrival }: Arrival): Promise<Departure> {
  const { caseId, receiptId, on, visit } = arrival;
  const ref = { kind: 'Case', id: caseId } as const;
  const yields = await yieldsFor(session, arrival);
  const command = { type: 'AllocatePayment', ...arrival, ...yields } as const;
  const name = `AllocatePayment ${receiptId}${visit.number > 1 ? ` ${String(visit.number)}` : ''}`;
  await session.step({ ref, command, name, cause });
  const way = { caseId, receiptId, on, cause, yields };
  let allocation = await allocationOf(session, way);
  while (allocation.pending !== undefined) {
    await settleRound(session, way, allocation);
    allocation = await allocationOf(session, way);
  }
  await tellInterest(session, way);
  return { excess: allocation.excess, reach: allocation.visit.reach };
}

/** The same, with the yields that interest may need. */
interface Settling extends Way {
  readonly yields: Pick<AllocatePayment, 'yields'>;
}

/**
 * The yields that interest may need which the receipt can come to; nothing where the ledger was told of none at all, or the
 * visit is over. One that the case does not know yet is looked for among what other processes have written.
 */
async function yieldsFor(
  session: Session,
  { receiptId, visit, ...of }: Omit<Arrival, 'cause'>,
): Promise<Pick<AllocatePayment, 'yields'>> {
  if (!reachesInterest(visit.reach)) return {};
  const state = await session.read({ kind: 'Case', id: of.caseId });
  const before = state.receipts.get(receiptId);
  if (before && before.visit.number >= visit.number && before.pending === undefined) return {};
  const weeks = weeksFor(state, of);
  if (weeks.all.length === 0) return {};
  const { yields: published } = await session.read(treasuryYields, weeks.isAnyUnknown);
  if (published.size === 0) return {};
  return { yields: foundAmong(published, weeks.all) };
}

/** The yields of these weeks, as far as they were recorded. */
export function foundAmong(
  published: ReferenceState['yields'],
  weeks: readonly CalendarDate[],
): readonly YieldFound[] {
  return weeks.flatMap((weekEndingOn) => {
    const found = published.get(weekEndingOn);
    return found ? [{ weekEndingOn, rate: parseAnnualRate(found.rate) }] : [];
  });
}

/** Tenders the parts of a round that victims' streams decide, and tells the case what they took. */
async function settleRound(
  session: Session,
  way: Settling,
  { round, visit, pending, interest: asInterest }: Allocation,
): Promise<void> {
  const { caseId, receiptId, on, cause, yields } = way;
  const ref = { kind: 'Case', id: caseId } as const;
  const state = await session.read(ref);
  const tendered = (pending ?? []).filter((part) => isDecidedByVictim(state, part));
  const accepted: SettlePayment['accepted'][number][] = [];
  for (const part of tendered) {
    const { orderId, victimId } = part;
    accepted.push({ orderId, victimId, ...(await tender(session, { ...way, round, visit }, part)) });
  }
  const interest: NonNullable<SettlePayment['interest']>[number][] = [];
  for (const part of asInterest) {
    const { orderId, victimId } = part;
    const amount = await tenderInterest(session, { ...way, round }, part);
    interest.push({ orderId, victimId, amount });
  }
  const answers = { accepted, ...(interest.length > 0 && { interest }) };
  const command = { type: 'SettlePayment', caseId, receiptId, round, ...answers, on, ...yields } as const;
  await session.step({ ref, command, name: `SettlePayment ${receiptId} ${String(round)}`, cause });
}

type Accepted = Omit<SettlePayment['accepted'][number], 'orderId' | 'victimId'>;

async function tender(
  session: Session,
  way: Way & Pick<Allocation, 'round' | 'visit'>,
  part: AllocatedPart,
): Promise<Accepted> {
  const { caseId, receiptId, round, visit, on, cause } = way;
  const { orderId, victimId } = part;
  const { liabilities } = await session.read({ kind: 'Case', id: caseId });
  const { defendantId } = await heardOrder(session, way, part);
  const offered = parseMoney(part.amount);
  const copy = liabilities.get(part);
  const first = visit.number === 1 && copy && { first: { ended: terminated(copy) } };
  const of = { victimId, caseId, orderId, defendantId, receiptId, round };
  const command = { type: 'CreditRecovery', ...of, offered, ...first, on } as const;
  const ref = await stepFor(session, {
    command,
    name: `CreditRecovery ${receiptId} ${orderId} ${String(round)}`,
    cause,
  });
  return answerOf(await session.read(ref), { receiptId, orderId, victimId, round });
}

/** What the victim's stream has answered to the tender. */
function answerOf(victim: VictimState, credit: CreditRef): Accepted {
  const amount = acceptedOf(victim, credit);
  invariant(amount !== undefined, 'a victim’s stream gave no answer to a tender');
  const heard = victim.credits.get(creditKey(credit));
  if (heard === undefined) return { amount };
  const { movedOn: effectiveOn, hadEndedInRound: hadEnded } = heard;
  return { amount, effectiveOn, ...(hadEnded > noMoney && { hadEnded }) };
}

/** Tenders interest, where it counts (P-10): the victim's stream takes no more than it has room for. */
async function tenderInterest(
  session: Session,
  way: Way & { round: number },
  part: AllocatedPart,
): Promise<Money> {
  const { caseId, receiptId, round, on, cause } = way;
  const { orderId, victimId } = part;
  const { defendantId } = await heardOrder(session, way, part);
  const of = { victimId, caseId, orderId, defendantId, receiptId, round };
  const command = { type: 'ReceiveInterest', ...of, offered: parseMoney(part.amount), on } as const;
  const name = `ReceiveInterest ${receiptId} ${orderId} ${String(round)}`;
  const ref = await stepFor(session, { command, name, cause });
  const amount = interestAcceptedOf(await session.read(ref), of);
  invariant(amount !== undefined, 'a victim’s stream gave no answer to a tender of interest');
  return amount;
}

/** The order of a part, of which the victim's stream has heard: a crash may have kept it from that, or from those who owe jointly. */
async function heardOrder(session: Session, { caseId, cause }: Way, part: AllocatedPart): Promise<Order> {
  const { orderId, victimId } = part;
  const { orders, joint } = await session.read({ kind: 'Case', id: caseId });
  const order = orders.get(orderId);
  invariant(order !== undefined, 'a receipt was divided over an order that was never entered');
  const victim = await session.read(await streamOf(session, victimId, cause));
  const isHeard = victim.liabilities.get(part) !== undefined;
  const isJointHeard =
    (victim.joint.get(orderId)?.declaration ?? 0) >= (joint.get(orderId)?.declaration ?? 0);
  if (!isHeard || !isJointHeard) await carryOrder(session, { caseId, orderId, cause });
  return order;
}

async function allocationOf(session: Session, { caseId, receiptId }: Way): Promise<Allocation> {
  const { receipts } = await session.read({ kind: 'Case', id: caseId });
  const allocation = receipts.get(receiptId);
  invariant(allocation !== undefined, 'a case does not know of a receipt that it was given');
  return allocation;
}
