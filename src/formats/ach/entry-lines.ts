import { spanning, type BankLine, type BankLineKind, type Evidence } from '../bank-line.ts';
import { dayOfSix } from '../days.ts';
import { isFieldFault, readRecord, type Fields } from '../fixed-width/record-table.ts';
import type { AchCode } from './codes.ts';
import { returnAddenda, type batchHeader } from './layout.ts';

/** The header of the batch that an entry stands in. */
export type BatchHeader = Fields<keyof (typeof batchHeader)['fields']>;

/** An entry with all that was added to it. */
export interface WholeEntry {
  readonly evidence: Evidence;
  readonly meaning: AchCode;
  readonly fields: EntryFields;
  readonly addenda: readonly Addenda[];
}

/** What entries of all classes have in common. */
export interface EntryFields {
  readonly code: string;
  readonly routing: string;
  readonly account: string;
  readonly amount: string;
  readonly identification: string;
  readonly name: string;
  readonly hasAddenda: string;
  readonly trace: string;
}

/** One record that was added to an entry. */
export interface Addenda {
  readonly evidence: Evidence;
  readonly kind: string;
  readonly text: string;
}

/** The line that an entry comes to. */
export function lineOfEntry(entry: WholeEntry, batch: BatchHeader, createdOn: string): BankLine {
  const { fields, meaning, addenda } = entry;
  const returned = returnOf(addenda);
  const name = receiverOf(entry, batch.entryClass);
  return {
    evidence: spanning(entry.evidence, addenda.at(-1)?.evidence ?? entry.evidence),
    kind: kindOf(entry, batch),
    amount: fields.amount,
    direction: meaning.direction,
    currency: 'USD',
    bookedOn: createdOn,
    valuedOn: dayOfSix(batch.effectiveOn),
    references: {
      trace: fields.trace,
      originalTrace: present(returned?.originalTrace),
      customer: present(fields.identification),
      batch: batch.batchNumber,
    },
    reason: returned?.reason,
    code: fields.code,
    originator: present(batch.companyId),
    party: { name: present(name), account: present(fields.account), routing: fields.routing },
    remittance: present(returned === undefined ? remittanceOf(addenda) : returned.information),
  };
}

function kindOf({ meaning, addenda }: WholeEntry, batch: BatchHeader): BankLineKind {
  if (addenda.some(({ kind }) => kind === '99')) return 'RETURN';
  if (addenda.some(({ kind }) => kind === '98')) return 'NOTICE_OF_CHANGE';
  if (meaning.standing === 'PRENOTE') return 'PRENOTE';
  // The rules of the network give a reversal this one word.
  if (batch.description.toUpperCase() === 'REVERSAL') return 'REVERSAL';
  return meaning.direction === 'CREDIT' ? 'DEPOSIT' : 'WITHDRAWAL';
}

function returnOf(addenda: readonly Addenda[]) {
  const last = addenda.find(({ kind }) => kind === '99' || kind === '98');
  const read = last && readRecord(returnAddenda, last.text);
  return read === undefined || isFieldFault(read) ? undefined : read;
}

/** What the addenda of kind 05 say, one after the other as one text. */
function remittanceOf(addenda: readonly Addenda[]): string {
  return addenda
    .filter(({ kind }) => kind === '05')
    .map(({ text }) => text.slice(3, 83))
    .join('')
    .trim();
}

/** Of an international entry the first addenda has the receiver's name; of a CTX entry four digits stand before it. */
function receiverOf({ fields, addenda }: WholeEntry, entryClass: string): string {
  if (entryClass === 'CTX') return fields.name.replace(/^[0-9]{4}/, '');
  if (entryClass !== 'IAT') return fields.name;
  return (
    addenda
      .find(({ kind }) => kind === '10')
      ?.text.slice(46, 81)
      .trim() ?? ''
  );
}

function present(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
