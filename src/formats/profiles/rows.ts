import type { BankLine, BankLineKind, Direction, Evidence, References } from '../bank-line.ts';
import { amountText, isInCents } from '../cents.ts';
import { faultAt, type Fault, type FaultRule } from '../fault.ts';
import type { Declared, ProofBook } from '../file-proof.ts';
import { referenceMeanings, type Meaning, type Profile } from './profile.ts';
import { readCents, readDay } from './written.ts';

/** A row by what its columns mean; an empty field is an absent one. */
export interface Row {
  readonly fields: ReadonlyMap<Meaning, string>;
  readonly evidence: Evidence;
}

/** A column that is not as its profile says. */
class Unreadable extends Error {
  readonly rule: FaultRule;
  readonly column: Meaning;

  constructor(rule: FaultRule, column: Meaning) {
    super(rule);
    this.rule = rule;
    this.column = column;
  }
}

const amountColumns = ['amount', 'creditAmount', 'debitAmount'] as const;

/** The rows of a table while it is read, and what they come to. */
export class TableRows {
  readonly #profile: Profile;
  readonly #book: ProofBook;
  readonly #sums = new Map<Meaning, bigint>();
  #isSummed = false;
  count = 0;

  constructor(profile: Profile, book: ProofBook) {
    this.#profile = profile;
    this.#book = book;
  }

  *take(row: Row): Generator<BankLine | Fault> {
    const { line } = row.evidence;
    if (this.#isSummed) {
      yield faultAt(line, 'row-after-totals');
      return;
    }
    try {
      if (this.#isTotals(row)) yield* this.#prove(row);
      else yield this.#lineOf(row);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      yield faultAt(line, error.rule, error.column);
    }
  }

  *finish(): Generator<Fault> {
    if (this.count === 0) yield faultAt(0, 'file-without-rows');
    if (this.#profile.totals?.isRequired === true && !this.#isSummed) yield faultAt(0, 'totals-missing');
  }

  #isTotals({ fields }: Row): boolean {
    const totals = this.#profile.totals;
    if (totals === undefined) return false;
    return fields.get(totals.in)?.toUpperCase() === totals.word.toUpperCase();
  }

  *#prove({ fields, evidence }: Row): Generator<Fault> {
    this.#isSummed = true;
    const place = { line: evidence.line, of: 'FILE', number: 1 } as const;
    for (const column of amountColumns) {
      const written = fields.get(column);
      if (written === undefined) continue;
      const total: Declared = { ...place, total: column, unit: 'CENTS' };
      const fault = this.#book.prove(total, this.#cents(written, column), this.#sums.get(column) ?? 0n);
      if (fault !== undefined) yield fault;
    }
    yield* this.#proveCount(fields, { ...place, total: 'rows', unit: 'COUNT' });
  }

  *#proveCount(fields: Row['fields'], total: Declared): Generator<Fault> {
    const column = this.#profile.totals?.count;
    const rows = column && fields.get(column);
    if (column === undefined || rows === undefined) return;
    if (!/^[0-9]{1,9}$/.test(rows)) throw new Unreadable('field-not-digits', column);
    const fault = this.#book.prove(total, BigInt(rows), BigInt(this.count));
    if (fault !== undefined) yield fault;
  }

  #lineOf({ fields, evidence }: Row): BankLine {
    this.count += 1;
    const { cents, direction: written, isNamed } = this.#signed(fields);
    const named = this.#kindNamed(fields);
    const { positive } = this.#profile.sides;
    // What was voided, returned or reversed takes money back, whether or not it is written below nothing.
    const isTakenBack = !isNamed && (named === 'VOID' || named === 'RETURN' || named === 'REVERSAL');
    const direction = isTakenBack ? opposite(positive) : written;
    const kind = named ?? this.#profile.kinds.otherwise ?? kindBySide(direction, this.#profile);
    const line = this.#line(fields, { evidence, kind, direction, amount: amountText(cents) });
    this.#book.count(cents, direction);
    return line;
  }

  /** The kind that a flag, or a word, gives a row. */
  #kindNamed(fields: Row['fields']): BankLineKind | undefined {
    const isVoid = this.#flag(fields, 'voided');
    if (this.#flag(fields, 'returned')) return 'RETURN';
    return isVoid ? 'VOID' : this.#kindIn(fields);
  }

  #line(fields: Row['fields'], read: Pick<BankLine, 'evidence' | 'kind' | 'direction' | 'amount'>): BankLine {
    const currency = fields.get('currency') ?? this.#profile.currency;
    if (!isInCents(currency)) throw new Unreadable('currency-not-cents', 'currency');
    const [name, account] = [fields.get('partyName'), fields.get('partyAccount')];
    return {
      ...read,
      currency,
      bookedOn: this.#day(fields, 'bookedOn') ?? missing('bookedOn'),
      valuedOn: this.#day(fields, 'valuedOn'),
      references: referencesIn(fields),
      reason: fields.get('reason'),
      code: fields.get('kind'),
      account: fields.get('account'),
      party: name === undefined && account === undefined ? undefined : { name, account },
      remittance: fields.get('remittance'),
    };
  }

  /** The amount of a row and its side; below nothing it is on the other side. */
  #signed(fields: Row['fields']): Signed {
    const { positive } = this.#profile.sides;
    const [amount, credit, debit] = amountColumns.map((column) => this.#amountIn(fields, column));
    if (amount !== undefined) return turned(amount, this.#side(fields), positive);
    if ((credit === undefined) === (debit === undefined)) {
      throw new Unreadable('amounts-both', this.#hasOneAmount() ? 'amount' : 'creditAmount');
    }
    return credit === undefined ? turned(debit ?? 0n, 'DEBIT') : turned(credit, 'CREDIT');
  }

  #hasOneAmount(): boolean {
    return this.#profile.columns.some(({ means }) => means === 'amount');
  }

  #amountIn(fields: Row['fields'], column: (typeof amountColumns)[number]): bigint | undefined {
    const written = fields.get(column);
    if (written === undefined) return undefined;
    const cents = this.#cents(written, column);
    this.#sums.set(column, (this.#sums.get(column) ?? 0n) + cents);
    return cents;
  }

  #cents(written: string, column: Meaning): bigint {
    const cents = readCents(written, this.#profile.amounts);
    if (cents === undefined) throw new Unreadable('field-not-an-amount', column);
    return cents;
  }

  #side(fields: Row['fields']): Direction | undefined {
    const written = fields.get('side')?.toUpperCase();
    if (written === undefined) return undefined;
    const { credit, debit } = this.#profile.sides;
    if (credit.some((word) => word.toUpperCase() === written)) return 'CREDIT';
    if (debit.some((word) => word.toUpperCase() === written)) return 'DEBIT';
    throw new Unreadable('field-not-in-list', 'side');
  }

  #kindIn(fields: Row['fields']): BankLineKind | undefined {
    const written = fields.get('kind')?.toUpperCase();
    const words = Object.entries(this.#profile.kinds.words);
    return words.find(([word]) => word.toUpperCase() === written)?.[1];
  }

  #flag(fields: Row['fields'], column: 'voided' | 'returned'): boolean {
    const written = fields.get(column)?.toUpperCase();
    const { yes, no } = this.#profile.flags;
    if (written === undefined || no.some((word) => word.toUpperCase() === written)) return false;
    if (yes.some((word) => word.toUpperCase() === written)) return true;
    throw new Unreadable('field-not-in-list', column);
  }

  #day(fields: Row['fields'], column: 'bookedOn' | 'valuedOn'): string | undefined {
    const written = fields.get(column);
    if (written === undefined) return undefined;
    const day = readDay(written, this.#profile.dates);
    if (day === undefined) throw new Unreadable('field-not-a-date', column);
    return day;
  }
}

function referencesIn(fields: Row['fields']): References {
  return Object.fromEntries(
    referenceMeanings.flatMap((means) => (fields.has(means) ? [[means, fields.get(means)]] : [])),
  );
}

function kindBySide(direction: Direction, { sides }: Profile): BankLineKind {
  if (direction !== sides.positive) return 'REVERSAL';
  return direction === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL';
}

/** An amount that is not below nothing, its side, and whether the file names that side rather than giving a sign. */
interface Signed {
  readonly cents: bigint;
  readonly direction: Direction;
  readonly isNamed: boolean;
}

function turned(cents: bigint, named: Direction | undefined, otherwise: Direction = 'CREDIT'): Signed {
  const side = named ?? otherwise;
  const isBelow = cents < 0n;
  return {
    cents: isBelow ? -cents : cents,
    direction: isBelow ? opposite(side) : side,
    isNamed: named !== undefined,
  };
}

function opposite(direction: Direction): Direction {
  return direction === 'CREDIT' ? 'DEBIT' : 'CREDIT';
}

function missing(column: Meaning): never {
  throw new Unreadable('field-blank', column);
}
