import { parseAnnualRate } from '../../domain/annual-rate.ts';
import { weeksFor } from '../../domain/case/accessory-claims.ts';
import type { AllocatePayment } from '../../domain/case/commands.ts';
import { isDecidedByVictim, type Allocation } from '../../domain/case/state.ts';
import type { CaseId, DefendantId, ReceiptId } from '../../domain/ids.ts';
import { noMoney, parseMoney, type Money } from '../../domain/money.ts';
import type { AllocatedPart } from '../../domain/case/events.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { RecordPayment, RecordRefund } from '../../domain/receipt/commands.ts';
import { invariant } from '../../domain/rejection.ts';
import { acceptedOf } from '../../domain/victim/state.ts';
import type { Session } from '../session.ts';
import { treasuryYields } from '../streams.ts';
import { carryOrder } from './carry-order.ts';
import { enter, isHeard } from './entry.ts';
import { checkPayor } from './references.ts';

/**
 * A payment from the clerk's counter to the victims: the receipt is recorded, its case divides it, each victim's
 * stream takes what it may, and what nobody could take is held for the payor. Every step may be taken again.
 */
export async function recordPayment(session: Session, command: RecordPayment): Promise<void> {
  const ref = { kind: 'Receipt', id: command.receiptId } as const;
  if (!(await isHeard(session, ref, command))) await checkPayor(session, command);
  await enter(session, ref, command);
  // What a receipt brings about was caused by its coming in, whichever command reported that first.
  const cause = (await session.origin(ref)) ?? null;
  await settleReceipt(session, command.receiptId, cause);
}

/** Money that left is recorded on the receipt it came from. */
export async function recordRefund(session: Session, command: RecordRefund): Promise<void> {
  await enter(session, { kind: 'Receipt', id: command.receiptId }, command);
}

/** Carries a recorded receipt as far as it goes; does nothing where it has arrived already. */
export async function settleReceipt(
  session: Session,
  receiptId: ReceiptId,
  cause: string | null,
): Promise<void> {
  const ref = { kind: 'Receipt', id: receiptId } as const;
  const { received } = await session.read(ref, true);
  invariant(received !== undefined, 'a receipt is settled that was never recorded');
  const { on, ...payment } = received;
  const { caseId, defendantId, orderId, amount } = payment;
  const yields = await yieldsFor(session, { caseId, receiptId, defendantId, on });
  const to = { caseId, receiptId, defendantId, orderId, amount, on };
  const allocate = { type: 'AllocatePayment', ...to, ...yields } as const;
  await session.step({
    ref: { kind: 'Case', id: caseId },
    command: allocate,
    name: `AllocatePayment ${receiptId}`,
    cause,
  });
  const way = { caseId, receiptId, on, cause, yields };
  let allocation = await allocationOf(session, way);
  while (allocation.pending !== undefined) {
    await settleRound(session, way, allocation);
    allocation = await allocationOf(session, way);
  }
  if (allocation.excess === noMoney) return;
  const command = { type: 'HoldExcess', receiptId, amount: allocation.excess, on } as const;
  await session.step({ ref, command, name: 'HoldExcess', cause });
}

/**
 * The yields that interest may need which the receipt can come to; nothing where the ledger was told of none at all, or the
 * receipt has arrived. One that the case does not know yet is looked for among what other processes have written.
 */
async function yieldsFor(
  session: Session,
  { receiptId, ...of }: Omit<Way, 'cause' | 'yields'> & { readonly defendantId: DefendantId },
): Promise<Pick<AllocatePayment, 'yields'>> {
  const state = await session.read({ kind: 'Case', id: of.caseId });
  const allocation = state.receipts.get(receiptId);
  if (allocation && allocation.pending === undefined) return {};
  const weeks = weeksFor(state, of);
  if (weeks.all.length === 0) return {};
  const published = await session.read(treasuryYields, weeks.isAnyUnknown);
  if (published.size === 0) return {};
  const yields = weeks.all.flatMap((weekEndingOn) => {
    const found = published.get(weekEndingOn);
    return found ? [{ weekEndingOn, rate: parseAnnualRate(found.rate) }] : [];
  });
  return { yields };
}

/** A receipt on its way through its case. */
interface Way {
  readonly caseId: CaseId;
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
  readonly cause: string | null;
  readonly yields: Pick<AllocatePayment, 'yields'>;
}

/** Tenders the parts of a round that victims' streams decide, and tells the case what they took. */
async function settleRound(session: Session, way: Way, { round, pending }: Allocation): Promise<void> {
  const { caseId, receiptId, on, cause, yields } = way;
  const ref = { kind: 'Case', id: caseId } as const;
  const state = await session.read(ref);
  const tendered = (pending ?? []).filter((part) => isDecidedByVictim(state, part));
  const accepted: {
    orderId: AllocatedPart['orderId'];
    victimId: AllocatedPart['victimId'];
    amount: Money;
  }[] = [];
  for (const part of tendered) {
    const { orderId, victimId } = part;
    accepted.push({ orderId, victimId, amount: await tender(session, { ...way, round }, part) });
  }
  const command = { type: 'SettlePayment', caseId, receiptId, round, accepted, on, ...yields } as const;
  await session.step({ ref, command, name: `SettlePayment ${receiptId} ${String(round)}`, cause });
}

async function tender(session: Session, way: Way & { round: number }, part: AllocatedPart): Promise<Money> {
  const { caseId, receiptId, round, on, cause } = way;
  const { orderId, victimId } = part;
  const { orders, joint } = await session.read({ kind: 'Case', id: caseId });
  const order = orders.get(orderId);
  invariant(order !== undefined, 'a receipt was divided over an order that was never entered');
  const ref = { kind: 'Victim', id: victimId } as const;
  const victim = await session.read(ref);
  const isHeard = victim.liabilities.get(orderId) !== undefined;
  const isJointHeard =
    (victim.joint.get(orderId)?.declaration ?? 0) >= (joint.get(orderId)?.declaration ?? 0);
  // A crash may have kept the victim's stream from hearing of the order, or of those who owe it jointly.
  if (!isHeard || !isJointHeard) await carryOrder(session, { caseId, orderId, cause });
  const { defendantId } = order;
  const offered = parseMoney(part.amount);
  const command = {
    type: 'CreditRecovery',
    victimId,
    caseId,
    orderId,
    defendantId,
    receiptId,
    round,
    offered,
    on,
  } as const;
  await session.step({
    ref,
    command,
    name: `CreditRecovery ${receiptId} ${orderId} ${String(round)}`,
    cause,
  });
  const amount = acceptedOf(await session.read(ref), { receiptId, orderId, round });
  invariant(amount !== undefined, 'a victim’s stream gave no answer to a tender');
  return amount;
}

async function allocationOf(
  session: Session,
  { caseId, receiptId }: Pick<Way, 'caseId' | 'receiptId'>,
): Promise<Allocation> {
  const { receipts } = await session.read({ kind: 'Case', id: caseId });
  const allocation = receipts.get(receiptId);
  invariant(allocation !== undefined, 'a case does not know of a receipt that it was given');
  return allocation;
}
