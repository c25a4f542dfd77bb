import { asking } from './options.ts';
import type { Verb } from './verb.ts';

/** The verbs about money that is paid out. */
export const payingVerbs: readonly Verb[] = [
  {
    name: 'disburse',
    summary: 'Show what would be paid out to victims, to whom, and why the rest would not.',
    args: [{ syntax: '<what>', meaning: 'plan' }],
    options: [
      { flags: '--victim <id>', meaning: 'only of this victim, by id or label' },
      { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
      ...asking,
    ],
    examples: [
      'restitution disburse plan',
      'restitution disburse plan --case 1:26-cr-00017 --as-of 2026-04-01 --json',
    ],
    exits: ['notFound'],
    load: async () => (await import('./disburse.ts')).disburse,
  },
];
