import type { CalendarDate } from '../calendar-date.ts';

/** A provision of law as the ledger holds it: where it stands, since when, and what it says. */
export interface Statute {
  /** As a brief would cite it: `18 U.S.C. 2259(b)(2)(C)`. Stored by every event that the provision causes. */
  readonly citation: string;
  /** The first day of an offence to which it applies. */
  readonly inForceFrom: CalendarDate;
  /** The words of the law, or those of them that the functions beside it carry out. */
  readonly words: string;
}
