import { amountText, centsOf } from '../cents.ts';
import { csvLine } from '../csv-cell.ts';
import { faultAt, type Fault } from '../fault.ts';
import { recordTable } from '../fixed-width/record-table.ts';
import { record, written, type Written } from '../written.ts';

/** A check that was issued, or voided, as a bank is told so that it pays no other. */
export interface IssuedCheck {
  /** The account that it is drawn on. */
  readonly account: string;
  readonly checkSerial: string;
  readonly amount: string;
  readonly issuedOn: string;
  readonly payee: string;
  readonly isVoid: boolean;
}

/** One check, 94 characters. */
export const positivePayCheck = recordTable(94, {
  account: { from: 1, length: 17, kind: 'digits' },
  checkSerial: { from: 18, length: 10, kind: 'digits' },
  amount: { from: 28, length: 12, kind: 'cents' },
  /** `20260302`. */
  issuedOn: { from: 40, length: 8, kind: 'digits' },
  /** `I` or `V`. */
  standing: { from: 48, length: 1, kind: 'text' },
  payee: { from: 49, length: 46, kind: 'text', cut: true },
});

/** What the checks come to: the last record. */
export const positivePayTrailer = recordTable(94, {
  type: { from: 1, length: 1, kind: 'text' },
  count: { from: 18, length: 10, kind: 'digits' },
  amount: { from: 28, length: 12, kind: 'cents' },
});

/**
 * A positive-pay issue file: as CSV with a header, or in records of 94 characters with a trailer of count and amount. There is no
 * standard for either, so a bank must have been told of this layout.
 */
export function writePositivePay(checks: readonly IssuedCheck[], form: 'CSV' | 'FIXED'): Written {
  return written(() => (form === 'CSV' ? rowsOf(checks) : recordsOf(checks)));
}

const columns = ['account', 'check_number', 'amount', 'issue_date', 'payee', 'status'];

function* rowsOf(checks: readonly IssuedCheck[]): Generator<string | Fault> {
  yield csvLine(columns);
  for (const [at, check] of checks.entries()) {
    yield* recordOf(check, at + 1, 'faults alone');
    const { account, checkSerial, amount, issuedOn, payee } = check;
    yield csvLine([account, checkSerial, amount, issuedOn, payee, standingOf(check)]);
  }
}

function* recordsOf(checks: readonly IssuedCheck[]): Generator<string | Fault> {
  let amount = 0n;
  for (const [at, check] of checks.entries()) {
    yield* recordOf(check, at + 1, 'record');
    if (/^[0-9]+\.[0-9]{2}$/.test(check.amount)) amount += centsOf(check.amount);
  }
  const totals = { type: 'T', count: String(checks.length), amount: amountText(amount) };
  yield record(positivePayTrailer, totals, 0);
}

/** What cannot be written in one form is written in neither: a bank compares digit by digit. */
function* recordOf(
  check: IssuedCheck,
  number: number,
  wanted: 'record' | 'faults alone',
): Generator<string | Fault> {
  const { account, checkSerial, amount, payee } = check;
  if (!/[1-9]/.test(checkSerial)) yield faultAt(number, 'field-blank', 'checkSerial');
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(check.issuedOn))
    yield faultAt(number, 'field-not-a-date', 'issuedOn');
  const issuedOn = check.issuedOn.replaceAll('-', '');
  const values = { account, checkSerial, amount, issuedOn, standing: standingOf(check), payee };
  const text = record(positivePayCheck, values, number);
  if (typeof text !== 'string' || wanted === 'record') yield text;
}

function standingOf({ isVoid }: IssuedCheck): 'I' | 'V' {
  return isVoid ? 'V' : 'I';
}
