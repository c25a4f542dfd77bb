import type { CommandType } from '../../src/domain/commands.ts';
import type { Resolve } from '../../src/requests/csv-ids.ts';
import type { FileReading } from '../../src/requests/file-reading.ts';
import type { CommandReading } from '../../src/requests/read-command-line.ts';
import { readCsvFile } from '../../src/requests/read-files.ts';
import { readRequest } from '../../src/requests/read-request.ts';

/** A valid body for every command, with every field given that is not a list of few. */
export const valid: { readonly [Name in CommandType]: Readonly<Record<string, unknown>> } = {
  RegisterVictim: { victimId: 'v-1', on: '2020-01-02', label: 'Doe' },
  RegisterCase: { caseId: 'c-1', on: '2020-01-02', label: '1:20-cr-00123' },
  RegisterDefendant: { caseId: 'c-1', defendantId: 'd-1', on: '2020-01-02', label: 'D-1' },
  DetermineLoss: {
    victimId: 'v-1',
    caseId: 'c-1',
    category: 'TRAFFICKING',
    amount: '9500.00',
    on: '2020-01-02',
    heads: [
      { head: 'MEDICAL_SERVICES', amount: '9000.00' },
      { head: 'LOST_INCOME', amount: '500.00' },
    ],
    statute: '18 U.S.C. 2259',
    projected: '100.00',
  },
  EnterOrder: {
    orderId: 'o-1',
    caseId: 'c-1',
    defendantId: 'd-1',
    statute: '18 U.S.C. 2259',
    offenceOn: '2019-03-04',
    on: '2020-01-02',
    lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '3000.00' }],
    label: 'ECF 41',
    offences: [{ citation: '18 U.S.C. 2252A(a)(5)' }],
    override: 'JUDGMENT_CONFIRMED',
  },
  MakeOrderFinal: { orderId: 'o-1', caseId: 'c-1', on: '2020-01-02', ground: 'CERT_EXHAUSTED' },
  AmendOrder: {
    orderId: 'o-1',
    caseId: 'c-1',
    on: '2020-01-02',
    lines: [{ victimId: 'v-1', track: 'TRAFFICKING', amount: '3500.00' }],
    authority: '3664(k)',
    override: 'APPELLATE_MANDATE',
  },
  VacateOrder: { orderId: 'o-1', caseId: 'c-1', on: '2020-01-02' },
  MakeOrdersJoint: {
    caseId: 'c-1',
    orders: [{ orderId: 'o-1' }, { orderId: 'o-2' }],
    crediting: 'PER_JUDGMENT',
    on: '2020-01-02',
  },
  DeclineRestitution: {
    caseId: 'c-1',
    defendantId: 'd-1',
    victimId: 'v-1',
    statute: '18 U.S.C. 3663A',
    ground: 'TOO_COMPLEX',
    on: '2020-01-02',
  },
  DeferFinding: {
    caseId: 'c-1',
    defendantId: 'd-1',
    victimId: 'v-1',
    sentencedOn: '2020-01-02',
    finalOn: '2020-04-01',
    on: '2020-01-02',
  },
  PetitionLaterLosses: {
    orderId: 'o-1',
    caseId: 'c-1',
    victimId: 'v-1',
    discoveredOn: '2020-01-02',
    on: '2020-02-02',
    goodCause: 'SHOWN',
  },
  ImposeDebt: {
    debtId: 'b-1',
    caseId: 'c-1',
    defendantId: 'd-1',
    kind: 'COMMUNITY_RESTITUTION',
    amount: '100.00',
    offenceOn: '2019-03-04',
    on: '2020-01-02',
    greatestFine: '5000.00',
    assessedOffence: 'POSSESSION',
    adjustedCeiling: '17000.00',
  },
  RemitDebt: { debtId: 'b-1', caseId: 'c-1', amount: '60.00', on: '2020-01-02' },
  VacateDebt: { debtId: 'b-1', caseId: 'c-1', on: '2020-01-02' },
  SetOrderOfPayment: {
    caseId: 'c-1',
    defendantId: 'd-1',
    obligations: [{ obligation: 'FINE' }],
    on: '2020-01-02',
  },
  SetInterestTerms: {
    ...{ caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', terms: 'CIVIL' },
    ...{ limit: '500.00', endsOn: '2030-01-02', on: '2020-01-02' },
  },
  SetPaymentSchedule: {
    ...{ caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', manner: 'INSTALMENTS' },
    ...{ firstOn: '2020-02-01', amount: '100.00', every: 'MONTH', on: '2020-01-02' },
  },
  RecordRelease: { caseId: 'c-1', defendantId: 'd-1', on: '2020-01-02' },
  RecordNoImprisonment: { caseId: 'c-1', defendantId: 'd-1', on: '2020-01-02' },
  RecordDeath: { caseId: 'c-1', defendantId: 'd-1', on: '2020-01-02' },
  WaiveInterest: { caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', amount: '25.00', on: '2020-01-02' },
  WaivePenalty: { caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', amount: '25.00', on: '2020-01-02' },
  RecordNotice: {
    ...{ caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', notice: 'RECEIPT' },
    ...{ source: 'dcd', reference: '2026-00017', on: '2020-01-02' },
  },
  ExpireLiability: { caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', on: '2040-01-02' },
  UndoExpiry: { caseId: 'c-1', orderId: 'o-1', debtId: 'b-1', on: '2040-01-02' },
  RecordTreasuryYield: { weekEndingOn: '2020-01-03', rate: '1.56', source: 'H15' },
  RecordAssessmentCeiling: {
    ...{ assessedOffence: 'PRODUCTION', amount: '61000.00', ceilingSource: 'COURT_TABLE', on: '2020-01-02' },
  },
  RecordPayment: {
    source: 'dcd',
    reference: '2026-00017',
    caseId: 'c-1',
    defendantId: 'd-1',
    amount: '100.00',
    on: '2020-01-02',
    orderId: 'o-1',
    method: 'CHECK',
    origin: 'FEDERAL_BENEFIT_OFFSET',
    benefits: '12000.00',
  },
  RecordPaymentReturn: { source: 'dcd', reference: '2026-00017', reason: 'NSF', on: '2020-01-02' },
  RecordClearance: { source: 'dcd', reference: '2026-00017', ground: 'HOLD_OVER', on: '2020-01-02' },
  RecordDisbursement: {
    victimId: 'v-1',
    disbursementId: 'p-1',
    caseId: 'c-1',
    amount: '100.00',
    on: '2020-01-02',
    paidTo: 'REPRESENTATIVE',
    representativeId: 'h-1',
    replaces: 'p-2',
  },
  RecordDisbursementReturn: { victimId: 'v-1', disbursementId: 'p-1', reason: 'STALE', on: '2020-01-02' },
  RecordRefund: {
    ...{ source: 'dcd', reference: '2026-00017', refundId: 'f-2', amount: '5.00', on: '2020-01-02' },
    replaces: 'f-1',
  },
  RecordRefundReturn: {
    ...{ source: 'dcd', reference: '2026-00017', refundId: 'f-1', reason: 'STALE', on: '2020-01-02' },
  },
  RecordRefundInstrument: {
    ...{ source: 'dcd', reference: '2026-00017', refundId: 'f-1' },
    ...{ instrument: 'CHEQUE', number: '100187', on: '2020-01-02' },
  },
  RecordRefundPresentation: {
    ...{ source: 'dcd', reference: '2026-00017', refundId: 'f-1' },
    ...{ statementId: 's-1', line: '1', on: '2020-01-02' },
  },
  DepositUnclaimedRefund: {
    ...{ source: 'dcd', reference: '2026-00017', refundId: 'f-1', place: 'TREASURY', on: '2020-01-02' },
  },
  WithdrawUnclaimedRefund: {
    ...{ source: 'dcd', reference: '2026-00017', refundId: 'f-1', on: '2020-01-02' },
  },
  RecordAppeal: { orderId: 'o-1', caseId: 'c-1', on: '2020-01-02' },
  RecordAppealEnd: { orderId: 'o-1', caseId: 'c-1', on: '2020-01-02' },
  SetHold: { days: '120', on: '2020-01-02', source: 'dcd', method: 'CARD' },
  SetPaymentTerms: { minimum: '10.00', staleAfterMonths: '6', on: '2020-01-02' },
  ProposeDisbursementRun: {
    ...{ runId: 'n-1', proposedBy: 'w-1', on: '2020-01-02', caseId: 'c-1', purpose: 'REFUNDS' },
  },
  ApproveDisbursementRun: { runId: 'n-1', contentHash: 'ab'.repeat(32), approvedBy: 'w-2', on: '2020-01-02' },
  ReleaseDisbursementRun: { runId: 'n-1', on: '2020-01-02', firstNumber: '100231', instrument: 'ACH' },
  RecordInstrument: {
    ...{ victimId: 'v-1', disbursementId: 'p-1', instrument: 'CHEQUE', number: '100231', on: '2020-01-02' },
  },
  RecordPresentation: {
    ...{ victimId: 'v-1', disbursementId: 'p-1', statementId: 's-1', line: '7', on: '2020-01-02' },
  },
  DepositUnclaimed: { victimId: 'v-1', disbursementId: 'p-1', place: 'TREASURY', on: '2020-01-02' },
  WithdrawUnclaimed: { victimId: 'v-1', disbursementId: 'p-1', on: '2020-01-02' },
  AssumeRights: {
    ...{ victimId: 'v-1', representativeId: 'h-1', capacity: 'LEGAL_GUARDIAN', on: '2020-01-02' },
    ...{ until: '2024-05-06', defendantId: 'd-1', caseId: 'c-1', label: 'Roe' },
  },
  EndRepresentation: { victimId: 'v-1', representativeId: 'h-1', on: '2020-01-02' },
  RecordAbuseConviction: { victimId: 'v-1', representativeId: 'h-1', on: '2020-01-02' },
  RecordVictimDeath: { victimId: 'v-1', on: '2020-01-02' },
  RecordSuccession: {
    victimId: 'v-1',
    heirs: [{ representativeId: 'h-1', defendantId: 'd-1', caseId: 'c-1' }],
    on: '2020-01-02',
    source: 'DIRECTED_BY_COURT',
  },
  AssignInterest: { victimId: 'v-1', on: '2020-01-02', caseId: 'c-1', orderId: 'o-1' },
  RevokeAssignment: { victimId: 'v-1', on: '2020-01-02', caseId: 'c-1', orderId: 'o-1' },
  RecordSameVictim: { victimId: 'v-1', survivorId: 'v-2', on: '2020-01-02' },
  RecordReserveDeposit: { depositId: 'r-1', source: 'GIFT', amount: '100.00', on: '2020-01-02' },
  RequestAssistance: { requestId: 'q-1', victimId: 'v-1', on: '2020-01-02', madeTo: 'COURT' },
  OrderAssistance: {
    requestId: 'q-1',
    victimId: 'v-1',
    caseId: 'c-1',
    amount: '36504.55',
    on: '2020-01-02',
  },
  PayAssistance: { requestId: 'q-1', disbursementId: 'p-1', on: '2020-01-02', representativeId: 'h-1' },
  RecordAssistanceReturn: { requestId: 'q-1', disbursementId: 'p-1', reason: 'STALE', on: '2020-01-02' },
  RecordAttorneyFee: { requestId: 'q-1', feeId: 'g-1', fees: '70.00', costs: '3.00', on: '2020-01-02' },
  CloseAssistanceRequest: { requestId: 'q-1', reason: 'WITHDRAWN', on: '2020-01-02' },
  RecordConsumerPriceIndex: { year: '2016', series: 'DECEMBER', figure: '241.432', on: '2020-01-02' },
  OpenAccount: {
    accountId: 'k-1',
    kind: 'REPORT',
    purpose: 'RESTITUTION',
    opening: '0.00',
    writeOffLimit: '5.00',
    source: 'dcd',
    on: '2020-01-02',
    label: 'Receipts of the clerk',
  },
  TakeInStatement: {
    accountId: 'k-1',
    format: 'CSV',
    fileHash: '9f'.repeat(32),
    from: '2020-01-01',
    to: '2020-01-31',
    lines: [{ on: '2020-01-02', direction: 'OUT', amount: '1.00', kind: 'FEE' }],
    opening: '-3.00',
    closing: '-4.00',
  },
  MatchLines: {
    statementId: 's-1',
    matchId: 'm-1',
    lines: [{ line: '1' }],
    items: [{ kind: 'RECEIPT', id: 'dcd.2020-1' }],
    on: '2020-02-01',
    residualReason: 'BANK_FEE',
  },
  UnmatchLines: { statementId: 's-1', matchId: 'm-1', reason: 'WRONG_ITEM', on: '2020-02-01' },
  SuspendLine: { statementId: 's-1', line: '1', on: '2020-02-01', reason: 'NOTHING_FITS' },
  WriteOffLine: { statementId: 's-1', line: '1', reason: 'BANK_FEE', signatoryId: 'w-1', on: '2020-02-01' },
  SignStatement: {
    statementId: 's-1',
    as: 'PREPARED',
    signatoryId: 'w-1',
    contentHash: '9f'.repeat(32),
    on: '2020-02-01',
  },
  ReopenStatement: { statementId: 's-1', reason: 'LATE_LINE', signatoryId: 'w-1', on: '2020-02-01' },
  SignMonth: {
    ...{ month: '2020-01', as: 'APPROVED', signatoryId: 'w-1' },
    ...{ contentHash: '9f'.repeat(32), on: '2020-02-01' },
  },
  ReopenMonth: { month: '2020-01', reason: 'LATE_FACT', signatoryId: 'w-1', on: '2020-02-01' },
  ReportRecovery: {
    ...{ victimId: 'v-1', recoveryId: 'x-1', source: 'STATE_RESTITUTION', category: 'PRODUCTION' },
    ...{ amount: '40.00', receivedOn: '2020-01-01', on: '2020-01-02' },
  },
  VerifyRecovery: { victimId: 'v-1', recoveryId: 'x-1', amount: '30.00', on: '2020-01-02' },
  RejectRecovery: { victimId: 'v-1', recoveryId: 'x-1', reason: 'OTHER_LOSSES', on: '2020-01-02' },
  WithdrawRecovery: { victimId: 'v-1', recoveryId: 'x-1', reason: 'PAID_BACK', on: '2020-01-02' },
  ReduceLiability: {
    ...{ orderId: 'o-1', caseId: 'c-1', victimId: 'v-1', recoveryId: 'x-1' },
    ...{ proceeding: 'STATE', amount: '40.00', on: '2020-01-02' },
  },
  ReverseReduction: { orderId: 'o-1', caseId: 'c-1', victimId: 'v-1', recoveryId: 'x-1', on: '2020-01-02' },
  OrderReinstatement: {
    ...{ victimId: 'v-1', orders: [{ orderId: 'o-1' }] },
    ...{ authority: 'OTHER_COURT_ORDER', on: '2020-01-02' },
  },
  ReviewLiabilities: { victimId: 'v-1', on: '2020-01-02' },
  SetPolicy: { policy: 'P-07', value: 'ACCEPT_WHOLE', on: '2020-01-02' },
};

/** The complaints about a valid body in which some fields are others, as pointer and rule; none where it is read. */
export function complaintsAbout(
  name: CommandType,
  changes: Readonly<Record<string, unknown>>,
): readonly string[] {
  return told(readRequest(name, { ...valid[name], ...changes }));
}

/** Complaints as `pointer rule`. */
export function told(reading: CommandReading): readonly string[] {
  return reading.ok ? [] : reading.complaints.map(({ pointer, rule }) => `${pointer} ${rule}`);
}

/** A directory that knows these labels, and for each its id. */
export function directory(known: Readonly<Record<string, string>> = {}): Resolve {
  return (_kind, text) => known[text];
}

/** What a file of CSV gives: each line with its command, or with its complaints. */
export async function readLines(
  lines: readonly string[],
  resolve: Resolve = directory(),
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { line, commandIndex, result } of await readings(lines, resolve)) {
    const what = result.ok ? `${result.command.type} ${commandIndex}` : told(result).join(', ');
    found.push(`${line}: ${what}`);
  }
  return found;
}

/** Everything that a file of CSV gives. */
export async function readings(
  lines: readonly string[],
  resolve: Resolve = directory(),
): Promise<readonly FileReading[]> {
  const found: FileReading[] = [];
  for await (const read of readCsvFile([Buffer.from(lines.join('\n'))], resolve)) found.push(read);
  return found;
}
