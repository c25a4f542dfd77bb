import type { CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import type { CaseId, ReceiptId } from '../ids.ts';
import { namesOf, type Debt } from '../debt/debt.ts';
import { changeDay, creditDay, refOf, type Liability } from '../liability/liability.ts';
import { add, formatMoney, noMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import { invariant, reject } from '../rejection.ts';
import type { AllocatePayment, SettlePayment, UnapplyPayment } from './commands.ts';
import type { AllocatedPart, CaseEvent, PaymentAllocated } from './events.ts';
import { divide } from './division.ts';
import { SettlingDraft } from './settling-draft.ts';
import {
  debtCreditKey,
  isDecidedByVictim,
  liabilityKey,
  type Allocation,
  type CaseState,
  type Visit,
} from './state.ts';
import { waterfall, type Claim } from './waterfall.ts';

type Events = readonly CaseEvent[];

/** Divides a receipt over what its payor owes here; parts that a victim's stream decides stay pending. */
export function allocatePayment(command: AllocatePayment, state: CaseState, context: Context): Events {
  const { caseId, receiptId, defendantId, orderId, amount, visit, on } = command;
  const before = state.receipts.get(receiptId);
  if (before !== undefined && before.visit.number >= visit.number) return [];
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  const way = { ...context, caseId, receiptId, on, declined: before?.declined };
  const draft = new SettlingDraft(state);
  const offer = { defendantId, orderId, visit, round: (before?.round ?? 0) + 1, amount };
  draft.say(offered(stepsFor(state, offer, way), offer, way));
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
  const happened: CaseEvent = {
    type: 'PaymentUnapplied',
    effectiveOn: on,
    data: { caseId, receiptId, parts },
  };
  return [happened, ...reversed, ...debtsReversed(receiptId, on, state)];
}

function debtsReversed(receiptId: ReceiptId, on: CalendarDate, state: CaseState): Events {
  return [...state.debts.values()].flatMap((debt): Events => {
    const paid = state.debtCredits.get(debtCreditKey(receiptId, debt.debtId)) ?? noMoney;
    if (paid === noMoney) return [];
    const data = { ...namesOf(debt), receiptId, amount: formatMoney(paid) };
    return [{ type: 'DebtReversed', effectiveOn: changeDay(debt, on), data }];
  });
}

/** A receipt on its way through the case. */
export interface Way extends Context {
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
  const { round, visit, pending, defendantId, excess, declined } = known(draft, receiptId);
  if (pending === undefined) {
    if (excess === noMoney || way.policies['P-09'] !== 'OTHER_DEBTS_THEN_REFUND') return [];
    const offer = { defendantId, orderId: null, visit, round: round + 1, amount: excess };
    const steps = stepsFor(draft.settled(), offer, { ...way, declined });
    return steps.length === 0 ? [] : offered(steps, offer, way);
  }
  if (pending.some((part) => isDecidedByVictim(draft, part))) return [];
  return [applied({ type: 'SettlePayment', caseId, receiptId, round, accepted: [], on }, draft)];
}

/** What comes to be offered, in which round, and to what it may go. */
export interface Offer {
  readonly defendantId: AllocatePayment['defendantId'];
  readonly orderId: AllocatePayment['orderId'];
  readonly visit: Visit;
  readonly round: number;
  readonly amount: Money;
}

/** Offers the amount to one step after the other; debts to the public are credited at once, for nothing can decline. */
function offered(
  steps: readonly (readonly Claim[])[],
  { defendantId, visit, round, amount }: Offer,
  { caseId, receiptId, on, policies }: Way,
): Events {
  let left = amount;
  const parts: AllocatedPart[] = [];
  const credited: CaseEvent[] = [];
  for (const step of steps) {
    if (left === noMoney) break;
    const shares = divide(left, step, policies['P-26']);
    for (const [index, { liability, debt, isTendered }] of step.entries()) {
      const share = shares[index] ?? noMoney;
      if (share === noMoney) continue;
      left = subtract(left, share);
      if (debt) credited.push(debtCredited(debt, share, { receiptId, round, on }));
      if (!liability) continue;
      const { orderId, victimId } = liability;
      parts.push({ orderId, victimId, amount: formatMoney(share) });
      if (!isTendered) credited.push(creditedByCase(liability, share, { receiptId, round, on }));
    }
  }
  const unallocated = formatMoney(left);
  const allocated = { caseId, receiptId, defendantId, round, parts, unallocated };
  const data = { ...allocated, policyVersion: policies.version, ...visitData(visit) };
  return [{ type: 'PaymentAllocated', effectiveOn: on, data }, ...credited];
}

function visitData({ number, reach, isAssessed }: Visit): Partial<PaymentAllocated['data']> {
  return {
    ...(number > 1 && { visit: number }),
    ...(reach !== null && { reach }),
    ...(isAssessed && { isAssessed }),
  };
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

type Crediting = Pick<Way, 'receiptId' | 'on'> & { readonly round: number };

function creditedByCase(liability: Liability, share: Money, { receiptId, round, on }: Crediting): CaseEvent {
  const accepted = formatMoney(share);
  // Written out, and not spread: there may be two hundred thousand of these.
  const { orderId, victimId, caseId, defendantId } = liability;
  const data = { orderId, victimId, caseId, defendantId, receiptId, round, offered: accepted, accepted };
  return { type: 'RecoveryCredited', effectiveOn: creditDay(liability, on), data };
}

function debtCredited(debt: Debt, share: Money, { receiptId, round, on }: Crediting): CaseEvent {
  const data = { ...namesOf(debt), receiptId, round, amount: formatMoney(share) };
  return { type: 'DebtCredited', effectiveOn: creditDay(debt, on), data };
}

/**
 * Whom the receipt may be offered to, step by step: those that have declined it are not asked again, and where excess
 * does not go to the payor's other debts (P-09), a receipt for one order does not go beyond it.
 */
export function stepsFor(
  state: CaseState,
  { defendantId, orderId, visit: { reach, isAssessed } }: Offer,
  { on, policies, declined }: Way & { readonly declined: Allocation['declined'] | undefined },
): readonly (readonly Claim[])[] {
  const steps = waterfall(state, { defendantId, orderId, on, policies, reach, isAssessed });
  if (orderId !== null && policies['P-09'] !== 'OTHER_DEBTS_THEN_REFUND') {
    return steps.slice(0, steps.findLastIndex((step) => isOf(step, orderId)) + 1);
  }
  if (declined === undefined || declined.size === 0) return steps;
  const isOpen = ({ liability }: Claim): boolean => !liability || !declined.has(liabilityKey(liability));
  return steps.map((step) => step.filter(isOpen)).filter((step) => step.length > 0);
}

function isOf(step: readonly Claim[], orderId: Offer['orderId']): boolean {
  return step.some(({ liability }) => liability?.orderId === orderId);
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
