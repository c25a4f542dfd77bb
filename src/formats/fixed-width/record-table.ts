import { amountOfDigits, centsOf } from '../cents.ts';
import { dayOfSix } from '../days.ts';
import type { FaultRule } from '../fault.ts';
import { inPlainLetters } from './plain-letters.ts';
import { isRoutingNumber } from './routing-number.ts';

/** One field of a record of fixed width. */
export interface Field {
  /** The first position, counted from 1 as every layout counts. */
  readonly from: number;
  readonly length: number;
  readonly kind: FieldKind;
  /** Whether it may be blank; then it is read as ''. */
  readonly optional?: boolean;
  /** Whether a longer text is cut when it is written, as layouts allow of names. */
  readonly cut?: boolean;
}

/**
 * What a field holds: `text` stands left and `right` right, filled with blanks; `digits` are filled with zeros; `cents` is an
 * amount without a point; `day` is `260302`; `routing` is the nine digits of a routing number, the last of which checks
 * the others.
 */
export type FieldKind = 'text' | 'right' | 'digits' | 'cents' | 'day' | 'routing';

/** The layout of one kind of record: it can be read by it and written by it. */
export interface RecordTable<Name extends string = string> {
  readonly length: number;
  readonly fields: Readonly<Record<Name, Field>>;
  /** The same fields one after the other, as they are read. */
  readonly inOrder: readonly (readonly [Name, Field])[];
}

/** The fields of a record by name: amounts as `"5117.92"`, days as `2026-03-02`, texts without the blanks around them. */
export type Fields<Name extends string> = Readonly<Record<Name, string>>;

/** Why a field cannot be read or written. */
export interface FieldFault {
  readonly column: string;
  readonly rule: FaultRule;
}

/** Writes a layout down: name, first position, length, kind, in this order, one field a line. */
export function recordTable<Name extends string>(
  length: number,
  fields: Readonly<Record<Name, Field>>,
): RecordTable<Name> {
  return { length, fields, inOrder: Object.entries<Field>(fields) as [Name, Field][] };
}

/** Reads a record, which the caller has brought to its full length. */
export function readRecord<Name extends string>(
  table: RecordTable<Name>,
  record: string,
): Fields<Name> | FieldFault {
  const fields: Partial<Record<Name, string>> = {};
  for (const [name, field] of table.inOrder) {
    const read = readField(field, record.slice(field.from - 1, field.from - 1 + field.length));
    if (typeof read !== 'string') return { column: name, rule: read.rule };
    fields[name] = read;
  }
  return fields as Fields<Name>;
}

/** Whether a record could not be read, or written. */
export function isFieldFault(read: object | string): read is FieldFault {
  return typeof read === 'object' && 'rule' in read;
}

function readField(field: Field, raw: string): string | { readonly rule: FaultRule } {
  const text = raw.trim();
  if (field.kind === 'text' || field.kind === 'right') {
    return text === '' && field.optional !== true ? { rule: 'field-blank' } : text;
  }
  if (text === '' && field.optional === true) return '';
  return readDigits(field, raw);
}

const digits = /^[0-9]+$/;

function readDigits({ kind, optional }: Field, raw: string): string | { readonly rule: FaultRule } {
  if (!digits.test(raw)) return { rule: 'field-not-digits' };
  if (kind === 'digits') return raw;
  if (kind === 'cents') return amountOfDigits(raw);
  if (kind === 'routing') return isRoutingNumber(raw) ? raw : { rule: 'routing-number-wrong' };
  if (optional === true && !/[1-9]/.test(raw)) return '';
  return dayOfSix(raw) ?? { rule: 'field-not-a-date' };
}

/** Writes a record of its full length; a field that is not named is blank, or zeros where it holds digits. */
export function writeRecord<Name extends string>(
  table: RecordTable<Name>,
  values: Readonly<Partial<Record<Name, string>>>,
): string | FieldFault {
  let record = '';
  for (const [name, field] of table.inOrder) {
    const written = writeField(field, values[name] ?? '');
    if (typeof written !== 'string') return { column: name, rule: written.rule };
    record = record.padEnd(field.from - 1) + written;
  }
  return record.padEnd(table.length);
}

function writeField(field: Field, value: string): string | { readonly rule: FaultRule } {
  const isText = field.kind === 'text' || field.kind === 'right';
  if (value === '' && (field.optional === true || isText)) return blankOf(field);
  const text = isText ? inPlainLetters(value) : digitsOf(field, value);
  if (text === undefined) return { rule: isText ? 'not-writable' : 'field-not-digits' };
  if (text.length > field.length && field.cut !== true) return { rule: 'does-not-fit' };
  return filled(text.slice(0, field.length), field);
}

function filled(text: string, { kind, length }: Field): string {
  if (kind === 'text') return text.padEnd(length);
  return text.padStart(length, kind === 'right' ? ' ' : '0');
}

function blankOf({ kind, length, optional }: Field): string {
  return kind === 'cents' && optional !== true ? '0'.repeat(length) : ' '.repeat(length);
}

function digitsOf({ kind }: Field, value: string): string | undefined {
  if (kind === 'cents') return /^[0-9]+\.[0-9]{2}$/.test(value) ? String(centsOf(value)) : undefined;
  if (kind === 'day') return dayOfSix(sixOf(value)) === value ? sixOf(value) : undefined;
  if (kind === 'routing') return isRoutingNumber(value) ? value : undefined;
  return value === '' || digits.test(value) ? value : undefined;
}

function sixOf(day: string): string {
  return day.slice(2).replaceAll('-', '');
}
