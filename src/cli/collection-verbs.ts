import { asking, jsonOption, listingOptions, newDataOption, reachOption, subjects } from './options.ts';
import type { Verb } from './verb.ts';

const ofObligations = [
  ...subjects.slice(1),
  { flags: '--order <id>', meaning: 'only of this order, by id or label' },
  ...listingOptions,
  ...asking,
];

/** The verbs that ask about the collection of what defendants owe. */
export const collectionVerbs: readonly Verb[] = [
  {
    name: 'interest',
    summary: 'List what interest has accrued on fines and restitution, and when each liability ends.',
    args: [],
    options: ofObligations,
    examples: ['restitution interest --defendant d-4x8t --as-of 2026-12-31', 'restitution interest --json'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listInterest,
  },
  {
    name: 'arrears',
    summary: 'List fines and restitution of which a payment is late: notices, default, penalties.',
    args: [],
    options: ofObligations,
    examples: ['restitution arrears --as-of 2026-12-31', 'restitution arrears --case 1:26-cr-00017 --json'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listArrears,
  },
  {
    name: 'expire',
    summary: 'List liabilities whose term is over on a day; with --record, record that they are.',
    args: [],
    options: [
      { flags: '--on <date>', meaning: 'the day as of which a term is over; today, unless told' },
      { flags: '--record', meaning: 'record the end of each of them' },
      newDataOption,
      jsonOption,
    ],
    examples: ['restitution expire --on 2041-06-01', 'restitution expire --record'],
    exits: ['rejected', 'notFound', 'conflict', 'someBad'],
    load: async () => (await import('./expire.ts')).expireLiabilities,
  },
  {
    name: 'clearances',
    summary: 'List receipts whose hold is over on a day; with --record, record that they have cleared.',
    args: [],
    options: [
      { flags: '--on <date>', meaning: 'the day as of which a hold is over; today, unless told' },
      { flags: '--record', meaning: 'record of each that it has cleared, on its own day' },
      reachOption,
      newDataOption,
      jsonOption,
    ],
    examples: ['restitution clearances --on 2026-12-31', 'restitution clearances --record'],
    exits: ['rejected', 'notFound', 'conflict', 'someBad'],
    load: async () => (await import('./clearances.ts')).clearReceipts,
  },
];
