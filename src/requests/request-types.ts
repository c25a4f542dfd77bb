import type { Command, CommandType } from '../domain/commands.ts';
import {
  RecordDeathRequest,
  RecordNoImprisonmentRequest,
  RecordReleaseRequest,
  RecordTreasuryYieldRequest,
  SetInterestTermsRequest,
  SetPaymentScheduleRequest,
} from './collection-requests.ts';
import { disbursementOffers } from './disbursement-offers.ts';
import {
  ExpireLiabilityRequest,
  UndoExpiryRequest,
  RecordNoticeRequest,
  WaiveInterestRequest,
  WaivePenaltyRequest,
} from './lateness-requests.ts';
import {
  ImposeDebtRequest,
  RecordAssessmentCeilingRequest,
  RemitDebtRequest,
  SetOrderOfPaymentRequest,
  VacateDebtRequest,
} from './debt-requests.ts';
import { fieldsOf, type Field, type RequestClass } from './field.ts';
import type { Label } from './label.ts';
import {
  AmendOrderRequest,
  EnterOrderRequest,
  MakeOrderFinalRequest,
  MakeOrdersJointRequest,
  VacateOrderRequest,
} from './order-requests.ts';
import {
  DeclineRestitutionRequest,
  DeferFindingRequest,
  PetitionLaterLossesRequest,
} from './decision-requests.ts';
import { peopleOffers } from './people-offers.ts';
import { SetPolicyRequest } from './policy-requests.ts';
import { ReduceLiabilityRequest, ReverseReductionRequest } from './reduction-requests.ts';
import {
  RejectRecoveryRequest,
  ReportRecoveryRequest,
  VerifyRecoveryRequest,
  WithdrawRecoveryRequest,
} from './recovery-requests.ts';
import {
  RecordClearanceRequest,
  RecordPaymentRequest,
  RecordPaymentReturnRequest,
} from './receipt-requests.ts';
import { refundOffers } from './refund-offers.ts';
import {
  RegisterCaseRequest,
  RegisterDefendantRequest,
  RegisterVictimRequest,
} from './registration-requests.ts';
import { reserveOffers } from './reserve-offers.ts';
import { reconciliationOffers } from './reconciliation-offers.ts';
import {
  DetermineLossRequest,
  RecordDisbursementReturnRequest,
  RecordDisbursementRequest,
  OrderReinstatementRequest,
  ReviewLiabilitiesRequest,
} from './victim-requests.ts';

/** A request that has been found valid: the command that it is, and the label that goes to the directory. */
export interface Request {
  toCommand(): Command;
  toLabel?(): Label | undefined;
}

/** One command as a door offers it. */
export interface RequestType {
  readonly name: CommandType;
  /** One plain sentence: what has happened when somebody sends this. */
  readonly summary: string;
  readonly requestClass: RequestClass<Request>;
  readonly fields: readonly Field[];
}

/** A record, so that a command without a request does not compile. */
const offered: Readonly<
  Record<CommandType, readonly [summary: string, requestClass: RequestClass<Request>]>
> = {
  RegisterVictim: ['Make a victim known to the ledger.', RegisterVictimRequest],
  RegisterCase: ['Make a criminal case known to the ledger.', RegisterCaseRequest],
  RegisterDefendant: ['Make a defendant known in a case.', RegisterDefendantRequest],
  DetermineLoss: ['Record that a court found the full amount of a victim’s losses.', DetermineLossRequest],
  EnterOrder: ['Record that a court ordered a defendant to pay restitution.', EnterOrderRequest],
  MakeOrderFinal: ['Record that an order became final.', MakeOrderFinalRequest],
  AmendOrder: ['Record that a court changed the amounts of an order.', AmendOrderRequest],
  VacateOrder: ['Record that an order was set aside.', VacateOrderRequest],
  MakeOrdersJoint: [
    'Record that defendants owe jointly what their orders award to the same victims.',
    MakeOrdersJointRequest,
  ],
  DeclineRestitution: ['Record that a court ordered no restitution.', DeclineRestitutionRequest],
  DeferFinding: ['Record that a court put off the final determination of losses.', DeferFindingRequest],
  PetitionLaterLosses: ['Record that a victim petitioned for an amended order.', PetitionLaterLossesRequest],
  ImposeDebt: ['Record that a court imposed an assessment, a fine, costs or the like.', ImposeDebtRequest],
  RemitDebt: ['Record that a court remitted what was unpaid of a fine or an assessment.', RemitDebtRequest],
  VacateDebt: ['Record that an assessment, a fine or the like was set aside.', VacateDebtRequest],
  SetOrderOfPayment: [
    'Record in which order a judgment has a defendant’s obligations paid.',
    SetOrderOfPaymentRequest,
  ],
  SetInterestTerms: ['Record on which terms an obligation bears interest.', SetInterestTermsRequest],
  SetPaymentSchedule: ['Record how a court has an obligation paid.', SetPaymentScheduleRequest],
  RecordRelease: ['Record that a defendant was released from imprisonment.', RecordReleaseRequest],
  RecordNoImprisonment: [
    'Record that the judgment imposed no imprisonment on a defendant.',
    RecordNoImprisonmentRequest,
  ],
  RecordDeath: ['Record that a defendant died.', RecordDeathRequest],
  WaiveInterest: ['Record that the Attorney General waived interest.', WaiveInterestRequest],
  WaivePenalty: ['Record that the Attorney General waived penalties.', WaivePenaltyRequest],
  RecordNotice: ['Record that notice was given of lateness, or of a receipt.', RecordNoticeRequest],
  ExpireLiability: ['Record that the term of liability is over.', ExpireLiabilityRequest],
  UndoExpiry: ['Record that it was an error that a term was over.', UndoExpiryRequest],
  RecordTreasuryYield: [
    'Record the Treasury yield that was published for a week.',
    RecordTreasuryYieldRequest,
  ],
  RecordAssessmentCeiling: [
    'Record a ceiling of assessments for the Victims Reserve, as published.',
    RecordAssessmentCeilingRequest,
  ],
  RecordPayment: ['Record that good funds came in from a defendant.', RecordPaymentRequest],
  RecordPaymentReturn: ['Record that a payment came back unpaid.', RecordPaymentReturnRequest],
  RecordClearance: ['Record that a payment has cleared.', RecordClearanceRequest],
  RecordDisbursement: ['Record that money was paid out to a victim.', RecordDisbursementRequest],
  RecordDisbursementReturn: ['Record that a payment to a victim came back.', RecordDisbursementReturnRequest],
  ...refundOffers,
  ...disbursementOffers,
  ...peopleOffers,
  ...reserveOffers,
  ...reconciliationOffers,
  ReportRecovery: [
    'Record what a victim is said to have been paid outside of this ledger.',
    ReportRecoveryRequest,
  ],
  VerifyRecovery: ['Record that a recovery was received indeed, and how much.', VerifyRecoveryRequest],
  RejectRecovery: ['Record that a recovery that was reported does not hold.', RejectRecoveryRequest],
  WithdrawRecovery: ['Record that a recovery counts no more.', WithdrawRecoveryRequest],
  ReduceLiability: [
    'Record that a court credited an order with what the victim recovered in a civil proceeding.',
    ReduceLiabilityRequest,
  ],
  ReverseReduction: ['Record that such a credit does not hold any more.', ReverseReductionRequest],
  OrderReinstatement: [
    'Record that a court ordered what had ended by law to be owed again.',
    OrderReinstatementRequest,
  ],
  ReviewLiabilities: ['Ask again what the law makes of a victim’s ledger.', ReviewLiabilitiesRequest],
  SetPolicy: ['Answer an open question of the law.', SetPolicyRequest],
};

/** Every command that a door offers: the one list that help, documents and HTTP go through. */
export const requestTypes: readonly RequestType[] = (Object.keys(offered) as CommandType[]).map((name) => {
  const [summary, requestClass] = offered[name];
  return { name, summary, requestClass, fields: [...fieldsOf(requestClass).values()] };
});

/** Whether a text is the name of a command; names that every object has, such as `constructor`, are not. */
export function isCommandType(text: unknown): text is CommandType {
  return typeof text === 'string' && Object.hasOwn(offered, text);
}

/** The class of the requests that make this command. */
export function requestClassOf(name: CommandType): RequestClass<Request> {
  return offered[name][1];
}
