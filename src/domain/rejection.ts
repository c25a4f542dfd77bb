import type { CalendarDate } from './calendar-date.ts';
import type { MoneyText } from './money.ts';
import type { RejectionCode } from './rejection-codes.ts';

/** What the law makes of what was sent, where it makes another thing of it. */
interface Findings {
  readonly figure?: MoneyText;
  readonly day?: CalendarDate;
}

/** A command refused: expected, harmless, and told to its sender. Nothing was recorded. */
export class Rejection extends Error {
  readonly code: RejectionCode;
  /** The field of the command that stands in the way, as a JSON Pointer; never its value. */
  readonly pointer: string;
  /** What the law makes of the sender's own figures, where it makes another one than was sent; else undefined. */
  readonly figure: MoneyText | undefined;
  /** The day that the law makes of what is recorded, where it is another one than was sent; else undefined. */
  readonly day: CalendarDate | undefined;

  constructor(code: RejectionCode, pointer = '', { figure, day }: Findings = {}) {
    super(code);
    this.name = 'Rejection';
    this.code = code;
    this.pointer = pointer;
    this.figure = figure;
    this.day = day;
  }
}

/** Refuses the command. @throws Rejection always */
export function reject(code: RejectionCode, pointer = '', more: Findings = {}): never {
  throw new Rejection(code, pointer, more);
}

/** A broken invariant: a bug or a damaged ledger. It is never caught on the way to a user as if it were expected. */
export class InvariantBroken extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantBroken';
  }
}

/** Stops where the ledger would be wrong. @throws InvariantBroken where `holds` is false */
export function invariant(holds: boolean, message: string): asserts holds {
  if (!holds) throw new InvariantBroken(message);
}
