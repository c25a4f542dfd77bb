import type { BankLine, Direction } from '../bank-line.ts';
import { amountText } from '../cents.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { Declared, ProofBook } from '../file-proof.ts';
import { centsIn, isWrong, readAmount, readDirection, type AmountIn } from '../xml/message.ts';
import { elementAt, textAt, type XmlElement } from '../xml/xml-elements.ts';
import { readEntry } from './entry.ts';
import { OpenEntry } from './open-entry.ts';

/** Whose statement, or notification, is read, and whether balances are expected of it. */
export interface StatementKind {
  readonly number: number;
  readonly hasBalances: boolean;
}

interface Side {
  count: bigint;
  cents: bigint;
}

const nothing = (): Side => ({ count: 0n, cents: 0n });

/** One statement of an account while it is read. */
export class CamtStatement {
  readonly #kind: StatementKind;
  readonly #book: ProofBook;
  readonly #all: Record<Direction, Side> = { CREDIT: nothing(), DEBIT: nothing() };
  readonly #booked: Record<Direction, Side> = { CREDIT: nothing(), DEBIT: nothing() };
  #account: string | undefined;
  #currency: string | undefined;
  #opening: bigint | undefined;
  #closing: bigint | undefined;
  #summary: XmlElement | undefined;
  #entry: OpenEntry | undefined;
  #entries = 0;
  readonly #batches: XmlElement[] = [];

  constructor(kind: StatementKind, book: ProofBook) {
    this.#kind = kind;
    this.#book = book;
  }

  account(element: XmlElement): void {
    this.#account = textAt(element, 'Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id');
  }

  *balance(element: XmlElement): Generator<Fault> {
    const { line } = element.evidence;
    const amount = elementAt(element, 'Amt');
    const read = amount === undefined ? faultAt(line, 'field-blank', 'Amt') : readAmount(amount);
    const direction = readDirection(element);
    if (isWrong(read)) yield read;
    else if (isWrong(direction)) yield direction;
    else if (this.#keep(element, direction === 'CREDIT' ? read.cents : -read.cents)) {
      yield* this.#sameCurrency(read, line);
    }
  }

  /**
   * Keeps a balance if it is one of those that are proved. In version 1 the kind of a balance is a code, later a choice
   * of a code and a word of one's own; some banks open with the balance that closed the day before.
   */
  #keep(element: XmlElement, balance: bigint): boolean {
    const kind = textAt(element, 'Tp/CdOrPrtry/Cd', 'Tp/Cd');
    if (kind === 'CLBD') this.#closing = balance;
    else if (kind === 'OPBD') this.#opening = balance;
    else if (kind === 'PRCD') this.#opening ??= balance;
    else return false;
    return true;
  }

  summary(element: XmlElement): void {
    this.#summary = element;
  }

  *detail(element: XmlElement): Generator<BankLine | Fault> {
    const entry = this.#entry ?? (yield* this.#open(element.parent?.parent));
    if (entry !== undefined) yield* entry.detail(element);
  }

  /** It stands before the details that it counts, so it is held against them once the entry is closed. */
  batch(element: XmlElement): void {
    this.#batches.push(element);
  }

  *entry(element: XmlElement): Generator<BankLine | Fault> {
    const entry = this.#entry ?? (yield* this.#open(element));
    this.#entry = undefined;
    const batches = this.#batches.splice(0);
    if (entry === undefined) return;
    const [only] = batches;
    if (batches.length === 1 && only !== undefined) yield* entry.batch(only);
    yield* entry.close();
  }

  *#open(element: XmlElement | undefined): Generator<Fault, OpenEntry | undefined> {
    if (element === undefined) return undefined;
    const read = readEntry(element, this.#account);
    if (isWrong(read)) {
      yield read;
      return undefined;
    }
    yield* this.#sameCurrency(read, element.evidence.line);
    this.#entries += 1;
    for (const side of read.isBooked ? [this.#all, this.#booked] : [this.#all]) {
      side[read.direction].count += 1n;
      side[read.direction].cents += read.cents;
    }
    this.#entry = new OpenEntry(read, this.#entries, this.#book);
    return this.#entry;
  }

  *#sameCurrency({ currency }: Pick<AmountIn, 'currency'>, line: number): Generator<Fault> {
    this.#currency ??= currency;
    if (this.#currency !== currency) yield faultAt(line, 'currency-mixed');
  }

  /** Everything of the statement has been read: its balances and sums are proved. */
  *close(element: XmlElement): Generator<Fault> {
    const { line, endLine } = element.evidence;
    if (this.#summary !== undefined) yield* this.#proveSummary(this.#summary);
    const moved = this.#booked.CREDIT.cents - this.#booked.DEBIT.cents;
    this.#writeDown(line, moved);
    const [opening, closing] = [this.#opening, this.#closing];
    if (opening !== undefined && closing !== undefined) {
      const total = { line: endLine, total: 'closing booked balance', unit: 'CENTS' } as const;
      yield* this.#prove(total, closing, opening + moved);
    } else if (this.#kind.hasBalances && !isPart(element)) yield faultAt(line, 'balance-missing');
  }

  #writeDown(line: number, moved: bigint): void {
    const [opening, closing] = [this.#opening, this.#closing];
    const isWhole = opening !== undefined && closing !== undefined;
    this.#book.account({
      line,
      account: this.#account ?? '',
      currency: this.#currency ?? '',
      opening: opening === undefined ? undefined : amountText(opening),
      closing: closing === undefined ? undefined : amountText(closing),
      credits: amountText(this.#booked.CREDIT.cents),
      debits: amountText(this.#booked.DEBIT.cents),
      unexplained: isWhole ? amountText(closing - opening - moved) : undefined,
    });
  }

  *#proveSummary(summary: XmlElement): Generator<Fault> {
    const { CREDIT: credit, DEBIT: debit } = this.#all;
    const both = { count: credit.count + debit.count, cents: credit.cents + debit.cents };
    yield* this.#proveSums(summary, 'TtlNtries', both);
    yield* this.#proveSums(summary, 'TtlCdtNtries', credit);
    yield* this.#proveSums(summary, 'TtlDbtNtries', debit);
    const net = textAt(summary, 'TtlNtries/TtlNetNtry/Amt', 'TtlNtries/TtlNetNtryAmt');
    const side = textAt(summary, 'TtlNtries/TtlNetNtry/CdtDbtInd', 'TtlNtries/CdtDbtInd');
    if (net === undefined) return;
    const { line } = summary.evidence;
    const declared = (centsIn(net) ?? 0n) * (side === 'DBIT' ? -1n : 1n);
    const total = { line, total: 'net of all entries', unit: 'CENTS' } as const;
    yield* this.#prove(total, declared, credit.cents - debit.cents);
  }

  *#proveSums(summary: XmlElement, name: string, found: Side): Generator<Fault> {
    const { line } = summary.evidence;
    const [count, sum] = [textAt(summary, `${name}/NbOfNtries`), textAt(summary, `${name}/Sum`)];
    if (count !== undefined) {
      const declared = /^[0-9]{1,15}$/.test(count) ? BigInt(count) : -1n;
      yield* this.#prove({ line, total: `${name}, number`, unit: 'COUNT' }, declared, found.count);
    }
    if (sum === undefined) return;
    yield* this.#prove({ line, total: `${name}, sum`, unit: 'CENTS' }, centsIn(sum) ?? -1n, found.cents);
  }

  *#prove(total: Omit<Declared, 'of' | 'number'>, declared: bigint, found: bigint): Generator<Fault> {
    const place = { ...total, of: 'STATEMENT', number: this.#kind.number } as const;
    const fault = this.#book.prove(place, declared, found);
    if (fault !== undefined) yield fault;
  }
}

/** Whether a statement is one page of several, of which only the first opens and only the last closes. */
function isPart(statement: XmlElement): boolean {
  const page = textAt(statement, 'StmtPgntn/PgNb');
  const isLast = textAt(statement, 'StmtPgntn/LastPgInd');
  return page !== undefined && (page !== '1' || isLast === 'false');
}
