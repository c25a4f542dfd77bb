import { asking } from './options.ts';
import type { Verb } from './verb.ts';

/** The verb that asks why. */
export const explainVerb: Verb = {
  name: 'explain',
  summary: 'Explain a figure, an event or an end of liability: facts, words of the law, policies, sums.',
  args: [
    { syntax: '<what>', meaning: 'victim, liability, receipt, event or interest' },
    {
      syntax: '<id>',
      meaning: 'of the victim, order, receipt or debt, or its label; the position of an event',
    },
    { syntax: '[victim]', meaning: 'of a liability, where its order has several victims' },
  ],
  options: [
    {
      flags: '--case <id>',
      meaning: 'the case in whose docket the order has this entry, by id or docket number',
    },
    ...asking,
  ],
  examples: [
    'restitution explain victim v-7k2m9q',
    'restitution explain liability o-5h3w v-7k2m9q --as-of 2024-05-01',
    'restitution explain receipt dcd.2026-00017 --json',
    'restitution explain event 42',
    'restitution explain interest o-5h3w',
  ],
  exits: ['notFound'],
  load: async () => (await import('./explain.ts')).explain,
};
