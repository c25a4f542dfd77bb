import type { BankLine, Direction } from '../bank-line.ts';
import type { Fault } from '../fault.ts';
import type { Declared, ProofBook } from '../file-proof.ts';
import { centsIn, isWrong, readAmount, readDirection } from '../xml/message.ts';
import { elementAt, textAt, type XmlElement } from '../xml/xml-elements.ts';
import { lineOf, type CamtEntry } from './entry.ts';

/** One entry while its details are read. Details that say their own amount are lines at once; otherwise the entry is one line. */
export class OpenEntry {
  readonly #entry: CamtEntry;
  readonly #number: number;
  readonly #book: ProofBook;
  #details = 0;
  #stated = 0;
  #sum = 0n;
  #only: XmlElement | undefined;

  constructor(entry: CamtEntry, number: number, book: ProofBook) {
    this.#entry = entry;
    this.#number = number;
    this.#book = book;
  }

  *detail(detail: XmlElement): Generator<BankLine | Fault> {
    this.#details += 1;
    const own = this.#ownAmount(detail);
    if (isWrong(own)) yield own;
    else if (own === undefined) this.#only = detail;
    else {
      this.#stated += 1;
      this.#sum += own.direction === this.#entry.direction ? own.cents : -own.cents;
      yield this.#counted(lineOf(this.#entry, detail, own), own);
    }
  }

  /** A batch booking says how many payments it holds, and what they come to; held against them only where they are there. */
  *batch(batch: XmlElement): Generator<Fault> {
    if (this.#details === 0) return;
    const { line } = batch.evidence;
    const [count, amount] = [textAt(batch, 'NbOfTxs'), elementAt(batch, 'TtlAmt')];
    if (count !== undefined && /^[0-9]{1,15}$/.test(count)) {
      yield* this.#prove(line, { total: 'payments of a batch', unit: 'COUNT' }, [
        BigInt(count),
        BigInt(this.#details),
      ]);
    }
    const cents = amount === undefined || this.#stated === 0 ? undefined : centsIn(amount.text);
    const isSame = amount?.attributes.get('Ccy') === this.#entry.currency;
    const sum = this.#sum < 0n ? -this.#sum : this.#sum;
    if (cents !== undefined && isSame) {
      yield* this.#prove(line, { total: 'amount of a batch', unit: 'CENTS' }, [cents, sum]);
    }
  }

  /** Everything of the entry has been read. */
  *close(): Generator<BankLine | Fault> {
    const { line } = this.#entry.element.evidence;
    if (this.#stated === 0) {
      yield this.#counted(lineOf(this.#entry, this.#details === 1 ? this.#only : undefined), this.#entry);
    } else {
      const amounts = [this.#entry.cents, this.#sum] as const;
      yield* this.#prove(line, { total: 'details of an entry', unit: 'CENTS' }, amounts);
    }
  }

  /**
   * What a detail says that it came to. One in another currency, or of nothing, says nothing of the entry: banks write a
   * single detail with 0 where the entry has the amount.
   */
  #ownAmount(detail: XmlElement): { cents: bigint; direction: Direction } | undefined | Fault {
    const amount = elementAt(detail, 'Amt') ?? elementAt(detail, 'AmtDtls/TxAmt/Amt');
    if (amount?.attributes.get('Ccy') !== this.#entry.currency) return undefined;
    const read = readAmount(amount);
    if (isWrong(read)) return read;
    if (read.cents === 0n) return undefined;
    const isNamed = elementAt(detail, 'CdtDbtInd') !== undefined;
    const direction = isNamed ? readDirection(detail) : this.#entry.direction;
    return isWrong(direction) ? direction : { cents: read.cents, direction };
  }

  #counted(line: BankLine, { cents, direction }: { cents: bigint; direction: Direction }): BankLine {
    if (this.#entry.isBooked) this.#book.count(cents, direction);
    return line;
  }

  *#prove(
    line: number,
    total: Pick<Declared, 'total' | 'unit'>,
    [declared, found]: readonly [bigint, bigint],
  ): Generator<Fault> {
    const fault = this.#book.prove({ line, of: 'ENTRY', number: this.#number, ...total }, declared, found);
    if (fault !== undefined) yield fault;
  }
}
