import { dataOption, jsonOption } from './options.ts';
import { signatureOptions } from './signature-options.ts';
import type { Option, Verb } from './verb.ts';

const month = { syntax: '<month>', meaning: 'year and month, as 2026-03' };

const known: readonly Option[] = [
  {
    flags: '--known-at <instant>',
    meaning: 'what had been recorded by then: 2026-03-02T17:00:00Z, or a day',
  },
  dataOption,
  jsonOption,
  { flags: '--no-labels', meaning: 'show ids without their labels' },
];

/** The verbs about the months of the books. */
export const closingVerbs: readonly Verb[] = [
  {
    name: 'months',
    summary: 'List the months that somebody has signed, and those that were changed since they were closed.',
    args: [],
    options: known,
    examples: ['restitution months', 'restitution months --json'],
    exits: ['notFound', 'someBad'],
    load: async () => (await import('./show-month.ts')).listMonths,
  },
  {
    name: 'month',
    summary:
      'Show a month as it is signed: balances, proofs, what is open, and what keeps it from being closed.',
    args: [month],
    options: known,
    examples: ['restitution month 2026-03', 'restitution month 2026-03 --json'],
    exits: ['notFound', 'someBad'],
    load: async () => (await import('./show-month.ts')).showMonth,
  },
  {
    name: 'close',
    summary: 'Sign the end of a month: one prepares it, another approves it, and then it is closed.',
    args: [month],
    options: [...signatureOptions, dataOption, jsonOption],
    examples: [
      'restitution close 2026-03 --as prepared --by w-8h2c',
      'restitution close 2026-03 --as approved --by w-3k9d',
    ],
    exits: ['notFound', 'rejected', 'conflict'],
    load: async () => (await import('./close-month.ts')).closeMonth,
  },
  {
    name: 'reopen',
    summary: 'Open a closed month again, with the reason; what was changed since is told.',
    args: [month],
    options: [
      {
        flags: '--reason <reason>',
        meaning: 'late-fact, wrong-record, court-order, statement-reopened or other',
      },
      { flags: '--by <id>', meaning: 'who opens it again, by id or label' },
      { flags: '--on <date>', meaning: 'the day on which; the present one unless told' },
      ...[dataOption, jsonOption],
    ],
    examples: ['restitution reopen 2026-03 --reason late-fact --by w-3k9d'],
    exits: ['notFound', 'rejected', 'conflict'],
    load: async () => (await import('./close-month.ts')).reopenMonth,
  },
  {
    name: 'back-dating',
    summary:
      'Show what a fact of an earlier day would reach: closed months, signed statements, full recoveries.',
    args: [],
    options: [
      { flags: '--on <date>', meaning: 'the day on which the fact takes effect' },
      { flags: '--victim <id>', meaning: 'only full recoveries of this victim, by id or label' },
      ...[dataOption, jsonOption],
      { flags: '--no-labels', meaning: 'show ids without their labels' },
    ],
    examples: ['restitution back-dating --on 2026-02-14 --victim v-7k2m9q'],
    exits: ['notFound'],
    load: async () => (await import('./show-back-dating.ts')).showBackDating,
  },
];
