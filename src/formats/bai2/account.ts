import type { BankLine, Evidence } from '../bank-line.ts';
import { amountText, isInCents } from '../cents.ts';
import { dayOfSix } from '../days.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { ProofBook } from '../file-proof.ts';
import { baiAmount, BaiFields, readFunds } from './fields.ts';
import type { BaiRecord } from './records.ts';
import { baiCode } from './type-codes.ts';

/** What an account takes from the group it stands in. */
export interface BaiGroup {
  readonly asOf: string;
  readonly currency: string;
}

/** One account while it is read: its balances and sums, and its details. */
export class BaiAccount {
  readonly #group: BaiGroup;
  readonly #number: number;
  readonly #book: ProofBook;
  readonly #summaries = new Map<string, bigint>();
  #line = 0;
  #account = '';
  #currency = '';
  #sum = 0n;
  #records = 0;
  #credits = 0n;
  #debits = 0n;

  constructor(group: BaiGroup, number: number, book: ProofBook) {
    this.#group = group;
    this.#number = number;
    this.#book = book;
  }

  *open({ body, count, evidence }: BaiRecord): Generator<Fault> {
    const { line } = evidence;
    this.#records = count;
    this.#line = line;
    const fields = new BaiFields(body);
    this.#account = fields.next();
    this.#currency = fields.next() || this.#group.currency;
    if (!isInCents(this.#currency)) yield faultAt(line, 'currency-not-cents');
    if (this.#account === '') yield faultAt(line, 'field-blank', 'account');
    while (!fields.isAtEnd) yield* this.#summary(fields, line);
  }

  *#summary(fields: BaiFields, line: number): Generator<Fault> {
    const [code, amount] = [fields.next(), baiAmount(fields.next())];
    fields.next();
    const funds = readFunds(fields);
    if ('rule' in funds) yield faultAt(line, funds.rule, 'fundsType');
    if (amount === undefined) yield faultAt(line, 'field-not-an-amount', 'amount');
    else {
      this.#sum += amount;
      this.#summaries.set(code, amount);
    }
  }

  *detail({ body, count, evidence }: BaiRecord): Generator<BankLine | Fault> {
    this.#records += count;
    const fields = new BaiFields(body);
    const [code, written] = [fields.next(), fields.next()];
    const amount = baiAmount(written);
    const funds = readFunds(fields);
    if ('rule' in funds) yield faultAt(evidence.line, funds.rule, 'fundsType');
    else if (amount === undefined) yield faultAt(evidence.line, 'field-not-an-amount', 'amount');
    else {
      this.#sum += amount;
      yield* this.#lineOf({ code, amount, isBlank: written === '', day: funds.valueDate }, fields, evidence);
    }
  }

  *#lineOf(
    { code, amount, isBlank, day }: { code: string; amount: bigint; isBlank: boolean; day: string },
    fields: BaiFields,
    evidence: Evidence,
  ): Generator<BankLine | Fault> {
    // 890 only carries a text.
    if (code === '890' && amount === 0n) return;
    const meaning = baiCode(code);
    if (meaning === undefined) yield faultAt(evidence.line, 'bai-code-unknown', 'typeCode');
    else if (isBlank) yield faultAt(evidence.line, 'field-blank', 'amount');
    else {
      // A detail below nothing is one of the other side.
      const isTurned = amount < 0n;
      const direction = (meaning.direction === 'CREDIT') === isTurned ? 'DEBIT' : 'CREDIT';
      const cents = isTurned ? -amount : amount;
      this.#count(cents, direction);
      const [bank, customer] = [fields.next(), fields.next()];
      const isCheck = meaning.kind === 'CHECK_PRESENTED';
      yield {
        evidence,
        kind: isTurned ? 'REVERSAL' : meaning.kind,
        amount: amountText(cents),
        direction,
        currency: this.#currency,
        bookedOn: this.#group.asOf,
        valuedOn: dayOfSix(day),
        references: {
          bank: present(bank),
          customer: present(customer),
          checkSerial: isCheck ? present(customer.replace(/^0+/, '')) : undefined,
        },
        code,
        account: this.#account,
        remittance: present(fields.rest()),
      };
    }
  }

  #count(cents: bigint, direction: 'CREDIT' | 'DEBIT'): void {
    this.#book.count(cents, direction);
    if (direction === 'CREDIT') this.#credits += cents;
    else this.#debits += cents;
  }

  /** Proves the account by its trailer; tells what it comes to, for the sums of the group. */
  *close(trailer: BaiRecord): Generator<Fault, { readonly sum: bigint; readonly records: number }> {
    const { line } = trailer.evidence;
    this.#records += trailer.count;
    const fields = new BaiFields(trailer.body);
    const [sum, records] = [baiAmount(fields.next()), baiAmount(fields.next())];
    if (sum === undefined || records === undefined) {
      yield faultAt(line, 'field-not-an-amount');
      return { sum: this.#sum, records: this.#records };
    }
    const place = { line, of: 'ACCOUNT', number: this.#number } as const;
    const faults = [
      this.#book.prove({ ...place, total: 'sum of all amounts', unit: 'CENTS' }, sum, this.#sum),
      this.#book.prove({ ...place, total: 'records', unit: 'COUNT' }, records, BigInt(this.#records)),
      this.#balances(line),
    ];
    for (const fault of faults) if (fault !== undefined) yield fault;
    return { sum: this.#sum, records: this.#records };
  }

  /** Opening ledger balance and all credits less all debits are the closing ledger balance, where the bank gives all four. */
  #balances(line: number): Fault | undefined {
    const [opening, closing] = [this.#summaries.get('010'), this.#summaries.get('015')];
    const [credits, debits] = [this.#summaries.get('100'), this.#summaries.get('400')];
    const explained = this.#credits - this.#debits;
    const isWhole = opening !== undefined && closing !== undefined;
    this.#book.account({
      line: this.#line,
      account: this.#account,
      currency: this.#currency,
      opening: opening === undefined ? undefined : amountText(opening),
      closing: closing === undefined ? undefined : amountText(closing),
      credits: amountText(this.#credits),
      debits: amountText(this.#debits),
      unexplained: isWhole ? amountText(closing - opening - explained) : undefined,
    });
    if (!isWhole || credits === undefined || debits === undefined) return undefined;
    const total = { line, of: 'ACCOUNT', number: this.#number, total: 'closing ledger balance' } as const;
    return this.#book.prove({ ...total, unit: 'CENTS' }, closing, opening + credits - debits);
  }
}

function present(text: string): string | undefined {
  return text === '' ? undefined : text;
}
