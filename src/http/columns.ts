/** What of a row stands in a table, column by column; names are those of the JSON, joined where one stands in another. */
import type { AssistanceView } from '../application/views-of-reserve.ts';
import type { EntryView, LiabilityView, TimelineView, VictimSummary } from '../application/views.ts';
import type { DebtView } from '../application/views-of-debts.ts';
import type { ArrearsView, InterestView } from '../application/views-of-collection.ts';
import type { DeadlineView, ReviewView } from '../application/views-of-law.ts';

/** What stands in a cell; null is empty. */
export type Cell = string | number | boolean | null;

/** One column of a table. */
export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

export const victimColumns: readonly Column<VictimSummary>[] = [
  ...plain<VictimSummary>()(
    'victimId',
    'greatestLoss',
    'received',
    'recovered',
    'headroom',
    'credited',
    'interest',
    'disbursed',
    'held',
    'paidBeyondHeld',
    'assisted',
    'elsewhere',
    'overRecovery',
    'overRecoveryClaimed',
  ),
  { name: 'madeWholeOn', cell: ({ madeWhole }) => madeWhole?.on ?? null },
  { name: 'madeWholeEpoch', cell: ({ madeWhole }) => madeWhole?.epoch ?? null },
  { name: 'madeWholeByReceipt', cell: ({ madeWhole }) => madeWhole?.byReceipt ?? null },
  { name: 'madeWholeCause', cell: ({ madeWhole }) => madeWhole?.cause?.type ?? null },
  { name: 'isReviewDue', cell: ({ isReviewDue }) => isReviewDue },
];

export const liabilityColumns: readonly Column<LiabilityView>[] = [
  ...plain<LiabilityView>()('orderId', 'victimId', 'caseId', 'defendantId', 'track', 'ordered', 'paid'),
  ...plain<LiabilityView>()(
    'reduced',
    'terminated',
    'vacated',
    'overpaid',
    'relieved',
    'outstanding',
    'isFinal',
    'status',
  ),
  { name: 'endingOn', cell: ({ ending }) => ending?.on ?? null },
  { name: 'endingCitation', cell: ({ ending }) => ending?.citation ?? null },
  { name: 'endingEpoch', cell: ({ ending }) => ending?.epoch ?? null },
  { name: 'endingPosition', cell: ({ ending }) => ending?.position ?? null },
  { name: 'endingByReceipt', cell: ({ ending }) => ending?.byReceipt ?? null },
  { name: 'endingCause', cell: ({ ending }) => ending?.cause?.type ?? null },
  { name: 'endingCauseId', cell: ({ ending }) => ending?.cause?.id ?? null },
];

export const debtColumns: readonly Column<DebtView>[] = [
  ...plain<DebtView>()('debtId', 'caseId', 'defendantId', 'kind', 'imposedOn', 'imposed', 'paid'),
  ...plain<DebtView>()('remitted', 'vacated', 'lapsed', 'outstanding'),
  { name: 'paidToCrimeVictimAssistance', cell: ({ paidTo }) => paidTo?.CRIME_VICTIM_ASSISTANCE ?? null },
  {
    name: 'paidToSubstanceAbuseBlockGrant',
    cell: ({ paidTo }) => paidTo?.SUBSTANCE_ABUSE_BLOCK_GRANT ?? null,
  },
  { name: 'endingOn', cell: ({ ending }) => ending?.on ?? null },
  { name: 'endingCitation', cell: ({ ending }) => ending?.citation ?? null },
];

export const interestColumns: readonly Column<InterestView>[] = [
  ...plain<InterestView>()(
    'orderId',
    'debtId',
    'caseId',
    'defendantId',
    'obligation',
    'judgmentOn',
    'ordered',
  ),
  ...plain<InterestView>()(
    'outstanding',
    'noInterest',
    'liableFrom',
    'weekEndingOn',
    'rate',
    'until',
    'days',
  ),
  ...plain<InterestView>()('accrued', 'paid', 'owed', 'penalties', 'penaltiesPaid', 'penaltiesOwed'),
  ...plain<InterestView>()('liabilityEndsOn', 'isEndKnown', 'isExpired'),
];

export const arrearsColumns: readonly Column<ArrearsView>[] = [
  ...plain<ArrearsView>()(
    'orderId',
    'debtId',
    'caseId',
    'defendantId',
    'obligation',
    'manner',
    'outstanding',
  ),
  ...plain<ArrearsView>()(
    'standing',
    'overdue',
    'dueOn',
    'delinquentOn',
    'delinquencyNoticeDueOn',
    'defaultOn',
  ),
  ...plain<ArrearsView>()('defaultNoticeDueOn', 'balanceDueOn', 'delinquencyPenalty', 'defaultPenalty'),
  ...plain<ArrearsView>()(
    'delinquencyNotice',
    'delinquencyNoticeGivenOn',
    'defaultNotice',
    'defaultNoticeGivenOn',
  ),
];

export const entryColumns: readonly Column<EntryView>[] = [
  ...plain<EntryView>()('position', 'effectiveOn', 'recordedAt', 'debit', 'credit', 'amount'),
  ...plain<EntryView>()('caseId', 'victimId', 'defendantId', 'orderId', 'receiptId'),
];

export const timelineColumns: readonly Column<TimelineView>[] = [
  ...plain<TimelineView>()('position', 'type', 'effectiveOn', 'recordedAt', 'amount'),
  ...plain<TimelineView>()('caseId', 'victimId', 'defendantId', 'orderId', 'receiptId'),
];

export const reviewColumns: readonly Column<ReviewView>[] = [
  ...plain<ReviewView>()('position', 'effectiveOn', 'reason', 'citation', 'authority', 'amount'),
  ...plain<ReviewView>()('caseId', 'orderId', 'debtId', 'victimId', 'defendantId', 'representativeId'),
];

export const deadlineColumns: readonly Column<DeadlineView>[] = [
  ...plain<DeadlineView>()('position', 'kind', 'startedOn', 'dueOn', 'on', 'metOn', 'status'),
  ...plain<DeadlineView>()('caseId', 'orderId', 'victimId', 'defendantId', 'representativeId'),
];

export const assistanceColumns: readonly Column<AssistanceView>[] = [
  ...plain<AssistanceView>()('requestId', 'victimId', 'status', 'madeTo', 'requestedOn'),
  { name: 'orderCaseId', cell: ({ order }) => order?.caseId ?? null },
  { name: 'orderOrderedOn', cell: ({ order }) => order?.orderedOn ?? null },
  { name: 'orderAmount', cell: ({ order }) => order?.amount ?? null },
  { name: 'orderFormulaAmount', cell: ({ order }) => order?.formulaAmount ?? null },
  { name: 'orderDifference', cell: ({ order }) => order?.difference ?? null },
  { name: 'orderCollected', cell: ({ order }) => order?.collected ?? null },
  { name: 'orderEligible', cell: ({ order }) => order?.eligible ?? null },
  { name: 'orderFeeCeiling', cell: ({ order }) => order?.feeCeiling ?? null },
  { name: 'paymentDisbursementId', cell: ({ payment }) => payment?.disbursementId ?? null },
  { name: 'paymentPaidOn', cell: ({ payment }) => payment?.paidOn ?? null },
  ...plain<AssistanceView>()('charged'),
  { name: 'closedOn', cell: ({ closed }) => closed?.on ?? null },
  { name: 'closedReason', cell: ({ closed }) => closed?.reason ?? null },
];

/** Fields that are cells as they stand. */
/** Columns that hold what the row holds under the same name. */
export function plain<Row extends object>() {
  return (...names: readonly CellsOf<Row>[]): readonly Column<Row>[] =>
    names.map((name) => ({ name, cell: (row) => row[name] as Cell }));
}

type CellsOf<Row> = { [Name in keyof Row]: Row[Name] extends Cell ? Name : never }[keyof Row] & string;
