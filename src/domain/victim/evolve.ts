import { evolveElsewhere } from '../elsewhere/recovery.ts';
import {
  amended,
  changedOn,
  creditedOn,
  reversedOn,
  imposed,
  withEnded,
  withoutEnded,
  type Liability,
} from '../liability/liability.ts';
import { afterExpiry, afterExpiryUndone } from '../liability/expired.ts';
import type { LiabilityOf } from '../liability/liability-index.ts';
import { afterReduction } from '../liability/reductions.ts';
import { add, noMoney, parseMoney, subtract, type Money } from '../money.ts';
import type { PeopleEvent } from '../people/events.ts';
import { invariant } from '../rejection.ts';
import type { LiabilityEvent, RecoveryCredited, RecoveryReversed } from '../liability/events.ts';
import { move, none } from './accounts.ts';
import type { LiabilityAmount, VictimEvent } from './events.ts';
import { evolveAssistance } from './evolve-assistance.ts';
import { evolveDisbursement } from './evolve-disbursements.ts';
import { evolveHistory } from './evolve-history.ts';
import { found } from './findings.ts';
import { isOfPeople, peopleWith } from '../people/people.ts';
import { creditWhileAssigned, measureAssignedAnew } from './assigned.ts';
import { withEvent } from './frontier.ts';
import { madeJoint } from './joint.ts';
import { tailWith } from './left-out.ts';
import { creditKey, paymentKey } from './keys.ts';
import type { VictimState } from './state.ts';

/** Carries one event into the state of its victim. */
export function evolveVictim(state: VictimState, event: VictimEvent): void {
  state.frontier = withEvent(state.frontier, event);
  state.tail = tailWith(state, event);
  return isOfPeople(event) ? evolvePeople(state, event) : evolveMoney(state, event);
}

/** What was found, ordered and received, and what the law makes of it. */
function evolveMoney(state: VictimState, event: Exclude<VictimEvent, PeopleEvent>): void {
  switch (event.type) {
    case 'VictimRegistered':
      return register(state, event);
    case 'LossDetermined':
      return found(state, event);
    case 'RestitutionDisbursed':
    case 'DisbursementWithheld':
    case 'DisbursementReturned':
      return evolveDisbursement(state, event);
    case 'AssistanceOrdered':
    case 'AssistanceIneligibilityNoted':
    case 'AssistanceReceived':
    case 'AssistanceReturned':
    case 'AssistanceOrderVacated':
      return evolveAssistance(state, event);
    case 'LiabilityImposed':
    case 'LiabilityBecameFinal':
    case 'LiabilityAmended':
    case 'LiabilityVacated':
    case 'LiabilityReduced':
    case 'ReductionReversed':
    case 'LiabilityExpired':
    case 'LiabilityExpiryUndone':
      return evolveLiability(state, event);
    case 'LiabilitiesMadeJoint':
      return madeJoint(state, event);
    case 'RecoveryReported':
    case 'RecoveryVerified':
    case 'RecoveryRejected':
    case 'RecoveryWithdrawn':
      return evolveElsewhere(state.elsewhere, event);
    case 'HistoryTakenOver':
    case 'HistoriesJoined':
      return evolveHistory(state, event);
    case 'RecoveryCredited':
    case 'RecoveryReversed':
      return event.type === 'RecoveryCredited' ? credit(state, event) : reverse(state, event);
    default:
      return evolveRecovery(state, event);
  }
}

function register(state: VictimState, { data: { victimId } }: Of<'VictimRegistered'>): void {
  state.isRegistered = true;
  state.id = victimId;
}

function evolvePeople(state: VictimState, event: PeopleEvent): void {
  state.people = peopleWith(state.people, event);
  if (event.type === 'PayeeQuestioned') state.questioned.set(paymentKey(event.data), event.data.reason);
  if (event.type === 'InterestAssigned' || event.type === 'AssignmentRevoked') measureAssignedAnew(state);
}

type Of<Type extends VictimEvent['type']> = Extract<VictimEvent, { type: Type }>;

function evolveLiability(
  state: VictimState,
  event: Exclude<LiabilityEvent, RecoveryCredited | RecoveryReversed>,
): void {
  if (event.type === 'LiabilityImposed') return state.liabilities.set(imposed(event));
  const liability = known(state, event.data);
  switch (event.type) {
    case 'LiabilityBecameFinal':
      return put(state, { ...liability, ground: event.data.ground });
    case 'LiabilityAmended':
      return put(
        state,
        changedOn(amended(liability, parseMoney(event.data.amount), event.data.amendment), event.effectiveOn),
      );
    case 'LiabilityVacated':
      move(state, liability.caseId, { underVacated: { ...none, [liability.track]: liability.paid } });
      return put(state, changedOn({ ...liability, isVacated: true }, event.effectiveOn));
    case 'LiabilityReduced':
    case 'ReductionReversed':
      return put(state, afterReduction(liability, event));
    case 'LiabilityExpired':
      return put(state, afterExpiry(liability, event));
    case 'LiabilityExpiryUndone':
      return put(state, afterExpiryUndone(liability, event));
  }
}

function credit(state: VictimState, { data, effectiveOn }: RecoveryCredited): void {
  const liability = known(state, data);
  const accepted = parseMoney(data.accepted);
  const key = creditKey(data);
  const before = state.credits.get(key);
  const total = add(before?.total ?? noMoney, accepted);
  const on = before !== undefined && before.on < effectiveOn ? before.on : effectiveOn;
  state.credits.set(key, { round: data.round, acceptedInRound: accepted, total, isReversed: false, on });
  creditWhileAssigned(state, liability, { on, amount: accepted });
  pay(state, creditedOn(liability, effectiveOn, accepted), accepted);
}

function reverse(state: VictimState, { data, effectiveOn }: RecoveryReversed): void {
  const key = creditKey(data);
  const credit = state.credits.get(key);
  invariant(credit !== undefined, 'a recovery is reversed that was never credited');
  state.credits.set(key, { ...credit, isReversed: true });
  const amount = parseMoney(data.amount);
  creditWhileAssigned(state, known(state, data), {
    on: credit.on,
    amount: subtract(noMoney, amount),
  });
  const liability = reversedOn(known(state, data), effectiveOn, amount);
  pay(state, liability, subtract(noMoney, amount));
}

function pay(state: VictimState, liability: Liability, amount: Money): void {
  const paid = { ...none, [liability.track]: amount };
  move(state, liability.caseId, { credited: paid, underVacated: liability.isVacated ? paid : none });
  put(state, liability);
}

function evolveRecovery(
  state: VictimState,
  event: Of<
    | 'GreatestLossChanged'
    | 'FullRecoveryReached'
    | 'FullRecoveryUndone'
    | 'LiabilitiesTerminated'
    | 'LiabilitiesReinstated'
    | 'OverRecoveryNoted'
  >,
): void {
  switch (event.type) {
    case 'GreatestLossChanged':
      state.greatestLoss = event.data.greatestLoss === null ? undefined : parseMoney(event.data.greatestLoss);
      return;
    case 'FullRecoveryReached':
      state.epoch = event.data.epoch;
      state.standing = [...state.standing, { epoch: state.epoch, at: parseMoney(event.data.greatestLoss) }];
      return;
    case 'FullRecoveryUndone':
      state.standing = state.standing.filter(({ epoch }) => epoch !== event.data.epoch);
      return;
    case 'LiabilitiesTerminated':
      for (const each of event.data.liabilities) end(state, each, event);
      return;
    case 'LiabilitiesReinstated':
      for (const { orderId, victimId = event.data.victimId } of event.data.liabilities) {
        const liability = changedOn(known(state, { orderId, victimId }), event.effectiveOn);
        put(state, withoutEnded(liability, event.data.epoch));
      }
      return;
    case 'OverRecoveryNoted':
      state.overRecovery = parseMoney(event.data.amount);
      return;
  }
}

function end(
  state: VictimState,
  { orderId, victimId, amount }: LiabilityAmount,
  { data, effectiveOn }: Of<'LiabilitiesTerminated'>,
): void {
  const { epoch } = data;
  const liability = changedOn(known(state, { orderId, victimId: victimId ?? data.victimId }), effectiveOn);
  put(state, withEnded(liability, { epoch, amount: parseMoney(amount) }));
}

function known(state: VictimState, of: LiabilityOf): Liability {
  const liability = state.liabilities.get(of);
  invariant(liability !== undefined, 'an event names a liability that was never imposed');
  return liability;
}

function put(state: VictimState, liability: Liability): void {
  state.liabilities.set(liability);
}
