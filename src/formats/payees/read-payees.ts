import { readCsv, type CsvRow } from '../csv.ts';
import { faultAt, type Fault } from '../fault.ts';
import { isRoutingNumber } from '../fixed-width/routing-number.ts';
import { isFault, type Bytes } from '../lines.ts';

/** To whom money goes, and where: what a bank or the Treasury is told, and no event ever is. */
export interface Payee {
  /** The row of the file that says so, the header included. */
  readonly line: number;
  /** Whom the row is about: an id, or a label. */
  readonly payee: string;
  /** As it is to stand on a check, or with a credit. */
  readonly name: string;
  readonly account?: PayeeAccount;
  readonly address?: PayeeAddress;
}

/** An account that can be credited. */
export interface PayeeAccount {
  readonly routing: string;
  readonly number: string;
  readonly kind: 'CHECKING' | 'SAVINGS';
}

/** Where a check is sent. */
export interface PayeeAddress {
  /** One to four. */
  readonly lines: readonly string[];
  readonly city: string;
  readonly state: string;
  /** Five digits, and the four behind them or ''. */
  readonly postalCode: string;
  readonly postalExtension: string;
}

/** Payees, or everything that is wrong with the file. */
export interface ReadPayees {
  readonly payees: readonly Payee[];
  readonly faults: readonly Fault[];
}

const addressLines = ['address_1', 'address_2', 'address_3', 'address_4'] as const;

const layout = {
  name: 'payees',
  columns: ['payee', 'name'],
  optionalColumns: [
    ...(['routing', 'account', 'account_kind'] as const),
    ...addressLines,
    ...(['city', 'state', 'postal_code'] as const),
  ],
} as const;

const mostFaults = 1_000;
const limits = { mostBytes: 8_192, mostRows: 200_000 };

/**
 * Reads the payees of a run: a table of who, by which name, to which account or address. A faulty row refuses the file, for
 * whoever pays must not find out later that one payee was passed over. No fault says what stood in a row.
 */
export async function readPayees(bytes: Bytes): Promise<ReadPayees> {
  const [payees, faults, seen]: [Payee[], Fault[], Set<string>] = [[], [], new Set()];
  for await (const row of readCsv(bytes, [layout], limits)) {
    const found = isFault(row) ? [row] : [...faultsIn(row, seen)];
    faults.push(...found.slice(0, mostFaults - faults.length));
    if (!isFault(row) && found.length === 0) payees.push(payeeOf(row));
  }
  return { payees, faults };
}

function* faultsIn({ line, fields }: CsvRow, seen: Set<string>): Generator<Fault> {
  const payee = composed(fields['payee'] ?? '');
  for (const column of layout.columns)
    if (isBlank(fields[column])) yield faultAt(line, 'field-blank', column);
  if (seen.has(payee)) yield faultAt(line, 'row-repeated', 'payee');
  seen.add(payee);
  if (!isBlank(fields['routing']) || !isBlank(fields['account'])) yield* faultsOfAccount(line, fields);
  if (addressLines.some((column) => !isBlank(fields[column]))) yield* faultsOfAddress(line, fields);
}

type Cells = CsvRow['fields'];

function* faultsOfAccount(line: number, fields: Cells): Generator<Fault> {
  const kind = fields['account_kind'] ?? '';
  if (!isRoutingNumber(fields['routing'] ?? '')) yield faultAt(line, 'routing-number-wrong', 'routing');
  if (isBlank(fields['account'])) yield faultAt(line, 'field-blank', 'account');
  // A savings account that is credited as a checking account comes back, so that nobody may guess which it is.
  if (kind !== 'CHECKING' && kind !== 'SAVINGS') yield faultAt(line, 'field-not-in-list', 'account_kind');
}

function* faultsOfAddress(line: number, fields: Cells): Generator<Fault> {
  for (const column of ['address_1', 'city'] as const)
    if (isBlank(fields[column])) yield faultAt(line, 'field-blank', column);
  if (!/^[A-Z]{2}$/.test(fields['state'] ?? '')) yield faultAt(line, 'field-not-in-list', 'state');
  if (!postalCode.test(fields['postal_code'] ?? '')) yield faultAt(line, 'field-not-digits', 'postal_code');
}

const postalCode = /^([0-9]{5})(?:-([0-9]{4}))?$/;

function payeeOf({ line, fields }: CsvRow): Payee {
  const { payee = '', name = '' } = fields;
  return {
    ...{ line, payee: composed(payee), name: name.trim() },
    ...(!isBlank(fields['routing']) && { account: accountOf(fields) }),
    ...(!isBlank(fields['address_1']) && { address: addressOf(fields) }),
  };
}

function accountOf({ routing = '', account = '', account_kind: kind }: Cells): PayeeAccount {
  return { routing, number: account.trim(), kind: kind === 'SAVINGS' ? 'SAVINGS' : 'CHECKING' };
}

function addressOf(fields: Cells): PayeeAddress {
  const [, code = '', extension = ''] = postalCode.exec(fields['postal_code'] ?? '') ?? [];
  const { city = '', state = '' } = fields;
  const lines = addressLines.flatMap((column) => (isBlank(fields[column]) ? [] : [fields[column] ?? '']));
  return { lines, city, state, postalCode: code, postalExtension: extension };
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** As labels are compared: what looks the same is the same. */
function composed(text: string): string {
  return text.trim().normalize('NFC');
}
