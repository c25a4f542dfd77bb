import type { AccountEvent } from './account/events.ts';
import type { CaseEvent } from './case/events.ts';
import type { ClaimEvent } from './claim/events.ts';
import type { DefendantEvent } from './defendant/events.ts';
import type { DisbursementEvent } from './disbursement/events.ts';
import type { DocumentEvent } from './document/events.ts';
import type { OrderEvent } from './order/events.ts';
import type { PeriodEvent } from './period/events.ts';
import type { PolicyEvent } from './policy/events.ts';
import type { ReferenceEvent } from './reference/events.ts';
import type { ReceiptEvent } from './receipt/events.ts';
import type { ReserveEvent } from './reserve/events.ts';
import type { StatementEvent } from './statement/events.ts';
import type { VictimEvent } from './victim/events.ts';
import { versionsOfInterest } from './victim/interest-events.ts';

/** Everything that the ledger tells. */
export type LedgerEvent =
  | VictimEvent
  | CaseEvent
  | DefendantEvent
  | OrderEvent
  | ReceiptEvent
  | DisbursementEvent
  | ReserveEvent
  | AccountEvent
  | StatementEvent
  | ClaimEvent
  | PeriodEvent
  | PolicyEvent
  | ReferenceEvent;

/** Every event as it is stored: what the ledger tells, and the documents in which it tells much at once. */
export type StoredEvent = LedgerEvent | DocumentEvent;

export type EventType = LedgerEvent['type'];

/**
 * The schema version in which each event is written today. A type that is not here, or a greater version, means that a
 * newer program wrote the log: this one refuses to start on it, and never skips.
 */
export const schemaVersions: { readonly [Type in StoredEvent['type']]: number } = {
  VictimRegistered: 1,
  LossDetermined: 1,
  LiabilityImposed: 1,
  LiabilityBecameFinal: 1,
  LiabilityAmended: 1,
  LiabilityVacated: 1,
  LiabilityExpired: 1,
  LiabilityExpiryUndone: 1,
  LiabilitiesMadeJoint: 1,
  RecoveryCredited: 1,
  RecoveryReversed: 1,
  RecoveryCleared: 1,
  ...versionsOfInterest,
  OverpaymentTakenBack: 1,
  RecoveryTakenBack: 1,
  LiabilityReduced: 1,
  ReductionReversed: 1,
  GreatestLossChanged: 1,
  FullRecoveryReached: 1,
  LiabilitiesTerminated: 1,
  FullRecoveryUndone: 1,
  LiabilitiesReinstated: 1,
  OverRecoveryNoted: 1,
  OverRecoveryClaimed: 1,
  ReinstatementOrdered: 1,
  RecoveryReported: 1,
  RecoveryVerified: 1,
  RecoveryRejected: 1,
  RecoveryWithdrawn: 1,
  RestitutionDisbursed: 1,
  DisbursementReturned: 1,
  DisbursementWithheld: 1,
  InstrumentIssued: 1,
  InstrumentPresented: 1,
  PresentationWithdrawn: 1,
  InstrumentQuestioned: 1,
  UnclaimedMoneySetAside: 1,
  UnclaimedMoneyDeposited: 1,
  UnclaimedMoneyWithdrawn: 1,
  RightsAssumed: 1,
  RepresentationEnded: 1,
  RepresentativeConvicted: 1,
  VictimDied: 1,
  SuccessionRecorded: 1,
  PayoutHeld: 1,
  PayoutReleased: 1,
  InterestAssigned: 1,
  AssignmentRevoked: 1,
  PayeeQuestioned: 1,
  HistoryTakenOver: 1,
  HistoriesJoined: 1,
  IdentityAbsorbed: 1,
  IdentityTakenOver: 1,
  AssistanceTwiceNoted: 1,
  AssistanceOrdered: 1,
  AssistanceIneligibilityNoted: 1,
  AssistanceReceived: 1,
  AssistanceReturned: 1,
  AssistanceOrderVacated: 1,
  CaseRegistered: 1,
  DefendantRegistered: 1,
  DefendantJoinedCase: 1,
  OrderRegistered: 1,
  OrderEntered: 1,
  OrderBecameFinal: 1,
  OrderAmended: 1,
  OrderVacated: 1,
  OrdersMadeJoint: 1,
  RestitutionDeclined: 1,
  FindingDeferred: 1,
  LaterLossesPetitioned: 1,
  PaymentAllocated: 1,
  PaymentApplied: 1,
  PaymentUnapplied: 1,
  OverpaymentUnapplied: 1,
  RecoveryUnapplied: 1,
  LiabilityTerminated: 1,
  LiabilityReinstated: 1,
  ReductionNoted: 1,
  DebtImposed: 1,
  DebtCredited: 1,
  DebtReversed: 1,
  DebtRemitted: 1,
  DebtVacated: 1,
  DebtExpired: 1,
  DebtExpiryUndone: 1,
  OrderOfPaymentSet: 1,
  InterestTermsSet: 1,
  PaymentScheduleSet: 1,
  DefendantReleased: 1,
  ImprisonmentNotImposed: 1,
  DefendantDied: 1,
  InterestWaived: 1,
  PenaltyWaived: 1,
  NoticeGiven: 1,
  OrderExpired: 1,
  OrderExpiryUndone: 1,
  AppealTaken: 1,
  AppealEnded: 1,
  InterestRateFixed: 1,
  InterestTendered: 1,
  InterestCredited: 1,
  InterestReversed: 1,
  PenaltyCredited: 1,
  PenaltyReversed: 1,
  InterestNotKnown: 1,
  PaymentReceived: 1,
  ReceiptPassedOn: 1,
  ReceiptTakenBack: 1,
  ExcessHeld: 1,
  ExcessReleased: 1,
  ExcessTakenBack: 1,
  OverpaymentPassedOn: 1,
  RecoveryPassedOn: 1,
  PaymentReturned: 1,
  PaymentCleared: 1,
  RefundMade: 1,
  RefundWithheld: 1,
  RefundReturned: 1,
  RefundInstrumentIssued: 1,
  RefundPresented: 1,
  RefundPresentationWithdrawn: 1,
  RefundQuestioned: 1,
  UnclaimedRefundSetAside: 1,
  UnclaimedRefundDeposited: 1,
  UnclaimedRefundWithdrawn: 1,
  ReserveDeposited: 1,
  AssistanceRequested: 1,
  AssistanceQueued: 1,
  AssistancePaid: 1,
  AssistancePaymentReturned: 1,
  AttorneyFeeRecorded: 1,
  AssistanceRequestClosed: 1,
  ConsumerPriceIndexPublished: 1,
  DisbursementsListed: 1,
  DisbursementRunProposed: 1,
  DisbursementRunApproved: 1,
  DisbursementRunReleased: 1,
  DisbursementsMade: 1,
  DisbursementRunCompleted: 1,
  AccountOpened: 1,
  StatementRegistered: 1,
  StatementRead: 1,
  StatementLinesListed: 1,
  StatementProved: 1,
  LinesMatched: 1,
  LinesUnmatched: 1,
  LineSuspended: 1,
  LineReleased: 1,
  LineWrittenOff: 1,
  StatementSigned: 1,
  StatementReopened: 1,
  MonthSigned: 1,
  MonthReopened: 1,
  ItemClaimed: 1,
  ItemReleased: 1,
  PolicySet: 1,
  TreasuryYieldPublished: 1,
  YieldAwaited: 1,
  AssessmentCeilingPublished: 1,
  HoldSet: 1,
  PaymentTermsSet: 1,
  ScheduleListed: 1,
  ScheduleCommitted: 1,
  AllocationListed: 1,
  AllocationCommitted: 1,
};
