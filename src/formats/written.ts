import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { isFieldFault, writeRecord, type FieldFault, type RecordTable } from './fixed-width/record-table.ts';

/** A file that can be written, line by line, each with its end; or everything that keeps it from being written. */
export type Written =
  | { readonly isGood: true; readonly lines: () => Generator<string> }
  | { readonly isGood: false; readonly faults: readonly Fault[] };

const mostFaults = 1_000;

/**
 * A file is made twice: once to see whether all of it can be, and then for whoever asks for its lines. So no file is ever half
 * written because its last payment does not fit, and none is held in memory.
 */
export function written(make: () => Generator<string | Fault>): Written {
  const faults: Fault[] = [];
  for (const each of make()) {
    if (typeof each !== 'string' && faults.length < mostFaults) faults.push(each);
  }
  if (faults.length > 0) return { isGood: false, faults };
  return {
    isGood: true,
    lines: function* () {
      for (const each of make()) if (typeof each === 'string') yield `${each}\n`;
    },
  };
}

/** A record of fixed width; or the fault of its field, with the how-manieth payment it is for a line, and 0 for the file itself. */
export function record<Name extends string>(
  table: RecordTable<Name>,
  values: Readonly<Partial<Record<Name, string>>>,
  payment: number,
): string | Fault {
  const text: string | FieldFault = writeRecord(table, values);
  return isFieldFault(text) ? faultAt(payment, text.rule, text.column) : text;
}
