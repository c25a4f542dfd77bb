import { amended, withLessEnded, type Liability } from '../liability/liability.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { takenForOf } from '../liability/taken-back.ts';
import type { ReceiptId } from '../ids.ts';
import { add, noMoney, parseMoney, subtract, sum, type Money } from '../money.ts';
import { invariant } from '../rejection.ts';
import { changeLiability } from './changed-liability.ts';
import type {
  AcceptedPart,
  AllocatedPart,
  AllocationEvent,
  AppliedPart,
  OverpaymentUnapplied,
  PaymentAllocated,
  PaymentApplied,
  RecoveryUnapplied,
} from './allocation-events.ts';
import { nobody } from './declined.ts';
import { withLessApplied } from './less-applied.ts';
import { isDecidedByVictim, type Allocation, type CaseState, type Visit } from './state.ts';

/** Carries what became of a receipt on its way into the state of its case. */
export function evolveAllocation(state: CaseState, event: AllocationEvent): void {
  if (event.type === 'OverpaymentUnapplied' || event.type === 'RecoveryUnapplied')
    return evolveTakenBack(state, event);
  const { receiptId } = event.data;
  if (event.type === 'PaymentAllocated') return state.receipts.set(receiptId, allocated(state, event));
  const receipt = knownReceipt(state, receiptId);
  const isReturn = event.type === 'PaymentUnapplied';
  state.receipts.set(receiptId, isReturn ? { ...receipt, isUnapplied: true } : applied(receipt, event));
  // What the case decides by itself, RecoveryCredited and RecoveryReversed beside this event have said.
  const parts: readonly AcceptedPart[] = event.data.parts;
  for (const part of parts.filter((each) => isDecidedByVictim(state, each))) {
    const amount = parseMoney(part.amount);
    const { effectiveOn = event.effectiveOn } = part;
    const hadEnded = parseMoney(part.hadEnded ?? '0.00');
    changeLiability(state, { data: part, effectiveOn }, (each) =>
      withPaid(withLessEnded(each, hadEnded), isReturn ? subtract(noMoney, amount) : amount),
    );
  }
}

function allocated(state: CaseState, { data, effectiveOn: on }: PaymentAllocated): Allocation {
  const before = state.receipts.get(data.receiptId);
  return {
    caseId: data.caseId,
    defendantId: data.defendantId,
    on: before?.on ?? on,
    round: data.round,
    visit: visitOf(data),
    pending: data.parts,
    interest: [],
    unallocated: parseMoney(data.unallocated),
    applied: before?.applied ?? [],
    declined: (data.isAnew ? undefined : before?.declined) ?? nobody,
    excess: noMoney,
    isUnapplied: false,
  };
}

function visitOf({ visit, reach, isAssessed }: PaymentAllocated['data']): Visit {
  return { number: visit ?? 1, reach: reach ?? null, isAssessed: isAssessed ?? false };
}

/** What was taken back is applied no more; of what a case decides by itself, events beside this one have said what is paid. */
function evolveTakenBack(
  state: CaseState,
  { data, effectiveOn }: OverpaymentUnapplied | RecoveryUnapplied,
): void {
  const { receiptId, orderId } = data;
  const parts: readonly AppliedPart[] = 'parts' in data ? data.parts : [data];
  const receipt = knownReceipt(state, receiptId);
  state.receipts.set(receiptId, { ...receipt, applied: parts.reduce(withLessApplied, receipt.applied) });
  const amount = sum(parts.map((part) => parseMoney(part.amount)));
  const before = state.takenBack.get(orderId) ?? [];
  const takenBack = { receiptId, takenFor: takenForOf(data), amount, on: effectiveOn };
  state.takenBack.set(orderId, [...before, takenBack]);
  for (const part of parts.filter((each) => isDecidedByVictim(state, each))) {
    const { effectiveOn: on = effectiveOn } = part;
    const less = subtract(noMoney, parseMoney(part.amount));
    changeLiability(state, { data: part, effectiveOn: on }, (each) => withPaid(each, less));
  }
}

function applied(receipt: Allocation, { data }: PaymentApplied): Allocation {
  // Interest that was credited is told before this; whoever took less of it than was tendered has no room for more.
  const short = [...declinedIn(receipt.pending ?? [], data.parts), ...receipt.interest];
  return {
    ...receipt,
    pending: undefined,
    interest: [],
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

function knownReceipt(state: CaseState, receiptId: ReceiptId): Allocation {
  const receipt = state.receipts.get(receiptId);
  invariant(receipt !== undefined, 'an event names a receipt that was never allocated');
  return receipt;
}
