import type { BankLine } from '../bank-line.ts';
import { centsOf } from '../cents.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { ProofBook } from '../file-proof.ts';
import { isFieldFault, readRecord, type FieldFault } from '../fixed-width/record-table.ts';
import { achCode, entryClasses, serviceClasses, type AchCode } from './codes.ts';
import {
  lineOfEntry,
  type Addenda,
  type BatchHeader,
  type EntryFields,
  type WholeEntry,
} from './entry-lines.ts';
import { addenda, batchControl, batchHeader, entry, internationalEntry, returnAddenda } from './layout.ts';
import type { AchRecord } from './records.ts';
import { AchSums, type FoundSums } from './sums.ts';

/** What a batch is given by the file it stands in. */
interface InFile {
  /** The how-manieth batch of the file it is. */
  readonly number: number;
  readonly createdOn: string;
  readonly book: ProofBook;
}

const mostAddenda = 9_999;

/** One batch while it is read: from its header to its control. */
export class AchBatch {
  readonly #given: InFile;
  readonly #sums = new AchSums();
  #header: BatchHeader | undefined;
  #entry: (WholeEntry & { readonly addenda: Addenda[] }) | undefined;
  /** What its entries come to, once its control has been read. */
  found: FoundSums | undefined;

  constructor(given: InFile) {
    this.#given = given;
  }

  *open({ text, evidence }: AchRecord): Generator<Fault> {
    const header = readRecord(batchHeader, text);
    if (isFieldFault(header)) yield faultAt(evidence.line, header.rule, header.column);
    else {
      this.#header = header;
      if (!entryClasses.has(header.entryClass)) yield faultAt(evidence.line, 'ach-class-not-read');
      const isKnown = header.serviceClass in serviceClasses;
      if (!isKnown) yield faultAt(evidence.line, 'field-not-in-list', 'serviceClass');
    }
  }

  *take(record: AchRecord): Generator<BankLine | Fault> {
    const type = record.text.charAt(0);
    if (type === '7') yield* this.#takeAddenda(record);
    else {
      yield* this.#endEntry();
      if (type === '6') yield* this.#takeEntry(record);
      else yield* this.#close(record);
    }
  }

  *#takeEntry({ text, evidence }: AchRecord): Generator<Fault> {
    const fields = this.#readEntry(text);
    if (isFieldFault(fields)) yield faultAt(evidence.line, fields.rule, fields.column);
    else {
      const meaning = achCode(fields.code);
      if (meaning === undefined) yield faultAt(evidence.line, 'field-not-in-list', 'code');
      else yield* this.#keep({ evidence, meaning, fields, addenda: [] });
    }
  }

  #readEntry(text: string): EntryFields | FieldFault {
    if (this.#header?.entryClass !== 'IAT') return readRecord(entry, text);
    const read = readRecord(internationalEntry, text);
    return isFieldFault(read) ? read : { ...read, identification: '', name: '' };
  }

  *#keep(whole: WholeEntry & { readonly addenda: Addenda[] }): Generator<Fault> {
    const { fields, meaning, evidence } = whole;
    this.#entry = whole;
    this.#sums.entry(fields.routing, centsOf(fields.amount), meaning.direction);
    const allowed = serviceClasses[this.#header?.serviceClass ?? ''] ?? 'MIXED';
    if (allowed !== 'MIXED' && allowed !== meaning.direction) {
      yield faultAt(evidence.line, 'ach-entry-against-class');
    }
  }

  *#takeAddenda({ text, evidence }: AchRecord): Generator<Fault> {
    const read = readRecord(addenda, text);
    if (this.#entry === undefined) yield faultAt(evidence.line, 'record-misplaced');
    else if (isFieldFault(read)) yield faultAt(evidence.line, read.rule, read.column);
    else if (this.#entry.addenda.length >= mostAddenda) yield faultAt(evidence.line, 'ach-addenda-too-many');
    else {
      this.#entry.addenda.push({ evidence, kind: read.kind, text });
      this.#sums.addenda();
      if (read.kind === '98' || read.kind === '99') yield* reasonIn(text, evidence.line);
    }
  }

  /** Hands over the entry that is open, now that nothing more belongs to it. */
  *#endEntry(): Generator<BankLine | Fault> {
    if (this.#entry === undefined || this.#header === undefined) return;
    const whole = this.#entry;
    this.#entry = undefined;
    if (!addendaAsSaid(whole, this.#header)) yield faultAt(whole.evidence.line, 'ach-addenda-unlike-entry');
    if (!saysWhyItCameBack(whole.meaning, whole.addenda)) {
      yield faultAt(whole.evidence.line, 'ach-addenda-unlike-entry', 'code');
    }
    const line = lineOfEntry(whole, this.#header, this.#given.createdOn);
    this.#given.book.count(centsOf(line.amount), line.direction);
    yield line;
  }

  *#close({ text, evidence }: AchRecord): Generator<Fault> {
    const { line } = evidence;
    const control = readRecord(batchControl, text);
    this.found = this.#sums.found();
    if (isFieldFault(control)) {
      yield faultAt(line, control.rule, control.column);
      return;
    }
    for (const column of ['serviceClass', 'originatingBank', 'batchNumber'] as const) {
      if (this.#header !== undefined && control[column] !== this.#header[column]) {
        yield faultAt(line, 'ach-control-unlike-header', column);
      }
    }
    const place = { line, of: 'BATCH', number: this.#given.number } as const;
    yield* this.#sums.prove(control, place, this.#given.book);
  }
}

/** A return has a reason such as R01, a notice of change one such as C01. */
function* reasonIn(text: string, line: number): Generator<Fault> {
  const read = readRecord(returnAddenda, text);
  if (isFieldFault(read)) yield faultAt(line, read.rule, read.column);
  else if (!/^[RC][0-9]{2}$/.test(read.reason)) yield faultAt(line, 'field-not-in-list', 'reason');
}

/** Whether an entry has addenda if it says so; entries of class CTX, and international ones, say how many. */
function addendaAsSaid({ fields, addenda: added }: WholeEntry, { entryClass }: BatchHeader): boolean {
  if ((fields.hasAddenda === '1') !== added.length > 0) return false;
  if (entryClass !== 'CTX' || added.some(({ kind }) => kind !== '05')) return true;
  const said = /^[0-9]{4}/.exec(fields.name)?.[0];
  return said === undefined || Number(said) === added.length;
}

/** An entry that comes back says why in addenda of kind 98 or 99. */
function saysWhyItCameBack({ standing }: AchCode, added: readonly Addenda[]): boolean {
  return standing !== 'BACK' || added.some(({ kind }) => kind === '99' || kind === '98');
}
