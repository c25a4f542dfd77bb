import type { ChequeView } from '../views/disbursements.ts';
import { amounts, days, numbers, texts, within, type ReportTable } from './column.ts';

/** What of a payment out stands in a table. */
export const chequeTable: ReportTable<ChequeView> = {
  title: 'cheques',
  columns: [
    ...texts<ChequeView>('disbursementId', 'victimId', 'refundId', 'receiptId', 'defendantId'),
    ...texts<ChequeView>('caseId', 'runId', 'paidTo', 'representativeId'),
    ...amounts<ChequeView>('amount'),
    ...days<ChequeView>('paidOn'),
    ...texts<ChequeView>('instrument', 'number'),
    ...days<ChequeView>('issuedOn'),
    ...texts<ChequeView>('status'),
    ...days<ChequeView>('staleOn'),
    ...numbers<ChequeView>('age'),
    ...days<ChequeView>('presentedOn'),
    ...amounts<ChequeView>('presented'),
    ...days<ChequeView>('returnedOn'),
    ...texts<ChequeView>('reason', 'replaces', 'replacedBy'),
    ...days<ChequeView>('setAsideOn'),
    ...numbers<ChequeView>('waited'),
    ...days<ChequeView>('dueToTreasuryOn', 'atTreasuryOn', 'claimedOn'),
    within('text', 'questions', ({ questions }) => questions.join(' ')),
  ],
};
