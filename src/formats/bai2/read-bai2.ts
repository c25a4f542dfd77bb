import type { BankLine } from '../bank-line.ts';
import { dayOfSix } from '../days.ts';
import { faultAt, type Fault } from '../fault.ts';
import type { Declared, ProofBook } from '../file-proof.ts';
import { isFault, type Bytes } from '../lines.ts';
import type { Reading, ReadingWith } from '../reader.ts';
import { BaiAccount, type BaiGroup } from './account.ts';
import { baiAmount, BaiFields } from './fields.ts';
import { baiRecords, type BaiRecord } from './records.ts';

/**
 * Reads a BAI2 file: the details of every account, with its balances. The sums and counts of every account, every group and
 * the file are proved. Holds one record at a time.
 */
export async function* readBai2(bytes: Bytes, { book, encoding }: ReadingWith): Reading {
  const file = new BaiFile(book);
  for await (const record of baiRecords(bytes, encoding)) {
    if (isFault(record)) yield record;
    else yield* file.take(record);
    if (file.isLost || (isFault(record) && record.line === 0)) return;
  }
  yield* file.finish();
}

/** What a group, or the file, comes to so far. */
interface Sums {
  sum: bigint;
  /** Accounts of a group, groups of a file. */
  parts: number;
  records: number;
}

const nothing = (): Sums => ({ sum: 0n, parts: 0, records: 0 });

/** Statuses of a group that say that it is in force: it is new, or put right. A deletion and a test are not. */
const statusesInForce = ['1', '3'];

class BaiFile {
  readonly #book: ProofBook;
  readonly #file = nothing();
  #inGroup: Sums | undefined;
  #group: BaiGroup = { asOf: '', currency: 'USD' };
  #account: BaiAccount | undefined;
  #groups = 0;
  #accounts = 0;
  #isOpen = false;
  #isClosed = false;
  isLost = false;

  constructor(book: ProofBook) {
    this.#book = book;
  }

  *take(record: BaiRecord): Generator<BankLine | Fault> {
    const { line } = record.evidence;
    if (!this.#isOpen && record.code !== '01') {
      yield faultAt(line, 'record-misplaced', 'file header');
      this.isLost = true;
    } else if (this.#mayStandHere(record.code)) yield* this.#inPlace(record);
    else yield faultAt(line, 'record-misplaced');
  }

  *finish(): Generator<Fault> {
    if (this.#isOpen && !this.#isClosed) yield faultAt(0, 'record-missing', 'file trailer');
  }

  #mayStandHere(code: string): boolean {
    if (this.#isClosed) return false;
    if (code === '01') return !this.#isOpen;
    if (code === '02' || code === '99') return this.#inGroup === undefined;
    if (code === '03' || code === '98') return this.#inGroup !== undefined && this.#account === undefined;
    return this.#account !== undefined;
  }

  *#inPlace(record: BaiRecord): Generator<BankLine | Fault> {
    if (record.code === '01') yield* this.#openFile(record);
    else if (record.code === '02') yield* this.#openGroup(record);
    else if (record.code === '03') yield* this.#openAccount(record);
    else if (record.code === '16') yield* this.#account?.detail(record) ?? [];
    else if (record.code === '49') yield* this.#closeAccount(record);
    else if (record.code === '98') yield* this.#closeGroup(record);
    else yield* this.#closeFile(record);
  }

  *#openFile({ body, count, evidence }: BaiRecord): Generator<Fault> {
    this.#isOpen = true;
    this.#file.records = count;
    if (/[,\n]2\s*$/.test(body)) return;
    yield faultAt(evidence.line, 'message-unknown', 'version');
  }

  *#openGroup({ body, count, evidence }: BaiRecord): Generator<Fault> {
    const { line } = evidence;
    const fields = new BaiFields(body);
    const [, , status, asOf, , currency] = Array.from({ length: 6 }, () => fields.next());
    const day = dayOfSix(asOf ?? '');
    this.#groups += 1;
    this.#inGroup = { sum: 0n, parts: 0, records: count };
    this.#group = { asOf: day ?? '', currency: currency === '' || currency === undefined ? 'USD' : currency };
    if (day === undefined) yield faultAt(line, 'field-not-a-date', 'asOfDate');
    if (!statusesInForce.includes(status ?? '')) yield faultAt(line, 'field-not-in-list', 'groupStatus');
  }

  *#openAccount(record: BaiRecord): Generator<Fault> {
    this.#accounts += 1;
    this.#account = new BaiAccount(this.#group, this.#accounts, this.#book);
    yield* this.#account.open(record);
  }

  *#closeAccount(record: BaiRecord): Generator<Fault> {
    if (this.#account === undefined || this.#inGroup === undefined) return;
    const { sum, records } = yield* this.#account.close(record);
    this.#inGroup.sum += sum;
    this.#inGroup.parts += 1;
    this.#inGroup.records += records;
    this.#account = undefined;
  }

  *#closeGroup(record: BaiRecord): Generator<Fault> {
    if (this.#inGroup === undefined) return;
    this.#inGroup.records += record.count;
    const place = { line: record.evidence.line, of: 'GROUP', number: this.#groups } as const;
    yield* this.#prove(record, this.#inGroup, { ...place, total: 'accounts' });
    this.#file.sum += this.#inGroup.sum;
    this.#file.parts += 1;
    this.#file.records += this.#inGroup.records;
    this.#inGroup = undefined;
  }

  *#closeFile(record: BaiRecord): Generator<Fault> {
    this.#isClosed = true;
    this.#file.records += record.count;
    const place = { line: record.evidence.line, of: 'FILE', number: 1 } as const;
    yield* this.#prove(record, this.#file, { ...place, total: 'groups' });
  }

  /** Holds a trailer against what was found. */
  *#prove(record: BaiRecord, found: Sums, place: Omit<Declared, 'unit'>): Generator<Fault> {
    const fields = new BaiFields(record.body);
    const [sum, parts, records] = [fields.next(), fields.next(), fields.next()].map(baiAmount);
    if (sum === undefined || parts === undefined || records === undefined) {
      yield faultAt(record.evidence.line, 'field-not-an-amount');
      return;
    }
    const faults = [
      this.#book.prove({ ...place, total: 'sum of all amounts', unit: 'CENTS' }, sum, found.sum),
      this.#book.prove({ ...place, unit: 'COUNT' }, parts, BigInt(found.parts)),
      this.#book.prove({ ...place, total: 'records', unit: 'COUNT' }, records, BigInt(found.records)),
    ];
    for (const fault of faults) if (fault !== undefined) yield fault;
  }
}
