import type { CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import type { ReceiptId } from '../ids.ts';
import { changeDay, creditDay, outstanding, refOf } from '../liability/liability.ts';
import { allocate, formatMoney, least, noMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import { invariant, reject } from '../rejection.ts';
import type { AllocatePayment, SettlePayment, UnapplyPayment } from './commands.ts';
import type { AllocatedPart, CaseEvent } from './events.ts';
import { evolveCase } from './evolve.ts';
import {
  draftOf,
  isDecidedByVictim,
  liabilityKey,
  openLiabilitiesOf,
  type Allocation,
  type CaseState,
} from './state.ts';

type Events = readonly CaseEvent[];

/** Divides a receipt over what its payor owes here; parts that a victim's stream decides stay pending. */
export function allocatePayment(command: AllocatePayment, state: CaseState, context: Context): Events {
  const { receiptId, defendantId, orderId, amount, on } = command;
  if (state.receipts.get(receiptId)) return [];
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  return untilVictimsAreAsked(state, { ...context, receiptId, on }, (draft) => {
    const offer = { receiptId, defendantId, orderId, round: 1, amount };
    return offered(draft, offer, { ...context, caseId: command.caseId, on });
  });
}

/** Records what the victims' streams accepted, and offers what is left to the payor's other liabilities here. */
export function settlePayment(command: SettlePayment, state: CaseState, context: Context): Events {
  const { receiptId, round, on } = command;
  const receipt = known(state, receiptId);
  if (receipt.round !== round || receipt.pending === undefined) return [];
  return untilVictimsAreAsked(state, { ...context, receiptId, on }, (draft) => [applied(command, draft)]);
}

/** The receipt came back: all that it paid here is owed again. */
export function unapplyPayment({ caseId, receiptId, on }: UnapplyPayment, state: CaseState): Events {
  const receipt = known(state, receiptId);
  if (receipt.isUnapplied) return [];
  invariant(receipt.pending === undefined, 'a receipt is unapplied while a part of it is still on its way');
  const parts = merged(receipt.applied);
  const reversed = parts
    .filter((part) => !isDecidedByVictim(state, part))
    .map((part): CaseEvent => {
      const liability = state.liabilities.get(liabilityKey(part));
      invariant(liability !== undefined, 'a receipt was applied to what was never owed');
      return {
        type: 'RecoveryReversed',
        effectiveOn: changeDay(liability, on),
        data: { ...refOf(liability), receiptId, amount: part.amount },
      };
    });
  return [{ type: 'PaymentUnapplied', effectiveOn: on, data: { caseId, receiptId, parts } }, ...reversed];
}

/**
 * Carries a receipt on as far as the case can by itself: it ends where a victim's stream must be asked, or where
 * nothing is left to place or nobody left to take it.
 */
function untilVictimsAreAsked(
  state: CaseState,
  { receiptId, on, policies }: Context & { receiptId: ReceiptId; on: CalendarDate },
  first: (draft: CaseState) => Events,
): Events {
  const draft = draftOf(state);
  const events: CaseEvent[] = [];
  for (let next = first(draft); next.length > 0; next = whatIsNext(draft, { receiptId, on, policies })) {
    for (const event of next) evolveCase(draft, event);
    events.push(...next);
  }
  return events;
}

function whatIsNext(
  draft: CaseState,
  { receiptId, on, policies }: Context & { receiptId: ReceiptId; on: CalendarDate },
): Events {
  const receipt = known(draft, receiptId);
  const { caseId, round, pending, defendantId, excess } = receipt;
  if (pending === undefined) {
    if (excess === noMoney || takers(draft, receipt).length === 0) return [];
    const offer = { receiptId, defendantId, orderId: null, round: round + 1, amount: excess };
    return offered(draft, offer, { caseId, on, policies });
  }
  if (pending.some((part) => isDecidedByVictim(draft, part))) return [];
  return [applied({ type: 'SettlePayment', caseId, receiptId, round, accepted: [], on }, draft)];
}

interface Offer {
  readonly receiptId: ReceiptId;
  readonly defendantId: AllocatePayment['defendantId'];
  readonly orderId: AllocatePayment['orderId'];
  readonly round: number;
  readonly amount: Money;
}

function offered(
  state: CaseState,
  { receiptId, defendantId, orderId, round, amount }: Offer,
  { caseId, on, policies }: Context & { caseId: AllocatePayment['caseId']; on: CalendarDate },
): Events {
  const declined = state.receipts.get(receiptId)?.declined;
  const open = openLiabilitiesOf(state, { defendantId, orderId }).filter(
    (each) => !declined?.has(liabilityKey(each)),
  );
  const owed = open.map(outstanding);
  const placed = least(amount, sum(owed));
  const shares = allocate(placed, owed);
  const parts = open
    .map(({ orderId: under, victimId }, index) => ({
      orderId: under,
      victimId,
      share: shares[index] ?? noMoney,
    }))
    .filter(({ share }) => share > noMoney)
    .map(({ share, ...part }) => ({ ...part, amount: formatMoney(share) }));
  const unallocated = formatMoney(subtract(amount, placed));
  const data = { caseId, receiptId, defendantId, round, parts, unallocated, policyVersion: policies.version };
  const credited = parts
    .filter((part) => !isDecidedByVictim(state, part))
    .map((part) => creditedByCase(state, part, { receiptId, round, on }));
  return [{ type: 'PaymentAllocated', effectiveOn: on, data }, ...credited];
}

function applied({ caseId, receiptId, round, accepted, on }: SettlePayment, state: CaseState): CaseEvent {
  const receipt = known(state, receiptId);
  const answers = new Map(accepted.map((each) => [liabilityKey(each), each.amount]));
  const answered = (receipt.pending ?? []).map((part) => {
    const offer = parseMoney(part.amount);
    const taken = isDecidedByVictim(state, part) ? answers.get(liabilityKey(part)) : offer;
    invariant(taken !== undefined, 'a victim’s stream was not asked what it takes');
    invariant(taken <= offer, 'a liability accepted more than it was offered');
    return { ...part, offer, taken };
  });
  const parts = answered
    .filter(({ taken }) => taken > noMoney)
    .map(({ orderId, victimId, taken }) => ({ orderId, victimId, amount: formatMoney(taken) }));
  const left = answered.map(({ offer, taken }) => subtract(offer, taken));
  const excess = formatMoney(sum([receipt.unallocated, ...left]));
  return { type: 'PaymentApplied', effectiveOn: on, data: { caseId, receiptId, round, parts, excess } };
}

function creditedByCase(
  state: CaseState,
  part: AllocatedPart,
  { receiptId, round, on }: { receiptId: ReceiptId; round: number; on: CalendarDate },
): CaseEvent {
  const liability = state.liabilities.get(liabilityKey(part));
  invariant(liability !== undefined, 'a part of a receipt was offered where nothing is owed');
  const data = { ...refOf(liability), receiptId, round, offered: part.amount, accepted: part.amount };
  return { type: 'RecoveryCredited', effectiveOn: creditDay(liability, on), data };
}

function takers(state: CaseState, { defendantId, declined }: Allocation): readonly AllocatedPart[] {
  return openLiabilitiesOf(state, { defendantId, orderId: null })
    .filter((each) => !declined.has(liabilityKey(each)))
    .map((each) => ({
      orderId: each.orderId,
      victimId: each.victimId,
      amount: formatMoney(outstanding(each)),
    }));
}

function merged(parts: readonly AllocatedPart[]): readonly AllocatedPart[] {
  const byLiability = new Map<string, AllocatedPart>();
  for (const part of parts) {
    const before = byLiability.get(liabilityKey(part));
    const amount = before
      ? sum([parseMoney(before.amount), parseMoney(part.amount)])
      : parseMoney(part.amount);
    byLiability.set(liabilityKey(part), { ...part, amount: formatMoney(amount) });
  }
  return [...byLiability.values()];
}

function known(state: CaseState, receiptId: ReceiptId): Allocation {
  const receipt = state.receipts.get(receiptId);
  invariant(receipt !== undefined, 'a receipt is settled that was never allocated');
  return receipt;
}
