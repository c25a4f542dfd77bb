import { clockOptions, dataOption, jsonOption, labelOptions, listingOptions } from './options.ts';
import type { Option, Verb } from './verb.ts';

/** What every verb takes that asks the ledger something. */
const asking: readonly Option[] = [...clockOptions, dataOption, jsonOption, ...labelOptions];

const subjects: readonly Option[] = [
  { flags: '--victim <id>', meaning: 'only of this victim, by id or label' },
  { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
  { flags: '--defendant <id>', meaning: 'only of this defendant, by id or label' },
];

const events: readonly Option[] = [
  ...subjects,
  { flags: '--order <id>', meaning: 'only of this order, by id or label' },
  { flags: '--receipt <id>', meaning: 'only of this receipt' },
];

/** The verbs that ask the ledger, and change nothing. */
export const readingVerbs: readonly Verb[] = [
  {
    name: 'victim',
    summary: 'Show what a victim lost, was owed and received, and why nobody owes any more.',
    args: [{ syntax: '<victim>', meaning: 'an id, or a label that the directory knows' }],
    options: asking,
    examples: ['restitution victim v-7k2m9q', 'restitution victim v-7k2m9q --as-of 2024-05-01 --json'],
    exits: ['notFound'],
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
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./lists.ts')).listLiabilities,
  },
  {
    name: 'debts',
    summary: 'List what defendants owe beside restitution: assessments, fines, costs.',
    args: [],
    options: [...subjects.slice(1), ...listingOptions, ...asking],
    examples: ['restitution debts --defendant d-4x8t', 'restitution debts --case 1:26-cr-00017 --json'],
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./lists.ts')).listDebts,
  },
  {
    name: 'interest',
    summary: 'List what interest has accrued on fines and restitution, and when each liability ends.',
    args: [],
    options: [
      ...subjects.slice(1),
      { flags: '--order <id>', meaning: 'only of this order, by id or label' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution interest --defendant d-4x8t --as-of 2026-12-31', 'restitution interest --json'],
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./lists.ts')).listInterest,
  },
  {
    name: 'arrears',
    summary: 'List fines and restitution of which a payment is late: notices, default, penalties.',
    args: [],
    options: [
      ...subjects.slice(1),
      { flags: '--order <id>', meaning: 'only of this order, by id or label' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution arrears --as-of 2026-12-31', 'restitution arrears --case 1:26-cr-00017 --json'],
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./lists.ts')).listArrears,
  },
  {
    name: 'journal',
    summary: 'List every movement of money as a balanced entry.',
    args: [],
    options: [...events, ...listingOptions, ...asking],
    examples: ['restitution journal --receipt dcd.2026-00017', 'restitution journal --json --limit 100'],
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./lists.ts')).listJournal,
  },
  {
    name: 'timeline',
    summary: 'List what happened, in the order in which it was recorded.',
    args: [],
    options: [...events, ...listingOptions, ...asking],
    examples: ['restitution timeline --victim v-7k2m9q', 'restitution timeline --case 1:26-cr-00017'],
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./lists.ts')).listTimeline,
  },
  {
    name: 'trial-balance',
    summary: 'Show what stands in every account, and that debits and credits are the same.',
    args: [],
    options: asking,
    examples: ['restitution trial-balance', 'restitution trial-balance --as-of 2025-12-31'],
    exits: ['notFound'],
    load: async () => (await import('./trial-balance.ts')).showTrialBalance,
  },
];
