import { take } from './csv-cells.ts';
import type { CsvLayout } from './csv-layout.ts';

/** Payments: one row a receipt. It registers nobody: a payment for an unknown defendant is a question for a person. */
export const paymentsLayout: CsvLayout = {
  name: 'payments',
  summary: 'Good funds came in from a defendant.',
  columns: ['source', 'reference', 'case', 'defendant', 'order', 'amount', 'received_on', 'method'],
  optionalColumns: ['origin', 'benefits'],
  draft: (rows) => rows.map((row) => ({ name: 'RecordPayment', line: row.line, draft: take(row, payment) })),
};

const payment = {
  source: 'source',
  reference: 'reference',
  caseId: 'case',
  defendantId: 'defendant',
  orderId: 'order',
  amount: 'amount',
  on: 'received_on',
  method: 'method',
  origin: 'origin',
  benefits: 'benefits',
};
