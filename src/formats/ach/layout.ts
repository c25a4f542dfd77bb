/** The records of a NACHA file: 94 characters each, told apart by the first. */
import { recordTable, type Field } from '../fixed-width/record-table.ts';

const text = (from: number, length: number): Field => ({ from, length, kind: 'text', optional: true });
const name = (from: number, length: number): Field => ({
  from,
  length,
  kind: 'text',
  optional: true,
  cut: true,
});
const right = (from: number, length: number): Field => ({ from, length, kind: 'right', optional: true });
const digits = (from: number, length: number): Field => ({ from, length, kind: 'digits' });
const cents = (from: number, length: number): Field => ({ from, length, kind: 'cents' });
const routing = (from: number): Field => ({ from, length: 9, kind: 'routing' });

/** How long every record is. */
export const achLength = 94;

/** 1: who sends the file to whom, and when it was made. */
export const fileHeader = recordTable(achLength, {
  type: digits(1, 1),
  priority: text(2, 2),
  destination: right(4, 10),
  origin: right(14, 10),
  createdOn: { from: 24, length: 6, kind: 'day' },
  createdAt: text(30, 4),
  modifier: text(34, 1),
  recordSize: text(35, 3),
  blockingFactor: text(38, 2),
  formatCode: text(40, 1),
  destinationName: name(41, 23),
  originName: name(64, 23),
  reference: text(87, 8),
});

/** 5: whose entries follow, of which class, and on which day they are meant to take effect. */
export const batchHeader = recordTable(achLength, {
  type: digits(1, 1),
  serviceClass: digits(2, 3),
  companyName: name(5, 16),
  companyData: text(21, 20),
  companyId: text(41, 10),
  entryClass: text(51, 3),
  description: name(54, 10),
  describedOn: text(64, 6),
  effectiveOn: text(70, 6),
  settlement: text(76, 3),
  originatorStatus: text(79, 1),
  originatingBank: digits(80, 8),
  batchNumber: digits(88, 7),
});

/** 6: one entry. Of an international one the name stands in its addenda, and the account is longer. */
export const entry = recordTable(achLength, {
  type: digits(1, 1),
  code: digits(2, 2),
  routing: routing(4),
  account: text(13, 17),
  amount: cents(30, 10),
  identification: text(40, 15),
  name: name(55, 22),
  discretionary: text(77, 2),
  hasAddenda: digits(79, 1),
  trace: digits(80, 15),
});

/** 6 of class IAT. */
export const internationalEntry = recordTable(achLength, {
  type: digits(1, 1),
  code: digits(2, 2),
  routing: routing(4),
  addendaCount: digits(13, 4),
  amount: cents(30, 10),
  account: text(40, 35),
  hasAddenda: digits(79, 1),
  trace: digits(80, 15),
});

/** 7: what is added to an entry; what stands in it depends on its kind. */
export const addenda = recordTable(achLength, {
  type: digits(1, 1),
  kind: digits(2, 2),
  information: text(4, 80),
  sequence: text(84, 4),
  entrySequence: text(88, 7),
});

/** 7 of kind 99, a return, and of kind 98, a notice of change. */
export const returnAddenda = recordTable(achLength, {
  type: digits(1, 1),
  kind: digits(2, 2),
  reason: { from: 4, length: 3, kind: 'text' },
  originalTrace: text(7, 15),
  diedOn: text(22, 6),
  originalBank: text(28, 8),
  information: text(36, 44),
  trace: text(80, 15),
});

/** 8: what the entries of the batch come to. */
export const batchControl = recordTable(achLength, {
  type: digits(1, 1),
  serviceClass: digits(2, 3),
  entryCount: digits(5, 6),
  entryHash: digits(11, 10),
  debits: cents(21, 12),
  credits: cents(33, 12),
  companyId: text(45, 10),
  authentication: text(55, 19),
  reserved: text(74, 6),
  originatingBank: digits(80, 8),
  batchNumber: digits(88, 7),
});

/** 9: what the batches come to. */
export const fileControl = recordTable(achLength, {
  type: digits(1, 1),
  batchCount: digits(2, 6),
  blockCount: digits(8, 6),
  entryCount: digits(14, 8),
  entryHash: digits(22, 10),
  debits: cents(32, 12),
  credits: cents(44, 12),
  reserved: text(56, 39),
});

/** What fills the last block of ten records. */
export const filler = '9'.repeat(achLength);

/** Whether a line is of fillers, which some cut short. */
export function isFiller(line: string): boolean {
  return line.length > 1 && /^9{2,94}$/.test(line) && line.length >= 56;
}
