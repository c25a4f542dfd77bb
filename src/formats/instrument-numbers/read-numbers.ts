import { readCsv, type CsvRow } from '../csv.ts';
import { faultAt, type Fault } from '../fault.ts';
import { isFault, type Bytes } from '../lines.ts';

/** That a payment went out by a cheque, or a transfer, of this number. */
export interface NumberedPayment {
  readonly line: number;
  readonly payment: string;
  readonly instrument: 'CHEQUE' | 'ACH';
  /** 1 to 15 digits, zeros in front among them. */
  readonly number: string;
}

/** The rows, or everything that is wrong with the file. */
export interface ReadNumbers {
  readonly rows: readonly NumberedPayment[];
  readonly faults: readonly Fault[];
}

const layout = {
  name: 'numbers of payments',
  columns: ['payment', 'number'],
  optionalColumns: ['instrument'],
} as const;

const mostFaults = 1_000;
const limits = { mostBytes: 1_024, mostRows: 200_000 };

/** Reads which payment went out by which number: of a cheque, unless the column `instrument` says another. */
export async function readNumbers(bytes: Bytes): Promise<ReadNumbers> {
  const [rows, faults]: [NumberedPayment[], Fault[]] = [[], []];
  const seen = { payments: new Set<string>(), numbers: new Set<string>() };
  for await (const row of readCsv(bytes, [layout], limits)) {
    const found = isFault(row) ? [row] : [...faultsIn(row, seen)];
    faults.push(...found.slice(0, mostFaults - faults.length));
    if (!isFault(row) && found.length === 0) rows.push(numberedIn(row));
  }
  return { rows, faults };
}

interface Seen {
  readonly payments: Set<string>;
  /** Of one kind, without zeros in front, which are no part of a number. */
  readonly numbers: Set<string>;
}

function* faultsIn({ line, fields }: CsvRow, { payments, numbers }: Seen): Generator<Fault> {
  const { payment = '', number = '', instrument = '' } = fields;
  if (payment === '') yield faultAt(line, 'field-blank', 'payment');
  if (!/^[0-9]{1,15}$/.test(number)) yield faultAt(line, 'field-not-digits', 'number');
  if (!['', 'CHEQUE', 'ACH'].includes(instrument)) yield faultAt(line, 'field-not-in-list', 'instrument');
  const serial = `${instrument === 'ACH' ? 'ACH' : 'CHEQUE'} ${number.replace(/^0+(?=.)/, '')}`;
  if (payments.has(payment)) yield faultAt(line, 'row-repeated', 'payment');
  if (numbers.has(serial)) yield faultAt(line, 'row-repeated', 'number');
  payments.add(payment);
  numbers.add(serial);
}

function numberedIn({ line, fields }: CsvRow): NumberedPayment {
  const { payment = '', number = '', instrument } = fields;
  return { line, payment, number, instrument: instrument === 'ACH' ? 'ACH' : 'CHEQUE' };
}
