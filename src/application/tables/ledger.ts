/** What of a row stands in a table, column by column, whichever file or reply it is written to. */
import type {
  EntryView,
  LiabilityView,
  TimelineView,
  TrialBalanceView,
  VictimSummary,
} from '../views/ledger.ts';
import type { DebtView } from '../views/debts.ts';
import type { DeadlineView, ReviewView } from '../views/law.ts';
import type { ReceiptRow } from '../views/receipts.ts';
import { amounts, days, flags, instants, numbers, texts, within, type ReportTable } from './column.ts';

export const victimTable: ReportTable<VictimSummary> = {
  title: 'victims',
  columns: [
    ...texts<VictimSummary>('victimId'),
    ...amounts<VictimSummary>('greatestLoss', 'received', 'recovered', 'headroom', 'credited', 'interest'),
    ...amounts<VictimSummary>(
      'disbursed',
      'held',
      'paidBeyondHeld',
      'assisted',
      'elsewhere',
      'interestCounted',
    ),
    ...amounts<VictimSummary>('overRecovery', 'overRecoveryClaimed'),
    within('day', 'madeWholeOn', ({ madeWhole }) => madeWhole?.on),
    within('number', 'madeWholeEpoch', ({ madeWhole }) => madeWhole?.epoch),
    within('text', 'madeWholeByReceipt', ({ madeWhole }) => madeWhole?.byReceipt),
    within('text', 'madeWholeCause', ({ madeWhole }) => madeWhole?.cause?.type),
    ...flags<VictimSummary>('isReviewDue'),
  ],
};

export const liabilityTable: ReportTable<LiabilityView> = {
  title: 'liabilities',
  columns: [
    ...texts<LiabilityView>('orderId', 'victimId', 'caseId', 'defendantId', 'track'),
    ...amounts<LiabilityView>('ordered', 'paid', 'reduced', 'terminated', 'vacated', 'overpaid', 'relieved'),
    ...amounts<LiabilityView>('outstanding'),
    ...flags<LiabilityView>('isFinal'),
    ...texts<LiabilityView>('status'),
    within('day', 'endingOn', ({ ending }) => ending?.on),
    within('text', 'endingCitation', ({ ending }) => ending?.citation),
    within('number', 'endingEpoch', ({ ending }) => ending?.epoch),
    within('number', 'endingPosition', ({ ending }) => ending?.position),
    within('text', 'endingByReceipt', ({ ending }) => ending?.byReceipt),
    within('text', 'endingCause', ({ ending }) => ending?.cause?.type),
    within('text', 'endingCauseId', ({ ending }) => ending?.cause?.id),
    ...days<LiabilityView>('imposedOn'),
  ],
};

export const receiptTable: ReportTable<ReceiptRow> = {
  title: 'receipts',
  columns: [
    ...texts<ReceiptRow>('receiptId', 'caseId', 'defendantId', 'orderId', 'method', 'origin'),
    ...days<ReceiptRow>('receivedOn'),
    ...amounts<ReceiptRow>('amount', 'applied', 'excess', 'refunded', 'settling'),
    ...days<ReceiptRow>('returnedOn', 'clearedOn'),
    ...texts<ReceiptRow>('status'),
  ],
};

export const debtTable: ReportTable<DebtView> = {
  title: 'debts',
  columns: [
    ...texts<DebtView>('debtId', 'caseId', 'defendantId', 'kind'),
    ...days<DebtView>('imposedOn'),
    ...amounts<DebtView>('imposed', 'paid', 'remitted', 'vacated', 'lapsed', 'outstanding'),
    within('money', 'paidToCrimeVictimAssistance', ({ paidTo }) => paidTo?.CRIME_VICTIM_ASSISTANCE),
    within('money', 'paidToSubstanceAbuseBlockGrant', ({ paidTo }) => paidTo?.SUBSTANCE_ABUSE_BLOCK_GRANT),
    within('day', 'endingOn', ({ ending }) => ending?.on),
    within('text', 'endingCitation', ({ ending }) => ending?.citation),
  ],
};

export const entryTable: ReportTable<EntryView> = {
  title: 'journal',
  columns: [
    ...numbers<EntryView>('position'),
    ...days<EntryView>('effectiveOn'),
    ...instants<EntryView>('recordedAt'),
    ...texts<EntryView>('debit', 'credit'),
    ...amounts<EntryView>('amount'),
    ...texts<EntryView>('caseId', 'victimId', 'defendantId', 'orderId', 'receiptId'),
  ],
};

export const timelineTable: ReportTable<TimelineView> = {
  title: 'timeline',
  columns: [
    ...numbers<TimelineView>('position'),
    ...texts<TimelineView>('type'),
    ...days<TimelineView>('effectiveOn'),
    ...instants<TimelineView>('recordedAt'),
    ...amounts<TimelineView>('amount'),
    ...texts<TimelineView>('caseId', 'victimId', 'defendantId', 'orderId', 'receiptId'),
  ],
};

/** What stands in one account. */
type AccountBalance = TrialBalanceView['accounts'][number];

export const balanceTable: ReportTable<AccountBalance> = {
  title: 'trial balance',
  columns: [...texts<AccountBalance>('account'), ...amounts<AccountBalance>('debit', 'credit', 'balance')],
};

export const reviewTable: ReportTable<ReviewView> = {
  title: 'reviews',
  columns: [
    ...numbers<ReviewView>('position'),
    ...days<ReviewView>('effectiveOn'),
    ...texts<ReviewView>('reason', 'citation', 'authority'),
    ...amounts<ReviewView>('amount'),
    ...texts<ReviewView>('caseId', 'orderId', 'debtId', 'victimId', 'defendantId', 'representativeId'),
  ],
};

export const deadlineTable: ReportTable<DeadlineView> = {
  title: 'deadlines',
  columns: [
    ...numbers<DeadlineView>('position'),
    ...texts<DeadlineView>('kind'),
    ...days<DeadlineView>('startedOn', 'dueOn', 'on', 'metOn'),
    ...texts<DeadlineView>('status', 'caseId', 'orderId', 'victimId', 'defendantId', 'representativeId'),
  ],
};
