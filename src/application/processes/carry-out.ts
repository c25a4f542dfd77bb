import type { Command } from '../../domain/commands.ts';
import type { Session } from '../session.ts';
import { assessmentCeilings, disbursementTerms, periods, policies, reserve } from '../streams.ts';
import { decideOnAssistance, orderAssistance, requestAssistance } from './assist.ts';
import { recordDeath } from './carry-death.ts';
import { recordJointOrders, recordOrder, recordOrderChange } from './record-order.ts';
import {
  decideInCase,
  inAccount,
  inCase,
  inReceipt,
  inRun,
  inStatement,
  into,
  inVictim,
  ofVictimInCase,
  recordDisbursement,
} from './in-one-stream.ts';
import { proposeRun, releaseRun } from './disburse.ts';
import { imposeDebt } from './impose-debt.ts';
import { matchLines, unmatchLines, writeOffLine } from './match-lines.ts';
import { recordOfPeople, recordSameVictim } from './people.ts';
import { recordPresentation, recordRefundPresentation } from './present.ts';
import { recordClearance } from './record-clearance.ts';
import { recordPayment } from './record-payment.ts';
import { recordReturn } from './record-return.ts';
import { reduceLiability } from './reduce-liability.ts';
import { registerDefendant } from './register-defendant.ts';
import { signStatement } from './sign-statement.ts';
import { takeInStatement } from './take-in-statement.ts';
import { recordYield } from './yield-found.ts';

/** Carries out what came through a door, over as many streams as it takes. @throws Rejection */
export async function carryOut(session: Session, command: Command): Promise<void> {
  await (ways[command.type] as (session: Session, command: Command) => Promise<void>)(session, command);
}

type Way<Type extends Command['type']> = (
  session: Session,
  command: Extract<Command, { type: Type }>,
) => Promise<void>;

/** Every command is here, so that a new one does not compile until somebody has said which way it goes. */
const ways: { readonly [Type in Command['type']]: Way<Type> } = {
  RegisterVictim: inVictim,
  RegisterCase: inCase,
  RegisterDefendant: registerDefendant,
  DetermineLoss: ofVictimInCase,
  EnterOrder: recordOrder,
  AmendOrder: recordOrder,
  MakeOrderFinal: recordOrderChange,
  VacateOrder: recordOrderChange,
  MakeOrdersJoint: recordJointOrders,
  DeclineRestitution: decideInCase,
  DeferFinding: decideInCase,
  PetitionLaterLosses: decideInCase,
  RecordAppeal: inCase,
  RecordAppealEnd: inCase,
  ImposeDebt: imposeDebt,
  RemitDebt: inCase,
  VacateDebt: inCase,
  SetOrderOfPayment: inCase,
  SetInterestTerms: inCase,
  SetPaymentSchedule: inCase,
  RecordRelease: inCase,
  RecordNoImprisonment: inCase,
  RecordDeath: recordDeath,
  WaiveInterest: inCase,
  WaivePenalty: inCase,
  RecordNotice: inCase,
  ExpireLiability: recordOrderChange,
  UndoExpiry: recordOrderChange,
  ReportRecovery: inVictim,
  VerifyRecovery: inVictim,
  RejectRecovery: inVictim,
  WithdrawRecovery: inVictim,
  ReduceLiability: reduceLiability,
  ReverseReduction: reduceLiability,
  RecordPayment: recordPayment,
  RecordPaymentReturn: recordReturn,
  RecordClearance: recordClearance,
  RecordRefund: inReceipt,
  RecordRefundReturn: inReceipt,
  RecordRefundInstrument: inReceipt,
  RecordRefundPresentation: recordRefundPresentation,
  DepositUnclaimedRefund: inReceipt,
  WithdrawUnclaimedRefund: inReceipt,
  RecordDisbursement: recordDisbursement,
  RecordDisbursementReturn: inVictim,
  RecordInstrument: inVictim,
  RecordPresentation: recordPresentation,
  DepositUnclaimed: inVictim,
  WithdrawUnclaimed: inVictim,
  ReviewLiabilities: inVictim,
  OrderReinstatement: inVictim,
  TakeInStatement: takeInStatement,
  MatchLines: matchLines,
  UnmatchLines: unmatchLines,
  WriteOffLine: writeOffLine,
  SignStatement: signStatement,
  RequestAssistance: requestAssistance,
  OrderAssistance: orderAssistance,
  PayAssistance: decideOnAssistance,
  RecordAssistanceReturn: decideOnAssistance,
  CloseAssistanceRequest: decideOnAssistance,
  AssumeRights: recordOfPeople,
  EndRepresentation: recordOfPeople,
  RecordAbuseConviction: recordOfPeople,
  RecordVictimDeath: recordOfPeople,
  RecordSuccession: recordOfPeople,
  AssignInterest: recordOfPeople,
  RevokeAssignment: recordOfPeople,
  RecordSameVictim: recordSameVictim,
  SetPolicy: into(policies),
  RecordTreasuryYield: recordYield,
  RecordAssessmentCeiling: into(assessmentCeilings),
  SetHold: into(disbursementTerms),
  SetPaymentTerms: into(disbursementTerms),
  ProposeDisbursementRun: proposeRun,
  ApproveDisbursementRun: inRun,
  ReleaseDisbursementRun: releaseRun,
  OpenAccount: inAccount,
  SuspendLine: inStatement,
  ReopenStatement: inStatement,
  SignMonth: into(periods),
  ReopenMonth: into(periods),
  RecordReserveDeposit: into(reserve),
  RecordAttorneyFee: into(reserve),
  RecordConsumerPriceIndex: into(reserve),
};
