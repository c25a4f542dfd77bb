import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Remedy } from './remedy.ts';

/** Those of months of the books, in the words of docs/rejections.md. */
export const monthRemedies = {
  'month-not-over': {
    what: 'The month is not over on that day, or not by the clock of the ledger.',
    advice: 'Sign it when it is over, and on a later day.',
  },
  'month-before-open': {
    what: 'The month before it is not closed.',
    advice:
      'Close the earlier one first: what is recorded there changes this one. `restitution months` lists them.',
  },
  'month-closed': {
    what: 'It would change a month that is closed.',
    advice:
      'See what it would reach with `restitution back-dating`. If it is so, send it with `--reach-closed-months` (over HTTP, ' +
      '`Prefer: closed-months=reach`): the month tells of it from then on, and can be opened again (`ReopenMonth`).',
  },
  'month-not-closed': {
    what: 'The month is not closed.',
    advice: 'Correct the month. One that is open needs no opening.',
  },
  'books-do-not-balance': {
    what: 'Debits less credits are not 0.00 at the end of the month.',
    advice: 'Run `restitution verify`, then `restitution rebuild`, and look at the month again.',
  },
  'proof-differs': {
    what: 'Bank and books differ at the end of the month, and nothing explains it.',
    advice:
      'Look at `restitution proof --as-of` the last day: a line or an item is missing, or was booked twice.',
  },
  'statement-not-signed': {
    what: 'An account has no statement up to the end of the month, or one that two have not signed.',
    advice: 'Take the statement in, reconcile it, and have it prepared and approved (`restitution sign`).',
  },
} as const satisfies Partial<Record<RejectionCode, Remedy>>;
