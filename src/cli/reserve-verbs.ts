import { asking, listingOptions } from './options.ts';
import type { Option, Verb } from './verb.ts';

/** What a statement takes, which has days of its own. */
const between: readonly Option[] = [
  { flags: '--from <date>', meaning: 'the first day; the beginning unless told' },
  { flags: '--to <date>', meaning: 'the last day; the end unless told' },
];

/** The verbs that ask about the Reserve. */
export const reserveVerbs: readonly Verb[] = [
  {
    name: 'reserve',
    summary: 'Show what came into the Reserve and left it between two days, and what it holds.',
    args: [],
    options: [...between, ...asking.filter(({ flags }) => !flags.startsWith('--as-of'))],
    examples: ['restitution reserve', 'restitution reserve --from 2025-01-01 --to 2025-12-31'],
    exits: ['notFound'],
    load: async () => (await import('./show-reserve.ts')).showReserve,
  },
  {
    name: 'reserve-queue',
    summary: 'Show whom the Reserve owes, the earliest-ordered first, and why each waits who waits.',
    args: [],
    options: asking,
    examples: ['restitution reserve-queue', 'restitution reserve-queue --as-of 2025-06-30 --json'],
    exits: ['notFound'],
    load: async () => (await import('./show-reserve.ts')).showQueue,
  },
  {
    name: 'assistance',
    summary: 'List who asked for assistance from the Reserve, and what became of that.',
    args: [],
    options: [
      { flags: '--victim <id>', meaning: 'only of this victim, by id or label' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution assistance', 'restitution assistance --victim v-7k2m9q'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./list-assistance.ts')).listAssistance,
  },
  {
    name: 'assistance-amount',
    summary:
      'Show what assistance is in each year, what attorneys may take of it, and which figure is missing.',
    args: [],
    options: asking,
    examples: ['restitution assistance-amount', 'restitution assistance-amount --json'],
    exits: ['notFound'],
    load: async () => (await import('./show-reserve.ts')).showAmounts,
  },
];
