import type { CalendarDate } from '../calendar-date.ts';
import type { Context } from '../decider.ts';
import type { CaseId, ReceiptId } from '../ids.ts';
import { namesOf, type Debt } from '../debt/debt.ts';
import { creditDay, type Liability } from '../liability/liability.ts';
import { formatMoney, noMoney, subtract, type Money } from '../money.ts';
import { reject } from '../rejection.ts';
import type { AllocatePayment, SettlePayment } from './commands.ts';
import type { AllocatedPart, PaymentAllocated } from './allocation-events.ts';
import type { CaseEvent } from './events.ts';
import { interestNotKnown, ratesFixed } from './accessory-claims.ts';
import { accessoryCredited, type Crediting } from './accessory-credits.ts';
import { applied } from './applied.ts';
import { asTender } from './interest-tendered.ts';
import { declinedSince, nobody } from './declined.ts';
import { divide } from './division.ts';
import { isPrincipal } from '../statutes/obligations.ts';
import { SettlingDraft } from './settling-draft.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { allocationOf, isDecidedByVictim, type Allocation, type CaseState, type Visit } from './state.ts';
import { waterfall, type Claim } from './waterfall.ts';

type Events = readonly CaseEvent[];

/** Divides a receipt over what its payor owes here; parts that a victim's stream decides stay pending. */
export function allocatePayment(command: AllocatePayment, state: CaseState, context: Context): Events {
  const { caseId, receiptId, defendantId, orderId, amount, visit, beganAt, yields, on } = command;
  const before = state.receipts.get(receiptId);
  if (before !== undefined && before.visit.number >= visit.number) return [];
  if (state.defendants.get(defendantId) === undefined) reject('defendant-not-registered', '/defendantId');
  const keepsInterest = yields !== undefined;
  const declined = declinedSince(before, beganAt);
  const isAnew = declined !== before?.declined;
  const way = { ...context, caseId, receiptId, on, declined, keepsInterest };
  const draft = new SettlingDraft(state);
  const fixed = ratesFixed(state, yields ?? [], { ...way, defendantId });
  draft.say(fixed);
  const offer = { defendantId, orderId, visit, isAnew, round: (before?.round ?? 0) + 1, amount };
  // A draft is slower to read, and most receipts fix no rate.
  const known = fixed.length === 0 ? state : draft.settled();
  draft.say(offered({ state: known, steps: stepsFor(known, offer, way) }, offer, way));
  return untilVictimsAreAsked(draft, way);
}

/** Records what the victims' streams accepted, and offers what is left to the payor's other liabilities here. */
export function settlePayment(command: SettlePayment, state: CaseState, context: Context): Events {
  const { caseId, receiptId, round, yields, on } = command;
  const receipt = allocationOf(state, receiptId);
  if (receipt.round !== round || receipt.pending === undefined) return [];
  const draft = new SettlingDraft(state);
  draft.say(applied(command, draft));
  const keepsInterest = yields !== undefined;
  return untilVictimsAreAsked(draft, { ...context, caseId, receiptId, on, keepsInterest });
}

/** A receipt on its way through the case. */
interface Way extends Context {
  readonly caseId: CaseId;
  readonly receiptId: ReceiptId;
  readonly on: CalendarDate;
  /** Whether the ledger is told yields at all; where it is not, nobody expects it to know of interest. */
  readonly keepsInterest: boolean;
}

/**
 * Carries a receipt on as far as the case can by itself: it ends where a victim's stream must be asked, or where
 * nothing is left to place or nobody left to take it.
 */
function untilVictimsAreAsked(draft: SettlingDraft, way: Way): Events {
  for (let next = whatIsNext(draft, way); next.length > 0; next = whatIsNext(draft, way)) draft.say(next);
  const { pending, excess, defendantId, visit } = allocationOf(draft, way.receiptId);
  if (way.keepsInterest && reachesInterest(visit.reach) && pending === undefined && excess > noMoney) {
    draft.say(interestNotKnown(draft.settled(), way.receiptId, { ...way, defendantId }));
  }
  return draft.events;
}

function whatIsNext(draft: SettlingDraft, way: Way): Events {
  const { caseId, receiptId, on } = way;
  const { round, visit, pending, interest, defendantId, excess, declined } = allocationOf(draft, receiptId);
  if (pending === undefined) {
    if (excess === noMoney || way.policies['P-09'] !== 'OTHER_DEBTS_THEN_REFUND') return [];
    const offer = { defendantId, orderId: null, visit, round: round + 1, amount: excess };
    const state = draft.settled();
    const steps = stepsFor(state, offer, { ...way, declined });
    return steps.length === 0 ? [] : offered({ state, steps }, offer, way);
  }
  if (interest.length > 0 || pending.some((part) => isDecidedByVictim(draft, part))) return [];
  return applied({ type: 'SettlePayment', caseId, receiptId, round, accepted: [], on }, draft);
}

/** What comes to be offered, in which round, and to what it may go. */
export interface Offer {
  readonly defendantId: AllocatePayment['defendantId'];
  readonly orderId: AllocatePayment['orderId'];
  readonly visit: Visit;
  /** Whether those who had declined a part of it are asked again. */
  readonly isAnew?: boolean;
  readonly round: number;
  readonly amount: Money;
}

/** Offers the amount to one step after the other; debts to the public are credited at once, for nothing can decline. */
function offered(
  { state, steps }: { readonly state: CaseState; readonly steps: readonly (readonly Claim[])[] },
  { defendantId, visit, isAnew, round, amount }: Offer,
  { caseId, receiptId, on, policies }: Way,
): Events {
  let left = amount;
  const parts: AllocatedPart[] = [];
  const credited: CaseEvent[] = [];
  for (const step of steps) {
    if (left === noMoney) break;
    const shares = divide(left, step, policies['P-26']);
    for (const [index, claim] of step.entries()) {
      const share = shares[index] ?? noMoney;
      if (share === noMoney) continue;
      left = subtract(left, share);
      const crediting = { share, receiptId, round, on, policies };
      for (const each of creditsOf(state, claim, crediting)) credited.push(each);
      const { liability } = claim;
      if (!liability) continue;
      parts.push({
        orderId: liability.orderId,
        victimId: liability.victimId,
        amount: formatMoney(share),
      });
    }
  }
  const unallocated = formatMoney(left);
  const allocated = { caseId, receiptId, defendantId, round, parts, unallocated };
  const said = { ...visitData(visit), ...(isAnew && { isAnew }) };
  const data = { ...allocated, policyVersion: policies.version, ...said };
  return [{ type: 'PaymentAllocated', effectiveOn: on, data }, ...credited];
}

/** What is credited at once: all save what a victim's stream must answer first. */
function creditsOf(
  state: CaseState,
  { liability, debt, accessory, isTendered }: Claim,
  crediting: Crediting,
): Events {
  if (accessory) {
    const credited = accessoryCredited(state, accessory, crediting);
    return isTendered ? credited.map(asTender) : credited;
  }
  if (debt) return [debtCredited(debt, crediting)];
  return liability && !isTendered ? [creditedByCase(liability, crediting)] : [];
}

function visitData({ number, reach, isAssessed }: Visit): Partial<PaymentAllocated['data']> {
  return {
    ...(number > 1 && { visit: number }),
    ...(reach !== null && { reach }),
    ...(isAssessed && { isAssessed }),
  };
}

function creditedByCase(liability: Liability, { share, receiptId, round, on }: Crediting): CaseEvent {
  const accepted = formatMoney(share);
  // Written out, and not spread: there may be two hundred thousand of these.
  const { orderId, victimId, caseId, defendantId } = liability;
  const data = { orderId, victimId, caseId, defendantId, receiptId, round, offered: accepted, accepted };
  return { type: 'RecoveryCredited', effectiveOn: creditDay(liability, on), data };
}

function debtCredited(debt: Debt, { share, receiptId, round, on }: Crediting): CaseEvent {
  const data = { ...namesOf(debt), receiptId, round, amount: formatMoney(share) };
  return { type: 'DebtCredited', effectiveOn: creditDay(debt, on), data };
}

/** A receipt on its way, and who has declined it. */
type Coming = Pick<Way, 'caseId' | 'on' | 'policies'> & {
  readonly declined: Allocation['declined'] | undefined;
};

/**
 * Whom the receipt may be offered to, step by step: those that have declined it are not asked again, and where excess
 * does not go to the payor's other debts (P-09), a receipt for one order does not go beyond it.
 */
export function stepsFor(
  state: CaseState,
  { defendantId, orderId, amount, visit: { number, reach, isAssessed } }: Offer,
  { caseId, on, policies, declined }: Coming,
): readonly (readonly Claim[])[] {
  const beyond = { caseId, amount, declined: declined ?? nobody };
  const far = reachesInterest(reach) && { beyond };
  const paying = { defendantId, orderId, on, policies, reach, isAssessed, isFirst: number === 1 };
  const steps = waterfall(state, { ...paying, ...far });
  if (orderId !== null && policies['P-09'] !== 'OTHER_DEBTS_THEN_REFUND') return upTo(orderId, steps);
  if (declined === undefined || declined.size === 0) return steps;
  const isOpen = ({ liability }: Claim): boolean => !liability || !declined.has(liabilityKey(liability));
  return steps.map((step) => step.filter(isOpen)).filter((step) => step.length > 0);
}

/** Whether a visit may come to interest and penalties: one that may reach some obligations only is one to their principal. */
export function reachesInterest(reach: Visit['reach']): boolean {
  return !reach?.every(isPrincipal);
}

/** The steps down to the order, and what it bears of interest and penalties. */
function upTo(
  orderId: NonNullable<Offer['orderId']>,
  steps: readonly (readonly Claim[])[],
): readonly (readonly Claim[])[] {
  const last = steps.findLastIndex((step) => isOf(step, orderId));
  return steps
    .map((step, at) =>
      step.filter(({ accessory }) => (accessory ? accessory.principal.orderId === orderId : at <= last)),
    )
    .filter((step) => step.length > 0);
}

function isOf(step: readonly Claim[], orderId: Offer['orderId']): boolean {
  return step.some(({ liability }) => liability?.orderId === orderId);
}
