import {
  asking,
  dataOption,
  clockOptions,
  jsonOption,
  listingOptions,
  outOptions,
  subjects,
} from './options.ts';
import type { Verb } from './verb.ts';

/** The verbs that tell of all victims and all accounts in sums. */
export const reportVerbs: readonly Verb[] = [
  {
    name: 'victims',
    summary: 'List every victim in sums: what was found, received, paid out, and may still be recovered.',
    args: [],
    options: [...listingOptions, ...asking],
    examples: ['restitution victims', 'restitution victims --as-of 2026-06-30 --out recovery.parquet'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./lists.ts')).listVictims,
  },
  {
    name: 'trial-balance',
    summary: 'Show what stands in every account, and that debits and credits are the same.',
    args: [],
    options: [
      {
        flags: '--from-log',
        meaning:
          'out of the log alone, each event held against its hashes, and compared with the read models',
      },
      ...outOptions,
      ...asking,
    ],
    examples: [
      'restitution trial-balance',
      'restitution trial-balance --as-of 2025-12-31',
      'restitution trial-balance --as-of 2025-12-31 --from-log',
      'restitution trial-balance --as-of 2025-12-31 --out balance.xlsx',
    ],
    exits: ['notFound', 'conflict'],
    load: async () => (await import('./trial-balance.ts')).showTrialBalance,
  },
  {
    name: 'chart',
    summary: 'Draw the recovery of a victim, the age of what is owed, or the cash flow of a month.',
    args: [
      { syntax: '<what>', meaning: 'recovery, ageing or cash-flow' },
      { syntax: '[victim]', meaning: 'of recovery: an id, or a label that the directory knows' },
    ],
    options: [
      { flags: '--out <file>', meaning: 'the file, which ends in .svg or .png' },
      { flags: '--force', meaning: 'write over a file that is there' },
      { flags: '--month <month>', meaning: 'of cash-flow: year and month, as 2026-03' },
      ...subjects,
      ...clockOptions,
      dataOption,
      jsonOption,
      { flags: '--no-labels', meaning: 'show ids without their labels' },
    ],
    examples: [
      'restitution chart recovery v-7k2m9q --out recovery.svg',
      'restitution chart ageing --as-of 2026-06-30 --out ageing.png',
      'restitution chart cash-flow --month 2026-03 --out march.png',
    ],
    exits: ['notFound', 'conflict'],
    load: async () => (await import('./chart.ts')).drawChart,
  },
];
