import type { DebtEvent } from '../debt/events.ts';
import type { LiabilityEvent } from '../liability/events.ts';
import { changedOn, creditedOn, reversedOn, withEnded, withoutEnded } from '../liability/liability.ts';
import { parseMoney } from '../money.ts';
import type { CaseEvent, LiabilityReinstated, LiabilityTerminated } from './events.ts';
import { evolveCollection } from './evolve-collection.ts';
import { evolveDebt } from './evolve-debts.ts';
import { evolveOrder } from './evolve-orders.ts';
import { changeLiability } from './changed-liability.ts';
import { evolveAllocation } from './evolve-allocations.ts';
import { reducedBy } from './reductions.ts';
import { decisionKey, noticeKey, undoneKey } from './keys.ts';
import { type CaseState } from './state.ts';

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
    case 'OverpaymentUnapplied':
    case 'RecoveryUnapplied':
      return evolveAllocation(state, event);
    case 'LiabilityTerminated':
    case 'LiabilityReinstated':
      return note(state, event);
    case 'RecoveryCredited':
    case 'RecoveryReversed':
    case 'OverpaymentTakenBack':
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
  changeLiability(state, event, (each) => changedOn(each, event.effectiveOn));
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
    | ('RecoveryCredited' | 'RecoveryReversed' | 'OverpaymentTakenBack')
    | ('LiabilityReduced' | 'ReductionReversed' | 'ReductionNoted')
  >,
): void {
  const on = event.effectiveOn;
  changeLiability(state, event, (each) => {
    if (event.type === 'RecoveryCredited') return creditedOn(each, on, parseMoney(event.data.accepted));
    if (event.type === 'RecoveryReversed' || event.type === 'OverpaymentTakenBack')
      return reversedOn(each, on, parseMoney(event.data.amount));
    return reducedBy(each, event);
  });
}

function note(state: CaseState, event: LiabilityTerminated | LiabilityReinstated): void {
  const { type, data } = event;
  const { epoch } = data;
  const isEnd = type === 'LiabilityTerminated';
  state.notices.set(noticeKey(data), true);
  if (!isEnd) state.undone.set(undoneKey(data), true);
  changeLiability(state, event, (each) =>
    isEnd ? withEnded(each, { epoch, amount: parseMoney(data.amount) }) : withoutEnded(each, epoch),
  );
}
