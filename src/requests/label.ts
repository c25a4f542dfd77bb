import { idPattern } from '../domain/ids.ts';

/** What the directory, beside the ledger, knows by name. */
export type LabelKind =
  'victim' | 'case' | 'defendant' | 'order' | 'representative' | 'account' | 'signatory';

/**
 * How people call something: a docket number, a court's pseudonym. It goes to the directory and never into a command,
 * so that no event holds the name of a person.
 */
export interface Label {
  readonly kind: LabelKind;
  readonly id: string;
  readonly text: string;
}

/** In characters. */
export const longestLabel = 120;

/** Printable characters and single-width spaces, no space at either end; to be compiled with the flag `u`. */
export const labelPattern = '^(?! )(?:[^\\p{C}\\p{Z}]| ){1,120}(?<! )$';

/**
 * Whether the text can be a label. What looks like an id cannot: whoever misspells an id must be told so, and not be
 * given a new victim of that name.
 */
export function isLabel(text: string): boolean {
  return printable.test(composed(text)) && !looksLikeId(text);
}

/**
 * The text in composed form (NFC). Labels are kept and compared in it: as some machines write an accent, what looks like
 * a label that is there already would otherwise be another.
 */
export function composed(text: string): string {
  return text.normalize('NFC');
}

/** A label as it goes to the directory; none where the request gives none. */
export function labelOf(kind: LabelKind, id: string, text: string | null): Label | undefined {
  return text === null ? undefined : { kind, id, text: composed(text) };
}

/** How an order is called that came in a table: every docket has an entry 41, so the id of the case completes it. */
export function inItsCase(docketEntry: string, caseId: string): string {
  return `${docketEntry} (${caseId})`;
}

/** What an id that can have a label is the id of; undefined where it is no such id. */
export function labelKindOf(id: string): LabelKind | undefined {
  return labelKinds.find((kind) => new RegExp(idPattern(kind)).test(id));
}

const labelKinds: readonly LabelKind[] = [
  'victim',
  'case',
  'defendant',
  'order',
  'representative',
  'account',
  'signatory',
];

/** Whether the text is an id, or would be one but for a slip of the pen. */
export function looksLikeId(text: string): boolean {
  return idLike.test(text);
}

const printable = new RegExp(labelPattern, 'u');
const idLike = /^[a-z]-[0-9a-z]+$/;
