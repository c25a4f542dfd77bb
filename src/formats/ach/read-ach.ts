import type { BankLine } from '../bank-line.ts';
import { faultAt, type Fault } from '../fault.ts';
import { isFieldFault, readRecord, type Fields, type RecordTable } from '../fixed-width/record-table.ts';
import type { ProofBook } from '../file-proof.ts';
import { isFault, type Bytes } from '../lines.ts';
import type { Reading, ReadingWith } from '../reader.ts';
import { AchBatch } from './batch.ts';
import { achLength, fileControl, fileHeader, isFiller } from './layout.ts';
import { achRecords, type AchRecord } from './records.ts';
import { AchSums } from './sums.ts';

/**
 * Reads a NACHA file: entries with their addenda, returns and notices of change among them. Every total of every batch and of
 * the file is proved. Holds one batch header and one entry at a time, however long the file.
 */
export async function* readAch(bytes: Bytes, { book, encoding }: ReadingWith): Reading {
  const file = new AchFile(book);
  for await (const record of achRecords(bytes, encoding)) {
    if (isFault(record)) {
      yield record;
      if (record.line === 0) return;
    } else yield* file.take(record);
    if (file.isLost) return;
  }
  yield* file.finish();
}

class AchFile {
  readonly #book: ProofBook;
  readonly #sums = new AchSums();
  /** When the file was made; undefined until its header has been read. */
  #createdOn: string | undefined;
  #batch: AchBatch | undefined;
  #batches = 0;
  #records = 0;
  #isClosed = false;
  /** Whether nothing more can be understood, because the file does not begin as one. */
  isLost = false;

  constructor(book: ProofBook) {
    this.#book = book;
  }

  *take(record: AchRecord): Generator<BankLine | Fault> {
    const { line } = record.evidence;
    if (this.#isClosed) {
      if (!isFiller(record.text)) yield faultAt(line, 'record-misplaced');
      return;
    }
    this.#records += 1;
    if (this.#createdOn === undefined) yield* this.#open(record);
    else yield* this.#inside(record);
  }

  *finish(): Generator<Fault> {
    if (this.#batch !== undefined) yield faultAt(0, 'record-missing', 'batch control');
    if (this.#createdOn !== undefined && !this.#isClosed) yield faultAt(0, 'record-missing', 'file control');
  }

  *#open({ text, evidence }: AchRecord): Generator<Fault> {
    if (!text.startsWith('1')) {
      yield faultAt(evidence.line, 'record-misplaced', 'file header');
      this.isLost = true;
      return;
    }
    const header = readRecord(fileHeader, text);
    this.#createdOn = isFieldFault(header) ? '' : header.createdOn;
    if (isFieldFault(header)) yield faultAt(evidence.line, header.rule, header.column);
    else if (header.recordSize !== '094') yield faultAt(evidence.line, 'field-not-in-list', 'recordSize');
  }

  *#inside(record: AchRecord): Generator<BankLine | Fault> {
    const { line } = record.evidence;
    const type = record.text.charAt(0);
    if (type === '5') yield* this.#openBatch(record);
    else if (type === '9') yield* this.#close(record);
    else if (!/[678]/.test(type)) yield faultAt(line, type === '1' ? 'record-misplaced' : 'record-unknown');
    else if (this.#batch === undefined) yield faultAt(line, 'record-misplaced');
    else yield* this.#inBatch(this.#batch, record);
  }

  *#openBatch(record: AchRecord): Generator<Fault> {
    if (this.#batch !== undefined) yield faultAt(record.evidence.line, 'record-missing', 'batch control');
    this.#batches += 1;
    const given = { number: this.#batches, createdOn: this.#createdOn ?? '', book: this.#book };
    this.#batch = new AchBatch(given);
    yield* this.#batch.open(record);
  }

  *#inBatch(batch: AchBatch, record: AchRecord): Generator<BankLine | Fault> {
    yield* batch.take(record);
    if (batch.found === undefined) return;
    this.#sums.include(batch.found);
    this.#batch = undefined;
  }

  *#close({ text, evidence }: AchRecord): Generator<Fault> {
    const { line } = evidence;
    if (isFiller(text)) {
      yield faultAt(line, 'record-missing', 'file control');
      this.#isClosed = true;
      return;
    }
    if (this.#batch !== undefined) yield faultAt(line, 'record-missing', 'batch control');
    this.#batch = undefined;
    this.#isClosed = true;
    const control = readRecord(fileControl, text);
    if (isFieldFault(control)) yield faultAt(line, control.rule, control.column);
    else yield* this.#prove(control, line);
  }

  *#prove(control: FieldsOf<typeof fileControl>, line: number): Generator<Fault> {
    const place = { line, of: 'FILE', number: 1 } as const;
    const batches = { ...place, total: 'batches', unit: 'COUNT' } as const;
    const wrongBatches = this.#book.prove(batches, BigInt(control.batchCount), BigInt(this.#batches));
    if (wrongBatches !== undefined) yield wrongBatches;
    const blocks = { ...place, total: 'blocks of ten records', unit: 'COUNT' } as const;
    const found = BigInt(Math.ceil(this.#records / 10));
    const wrongBlocks = this.#book.prove(blocks, BigInt(control.blockCount), found);
    if (wrongBlocks !== undefined) yield wrongBlocks;
    yield* this.#sums.prove(control, place, this.#book);
  }
}

type FieldsOf<Table> = Table extends RecordTable<infer Name> ? Fields<Name> : never;

/** Whether a file begins as a NACHA file does, or with a record of one whose header somebody has cut off. */
export function looksLikeAch(head: string): boolean {
  return /^101.{25,40}0[0-9]{2}101/.test(head.slice(0, achLength)) || /^[5-8][0-9]{2}.{91}[\r\n]/.test(head);
}
