import { Projector } from '../../src/application/projector.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { restated } from '../../src/projections/restated.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import { SqliteReadModelStore } from '../../src/store/sqlite-read-models/sqlite-read-model-store.ts';

const ref = { orderId: 'o-1', victimId: 'v-1', caseId: 'c-1', defendantId: 'd-1' };
const receipt = { receiptId: 'dcd.1', caseId: 'c-1', defendantId: 'd-1' };
const law = { victimId: 'v-1', citation: '18 U.S.C. 2259(b)(2)(C)', policyVersion: 1 };
const line = { victimId: 'v-1', track: 'TRAFFICKING', amount: '100.00' };
const fine = { debtId: 'b-1', caseId: 'c-1', defendantId: 'd-1', kind: 'FINE' };
const part = { orderId: 'o-1', victimId: 'v-1', amount: '80.00' };

const acting = { victimId: 'v-1', representativeId: 'h-1' };
const elsewhere = {
  ...{ victimId: 'v-1', recoveryId: 'x-1', source: 'STATE_RESTITUTION' },
  ...{ category: 'TRAFFICKING', amount: '9.00' },
};
const request = { requestId: 'q-1', victimId: 'v-1' };
const paidOut = { ...request, disbursementId: 'p-9', amount: '70.00' };
const taken = { amount: '90.00', accepted: '80.00', overflow: '10.00' };

const onOrder = { caseId: 'c-1', defendantId: 'd-1', orderId: 'o-1', debtId: null };
const ofReceipt = { ...onOrder, receiptId: 'dcd.1' };
const yielding = { weekEndingOn: '2026-03-13', rate: '4.05' };
const account = { accountId: 'k-1', kind: 'REPORT', purpose: 'RESTITUTION' };
const statement = { statementId: 's-1' };
const read = {
  ...{ format: 'CSV', fileHash: 'ab'.repeat(32), from: '2026-03-01', to: '2026-03-31' },
  ...{ opening: null, closing: '6.00', lines: 2, sumIn: '3.00', sumOut: '1.00' },
};
const lines = [
  { line: 1, on: '2026-03-04', direction: 'IN', amount: '3.00', kind: 'DEPOSIT' },
  { line: 2, on: '2026-03-05', direction: 'OUT', amount: '1.00', kind: 'FEE' },
] as const;
const match = {
  ...{ ...statement, matchId: 'm-1', purpose: 'RESTITUTION', lines: [1, 2] },
  ...{ residual: '-1.00', residualReason: 'BANK_FEE' },
  items: [{ kind: 'RECEIPT', id: 'dcd.1', direction: 'IN', amount: '3.00' }],
} as const;
const cheque = { victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-1' };
const shown = { ...statement, lines: [1], matchId: 'm-1' };
const questioned = { question: 'PRESENTED_FOR_ANOTHER_AMOUNT', issued: '9.00', presented: '9.50' };
const refund = { ...receipt, refundId: 'f-1' };
const signed = { signatoryId: 'w-1', contentHash: 'cd'.repeat(32) };

/** An event for every read model, as they stand in a log for ever. */
const said: readonly (readonly [stream: string, type: string, data: object])[] = [
  ['Policy-ledger', 'PolicySet', { policy: 'P-18', value: 'DO_NOT_COUNT' }],
  ['Victim-v-1', 'VictimRegistered', { victimId: 'v-1' }],
  [
    'Victim-v-1',
    'LossDetermined',
    { victimId: 'v-1', caseId: 'c-1', category: 'TRAFFICKING', amount: '80.00' },
  ],
  ['Case-c-1', 'OrderEntered', { ...ref, statute: '18 U.S.C. 2259', offenceOn: '2021-05-04', lines: [line] }],
  ['Victim-v-1', 'LiabilityImposed', { ...ref, track: 'TRAFFICKING', amount: '100.00' }],
  ['Case-c-1', 'OrderBecameFinal', { ...ref, ground: 'DIRECT_REVIEW_DONE' }],
  ['Victim-v-1', 'LiabilityBecameFinal', { ...ref, ground: 'DIRECT_REVIEW_DONE' }],
  ['Victim-v-1', 'GreatestLossChanged', { ...law, greatestLoss: '80.00', previous: null }],
  ['Receipt-dcd.1', 'PaymentReceived', { ...receipt, orderId: null, amount: '90.00', method: 'CHECK' }],
  ['Case-c-1', 'PaymentAllocated', { ...receipt, round: 1, parts: [part], unallocated: '10.00' }],
  [
    'Victim-v-1',
    'RecoveryCredited',
    { ...ref, receiptId: 'dcd.1', round: 1, offered: '80.00', accepted: '80.00' },
  ],
  ['Victim-v-1', 'FullRecoveryReached', { ...law, epoch: 1, greatestLoss: '80.00', recovered: '80.00' }],
  ['Victim-v-1', 'LiabilitiesTerminated', { ...law, epoch: 1, liabilities: [{ ...ref, amount: '20.00' }] }],
  [
    'Case-c-1',
    'PaymentApplied',
    { caseId: 'c-1', receiptId: 'dcd.1', round: 1, parts: [part], excess: '10.00' },
  ],
  ['Receipt-dcd.1', 'ExcessHeld', { ...receipt, amount: '10.00' }],
  ['Case-c-1', 'DebtImposed', { ...fine, amount: '50.00', offenceOn: '2021-05-04' }],
  ['Case-c-1', 'DebtCredited', { ...fine, receiptId: 'dcd.1', round: 2, amount: '9.00' }],
  ['Case-c-1', 'DebtReversed', { ...fine, receiptId: 'dcd.1', amount: '9.00' }],
  ['Case-c-1', 'DebtRemitted', { ...fine, amount: '20.00', citation: '18 U.S.C. 3573' }],
  [
    'Case-c-1',
    'InterestTermsSet',
    {
      ...{ caseId: 'c-1', defendantId: 'd-1', orderId: 'o-1', debtId: null },
      ...{ terms: 'STATUTE', limit: '9.00', endsOn: '2030-01-02' },
    },
  ],
  [
    'Case-c-1',
    'PaymentScheduleSet',
    {
      ...{ caseId: 'c-1', defendantId: 'd-1', orderId: null, debtId: 'b-1' },
      ...{ manner: 'INSTALMENTS', firstOn: '2026-04-01', amount: '5.00', every: 'MONTH' },
    },
  ],
  ['Case-c-1', 'DefendantReleased', { caseId: 'c-1', defendantId: 'd-1' }],
  ['Case-c-1', 'DefendantDied', { caseId: 'c-1', defendantId: 'd-1' }],
  ['Case-c-1', 'ImprisonmentNotImposed', { caseId: 'c-1', defendantId: 'd-1' }],
  ['Case-c-1', 'OrderExpired', { ...ref, citation: '18 U.S.C. 3613(b)', policyVersion: 0 }],
  ['Victim-v-1', 'LiabilityExpired', { ...ref, amount: '0.00', citation: '18 U.S.C. 3613(b)' }],
  ['Case-c-1', 'OrderExpiryUndone', ref],
  ['Victim-v-1', 'LiabilityExpiryUndone', { ...ref, amount: '0.00', change: 2, vacated: '0.01' }],
  ['Case-c-1', 'DebtExpired', { ...fine, amount: '5.00', citation: '18 U.S.C. 3613(b)', policyVersion: 0 }],
  ['Case-c-1', 'DebtExpiryUndone', { ...fine, amount: '5.00' }],
  [
    'Reference-treasury-yields',
    'TreasuryYieldPublished',
    { weekEndingOn: '2026-03-13', rate: '4.05', source: 'H15' },
  ],
  ['Case-c-1', 'InterestRateFixed', { ...onOrder, ...yielding, liableFrom: '2026-03-17' }],
  ['Case-c-1', 'InterestCredited', { ...ofReceipt, victimId: 'v-1', round: 2, amount: '0.30' }],
  ['Case-c-1', 'PenaltyCredited', { ...ofReceipt, round: 2, amount: '0.20' }],
  ['Case-c-1', 'InterestReversed', { ...ofReceipt, victimId: 'v-1', amount: '0.30' }],
  ['Case-c-1', 'PenaltyReversed', { ...ofReceipt, amount: '0.20' }],
  [
    'Case-c-1',
    'InterestNotKnown',
    { ...onOrder, receiptId: 'dcd.1', why: 'YIELD_MISSING', weekEndingOn: '2026-03-06' },
  ],
  [
    'Reference-treasury-yields',
    'YieldAwaited',
    { weekEndingOn: '2026-03-06', receiptId: 'dcd.1', caseId: 'c-1' },
  ],
  [
    'Receipt-dcd.1',
    'ExcessReleased',
    { ...receipt, amount: '2.00', visit: 2, citation: '18 U.S.C. 3612(i)', policyVersion: 1 },
  ],
  [
    'Receipt-dcd.1',
    'ReceiptPassedOn',
    {
      ...{ receiptId: 'dcd.1', defendantId: 'd-1', visit: 3, fromCaseId: 'c-1', caseId: 'c-2' },
      ...{ amount: '2.00', citation: '18 U.S.C. 3612(c)', policyVersion: 1 },
    },
  ],
  [
    'Receipt-dcd.1',
    'ReceiptTakenBack',
    {
      ...{ receiptId: 'dcd.1', defendantId: 'd-1', visit: 3, fromCaseId: 'c-1', caseId: 'c-2' },
      amount: '2.00',
    },
  ],
  ['Receipt-dcd.1', 'PaymentCleared', { ...receipt, amount: '100.00', ground: 'HOLD_OVER' }],
  ['Victim-v-1', 'RecoveryCleared', { ...ref, receiptId: 'dcd.1', amount: '70.00' }],
  ['Case-c-1', 'InterestTendered', { ...ofReceipt, victimId: 'v-1', round: 3, amount: '0.30' }],
  [
    'Victim-v-1',
    'InterestReceived',
    { ...ref, receiptId: 'dcd.1', round: 3, offered: '0.30', accepted: '0.20', paidOut: '0.10' },
  ],
  ['Victim-v-1', 'InterestCleared', { ...ref, receiptId: 'dcd.1', amount: '0.20' }],
  ['Victim-v-1', 'InterestReturned', { ...ref, receiptId: 'dcd.1', amount: '0.20' }],
  ['Victim-v-1', 'PastInterestTold', { victimId: 'v-1' }],
  ['Case-c-1', 'InterestWaived', { ...onOrder, amount: '0.10', citation: '18 U.S.C. 3612(h)' }],
  ['Case-c-1', 'PenaltyWaived', { ...onOrder, amount: null, citation: '18 U.S.C. 3612(h)' }],
  ['Case-c-1', 'NoticeGiven', { ...onOrder, receiptId: null, notice: 'DEFAULT' }],
  ['Case-c-1', 'DebtExpired', { ...fine, amount: '0.00', citation: '18 U.S.C. 3613(b)', policyVersion: 1 }],
  ['Case-c-1', 'OrderExpired', { ...ref, citation: '18 U.S.C. 3613(b)', policyVersion: 1 }],
  ['Victim-v-1', 'LiabilityExpired', { ...ref, amount: '0.00', citation: '18 U.S.C. 3613(b)' }],
  ['Case-c-1', 'DebtVacated', { ...fine, amount: '30.00' }],
  [
    'Victim-v-1',
    'RestitutionDisbursed',
    { victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-1', amount: '7.33' },
  ],
  [
    'Reserve-ledger',
    'ReserveDeposited',
    { depositId: 'r-1', source: 'GIFT', receivedOn: '2026-03-01', ...taken },
  ],
  ['Reserve-ledger', 'AssistanceRequested', { ...request, madeTo: 'COURT' }],
  [
    'Victim-v-1',
    'AssistanceOrdered',
    { ...request, caseId: 'c-1', amount: '70.00', formulaAmount: '65.00', collected: '66.00' },
  ],
  ['Victim-v-1', 'AssistanceIneligibilityNoted', { ...request, collected: '66.00', formulaAmount: '65.00' }],
  ['Reserve-ledger', 'AssistanceQueued', { ...request, caseId: 'c-1', amount: '70.00' }],
  ['Reserve-ledger', 'AttorneyFeeRecorded', { ...request, feeId: 'g-1', fees: '5.00', costs: '1.00' }],
  ['Reserve-ledger', 'AssistancePaid', { ...paidOut, paidOn: '2026-03-20' }],
  ['Victim-v-1', 'AssistanceReceived', paidOut],
  [
    'Reserve-ledger',
    'AssistancePaymentReturned',
    { ...paidOut, ...taken, returnedOn: '2026-03-24', reason: 'STALE' },
  ],
  ['Victim-v-1', 'AssistanceReturned', paidOut],
  ['Reserve-ledger', 'AssistanceRequestClosed', { ...request, reason: 'ORDER_VACATED', amount: '70.00' }],
  [
    'Victim-v-1',
    'RightsAssumed',
    { ...acting, capacity: 'LEGAL_GUARDIAN', until: '2031-05-04', defendantId: 'd-1' },
  ],
  ['Victim-v-1', 'RepresentationEnded', { ...acting, assumedOn: '2026-03-10', reason: 'REPORTED' }],
  ['Victim-v-1', 'RepresentativeConvicted', acting],
  ['Victim-v-1', 'VictimDied', { victimId: 'v-1' }],
  [
    'Victim-v-1',
    'SuccessionRecorded',
    { victimId: 'v-1', source: 'REPORTED', heirs: [{ representativeId: 'h-1', defendantId: 'd-1' }] },
  ],
  ['Victim-v-1', 'PayoutHeld', { ...law, ...acting }],
  ['Victim-v-1', 'PayoutReleased', { ...law, ...acting }],
  ['Victim-v-1', 'InterestAssigned', { victimId: 'v-1', caseId: 'c-1', orderId: 'o-1' }],
  ['Victim-v-1', 'AssignmentRevoked', { victimId: 'v-1', caseId: 'c-1', orderId: 'o-1' }],
  [
    'Victim-v-1',
    'RestitutionDisbursed',
    {
      ...{ victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-2', amount: '1.00' },
      ...{ paidTo: 'REPRESENTATIVE', representativeId: 'h-1' },
    },
  ],
  [
    'Victim-v-1',
    'PayeeQuestioned',
    { ...law, ...acting, disbursementId: 'p-2', caseId: 'c-1', reason: 'OFFENDER' },
  ],
  ['Victim-v-1', 'IdentityAbsorbed', { victimId: 'v-1', survivorId: 'v-2' }],
  ['Victim-v-1', 'IdentityAbsorbed', { victimId: 'v-1', survivorId: 'v-2', policyVersion: 1 }],
  [
    'Victim-v-1',
    'HistoryTakenOver',
    { victimId: 'v-1', absorbedId: 'v-3', part: 1, lines: [{ kind: 'DEATH', on: '2026-01-02' }] },
  ],
  [
    'Victim-v-1',
    'HistoriesJoined',
    {
      ...{ victimId: 'v-1', absorbedId: 'v-3', parts: 1, greatestLoss: null, epochs: 0, standing: [] },
      ...{ days: {}, policyVersion: 1 },
    },
  ],
  ['Victim-v-1', 'IdentityTakenOver', { victimId: 'v-1', absorbedId: 'v-3', requestIds: ['q-1'] }],
  ['Victim-v-1', 'AssistanceTwiceNoted', { ...law, requestIds: ['q-1', 'q-2'] }],
  ['Victim-v-1', 'RecoveryReported', { ...elsewhere, receivedOn: '2026-02-01' }],
  ['Victim-v-1', 'RecoveryRejected', { ...elsewhere, reason: 'NOT_SHOWN' }],
  ['Victim-v-1', 'RecoveryVerified', { ...elsewhere, claimed: '0.00' }],
  ['Victim-v-1', 'RecoveryWithdrawn', { ...elsewhere, standing: 'VERIFIED', reason: 'PAID_BACK' }],
  [
    'Victim-v-1',
    'LiabilityReduced',
    {
      ...{ ...ref, recoveryId: 'x-1', proceeding: 'FEDERAL', allowed: '9.00', amount: '0.00' },
      ...{ citation: '18 U.S.C. 3664(j)(2)', on: '2026-03-01' },
    },
  ],
  ['Case-c-1', 'ReductionNoted', { ...ref, recoveryId: 'x-1', amount: '0.00' }],
  ['Victim-v-1', 'ReductionReversed', { ...ref, recoveryId: 'x-1', amount: '0.00', on: '2026-03-02' }],
  [
    'Receipt-dcd.2',
    'PaymentReceived',
    {
      ...{ ...receipt, receiptId: 'dcd.2', orderId: null, amount: '90.00', method: 'CHECK' },
      ...{ origin: 'FEDERAL_BENEFIT_OFFSET', benefits: '9001.00' },
    },
  ],
  [
    'Disbursement-n-1',
    'DisbursementsListed',
    {
      ...{ runId: 'n-1', contentHash: 'ab', from: 0 },
      payments: [
        {
          disbursementId: 'p-7',
          victimId: 'v-1',
          caseId: 'c-1',
          amount: '2.00',
          paidTo: 'CRIME_VICTIMS_FUND',
        },
      ],
    },
  ],
  [
    'Disbursement-n-1',
    'DisbursementRunProposed',
    { runId: 'n-1', caseId: null, contentHash: 'ab', payments: 1, amount: '2.00', proposedBy: 'w-1' },
  ],
  ['Disbursement-n-1', 'DisbursementRunApproved', { runId: 'n-1', contentHash: 'ab', approvedBy: 'w-2' }],
  ['Disbursement-n-1', 'DisbursementRunReleased', { runId: 'n-1', payments: 1 }],
  [
    'Victim-v-1',
    'DisbursementWithheld',
    {
      ...{ victimId: 'v-1', caseId: 'c-1', disbursementId: 'p-7', runId: 'n-1' },
      ...{ amount: '2.00', reason: 'NOT_PAYABLE' },
    },
  ],
  ['Disbursement-n-1', 'DisbursementRunCompleted', { runId: 'n-1', made: 0, amount: '0.00', withheld: 1 }],
  ['Case-c-1', 'AppealTaken', { orderId: 'o-1', caseId: 'c-1', defendantId: 'd-1' }],
  ['Case-c-1', 'AppealEnded', { orderId: 'o-1', caseId: 'c-1', defendantId: 'd-1' }],
  ['Reference-disbursement-terms', 'HoldSet', { source: 'dcd', method: 'CARD', days: 90 }],
  [
    'Reference-assessment-ceilings',
    'AssessmentCeilingPublished',
    { offence: 'PRODUCTION', amount: '61.00', source: 'COURT_TABLE' },
  ],
  ['Reference-disbursement-terms', 'PaymentTermsSet', { minimum: '10.00', staleAfterMonths: 14 }],
  ['Account-k-1', 'AccountOpened', { ...account, opening: '5.00', writeOffLimit: '2.00' }],
  ['Statement-s-1', 'StatementRead', { ...statement, ...account, ...read }],
  ['Statement-s-1', 'StatementLinesListed', { ...statement, lines }],
  ['Statement-s-1', 'StatementProved', statement],
  ['Account-k-1', 'StatementRegistered', { ...statement, ...account, ...read }],
  ['Statement-s-1', 'LineSuspended', { ...statement, ...account, ...lines[1], reason: 'PAYOR_UNKNOWN' }],
  ['Statement-s-1', 'LinesMatched', { ...match, rule: 'BY_HAND', evidence: ['AMOUNT_EQUAL', 'SUM_EQUAL'] }],
  ['Claim-BANK.RECEIPT.dcd.1', 'ItemClaimed', { ...match, by: 'BANK', item: match.items[0] }],
  ['Statement-s-1', 'LineReleased', { ...statement, ...account, ...lines[1], matchId: 'm-1' }],
  ['Statement-s-1', 'LinesUnmatched', { ...match, reason: 'WRONG_ITEM' }],
  ['Claim-BANK.RECEIPT.dcd.1', 'ItemReleased', { ...match, by: 'BANK', item: match.items[0] }],
  ['Statement-s-1', 'LineWrittenOff', { ...statement, ...account, ...lines[1], reason: 'BANK_FEE' }],
  ['Statement-s-1', 'StatementSigned', { ...statement, ...signed, as: 'PREPARED' }],
  ['Statement-s-1', 'StatementReopened', { ...statement, ...signed, reason: 'LATE_LINE' }],
  ['Reserve-ledger', 'ConsumerPriceIndexPublished', { year: 2025, series: 'DECEMBER', figure: '320.000' }],
  ['Victim-v-1', 'OverRecoveryClaimed', { ...law, amount: '5.00', previous: '0.00' }],
  [
    'Victim-v-1',
    'RestitutionDisbursed',
    { ...cheque, disbursementId: 'p-7', amount: '9.00', replaces: 'p-1' },
  ],
  ['Victim-v-1', 'InstrumentIssued', { ...cheque, amount: '9.00', instrument: 'CHEQUE', number: '0099' }],
  ['Victim-v-1', 'InstrumentPresented', { ...cheque, ...shown, amount: '9.50', issued: '9.00' }],
  ['Victim-v-1', 'InstrumentQuestioned', { ...cheque, ...shown, ...questioned }],
  ['Victim-v-1', 'PresentationWithdrawn', { ...cheque, ...shown, amount: '9.50' }],
  [
    'Victim-v-1',
    'DisbursementReturned',
    { ...cheque, disbursementId: 'p-7', amount: '9.00', reason: 'VOIDED' },
  ],
  ['Victim-v-1', 'UnclaimedMoneySetAside', { ...cheque, amount: '9.00' }],
  ['Victim-v-1', 'UnclaimedMoneyDeposited', { ...cheque, amount: '9.00' }],
  ['Victim-v-1', 'UnclaimedMoneyWithdrawn', { ...cheque, amount: '4.00', heldBy: 'TREASURY' }],
  [
    'Disbursement-n-2',
    'DisbursementsListed',
    {
      ...{ runId: 'n-2', contentHash: 'cd', from: 0, payments: [] },
      refunds: [{ ...refund, amount: '2.00' }],
    },
  ],
  ['Receipt-dcd.1', 'RefundMade', { ...refund, runId: 'n-2', amount: '2.00', beyondHeld: '0.00' }],
  ['Receipt-dcd.1', 'RefundWithheld', { ...refund, runId: 'n-2', amount: '2.00', reason: 'NOT_HELD' }],
  [
    'Receipt-dcd.1',
    'RefundInstrumentIssued',
    { ...refund, amount: '2.00', instrument: 'CHEQUE', number: '100300' },
  ],
  ['Receipt-dcd.1', 'RefundPresented', { ...refund, ...shown, amount: '2.50', issued: '2.00' }],
  ['Receipt-dcd.1', 'RefundQuestioned', { ...refund, ...shown, ...questioned }],
  ['Receipt-dcd.1', 'RefundPresentationWithdrawn', { ...refund, ...shown, amount: '2.50' }],
  ['Receipt-dcd.1', 'RefundReturned', { ...refund, amount: '2.00', reason: 'VOIDED' }],
  ['Receipt-dcd.1', 'UnclaimedRefundSetAside', { ...refund, amount: '2.00' }],
  ['Receipt-dcd.1', 'UnclaimedRefundDeposited', { ...refund, amount: '2.00' }],
  ['Receipt-dcd.1', 'UnclaimedRefundWithdrawn', { ...refund, amount: '1.00', heldBy: 'TREASURY' }],
  [
    'Victim-v-1',
    'ReinstatementOrdered',
    { victimId: 'v-1', orderIds: ['o-1', 'o-2'], authority: 'OTHER_COURT_ORDER' },
  ],
];

async function logOf(): Promise<MemoryEventStore> {
  const log = new MemoryEventStore();
  const revisions = new Map<string, number>();
  const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  for (const [at, [stream, type, data]] of said.entries()) {
    const causationId = type === 'FullRecoveryReached' || type === 'LiabilitiesTerminated' ? idOf(10) : null;
    const event = {
      id: idOf(at),
      type,
      schemaVersion: 1,
      commandId: 'one',
      causationId,
      actor: 'test',
      data,
    };
    const expected = revisions.get(stream) ?? 'no-stream';
    const { revisions: reached } = await log.append([
      {
        stream,
        expected,
        events: [{ ...event, effectiveOn: `2026-03-${String((at % 28) + 1).padStart(2, '0')}` }],
      },
    ]);
    revisions.set(stream, reached[0]!);
  }
  return log;
}

test('whoever changes what the read models say of an event raises their version, and writes down the new hash', async () => {
  const readModel = SqliteReadModelStore.inMemory(readModels);
  const projector = new Projector({ log: await logOf(), readModel });
  await projector.catchUp();
  expect([readModels.version, projector.stateHash()]).toEqual([
    '30',
    'a662156e3f2d78490bef57df14c78c10c574f245feb98149fa0b9e2344dc7e63',
  ]);
  readModel.close();
});

test('whoever raises it says which tables say something else than before', () => {
  const names = readModels.tables.map(({ name }) => name);
  expect(Object.keys(restated)).toContain(readModels.version);
  expect(names).toEqual(expect.arrayContaining([...(restated[readModels.version] ?? ['?'])]));
});
