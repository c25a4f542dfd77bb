import type { ChequeView } from '../application/views-of-disbursements.ts';
import { plain, type Column } from './columns.ts';

/** What of a payment out stands in a table. */
export const chequeColumns: readonly Column<ChequeView>[] = [
  ...plain<ChequeView>()(
    'disbursementId',
    'victimId',
    'caseId',
    'runId',
    'paidTo',
    'representativeId',
    'amount',
  ),
  ...plain<ChequeView>()('paidOn', 'instrument', 'number', 'issuedOn', 'status', 'staleOn', 'age'),
  ...plain<ChequeView>()('presentedOn', 'presented', 'returnedOn', 'reason', 'replaces', 'replacedBy'),
  ...plain<ChequeView>()('setAsideOn', 'dueToTreasuryOn', 'atTreasuryOn', 'claimedOn'),
  { name: 'questions', cell: ({ questions }) => questions.join(' ') },
];
