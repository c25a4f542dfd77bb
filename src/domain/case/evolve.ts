import type { CalendarDate } from '../calendar-date.ts';
import type { DebtEvent } from '../debt/events.ts';
import type { ReceiptId } from '../ids.ts';
import type { LiabilityEvent } from '../liability/events.ts';
import {
  amended,
  changedOn,
  creditedOn,
  reversedOn,
  withEnded,
  withoutEnded,
  type Liability,
} from '../liability/liability.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import type {
  AllocatedPart,
  CaseEvent,
  LiabilityReinstated,
  LiabilityTerminated,
  PaymentAllocated,
  PaymentApplied,
} from './events.ts';
import { nobody } from './declined.ts';
import { evolveCollection } from './evolve-collection.ts';
import { evolveDebt } from './evolve-debts.ts';
import { evolveOrder } from './evolve-orders.ts';
import { notePrincipal } from './evolve-principal.ts';
import { reducedBy } from './reductions.ts';
import type { LiabilityOf } from '../liability/liability-index.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { decisionKey, noticeKey, undoneKey } from './keys.ts';
import { isDecidedByVictim, visitOf, type Allocation, type CaseState } from './state.ts';

/** Carries one event into the state of its case. */
export function evolveCase(state: CaseState, event: CaseEvent): void {
  switch (event.type) {
    case 'CaseRegistered':
    case 'DefendantRegistered':
      return register(state, event);
    case 'OrderEntered':
    case 'OrderBecameFinal':
    case 'OrderAmended':
    case 'OrderVacated':
    case 'OrderExpired':
    case 'OrderExpiryUndone':
    case 'OrdersMadeJoint':
      return evolveOrder(state, event);
    case 'PaymentAllocated':
    case 'PaymentApplied':
    case 'PaymentUnapplied':
      return evolveAllocation(state, event);
    case 'LiabilityTerminated':
    case 'LiabilityReinstated':
      return note(state, event);
    case 'RecoveryCredited':
    case 'RecoveryReversed':
    case 'LiabilityReduced':
    case 'ReductionReversed':
    case 'ReductionNoted':
      return recover(state, event);
    case 'LiabilityImposed':
    case 'LiabilityBecameFinal':
    case 'LiabilityAmended':
    case 'LiabilityVacated':
    case 'LiabilityExpired':
    case 'LiabilityExpiryUndone':
      return noteDay(state, event);
    default:
      return evolveObligation(state, event);
  }
}

function register(state: CaseState, event: Of<'CaseRegistered' | 'DefendantRegistered'>): void {
  if (event.type === 'CaseRegistered') state.isRegistered = true;
  else state.defendants.set(event.data.defendantId, event.data.defendantId);
}

/** The order's own event, which stands before it in the same append, has said all but the day of a change. */
function noteDay(state: CaseState, event: Exclude<LiabilityEvent, Parameters<typeof recover>[1]>): void {
  if (event.type === 'LiabilityImposed' || event.type === 'LiabilityBecameFinal') return;
  change(state, event, (each) => changedOn(each, event.effectiveOn));
}

/** What became of a debt, was decided beside orders, or bears on the collection of what is owed. */
function evolveObligation(
  state: CaseState,
  event: DebtEvent | Parameters<typeof decisionKey>[0] | Parameters<typeof evolveCollection>[1],
): void {
  switch (event.type) {
    case 'DebtImposed':
    case 'DebtCredited':
    case 'DebtReversed':
    case 'DebtRemitted':
    case 'DebtVacated':
    case 'DebtExpired':
    case 'DebtExpiryUndone':
    case 'OrderOfPaymentSet':
      return evolveDebt(state, event);
    case 'RestitutionDeclined':
    case 'FindingDeferred':
    case 'LaterLossesPetitioned':
      return state.decisions.set(decisionKey(event), true);
    default:
      return evolveCollection(state, event);
  }
}

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;

function recover(
  state: CaseState,
  event: Of<
    'RecoveryCredited' | 'RecoveryReversed' | 'LiabilityReduced' | 'ReductionReversed' | 'ReductionNoted'
  >,
): void {
  const on = event.effectiveOn;
  change(state, event, (each) => {
    if (event.type === 'RecoveryCredited') return creditedOn(each, on, parseMoney(event.data.accepted));
    if (event.type === 'RecoveryReversed') return reversedOn(each, on, parseMoney(event.data.amount));
    return reducedBy(each, event);
  });
}

function note(state: CaseState, event: LiabilityTerminated | LiabilityReinstated): void {
  const { type, data } = event;
  const { epoch } = data;
  const isEnd = type === 'LiabilityTerminated';
  state.notices.set(noticeKey(data), true);
  if (!isEnd) state.undone.set(undoneKey(data), true);
  change(state, event, (each) =>
    isEnd ? withEnded(each, { epoch, amount: parseMoney(data.amount) }) : withoutEnded(each, epoch),
  );
}

function evolveAllocation(
  state: CaseState,
  event: Of<'PaymentAllocated' | 'PaymentApplied' | 'PaymentUnapplied'>,
): void {
  const { receiptId } = event.data;
  if (event.type === 'PaymentAllocated') return state.receipts.set(receiptId, allocated(state, event));
  const receipt = knownReceipt(state, receiptId);
  const isReturn = event.type === 'PaymentUnapplied';
  state.receipts.set(receiptId, isReturn ? { ...receipt, isUnapplied: true } : applied(receipt, event));
  // What the case decides by itself, RecoveryCredited and RecoveryReversed beside this event have said.
  for (const part of event.data.parts.filter((each) => isDecidedByVictim(state, each))) {
    const amount = parseMoney(part.amount);
    const { effectiveOn = event.effectiveOn } = part;
    change(state, { data: part, effectiveOn }, (each) =>
      withPaid(each, isReturn ? subtract(noMoney, amount) : amount),
    );
  }
}

function allocated(state: CaseState, { data }: PaymentAllocated): Allocation {
  const before = state.receipts.get(data.receiptId);
  return {
    caseId: data.caseId,
    defendantId: data.defendantId,
    round: data.round,
    visit: visitOf(data),
    pending: data.parts,
    unallocated: parseMoney(data.unallocated),
    applied: before?.applied ?? [],
    declined: (data.isAnew ? undefined : before?.declined) ?? nobody,
    excess: noMoney,
    isUnapplied: false,
  };
}

function applied(receipt: Allocation, { data }: PaymentApplied): Allocation {
  const short = declinedIn(receipt.pending ?? [], data.parts);
  return {
    ...receipt,
    pending: undefined,
    applied: receipt.applied.length > 0 ? [...receipt.applied, ...data.parts] : data.parts,
    declined:
      short.length > 0 ? new Set([...receipt.declined, ...short.map(liabilityKey)]) : receipt.declined,
    excess: parseMoney(data.excess),
  };
}

/** The parts that were not accepted whole; most often there are none, and what was accepted is what was offered. */
function declinedIn(
  offered: readonly AllocatedPart[],
  accepted: readonly AllocatedPart[],
): readonly AllocatedPart[] {
  const isSame = ({ orderId, victimId, amount }: AllocatedPart, at: number): boolean => {
    const other = accepted[at];
    return other?.orderId === orderId && other.victimId === victimId && other.amount === amount;
  };
  if (offered.every(isSame)) return [];
  const amounts = new Map(accepted.map((part) => [liabilityKey(part), part.amount]));
  return offered.filter((part) => amounts.get(liabilityKey(part)) !== part.amount);
}

/**
 * A payment may come to be known here after the end of what it left, and after an amendment that found both: what ended
 * gives way to it then, as it gave way in the victim's stream.
 */
function withPaid(liability: Liability, amount: Money): Liability {
  const paid = { ...liability, paid: add(liability.paid, amount) };
  const isLate = amount > noMoney && paid.amendments > 0 && paid.ended.length > 0;
  return isLate ? amended(paid, paid.ordered, paid.amendments) : paid;
}

function change(
  state: CaseState,
  { data, effectiveOn: on }: { readonly data: LiabilityOf; readonly effectiveOn: CalendarDate },
  how: (liability: Liability) => Liability,
): void {
  const before = state.liabilities.get(data);
  invariant(before !== undefined, 'an event names a victim that is not in its order');
  const after = how(before);
  state.liabilities.set(after);
  notePrincipal(state, before, { after, on });
}

function knownReceipt(state: CaseState, receiptId: ReceiptId): Allocation {
  const receipt = state.receipts.get(receiptId);
  invariant(receipt !== undefined, 'an event names a receipt that was never allocated');
  return receipt;
}
