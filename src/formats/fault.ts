import { bankRemedies } from './bank-remedies.ts';

/** Why a file, or a line of it, cannot be read: what is wrong there, and what to do about it. */
export interface Fault {
  /** Counted from 1, as an editor counts; 0 where the file as a whole is meant. */
  readonly line: number;
  /** The column of a table that is meant, where it is one: by its name, or as `#7` where its name is not ours. */
  readonly column?: string;
  readonly rule: FaultRule;
  /** What is expected and what to do, in plain words; never what stood there, because that may name a person. */
  readonly message: string;
}

/** What to do about each fault. The rules are part of the contract: add, never rename (docs/files.md). */
const remedies = {
  'file-empty': 'There is nothing in this file. Send a file with at least one line.',
  'file-not-text':
    'This is not a text file but an archive, a workbook or a document. Export it as CSV UTF-8.',
  'file-utf-16': 'This file is written in UTF-16. Save it again as CSV UTF-8.',
  'file-utf-32': 'This file is written in UTF-32. Save it again as CSV UTF-8.',
  'not-utf-8': 'This line is not UTF-8. Save the file again as CSV UTF-8.',
  'nul-byte': 'This line holds a NUL byte, which no text does. Export the file again.',
  'line-too-long': 'This line is longer than a line may be. Look for a missing line break.',
  'header-unknown': 'The first line must name the columns of a known layout.',
  'separator-wrong': 'Separate columns by commas, not by semicolons or tabs.',
  'column-missing': 'This column is missing. Add it to the first line, spelled exactly so.',
  'column-unknown': 'This layout has no such column. Remove it, or correct its spelling.',
  'column-twice': 'This column stands twice in the first line. Keep one of them.',
  'file-without-rows': 'There is only a header in this file. Add a row below it.',
  'row-too-short':
    'This row has fewer fields than the first line has columns. Write a comma for each empty field.',
  'row-too-long':
    'This row has more fields than the first line has columns. Put a field that holds a comma in quotes.',
  'quote-not-closed':
    'A quote is opened on this line and not closed on it. Close it; a field may not hold a line break.',
  'quote-misplaced':
    'A quote stands inside a field. Put the whole field in quotes and write each quote in it twice.',
  'too-many-rows': 'A file may hold at most 5,000,000 rows; nothing from here on was read. Split the file.',
  'json-invalid': 'This is not one JSON value. Write one JSON object, with nothing before or after it.',
  'json-too-deep': 'Objects and lists are nested too deep here. No command needs more than eight levels.',
  'json-key-twice': 'A key stands twice in the same object. Keep one of them.',
  'json-key-forbidden': 'Neither __proto__ nor constructor is the name of a field. Remove it.',
  'json-not-unicode':
    'A text holds half of a surrogate pair, which is no character. Write the character whole.',
  ...bankRemedies,
} as const;

export type FaultRule = keyof typeof remedies;

/** Every rule by which a file may be refused, for the documents to explain. */
export const faultRules = Object.keys(remedies) as FaultRule[];

/** What to do about a fault of this rule. */
export function remedyFor(rule: FaultRule): string {
  return remedies[rule];
}

/** A fault at this line, with the remedy that its rule has; a column where one is meant. */
export function faultAt(line: number, rule: FaultRule, column?: string): Fault {
  const fault = { line, rule, message: remedies[rule] };
  return column === undefined ? fault : { ...fault, column };
}
