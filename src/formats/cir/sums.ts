import type { Direction } from '../bank-line.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { Declared, ProofBook } from '../file-proof.ts';
import { centsIn } from '../xml/message.ts';
import type { XmlElement } from '../xml/xml-elements.ts';

/** Whether totals are those of vouchers, and not of the transactions in them. */
export function isOfVouchers(declared: XmlElement): boolean {
  return declared.attributes.get('SumryTotInd') === '1' && declared.parent?.name === 'CollRpt';
}

/** What transactions, or vouchers, come to: credits and debits, and how many there are of each. */
export class CirSums {
  readonly #sides = { CREDIT: { cents: 0n, count: 0n }, DEBIT: { cents: 0n, count: 0n } };
  #information = 0n;
  #items = 0n;
  #isOfVouchers = false;

  /** A transaction; one that is only for information moves nothing. */
  add(
    { cents, direction }: { readonly cents: bigint; readonly direction: Direction },
    isInformation: boolean,
  ): void {
    this.#items += 1n;
    if (isInformation) this.#information += 1n;
    else {
      this.#sides[direction].cents += cents;
      this.#sides[direction].count += 1n;
    }
  }

  /** What a voucher declares, for the sums of the report. */
  include(declared: XmlElement): void {
    this.#isOfVouchers = true;
    this.#items += 1n;
    this.#sides.CREDIT.cents += centsIn(declared.attributes.get('TotCrAmt') ?? '') ?? 0n;
    this.#sides.DEBIT.cents += centsIn(declared.attributes.get('TotDbtAmt') ?? '') ?? 0n;
  }

  /** Holds what was declared against what was found. */
  *prove(
    declared: XmlElement,
    place: Pick<Declared, 'line' | 'of' | 'number'>,
    book: ProofBook,
  ): Generator<Fault> {
    const { CREDIT: credit, DEBIT: debit } = this.#sides;
    const amounts = [
      ['TotCrAmt', credit.cents],
      ['TotDbtAmt', debit.cents],
    ] as const;
    const counts = [
      ['TotCnt', this.#items],
      ['InfoOnlyTxnCnt', this.#information],
      ['TotCrCnt', credit.count],
      ['TotDbtCnt', debit.count],
    ] as const;
    for (const [total, found] of amounts) {
      const cents = centsIn(declared.attributes.get(total) ?? '');
      if (cents === undefined) yield faultAt(place.line, 'field-not-an-amount', total);
      else yield* wrong(book.prove({ ...place, total, unit: 'CENTS' }, cents, found));
    }
    for (const [total, found] of counts) {
      const count = declared.attributes.get(total);
      // A report may count credits and debits in its vouchers otherwise than the vouchers themselves.
      if (count === undefined || (this.#isOfVouchers && total !== 'TotCnt')) continue;
      if (!/^[0-9]{1,15}$/.test(count)) yield faultAt(place.line, 'field-not-digits', total);
      else yield* wrong(book.prove({ ...place, total, unit: 'COUNT' }, BigInt(count), found));
    }
  }
}

function* wrong(fault: Fault | undefined): Generator<Fault> {
  if (fault !== undefined) yield fault;
}
