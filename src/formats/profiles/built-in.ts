import type { BankLineKind } from '../bank-line.ts';
import type { Meaning, Profile, ProfileColumn } from './profile.ts';

const must = (means: Meaning, ...headers: readonly string[]): ProfileColumn => ({
  headers,
  means,
  optional: false,
});
const may = (means: Meaning, ...headers: readonly string[]): ProfileColumn => ({
  headers,
  means,
  optional: true,
});

/** How offices in the United States write tables. */
const american = {
  version: 1,
  encoding: 'UTF-8',
  separator: ',',
  skipLines: 0,
  dates: ['M/D/YYYY', 'YYYY-MM-DD'],
  amounts: {
    decimal: '.',
    thousands: ',',
    sign: '$',
    negatives: ['MINUS_BEFORE', 'MINUS_AFTER', 'PARENTHESES', 'CR_DR'],
  },
  flags: { yes: ['Y', 'YES', 'X', 'TRUE', '1'], no: ['N', 'NO', 'FALSE', '0'] },
  currency: 'USD',
} as const satisfies Partial<Profile>;

const receipts: Profile = {
  ...american,
  profile: 'clerk-receipts',
  title:
    'Receipts as a clerk of court exports them: one row a receipt, voids and dishonored checks among them.',
  columns: [
    must('receipt', 'Receipt Number', 'Receipt', 'Receipt No'),
    must('bookedOn', 'Receipt Date', 'Date Received'),
    must('case', 'Case Number', 'Case', 'Docket Number'),
    must('amount', 'Amount', 'Gross Amount', 'Receipt Amount'),
    may('valuedOn', 'Post Date'),
    may('defendant', 'Party Number', 'Defendant Number', 'Party'),
    may('partyName', 'Payer', 'Payor', 'Defendant', 'Party Name'),
    may('batch', 'Batch', 'Till'),
    may('kind', 'Tender Type', 'Transaction Type'),
    may('checkSerial', 'Check Number'),
    may('trace', 'Trace Number'),
    may('voided', 'Void', 'Voided'),
    may('originalReceipt', 'Void Of', 'Voids Receipt', 'Original Receipt'),
    may('returned', 'NSF', 'Dishonored'),
    may('voucher', 'Deposit Number', 'Voucher Number'),
    may('remittance', 'Comment', 'Memo'),
  ],
  sides: { positive: 'CREDIT', credit: [], debit: [] },
  kinds: {
    words: { NSF: 'RETURN', VOID: 'VOID', REVERSAL: 'REVERSAL', ADJUSTMENT: 'ADJUSTMENT', OFFSET: 'OFFSET' },
  },
  totals: { word: 'TOTAL', in: 'receipt', isRequired: false },
};

const disbursed = 'DISBURSEMENT' satisfies BankLineKind;

const disbursements: Profile = {
  ...american,
  profile: 'disbursement-report',
  title: 'Checks and transfers that an office has sent to payees, with what has become of them.',
  columns: [
    must('payment', 'Payment Number', 'Disbursement Number'),
    must('bookedOn', 'Issue Date', 'Payment Date'),
    must('amount', 'Amount', 'Payment Amount'),
    may('checkSerial', 'Check Number'),
    may('trace', 'Trace Number'),
    may('case', 'Case Number', 'Docket Number'),
    may('customer', 'Payee Number', 'Payee ID', 'Vendor Number'),
    may('partyName', 'Payee', 'Payee Name'),
    may('kind', 'Status'),
    may('valuedOn', 'Cleared Date', 'Status Date'),
    may('voided', 'Void', 'Voided'),
    may('reason', 'Return Reason', 'Reason'),
    may('voucher', 'Schedule Number', 'Voucher Number'),
    may('remittance', 'Comment', 'Memo'),
  ],
  sides: { positive: 'DEBIT', credit: [], debit: [] },
  kinds: {
    otherwise: disbursed,
    words: {
      ISSUED: disbursed,
      OUTSTANDING: disbursed,
      CLEARED: 'CHECK_PRESENTED',
      PAID: 'CHECK_PRESENTED',
      VOID: 'VOID',
      STALE: 'VOID',
      STOPPED: 'VOID',
      RETURNED: 'RETURN',
    },
  },
  totals: { word: 'TOTAL', in: 'payment', isRequired: false },
};

const offsets: Profile = {
  ...american,
  profile: 'offset-report',
  title:
    'Payments from prison accounts (Bureau of Prisons) and offsets of federal payments (Treasury), with their reversals.',
  columns: [
    must('trace', 'Trace Number', 'Offset Trace Number', 'Reference Number'),
    must('bookedOn', 'Offset Date', 'Payment Date'),
    must('amount', 'Amount', 'Offset Amount', 'Payment Amount'),
    must('kind', 'Payment Type', 'Transaction Type'),
    may('defendant', 'Register Number', 'Debtor Number', 'Debt Number'),
    may('case', 'Case Number', 'Docket Number'),
    may('partyName', 'Inmate Name', 'Debtor Name', 'Name'),
    may('originalTrace', 'Original Trace Number', 'Reversal Of'),
    may('valuedOn', 'Effective Date'),
    may('reason', 'Reason', 'Reversal Reason'),
    may('voucher', 'Voucher Number', 'Schedule Number'),
    may('remittance', 'Comment', 'Institution'),
  ],
  sides: { positive: 'CREDIT', credit: [], debit: [] },
  kinds: {
    otherwise: 'OFFSET',
    words: {
      OFFSET: 'OFFSET',
      TOP: 'OFFSET',
      TREASURY: 'OFFSET',
      IFRP: 'DEPOSIT',
      BOP: 'DEPOSIT',
      REVERSAL: 'REVERSAL',
      REFUND: 'REVERSAL',
      FEE: 'FEE',
    },
  },
  totals: { word: 'TOTAL', in: 'trace', isRequired: true },
};

/** The profiles that need not be written down; others come from a file. */
export const builtInProfiles: readonly Profile[] = [receipts, disbursements, offsets];
