import { collectionVerbs } from './collection-verbs.ts';
import { payingVerbs } from './paying-verbs.ts';
import { explainVerb } from './explain-verb.ts';
import { asking, listingOptions, subjects, subjectsOfHistory } from './options.ts';
import { reportVerbs } from './report-verbs.ts';
import { reserveVerbs } from './reserve-verbs.ts';
import type { Verb } from './verb.ts';

/** The verbs that ask the ledger, and change nothing. */
export const readingVerbs: readonly Verb[] = [
  {
    name: 'victim',
    summary: 'Show what a victim lost, was owed and received, and why nobody owes any more.',
    args: [{ syntax: '<victim>', meaning: 'an id, or a label that the directory knows' }],
    options: [
      { flags: '--out <file>', meaning: 'write a statement for the victim to a file that ends in .pdf' },
      { flags: '--force', meaning: 'with --out: write over a file that is there' },
      ...asking,
    ],
    examples: [
      'restitution victim v-7k2m9q',
      'restitution victim v-7k2m9q --as-of 2024-05-01 --json',
      'restitution victim v-7k2m9q --as-of 2026-06-30 --out statement.pdf',
    ],
    exits: ['notFound', 'conflict'],
    load: async () => (await import('./show-victim.ts')).showVictim,
  },
  {
    name: 'order',
    summary: 'Show one order, and what is left of it for each victim.',
    args: [{ syntax: '<order>', meaning: 'an id, or a label that the directory knows' }],
    options: [
      {
        flags: '--case <id>',
        meaning: 'the case in whose docket the order has this entry, by id or docket number',
      },
      ...asking,
    ],
    examples: [
      'restitution order o-5h3w',
      'restitution order "ECF 900" --case 1:24-cr-00009',
      'restitution order o-5h3w --known-at 2026-03-02',
    ],
    exits: ['notFound'],
    load: async () => (await import('./show-order.ts')).showOrder,
  },
  {
    name: 'receipt',
    summary: 'Show one payment, and where every cent of it went.',
    args: [{ syntax: '<receipt>', meaning: 'who numbered it, a point, and the number: dcd.2026-00017' }],
    options: asking,
    examples: ['restitution receipt dcd.2026-00017'],
    exits: ['notFound'],
    load: async () => (await import('./show-receipt.ts')).showReceipt,
  },
  {
    name: 'unwind',
    summary: 'Show what would happen if a receipt came back unpaid; nothing is recorded.',
    args: [{ syntax: '<receipt>', meaning: 'who numbered it, a point, and the number: dcd.2026-00017' }],
    options: asking,
    examples: [
      'restitution unwind dcd.2026-00017',
      'restitution unwind dcd.2026-00017 --as-of 2026-03-09 --json',
    ],
    exits: ['notFound', 'rejected'],
    load: async () => (await import('./show-unwind.ts')).showUnwind,
  },
  explainVerb,
  {
    name: 'liabilities',
    summary: 'List who owes whom what, and why those do not who do not.',
    args: [],
    options: [
      ...subjects,
      { flags: '--status <status>', meaning: 'open, satisfied, terminated or vacated' },
      ...listingOptions,
      ...asking,
    ],
    examples: [
      'restitution liabilities --status terminated',
      'restitution liabilities --victim v-7k2m9q --as-of 2024-05-01',
    ],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listLiabilities,
  },
  {
    name: 'receipts',
    summary: 'List payments in: what came from whom, where its money is, and which came back.',
    args: [],
    options: [
      ...subjects.slice(1),
      {
        flags: '--origin <origin>',
        meaning: 'only money from there, such as DEFENDANTS_BAIL or GARNISHMENT',
      },
      { flags: '--status <status>', meaning: 'settling, applied, excess held, refunded or returned' },
      { flags: '--from <date>', meaning: 'received on this day or later' },
      { flags: '--until <date>', meaning: 'received on this day or earlier' },
      ...listingOptions,
      ...asking,
    ],
    examples: [
      'restitution receipts --status "excess held"',
      'restitution receipts --defendant d-4x8t --from 2026-01-01 --until 2026-12-31 --out receipts.xlsx',
    ],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./list-receipts.ts')).listReceipts,
  },
  {
    name: 'debts',
    summary: 'List what defendants owe beside restitution: assessments, fines, costs.',
    args: [],
    options: [...subjects.slice(1), ...listingOptions, ...asking],
    examples: ['restitution debts --defendant d-4x8t', 'restitution debts --case 1:26-cr-00017 --json'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listDebts,
  },
  ...collectionVerbs,
  {
    name: 'journal',
    summary: 'List every movement of money as a balanced entry.',
    args: [],
    options: [
      ...subjectsOfHistory,
      ...listingOptions,
      { flags: '--plain-text', meaning: 'plain-text accounting, as hledger and ledger read it' },
      ...asking,
    ],
    examples: [
      'restitution journal --receipt dcd.2026-00017',
      'restitution journal --plain-text --as-of 2026-06-30 > june.journal',
    ],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listJournal,
  },
  {
    name: 'timeline',
    summary: 'List what happened, in the order in which it was recorded.',
    args: [],
    options: [...subjectsOfHistory, ...listingOptions, ...asking],
    examples: ['restitution timeline --victim v-7k2m9q', 'restitution timeline --case 1:26-cr-00017'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listTimeline,
  },
  {
    name: 'reviews',
    summary: 'List what was recorded that a person should look at, and why.',
    args: [],
    options: [
      { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution reviews', 'restitution reviews --case 1:26-cr-00017 --json'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists-of-law.ts')).listReviews,
  },
  {
    name: 'deadlines',
    summary:
      'List findings that were put off, petitions for later losses and representations that end, and what of them is due.',
    args: [],
    options: [
      { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution deadlines --as-of 2026-06-30', 'restitution deadlines --case 1:26-cr-00017'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists-of-law.ts')).listDeadlines,
  },
  ...reportVerbs,
  ...payingVerbs,
  ...reserveVerbs,
];
