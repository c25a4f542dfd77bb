import {
  asking,
  dataOption,
  jsonOption,
  labelOptions,
  listingOptions,
  subjectsOfHistory,
} from './options.ts';
import type { Verb } from './verb.ts';

/** The verbs that go through history. */
export const historyVerbs: readonly Verb[] = [
  {
    name: 'what-if',
    summary:
      'Show what would be, had a question been answered otherwise or something else happened; the books stay as they are.',
    args: [],
    options: [
      {
        flags: '--policy <answers>',
        meaning: 'other answers, such as P-05=DISBURSED; several with commas between',
      },
      { flags: '--on <date>', meaning: 'the day from which these answers would hold; today unless told' },
      {
        flags: '--commands <file>',
        meaning: 'what would have happened besides: commands, one JSON object a line',
      },
      {
        flags: '--at <instant>',
        meaning: 'leave the books as they were known then, or at @ and a position; now unless told',
      },
      {
        flags: '--label <name>',
        meaning: 'what the branch is called, in small letters, digits and hyphens; `branch` unless told',
      },
      {
        flags: '--keep <file>',
        meaning: 'keep what the branch has beyond the books in a file, one event a line',
      },
      { flags: '--force', meaning: 'with --keep: write over a file that is there' },
      dataOption,
      jsonOption,
      ...labelOptions,
    ],
    examples: [
      'restitution what-if --policy P-05=DISBURSED',
      'restitution what-if --commands vacatur.jsonl --label o-5h3w-set-aside --json',
      'restitution what-if --policy P-19=NO_REINSTATEMENT --commands return.jsonl --at 2026-03-31 --keep branch.jsonl',
    ],
    exits: ['rejected', 'notFound', 'conflict', 'someBad'],
    load: async () => (await import('./what-if.ts')).showWhatIf,
  },
  {
    name: 'replay',
    summary:
      'Tell what happened, event by event, in words: under which law, through what, and how things stood then.',
    args: [],
    options: [
      { flags: '--from <instant>', meaning: 'what was recorded after it; or from @ and a position on' },
      { flags: '--to <instant>', meaning: 'what was recorded up to it; or up to @ and a position' },
      { flags: '--step', meaning: 'one event at a time; Enter shows the next' },
      ...subjectsOfHistory,
      ...listingOptions,
      ...asking,
    ],
    examples: [
      'restitution replay --victim v-7k2m9q',
      'restitution replay --receipt dcd.2026-00017 --step',
      'restitution replay --from 2026-03-01 --to @1200 --json',
    ],
    exits: ['notFound', 'interrupted'],
    load: async () => (await import('./replay.ts')).replay,
  },
  {
    name: 'diff',
    summary: 'Show what changed between two standpoints: each figure, by how much, and through which events.',
    args: [],
    options: [
      {
        flags: '--from <standpoint>',
        meaning:
          'a day, an instant behind a comma, or both, such as 2026-03-31,2026-04-02; the beginning unless told',
      },
      { flags: '--to <standpoint>', meaning: 'the same; now unless told' },
      ...subjectsOfHistory,
      ...asking.filter(({ flags }) => !/^--(as-of|known-at)/.test(flags)),
    ],
    examples: [
      'restitution diff --from 2026-02-28 --to 2026-03-31 --victim v-7k2m9q',
      'restitution diff --from 2026-03-31,2026-04-02 --to 2026-03-31 --json',
      'restitution diff --from ,@1200 --order o-5h3w',
    ],
    exits: ['notFound'],
    load: async () => (await import('./show-changes.ts')).showChanges,
  },
];
