import { bodiesOfMonths, bodiesOfReconciliation } from './example-bodies-of-reconciliation.ts';
import { bodiesOfPayingOut } from './example-bodies-of-paying-out.ts';
import { bodiesOfRefunds } from './example-bodies-of-refunds.ts';
import type { CommandType } from '../domain/commands.ts';

const [victimId, caseId, defendantId, orderId] = ['v-7k2m9q', 'c-s4t8', 'd-4x8t', 'o-5h3w'];
const debtId = 'b-6j2r';
const requestId = 'q-3t7n';
const recoveryId = 'x-5r2c';
const receipt = { source: 'dcd', reference: '2026-00017' };

/**
 * A body for each command. Sent in this order to an empty ledger they make one story: a court orders more than the
 * losses it found, one payment makes the victim whole, what is owed beyond it ends by law, and then the check comes
 * back; and the victim is assisted from the Reserve, until that comes back too. A test sends them.
 */
export const exampleBodies: Readonly<Record<CommandType, object>> = {
  SetPolicy: { policy: 'P-42', value: 'RECORD', on: '2026-01-02' },
  RegisterVictim: { victimId, on: '2026-01-02', label: 'Series 7, first victim' },
  RegisterCase: { caseId, on: '2026-01-02', label: '1:20-cr-00123' },
  RegisterDefendant: { caseId, defendantId, on: '2026-01-02' },
  DetermineLoss: { victimId, caseId, category: 'TRAFFICKING', amount: '10000.00', on: '2026-01-05' },
  EnterOrder: {
    orderId,
    caseId,
    defendantId,
    statute: '18 U.S.C. 2259',
    offenceOn: '2019-06-30',
    on: '2026-01-05',
    lines: [{ victimId, track: 'TRAFFICKING', amount: '3000.00' }],
  },
  MakeOrderFinal: { orderId, caseId, on: '2026-01-20', ground: 'DIRECT_REVIEW_DONE' },
  AmendOrder: {
    orderId,
    caseId,
    on: '2026-02-02',
    lines: [{ victimId, track: 'TRAFFICKING', amount: '12000.00' }],
    authority: '3664(o)(1)(A)',
  },
  ImposeDebt: {
    ...{ debtId, caseId, defendantId, kind: 'ASSESSMENT_3013', amount: '100.00' },
    ...{ offenceOn: '2019-06-30', on: '2026-01-05', greatestFine: null },
    ...{ assessedOffence: null, adjustedCeiling: null },
  },
  SetOrderOfPayment: {
    ...{ caseId, defendantId, on: '2026-01-05' },
    obligations: [{ obligation: 'ASSESSMENT_3013' }, { obligation: 'RESTITUTION_2259' }],
  },
  RemitDebt: { debtId, caseId, amount: '60.00', on: '2026-02-10' },
  RecordPayment: {
    ...receipt,
    caseId,
    defendantId,
    orderId,
    amount: '12500.00',
    on: '2026-03-02',
    method: 'CHECK',
  },
  RecordRefund: { ...receipt, refundId: 'f-0007', amount: '2460.00', on: '2026-03-04', replaces: null },
  RecordDisbursement: { victimId, disbursementId: 'p-0091', caseId, amount: '10000.00', on: '2026-03-05' },
  RecordDisbursementReturn: { victimId, disbursementId: 'p-0091', reason: 'UNDELIVERABLE', on: '2026-03-20' },
  OrderReinstatement: {
    victimId,
    orders: [{ orderId }],
    authority: '3664(o)(1)(B)',
    on: '2026-03-21',
  },
  RecordClearance: { ...receipt, ground: 'BANK_CONFIRMED', on: '2026-03-12' },
  RecordPaymentReturn: { ...receipt, reason: 'NSF', on: '2026-03-23' },
  ReviewLiabilities: { victimId, on: '2026-03-24' },
  PetitionLaterLosses: {
    orderId,
    caseId,
    victimId,
    discoveredOn: '2026-03-01',
    on: '2026-03-25',
    goodCause: 'SHOWN',
  },
  VacateOrder: { orderId, caseId, on: '2026-04-01' },
  VacateDebt: { debtId, caseId, on: '2026-04-01' },
  RecordConsumerPriceIndex: {
    year: '2016',
    series: 'ANNUAL_AVERAGE',
    figure: '240.007',
    on: '2017-01-18',
  },
  RecordReserveDeposit: {
    depositId: 'r-0012',
    source: 'ASSESSMENT',
    amount: '60000.00',
    on: '2025-05-05',
  },
  RequestAssistance: { requestId, victimId, on: '2025-03-03', madeTo: 'DEPARTMENT' },
  OrderAssistance: { requestId, victimId, caseId, amount: '44790.78', on: '2025-06-02' },
  PayAssistance: { requestId, disbursementId: 'p-0107', on: '2025-06-20' },
  RecordAttorneyFee: {
    requestId,
    feeId: 'g-0003',
    fees: '6000.00',
    costs: '700.00',
    on: '2025-06-23',
  },
  RecordAssistanceReturn: {
    requestId,
    disbursementId: 'p-0107',
    reason: 'UNDELIVERABLE',
    on: '2025-07-10',
  },
  CloseAssistanceRequest: { requestId, reason: 'ORDER_VACATED', on: '2025-08-01' },
  DeferFinding: { caseId, defendantId, sentencedOn: '2026-04-01', finalOn: '2026-06-30', on: '2026-04-01' },
  DeclineRestitution: {
    caseId,
    defendantId,
    victimId,
    statute: '18 U.S.C. 3663A',
    ground: 'TOO_COMPLEX',
    on: '2026-06-30',
  },
  MakeOrdersJoint: {
    caseId,
    orders: [{ orderId }, { orderId: 'o-8c2z' }],
    crediting: null,
    on: '2026-04-02',
  },
  RecordAssessmentCeiling: {
    assessedOffence: 'POSSESSION',
    amount: '21500.00',
    ceilingSource: 'FEDERAL_REGISTER',
    on: '2026-01-01',
  },
  RecordTreasuryYield: { weekEndingOn: '2026-01-16', rate: '4.05', source: 'H15' },
  SetInterestTerms: {
    ...{ caseId, orderId, debtId: null, terms: 'STATUTE' },
    ...{ limit: '500.00', endsOn: null, on: '2026-01-05' },
  },
  SetPaymentSchedule: {
    ...{ caseId, orderId, debtId: null, manner: 'INSTALMENTS', firstOn: '2026-02-01' },
    ...{ amount: '100.00', every: 'MONTH', on: '2026-01-05' },
  },
  RecordRelease: { caseId, defendantId, on: '2030-01-31' },
  WaiveInterest: { caseId, orderId, debtId: null, amount: '25.00', on: '2026-09-01' },
  WaivePenalty: { caseId, orderId, debtId: null, amount: null, on: '2026-09-01' },
  RecordNotice: {
    ...{ caseId, orderId, debtId: null, notice: 'DELINQUENCY' },
    ...{ source: null, reference: null, on: '2026-03-10' },
  },
  RecordNoImprisonment: { caseId, defendantId: 'd-9k3m', on: '2026-04-01' },
  RecordDeath: { caseId, defendantId, on: '2040-08-08' },
  ExpireLiability: { caseId, orderId: 'o-8c2z', debtId: null, on: '2050-02-01' },
  UndoExpiry: { caseId, orderId: 'o-8c2z', debtId: null, on: '2050-03-01' },
  AssumeRights: {
    ...{ victimId, representativeId: 'h-2w9d', capacity: 'LEGAL_GUARDIAN', on: '2026-01-02' },
    ...{ until: '2031-05-04', defendantId: null, caseId: null, label: 'Guardian of Series 7' },
  },
  EndRepresentation: { victimId, representativeId: 'h-2w9d', on: '2029-01-31' },
  RecordAbuseConviction: { victimId, representativeId: 'h-7k3c', on: '2027-03-01' },
  AssignInterest: { victimId, caseId, orderId: null, on: '2032-01-02' },
  RevokeAssignment: { victimId, caseId, orderId: null, on: '2033-01-03' },
  RecordSameVictim: { victimId, survivorId: 'v-8n4c', on: '2041-01-02' },
  RecordVictimDeath: { victimId, on: '2041-02-03' },
  RecordSuccession: {
    ...{ victimId, source: 'REPORTED', on: '2041-03-04' },
    heirs: [{ representativeId: 'h-7k3c', defendantId: null, caseId: null }],
  },
  ...bodiesOfReconciliation,
  ReportRecovery: {
    ...{ victimId, recoveryId, source: 'RESTITUTION_2259', category: 'TRAFFICKING', amount: '4000.00' },
    ...{ receivedOn: '2025-11-03', on: '2026-04-06' },
  },
  RejectRecovery: { victimId, recoveryId, reason: 'NOT_SHOWN', on: '2026-04-20' },
  VerifyRecovery: { victimId, recoveryId, amount: '3500.00', on: '2026-05-04' },
  ReduceLiability: {
    ...{ orderId, caseId, victimId, recoveryId, proceeding: 'FEDERAL' },
    ...{ amount: '1500.00', on: '2026-05-18' },
  },
  ReverseReduction: { orderId, caseId, victimId, recoveryId, on: '2026-05-29' },
  WithdrawRecovery: { victimId, recoveryId, reason: 'PAID_BACK', on: '2026-06-01' },
  ...bodiesOfPayingOut,
  ...bodiesOfMonths,
  ...bodiesOfRefunds,
};
