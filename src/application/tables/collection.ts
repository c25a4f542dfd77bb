/** What of interest, of what is late and of assistance stands in a table. */
import type { ArrearsView, InterestView } from '../views/collection.ts';
import type { AssistanceView } from '../views/reserve.ts';
import { amounts, days, flags, numbers, texts, within, type ReportTable } from './column.ts';

export const interestTable: ReportTable<InterestView> = {
  title: 'interest',
  columns: [
    ...texts<InterestView>('orderId', 'debtId', 'caseId', 'defendantId', 'obligation'),
    ...days<InterestView>('judgmentOn'),
    ...amounts<InterestView>('ordered', 'outstanding'),
    ...texts<InterestView>('noInterest'),
    ...days<InterestView>('liableFrom', 'weekEndingOn'),
    ...texts<InterestView>('rate'),
    ...days<InterestView>('until'),
    ...numbers<InterestView>('days'),
    ...amounts<InterestView>('accrued', 'paid', 'owed', 'penalties', 'penaltiesPaid', 'penaltiesOwed'),
    ...days<InterestView>('liabilityEndsOn'),
    ...flags<InterestView>('isEndKnown', 'isExpired'),
  ],
};

export const arrearsTable: ReportTable<ArrearsView> = {
  title: 'arrears',
  columns: [
    ...texts<ArrearsView>('orderId', 'debtId', 'caseId', 'defendantId', 'obligation', 'manner'),
    ...amounts<ArrearsView>('outstanding'),
    ...texts<ArrearsView>('standing'),
    ...amounts<ArrearsView>('overdue'),
    ...days<ArrearsView>('dueOn', 'delinquentOn', 'delinquencyNoticeDueOn', 'defaultOn'),
    ...days<ArrearsView>('defaultNoticeDueOn', 'balanceDueOn'),
    ...amounts<ArrearsView>('delinquencyPenalty', 'defaultPenalty'),
    ...texts<ArrearsView>('delinquencyNotice'),
    ...days<ArrearsView>('delinquencyNoticeGivenOn'),
    ...texts<ArrearsView>('defaultNotice'),
    ...days<ArrearsView>('defaultNoticeGivenOn'),
  ],
};

export const assistanceTable: ReportTable<AssistanceView> = {
  title: 'assistance',
  columns: [
    ...texts<AssistanceView>('requestId', 'victimId', 'status', 'madeTo'),
    ...days<AssistanceView>('requestedOn'),
    within('text', 'orderCaseId', ({ order }) => order?.caseId),
    within('day', 'orderOrderedOn', ({ order }) => order?.orderedOn),
    within('money', 'orderAmount', ({ order }) => order?.amount),
    within('money', 'orderFormulaAmount', ({ order }) => order?.formulaAmount),
    within('money', 'orderDifference', ({ order }) => order?.difference),
    within('money', 'orderCollected', ({ order }) => order?.collected),
    within('flag', 'orderEligible', ({ order }) => order?.eligible),
    within('money', 'orderFeeCeiling', ({ order }) => order?.feeCeiling),
    within('text', 'paymentDisbursementId', ({ payment }) => payment?.disbursementId),
    within('day', 'paymentPaidOn', ({ payment }) => payment?.paidOn),
    ...amounts<AssistanceView>('charged'),
    within('day', 'closedOn', ({ closed }) => closed?.on),
    within('text', 'closedReason', ({ closed }) => closed?.reason),
  ],
};
