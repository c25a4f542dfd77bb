import type { BankLineKind, Direction, References } from '../bank-line.ts';
import type { Separator } from '../csv-split.ts';
import type { Encoding } from '../lines.ts';

/**
 * How the tables of one source are to be understood: which column means what, and how days, amounts and sides are written.
 * A profile has a name and a version; whoever takes a file in writes both down, so that it can be read the same way again.
 */
export interface Profile {
  /** Small letters, digits and dashes. */
  readonly profile: string;
  /** From 1 on; another version for every change. */
  readonly version: number;
  /** What it is for, in a sentence. */
  readonly title: string;
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** How many lines stand above the names of the columns. */
  readonly skipLines: number;
  readonly columns: readonly ProfileColumn[];
  /** Tried in this order. */
  readonly dates: readonly DateFormat[];
  readonly amounts: AmountFormat;
  readonly sides: Sides;
  readonly kinds: Kinds;
  /** What stands in a column `voided` or `returned` where the row is; anything else but nothing is a fault. */
  readonly flags: { readonly yes: readonly string[]; readonly no: readonly string[] };
  readonly currency: string;
  readonly totals?: TotalsRow | undefined;
}

/** One column: the names that it goes by, without regard to capitals and blanks around them, and what it means. */
export interface ProfileColumn {
  readonly headers: readonly string[];
  readonly means: Meaning;
  /** Whether the table may lack it. */
  readonly optional: boolean;
}

/** What a column may mean; several may mean `remittance`, whose texts are put together. */
export const meanings = [
  'amount',
  'creditAmount',
  'debitAmount',
  'side',
  'kind',
  'bookedOn',
  'valuedOn',
  'voided',
  'returned',
  'reason',
  'currency',
  'account',
  'partyName',
  'partyAccount',
  'remittance',
  'receipt',
  'originalReceipt',
  'trace',
  'originalTrace',
  'checkSerial',
  'endToEnd',
  'customer',
  'bank',
  'voucher',
  'batch',
  'case',
  'defendant',
  'order',
  'payment',
] as const;

export type Meaning = (typeof meanings)[number];

/** Which meanings are numbers by which a line is found again. */
export const referenceMeanings: readonly (keyof References & Meaning)[] = [
  'receipt',
  'originalReceipt',
  'trace',
  'originalTrace',
  'checkSerial',
  'endToEnd',
  'customer',
  'bank',
  'voucher',
  'batch',
  'case',
  'defendant',
  'order',
  'payment',
];

/** How a day may be written. `M/D/YYYY` takes one digit or two; years of two digits are of this century. */
export const dateFormats = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'M/D/YYYY',
  'M/D/YY',
  'D/M/YYYY',
  'D.M.YYYY',
  'D-MON-YYYY',
] as const;

export type DateFormat = (typeof dateFormats)[number];

/** How an amount is written; without thousands where `thousands` is ''. A `$` before it is passed over where `sign` has it. */
export interface AmountFormat {
  readonly decimal: '.' | ',';
  readonly thousands: '' | ',' | '.' | ' ' | "'";
  readonly sign: '' | '$';
  /** How an amount below nothing is written; any that is not listed is a fault. */
  readonly negatives: readonly Negative[];
}

/** `-5.00`, `5.00-`, `(5.00)`, and `5.00 DR` beside `5.00 CR`. */
export const negatives = ['MINUS_BEFORE', 'MINUS_AFTER', 'PARENTHESES', 'CR_DR'] as const;

export type Negative = (typeof negatives)[number];

/** On which side a row is: an amount that is not below nothing on the first, or as words in the column `side` say. */
export interface Sides {
  readonly positive: Direction;
  readonly credit: readonly string[];
  readonly debit: readonly string[];
}

/** What a row is: by the words in the column `kind`, and otherwise this; without one, by its side. */
export interface Kinds {
  readonly otherwise?: BankLineKind | undefined;
  readonly words: Readonly<Record<string, BankLineKind>>;
}

/** The last row, known by a word in one of its columns, and holding the sums of the columns of amounts. */
export interface TotalsRow {
  readonly word: string;
  readonly in: Meaning;
  /** Whether a table without one is refused. */
  readonly isRequired: boolean;
  /** The column in which it has the number of rows, if it has. */
  readonly count?: Meaning | undefined;
}
