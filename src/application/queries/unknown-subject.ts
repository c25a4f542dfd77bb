import type { Frame } from './frame.ts';

/** A list was narrowed to somebody or something that the ledger has never heard of, on any clock. */
export class UnknownSubject extends Error {
  /** The field of the filter: `victimId`. */
  readonly field: string;

  constructor(field: string) {
    super(`the ledger has never heard of this ${field.replace('Id', '')}`);
    this.name = 'UnknownSubject';
    this.field = field;
  }
}

/** Whether the ledger has heard of all that a filter names. @throws UnknownSubject where it has not */
export function expectKnown(frame: Frame, filter: object): void {
  for (const [field, id] of Object.entries(filter)) {
    const isNamed = field.endsWith('Id') && typeof id === 'string';
    if (isNamed && frame.numberOf(id) === 0) throw new UnknownSubject(field);
  }
}
