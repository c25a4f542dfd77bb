import { amountText, centsOf } from '../cents.ts';
import { faultAt, type Fault } from '../fault.ts';
import { record, written, type Written } from '../written.ts';
import { addenda, batchControl, batchHeader, entry, fileControl, fileHeader, filler } from './layout.ts';
import { AchSums } from './sums.ts';

/** Who sends credits through which bank, as that bank has told them to write it. */
export interface AchOrigin {
  /** The bank's routing number, and its name. */
  readonly destination: string;
  readonly destinationName: string;
  /** The sender's number with that bank, ten characters, and name. */
  readonly origin: string;
  readonly originName: string;
  readonly companyName: string;
  readonly companyId: string;
  /** What payees see: at most ten letters. */
  readonly description: string;
  readonly entryClass: 'PPD' | 'CCD';
  /** The day on which the file is made, and the hour as `1430`. */
  readonly createdOn: string;
  readonly createdAt: string;
  /** Tells several files of one day apart: `A`, `B` and so on. */
  readonly modifier: string;
  readonly effectiveOn: string;
}

/** One credit to one payee. */
export interface AchCredit {
  readonly routing: string;
  readonly account: string;
  readonly accountKind: 'CHECKING' | 'SAVINGS';
  readonly amount: string;
  /** By which the sender knows it again when it comes back. */
  readonly payment: string;
  readonly name: string;
  readonly remittance?: string | undefined;
  /** Fifteen digits, those of the bank first; the place in the file unless told. */
  readonly trace?: string | undefined;
}

/** A NACHA file of credits: one batch, with every total that a bank will prove. */
export function writeAchCredits(origin: AchOrigin, credits: readonly AchCredit[]): Written {
  return written(() => recordsOf(origin, credits));
}

function* recordsOf(origin: AchOrigin, credits: readonly AchCredit[]): Generator<string | Fault> {
  const sums = new AchSums();
  const bank = origin.destination.slice(0, 8);
  yield headerOf(origin);
  yield record(batchHeader, { ...batchOf(origin), effectiveOn: sixOf(origin.effectiveOn) }, 0);
  let records = 4;
  for (const [at, credit] of credits.entries()) {
    for (const each of entryOf(credit, bank, at + 1)) {
      records += 1;
      yield each;
    }
    count(credit, sums);
  }
  const { count: entryCount, hash, credits: total } = sums.found();
  const totals = {
    entryCount: String(entryCount),
    entryHash: String(hash),
    debits: '0.00',
    credits: amountText(total),
  };
  yield record(batchControl, { ...batchOf(origin), ...totals, type: '8' }, 0);
  const blocks = Math.ceil(records / 10);
  yield record(fileControl, { type: '9', batchCount: '1', blockCount: String(blocks), ...totals }, 0);
  for (let at = records; at < 10 * blocks; at += 1) yield filler;
  if (credits.length === 0) yield faultAt(0, 'file-without-rows');
}

function headerOf(origin: AchOrigin): string | Fault {
  const { destination, destinationName, originName, createdOn, createdAt, modifier } = origin;
  const names = { destination, destinationName, origin: origin.origin, originName };
  const made = { createdOn, createdAt, modifier };
  const form = { type: '1', priority: '01', recordSize: '094', blockingFactor: '10', formatCode: '1' };
  return record(fileHeader, { ...form, ...names, ...made }, 0);
}

/** What the header of the batch and its control have in common, and the rest of the header. */
function batchOf({ companyName, companyId, description, entryClass, destination }: AchOrigin) {
  return {
    type: '5',
    serviceClass: '220',
    companyName,
    companyId,
    description,
    entryClass,
    originatorStatus: '1',
    originatingBank: destination.slice(0, 8),
    batchNumber: '1',
  };
}

function* entryOf(credit: AchCredit, bank: string, number: number): Generator<string | Fault> {
  const { routing, account, amount, name, remittance } = credit;
  const trace = credit.trace ?? bank + String(number).padStart(7, '0');
  const code = credit.accountKind === 'CHECKING' ? '22' : '32';
  const isAdded = remittance !== undefined && remittance !== '';
  const written = { type: '6', code, routing, account, amount, identification: credit.payment };
  if (!/[1-9]/.test(amount)) yield faultAt(number, 'field-not-an-amount', 'amount');
  if (account === '') yield faultAt(number, 'field-blank', 'account');
  yield record(entry, { ...written, name, hasAddenda: isAdded ? '1' : '0', trace }, number);
  if (!isAdded) return;
  const added = { type: '7', kind: '05', information: remittance, sequence: '0001' };
  yield record(addenda, { ...added, entrySequence: trace.slice(8) }, number);
}

function count({ routing, amount, remittance }: AchCredit, sums: AchSums): void {
  const isWritable = /^[0-9]{9}$/.test(routing) && /^[0-9]+\.[0-9]{2}$/.test(amount);
  if (!isWritable) return;
  sums.entry(routing, centsOf(amount), 'CREDIT');
  if (remittance !== undefined && remittance !== '') sums.addenda();
}

function sixOf(day: string): string {
  return day.slice(2).replaceAll('-', '');
}
