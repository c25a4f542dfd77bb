import { firstDay, laterOf, type CalendarDate } from '../calendar-date.ts';
import type { Policies } from '../policy/catalogue.ts';
import type { VictimEvent } from './events.ts';
import type { Frontier } from './latest-days.ts';

/** Of a victim of whom nothing is known. */
export const noFrontier: Frontier = {
  cap: firstDay,
  ordered: firstDay,
  recovery: firstDay,
  disbursed: firstDay,
  cleared: firstDay,
  assigned: firstDay,
  claimed: firstDay,
};

/** On which frontiers an event of each type stands. */
const standsOn: { readonly [Type in VictimEvent['type']]: readonly (keyof Frontier)[] } = {
  VictimRegistered: [],
  LossDetermined: ['cap', 'recovery'],
  LiabilityImposed: ['ordered', 'recovery'],
  LiabilityBecameFinal: ['cap', 'recovery'],
  LiabilityAmended: ['ordered', 'recovery'],
  LiabilityVacated: ['cap', 'recovery'],
  LiabilityExpired: [],
  LiabilityExpiryUndone: ['recovery'],
  LiabilitiesMadeJoint: [],
  RecoveryCredited: ['recovery'],
  RecoveryReversed: ['recovery'],
  RecoveryCleared: ['cleared'],
  InterestReceived: ['recovery'],
  InterestReturned: ['recovery'],
  InterestCleared: ['cleared'],
  PastInterestTold: [],
  OverpaymentTakenBack: ['recovery'],
  RecoveryTakenBack: ['recovery'],
  LiabilityReduced: ['recovery'],
  ReductionReversed: ['recovery'],
  GreatestLossChanged: ['cap', 'recovery'],
  FullRecoveryReached: ['recovery'],
  FullRecoveryUndone: ['recovery'],
  LiabilitiesTerminated: ['recovery'],
  LiabilitiesReinstated: ['recovery'],
  OverRecoveryNoted: ['recovery'],
  OverRecoveryClaimed: ['recovery'],
  ReinstatementOrdered: ['recovery'],
  AssistanceOrdered: [],
  AssistanceIneligibilityNoted: [],
  AssistanceReceived: ['recovery'],
  AssistanceReturned: ['recovery'],
  AssistanceOrderVacated: [],
  RecoveryReported: ['claimed'],
  RecoveryVerified: ['recovery'],
  RecoveryRejected: ['claimed'],
  RecoveryWithdrawn: ['recovery'],
  RestitutionDisbursed: ['disbursed'],
  DisbursementWithheld: [],
  DisbursementReturned: ['disbursed'],
  InstrumentIssued: [],
  InstrumentPresented: [],
  PresentationWithdrawn: [],
  InstrumentQuestioned: [],
  UnclaimedMoneySetAside: [],
  UnclaimedMoneyDeposited: [],
  UnclaimedMoneyWithdrawn: [],
  RightsAssumed: [],
  RepresentationEnded: [],
  RepresentativeConvicted: [],
  VictimDied: [],
  SuccessionRecorded: [],
  PayoutHeld: [],
  PayoutReleased: [],
  InterestAssigned: ['assigned'],
  AssignmentRevoked: ['assigned'],
  PayeeQuestioned: [],
  HistoryTakenOver: [],
  HistoriesJoined: ['cap', 'recovery'],
  IdentityAbsorbed: [],
  IdentityTakenOver: [],
  AssistanceTwiceNoted: [],
};

/** The frontier with one event more. */
export function withEvent(frontier: Frontier, { type, effectiveOn }: VictimEvent): Frontier {
  const behind = standsOn[type].filter((each) => frontier[each] < effectiveOn);
  if (behind.length === 0) return frontier;
  return { ...frontier, ...Object.fromEntries(behind.map((each) => [each, effectiveOn])) };
}

/** The day on which the law is asked, and that of recording, as far as it is told. */
export interface AskedOn {
  readonly on: CalendarDate;
  readonly recordedOn?: CalendarDate;
}

/** The day on which something takes effect that rests on facts up to the frontier, where the law is asked on a day. */
export type DayOf = (frontier: Frontier, policies: Policies, asked: AskedOn) => CalendarDate;

/** The day on which the cap moves. */
export const capDay: DayOf = ({ cap, ordered }, policies, { on }) => {
  const restsOnOrders =
    policies['P-01'] === 'ENTRY_OF_JUDGMENT' || policies['P-02'] === 'ORDERED_AS_LOWER_BOUND';
  return latest(on, cap, restsOnOrders ? ordered : on);
};

/** The day on which full recovery is undone, and liabilities come back. */
export const recoveryDay: DayOf = ({ recovery, disbursed, cleared, assigned, claimed }, policies, { on }) => {
  return latest(
    on,
    recovery,
    policies['P-05'] === 'DISBURSED' ? disbursed : on,
    policies['P-05'] === 'CLEARED' ? cleared : on,
    policies['P-29'] === 'ASSIGNED_DOES_NOT_COUNT' ? assigned : on,
    policies['P-43'] === 'ALL_REPORTED' ? claimed : on,
  );
};

/** The day on which full recovery is reached, and liabilities end: that of recording, where P-22 says so and it is later. */
export const endDay: DayOf = (frontier, policies, asked) => {
  const day = recoveryDay(frontier, policies, asked);
  const { recordedOn = day } = asked;
  return policies['P-22'] === 'RECORDED_TIME' ? laterOf(day, recordedOn) : day;
};

/** The day of the fact itself. */
export const factDay: DayOf = (_, __, { on }) => on;

function latest(...days: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate {
  return days.reduce(laterOf);
}
