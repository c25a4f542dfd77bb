import {
  ExpireLiabilityHandler,
  RecordNoticeHandler,
  WaiveInterestHandler,
  WaivePenaltyHandler,
} from './lateness-handlers.ts';
import {
  RecordDeathHandler,
  RecordReleaseHandler,
  RecordTreasuryYieldHandler,
  SetInterestTermsHandler,
  SetPaymentScheduleHandler,
} from './collection-handlers.ts';
import {
  ImposeDebtHandler,
  RemitDebtHandler,
  SetOrderOfPaymentHandler,
  VacateDebtHandler,
} from './debt-handlers.ts';
import {
  DeclineRestitutionHandler,
  DeferFindingHandler,
  PetitionLaterLossesHandler,
} from './decision-handlers.ts';
import {
  AmendOrderHandler,
  EnterOrderHandler,
  MakeOrderFinalHandler,
  MakeOrdersJointHandler,
  ReduceLiabilityHandler,
  ReverseReductionHandler,
  VacateOrderHandler,
} from './order-handlers.ts';
import { SetPolicyHandler } from './policy-handlers.ts';
import { RecordPaymentHandler, RecordPaymentReturnHandler, RecordRefundHandler } from './receipt-handlers.ts';
import {
  RejectRecoveryHandler,
  ReportRecoveryHandler,
  VerifyRecoveryHandler,
  WithdrawRecoveryHandler,
} from './recovery-handlers.ts';
import {
  RegisterCaseHandler,
  RegisterDefendantHandler,
  RegisterVictimHandler,
} from './registration-handlers.ts';
import {
  CloseAssistanceRequestHandler,
  OrderAssistanceHandler,
  PayAssistanceHandler,
  RecordAssistanceReturnHandler,
  RecordAttorneyFeeHandler,
  RecordConsumerPriceIndexHandler,
  RecordReserveDepositHandler,
  RequestAssistanceHandler,
} from './reserve-handlers.ts';
import {
  DetermineLossHandler,
  RecordDisbursementHandler,
  RecordDisbursementReturnHandler,
  OrderReinstatementHandler,
  ReviewLiabilitiesHandler,
} from './victim-handlers.ts';

import {
  AssignInterestHandler,
  AssumeRightsHandler,
  EndRepresentationHandler,
  RecordAbuseConvictionHandler,
  RecordSameVictimHandler,
  RecordSuccessionHandler,
  RecordVictimDeathHandler,
  RevokeAssignmentHandler,
} from './people-handlers.ts';

/** A handler for each command of the ledger; the bus finds them by the class of the request. */
export const commandHandlers = [
  RegisterVictimHandler,
  RegisterCaseHandler,
  RegisterDefendantHandler,
  DetermineLossHandler,
  EnterOrderHandler,
  MakeOrderFinalHandler,
  MakeOrdersJointHandler,
  AmendOrderHandler,
  VacateOrderHandler,
  DeclineRestitutionHandler,
  DeferFindingHandler,
  PetitionLaterLossesHandler,
  ImposeDebtHandler,
  RemitDebtHandler,
  VacateDebtHandler,
  SetOrderOfPaymentHandler,
  SetInterestTermsHandler,
  SetPaymentScheduleHandler,
  RecordReleaseHandler,
  RecordDeathHandler,
  WaiveInterestHandler,
  WaivePenaltyHandler,
  RecordNoticeHandler,
  ExpireLiabilityHandler,
  RecordTreasuryYieldHandler,
  RecordPaymentHandler,
  RecordPaymentReturnHandler,
  RecordDisbursementHandler,
  RecordDisbursementReturnHandler,
  RecordRefundHandler,
  RecordReserveDepositHandler,
  RequestAssistanceHandler,
  OrderAssistanceHandler,
  PayAssistanceHandler,
  RecordAssistanceReturnHandler,
  RecordAttorneyFeeHandler,
  CloseAssistanceRequestHandler,
  RecordConsumerPriceIndexHandler,
  ReduceLiabilityHandler,
  ReverseReductionHandler,
  ReportRecoveryHandler,
  VerifyRecoveryHandler,
  RejectRecoveryHandler,
  WithdrawRecoveryHandler,
  OrderReinstatementHandler,
  ReviewLiabilitiesHandler,
  SetPolicyHandler,
  AssumeRightsHandler,
  EndRepresentationHandler,
  RecordAbuseConvictionHandler,
  RecordSameVictimHandler,
  RecordVictimDeathHandler,
  RecordSuccessionHandler,
  AssignInterestHandler,
  RevokeAssignmentHandler,
];
