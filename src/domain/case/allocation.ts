import type { CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import type { CaseId, ReceiptId } from '../ids.ts';
import { changeDay, creditDay, outstanding, refOf, type Liability } from '../liability/liability.ts';
import {
  add,
  allocate,
  formatMoney,
  least,
  noMoney,
  parseMoney,
  subtract,
  sum,
  type Money,
  type MoneyText,
} from '../money.ts';
import { invariant, reject } from '../rejection.ts';
import type { AllocatePayment, SettlePayment, UnapplyPayment } from './commands.ts';
import type { AllocatedPart, CaseEvent } from './events.ts';
import { SettlingDraft } from './settling-draft.ts';
import {
  isDecidedByVictim,
  liabilityKey,
  openLiabilitiesOf,
  type Allocation,
  type CaseState,
} from './state.ts';

type Events = readonly CaseEvent[];

/** Divides a receipt over what its payor owes here; parts that a victim's stream decides stay pending. */
export function allocatePayment(command: AllocatePayment, state: CaseState, context: Context): Events {
  const { caseId, receiptId, defendantId, orderId, amount, on } = command;
  if (state.receipts.get(receiptId)) return [];
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  const way = { ...context, caseId, receiptId, on };
  const draft = new SettlingDraft(state);
  draft.say(offered(state, { defendantId, orderId, round: 1, amount }, way));
  return untilVictimsAreAsked(draft, way);
}

/** Records what the victims' streams accepted, and offers what is left to the payor's other liabilities here. */
export function settlePayment(command: SettlePayment, state: CaseState, context: Context): Events {
  const { caseId, receiptId, round, on } = command;
  const receipt = known(state, receiptId);
  if (receipt.round !== round || receipt.pending === undefined) return [];
  const draft = new SettlingDraft(state);
  draft.say([applied(command, draft)]);
  return untilVictimsAreAsked(draft, { ...context, caseId, receiptId, on });
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
      const liability = state.liabilities.get(part);
      invariant(liability !== undefined, 'a receipt was applied to what was never owed');
      return {
        type: 'RecoveryReversed',
        effectiveOn: changeDay(liability, on),
        data: { ...refOf(liability), receiptId, amount: part.amount },
      };
    });
  return [{ type: 'PaymentUnapplied', effectiveOn: on, data: { caseId, receiptId, parts } }, ...reversed];
}

/** A receipt on its way through the case. */
interface Way extends Context {
  readonly caseId: CaseId;
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
}

/**
 * Carries a receipt on as far as the case can by itself: it ends where a victim's stream must be asked, or where
 * nothing is left to place or nobody left to take it.
 */
function untilVictimsAreAsked(draft: SettlingDraft, way: Way): Events {
  for (let next = whatIsNext(draft, way); next.length > 0; next = whatIsNext(draft, way)) draft.say(next);
  return draft.events;
}

function whatIsNext(draft: SettlingDraft, way: Way): Events {
  const { caseId, receiptId, on } = way;
  const { round, pending, defendantId, excess, declined } = known(draft, receiptId);
  if (pending === undefined) {
    if (excess === noMoney) return [];
    const settled = draft.settled();
    if (takers(settled, { defendantId, orderId: null, declined }).length === 0) return [];
    return offered(settled, { defendantId, orderId: null, round: round + 1, amount: excess }, way);
  }
  if (pending.some((part) => isDecidedByVictim(draft, part))) return [];
  return [applied({ type: 'SettlePayment', caseId, receiptId, round, accepted: [], on }, draft)];
}

interface Offer {
  readonly defendantId: AllocatePayment['defendantId'];
  readonly orderId: AllocatePayment['orderId'];
  readonly round: number;
  readonly amount: Money;
}

function offered(
  state: CaseState,
  { defendantId, orderId, round, amount }: Offer,
  { caseId, receiptId, on, policies }: Way,
): Events {
  const { declined } = state.receipts.get(receiptId) ?? {};
  const open = takers(state, { defendantId, orderId, declined });
  const owed = open.map(outstanding);
  const placed = least(amount, sum(owed));
  const shares = allocate(placed, owed);
  const parts: AllocatedPart[] = [];
  const credited: CaseEvent[] = [];
  for (const [index, liability] of open.entries()) {
    const share = shares[index] ?? noMoney;
    if (share === noMoney) continue;
    const part = { orderId: liability.orderId, victimId: liability.victimId, amount: formatMoney(share) };
    parts.push(part);
    if (!isDecidedByVictim(state, part)) {
      credited.push(creditedByCase(liability, { receiptId, round, accepted: part.amount, on }));
    }
  }
  const unallocated = formatMoney(subtract(amount, placed));
  const data = { caseId, receiptId, defendantId, round, parts, unallocated, policyVersion: policies.version };
  return [{ type: 'PaymentAllocated', effectiveOn: on, data }, ...credited];
}

type Settling = Pick<CaseState, 'receipts' | 'orders'>;

function applied({ caseId, receiptId, round, accepted, on }: SettlePayment, state: Settling): CaseEvent {
  const receipt = known(state, receiptId);
  const answers = new Map(accepted.map((each) => [liabilityKey(each), each.amount]));
  let left = receipt.unallocated;
  const parts: AllocatedPart[] = [];
  for (const part of receipt.pending ?? []) {
    const offer = parseMoney(part.amount);
    const taken = isDecidedByVictim(state, part) ? answers.get(liabilityKey(part)) : offer;
    invariant(taken !== undefined, 'a victim’s stream was not asked what it takes');
    invariant(taken <= offer, 'a liability accepted more than it was offered');
    left = add(left, subtract(offer, taken));
    if (taken > noMoney) parts.push(taken === offer ? part : { ...part, amount: formatMoney(taken) });
  }
  const excess = formatMoney(left);
  return { type: 'PaymentApplied', effectiveOn: on, data: { caseId, receiptId, round, parts, excess } };
}

function creditedByCase(
  liability: Liability,
  { on, accepted, receiptId, round }: Pick<Way, 'receiptId' | 'on'> & { round: number; accepted: MoneyText },
): CaseEvent {
  const { orderId, victimId, caseId, defendantId } = liability;
  const data = { orderId, victimId, caseId, defendantId, receiptId, round, offered: accepted, accepted };
  return { type: 'RecoveryCredited', effectiveOn: creditDay(liability, on), data };
}

/** The liabilities that may be offered the receipt: those that have declined it are not asked again. */
function takers(
  state: CaseState,
  {
    declined,
    ...of
  }: Pick<Offer, 'defendantId' | 'orderId'> & { declined: Allocation['declined'] | undefined },
): readonly Liability[] {
  const open = openLiabilitiesOf(state, of);
  return declined && declined.size > 0 ? open.filter((each) => !declined.has(liabilityKey(each))) : open;
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

function known(state: Pick<CaseState, 'receipts'>, receiptId: ReceiptId): Allocation {
  const receipt = state.receipts.get(receiptId);
  invariant(receipt !== undefined, 'a receipt is settled that was never allocated');
  return receipt;
}
