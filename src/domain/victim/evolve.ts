import { evolveElsewhere } from '../elsewhere/recovery.ts';
import { amended, changedOn, imposed, vacated, type Liability } from '../liability/liability.ts';
import { afterExpiry, afterExpiryUndone } from '../liability/expired.ts';
import { liabilityKey } from '../liability/liability-index.ts';
import { afterReduction } from '../liability/reductions.ts';
import { noMoney, parseMoney } from '../money.ts';
import type { PeopleEvent } from '../people/events.ts';
import type { LiabilityEvent } from '../liability/events.ts';
import { move, none } from './accounts.ts';
import type { LiabilitiesMadeJoint, VictimEvent } from './events.ts';
import { evolveAssistance } from './evolve-assistance.ts';
import { evolveCredit, type CreditEvent } from './evolve-credits.ts';
import { evolveDisbursement, evolveInstrument, evolveUnclaimed } from './evolve-disbursements.ts';
import { evolveHistory } from './evolve-history.ts';
import { evolveInterest, interestVacated } from './evolve-interest.ts';
import { evolveRecovery, type EventByLaw } from './evolve-recovery.ts';
import { found } from './findings.ts';
import { isOfPeople, peopleWith } from '../people/people.ts';
import { measureAssignedAnew } from './assigned.ts';
import { withEvent } from './frontier.ts';
import { madeJoint } from './joint.ts';
import type { InterestEvent } from './interest-events.ts';
import { known } from './known-liability.ts';
import { tailWith } from './left-out.ts';
import { paymentKey } from './keys.ts';
import type { VictimState } from './state.ts';

/** Carries one event into the state of its victim. */
export function evolveVictim(state: VictimState, event: VictimEvent): void {
  state.frontier = withEvent(state.frontier, event);
  state.tail = tailWith(state, event);
  return isOfPeople(event) ? evolvePeople(state, event) : evolveMoney(state, event);
}

/** What was found, paid out and received elsewhere. */
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
    case 'InstrumentIssued':
    case 'InstrumentPresented':
    case 'PresentationWithdrawn':
    case 'InstrumentQuestioned':
      return evolveInstrument(state, event);
    case 'UnclaimedMoneySetAside':
    case 'UnclaimedMoneyDeposited':
    case 'UnclaimedMoneyWithdrawn':
      return evolveUnclaimed(state, event);
    case 'AssistanceOrdered':
    case 'AssistanceIneligibilityNoted':
    case 'AssistanceReceived':
    case 'AssistanceReturned':
    case 'AssistanceOrderVacated':
      return evolveAssistance(state, event);
    case 'RecoveryReported':
    case 'RecoveryVerified':
    case 'RecoveryRejected':
    case 'RecoveryWithdrawn':
      return evolveElsewhere(state.elsewhere, event);
    case 'HistoryTakenOver':
    case 'HistoriesJoined':
      return evolveHistory(state, event);
    default:
      return evolveOwed(state, event);
  }
}

/** What is owed, what was received of it, and what the law makes of it. */
function evolveOwed(
  state: VictimState,
  event: LiabilityEvent | CreditEvent | InterestEvent | LiabilitiesMadeJoint | EventByLaw,
): void {
  switch (event.type) {
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
    case 'RecoveryCredited':
    case 'RecoveryReversed':
    case 'RecoveryCleared':
    case 'OverpaymentTakenBack':
    case 'RecoveryTakenBack':
      return evolveCredit(state, event);
    case 'InterestReceived':
    case 'InterestReturned':
    case 'InterestCleared':
    case 'PastInterestTold':
      return evolveInterest(state, event);
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

function evolveLiability(state: VictimState, event: Exclude<LiabilityEvent, CreditEvent>): void {
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
      move(state, liability.caseId, {
        underVacated: { ...none, [liability.track]: liability.paid },
        clearedUnderVacated: {
          ...none,
          [liability.track]: state.cleared.get(liabilityKey(liability)) ?? noMoney,
        },
        interest: interestVacated(state, liability),
      });
      return put(state, changedOn(vacated(liability), event.effectiveOn));
    case 'LiabilityReduced':
    case 'ReductionReversed':
      state.reducedUnder = new Set([...state.reducedUnder, liabilityKey(liability)]);
      return put(state, afterReduction(liability, event));
    case 'LiabilityExpired':
      return put(state, afterExpiry(liability, event));
    case 'LiabilityExpiryUndone':
      return put(state, afterExpiryUndone(liability, event));
  }
}

function put(state: VictimState, liability: Liability): void {
  state.liabilities.set(liability);
}
