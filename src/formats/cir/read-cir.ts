import type { BankLine, BankLineKind, Direction, References } from '../bank-line.ts';
import { amountText } from '../cents.ts';
import { dayOfIso } from '../days.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { ProofBook } from '../file-proof.ts';
import { isFault, type Bytes } from '../lines.ts';
import type { Reading, ReadingWith } from '../reader.ts';
import { centsIn, isWrong } from '../xml/message.ts';
import { elementAt, xmlElements, type XmlElement } from '../xml/xml-elements.ts';
import { CirSums, isOfVouchers } from './sums.ts';

const records = new Set([
  'CollRpt/Sumry',
  'CollRpt/TrfrSumry',
  'CollRpt/FcastSumry',
  'CollRpt/Tot',
  'Sumry/Tot',
  'Sumry/BT',
  'BT/FT',
]);

/**
 * Reads a collections report of the Treasury's Collections Information Repository: every financial transaction of every
 * voucher. What a voucher, and the report, declare of their transactions is proved. A return is a transaction of its own
 * and changes none that was reported before. Transfers and forecasts are passed over. Holds one transaction at a time.
 */
export async function* readCir(bytes: Bytes, { book }: ReadingWith): Reading {
  let report: CirReport | undefined;
  for await (const read of xmlElements(bytes, records)) {
    if (isFault(read)) yield read;
    else if (report !== undefined) yield* report.take(read);
    else if (read.name === 'CollRpt') report = new CirReport(book);
    else {
      yield faultAt(read.evidence.line, 'message-unknown');
      return;
    }
  }
}

class CirReport {
  readonly #book: ProofBook;
  readonly #details = new CirSums();
  readonly #vouchers = new CirSums();
  #voucher = new CirSums();
  #number = 1;
  #declared: XmlElement | undefined;

  constructor(book: ProofBook) {
    this.#book = book;
  }

  *take(element: XmlElement): Generator<BankLine | Fault> {
    const { name, parent } = element;
    if (name === 'FT') yield* this.#transaction(element);
    else if (name === 'Tot' && parent?.name === 'Sumry') this.#declared = element;
    else if (name === 'Sumry') yield* this.#closeVoucher(element);
    else if (name === 'Tot') yield* this.#proveReport(element);
  }

  *#transaction(element: XmlElement): Generator<BankLine | Fault> {
    const business = element.parent;
    const type = business?.attributes.get('CollTxnTyp') ?? '';
    const read = readTransaction(element, type);
    if (isWrong(read)) {
      yield read;
      return;
    }
    const isInformation = /^informational$/i.test(type);
    for (const sums of [this.#voucher, this.#details]) sums.add(read, isInformation);
    if (!isInformation) this.#book.count(read.cents, read.direction);
    yield lineOf(element, read, type);
  }

  *#closeVoucher(element: XmlElement): Generator<BankLine | Fault> {
    const { line } = element.evidence;
    const declared = this.#declared;
    if (declared === undefined) yield faultAt(line, 'totals-missing');
    else {
      const place = { line: declared.evidence.line, of: 'VOUCHER', number: this.#number } as const;
      yield* this.#voucher.prove(declared, place, this.#book);
      this.#vouchers.include(declared);
    }
    this.#voucher = new CirSums();
    this.#declared = undefined;
    this.#number += 1;
  }

  /** A report declares the totals of its vouchers, of their transactions, or both. */
  *#proveReport(declared: XmlElement): Generator<Fault> {
    const place = { line: declared.evidence.line, of: 'FILE', number: 1 } as const;
    const sums = isOfVouchers(declared) ? this.#vouchers : this.#details;
    yield* sums.prove(declared, place, this.#book);
  }
}

/** A transaction's amount and side, and the day on which it counts. */
interface Transaction {
  readonly cents: bigint;
  readonly direction: Direction;
  readonly bookedOn: string | undefined;
}

function readTransaction(element: XmlElement, type: string): Transaction | Fault {
  const { line } = element.evidence;
  const [amount, credit] = [element.attributes.get('Amt'), element.attributes.get('CrInd') ?? ''];
  if (type === '') return faultAt(line, 'field-blank', 'CollTxnTyp');
  if (amount === undefined) return faultAt(line, 'field-blank', 'Amt');
  const cents = centsIn(amount);
  if (cents === undefined || cents < 0n) return faultAt(line, 'field-not-an-amount', 'Amt');
  if (!/^(?:0|1|true|false)$/.test(credit)) return faultAt(line, 'field-not-in-list', 'CrInd');
  const bookedOn = dayAbove(element);
  if (isWrong(bookedOn)) return bookedOn;
  return { cents, direction: /^(?:1|true)$/.test(credit) ? 'CREDIT' : 'DEBIT', bookedOn };
}

/** The day on which the bank booked the voucher, or, where it does not say, the voucher's own. */
function dayAbove(element: XmlElement): string | undefined | Fault {
  const posted = attributeAbove(element, 'BnkPostDt') ?? attributeAbove(element, 'VchrDt');
  if (posted === undefined) return undefined;
  return dayOfIso(posted) ?? faultAt(element.evidence.line, 'field-not-a-date', 'BnkPostDt');
}

function lineOf(element: XmlElement, { cents, direction, bookedOn }: Transaction, type: string): BankLine {
  const references = referencesIn(element);
  return {
    evidence: element.evidence,
    kind: references.originalTrace === undefined ? kindOf(type, direction) : 'RETURN',
    amount: amountText(cents),
    direction,
    currency: 'USD',
    bookedOn,
    references,
    code: type,
    account: attributeAbove(element, 'ALC'),
    party: partyIn(element),
  };
}

function referencesIn(element: XmlElement): References {
  const inDetail = (path: string, name: string): string | undefined =>
    elementAt(element, path)?.attributes.get(name);
  return {
    bank: element.attributes.get('ID'),
    customer: element.attributes.get('AgcyTxnID'),
    voucher: attributeAbove(element, 'VchrNr'),
    batch: element.parent?.attributes.get('ID'),
    checkSerial: inDetail('ChkDtl', 'ChkSerNr'),
    trace: inDetail('ACH_Dtl', 'ACH_TrcNr') ?? inDetail('ChkDtl', 'ChkTrcNr'),
    originalTrace: inDetail('ACH_Dtl', 'ACH_OrigTrcNr') ?? inDetail('ChkDtl/ACH_Info', 'ACH_OrigTrcNr'),
  };
}

function kindOf(type: string, direction: Direction): BankLineKind {
  if (/^(?:adjustment|correction)$/i.test(type)) return 'ADJUSTMENT';
  if (/^informational$/i.test(type)) return 'INFORMATION';
  if (/chargeback|return/i.test(type)) return 'RETURN';
  if (/revers/i.test(type)) return 'REVERSAL';
  if (/void/i.test(type)) return 'VOID';
  return direction === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL';
}

/** An attribute of the transaction itself, of its business transaction or of its voucher. */
function attributeAbove(element: XmlElement, name: string): string | undefined {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    const value = at.attributes.get(name);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function partyIn(element: XmlElement): BankLine['party'] {
  const payer = elementAt(element, 'Payer');
  const names = [...(payer?.attributes ?? [])].filter(([name]) => name.endsWith('Nm'));
  return names.length === 0 ? undefined : { name: names.map(([, value]) => value).join(' ') };
}
