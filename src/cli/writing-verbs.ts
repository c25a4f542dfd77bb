import { inspectVerb } from './inspect-verb.ts';
import { clockOptions, dryRunOption, jsonOption, newDataOption, reachOption } from './options.ts';
import type { Verb } from './verb.ts';

/** The verbs that tell the ledger something, and the one that looks at a file before it does. */
export const writingVerbs: readonly Verb[] = [
  {
    name: 'apply',
    summary: 'Send commands from a file, one JSON object a line, and tell what became of each.',
    args: [{ syntax: '<file>', meaning: 'JSON lines; - is standard input' }],
    options: [
      dryRunOption,
      reachOption,
      { flags: '--quiet', meaning: 'tell only of lines that are refused' },
      newDataOption,
      { flags: '--json', meaning: 'one JSON object a line, for each command' },
    ],
    examples: [
      'restitution apply commands.jsonl',
      `echo '{"command":"RegisterVictim","victimId":"v-7k2m9q","on":"2026-03-02"}' | restitution apply -`,
      'restitution apply commands.jsonl --dry-run --json',
    ],
    exits: ['rejected', 'notFound', 'conflict', 'someBad', 'interrupted'],
    load: async () => (await import('./apply-file.ts')).applyFile,
  },
  {
    name: 'import',
    summary: 'Take in a table of losses, orders or payments, and list the rows that are not right.',
    args: [{ syntax: '<file>', meaning: 'CSV with a header that names its layout; - is standard input' }],
    options: [
      dryRunOption,
      reachOption,
      newDataOption,
      { flags: '--json', meaning: 'one JSON document: the bad rows, and a summary' },
    ],
    examples: ['restitution import payments.csv', 'restitution import payments.csv --dry-run'],
    exits: ['rejected', 'notFound', 'conflict', 'someBad', 'interrupted'],
    load: async () => (await import('./import-file.ts')).importFile,
  },
  inspectVerb,
  {
    name: 'policy',
    summary: 'List the answers to what the law leaves open, show one, or give another.',
    args: [
      { syntax: '[words...]', meaning: 'list, or show and a number, or set and a number and an answer' },
    ],
    options: [
      { flags: '--on <date>', meaning: 'with set: the day from which the answer holds' },
      newDataOption,
      ...clockOptions,
      jsonOption,
    ],
    examples: [
      'restitution policy list',
      'restitution policy show P-23',
      'restitution policy set P-19 NO_REINSTATEMENT --on 2026-03-02',
      'restitution policy list --as-of 2025-12-31',
    ],
    exits: ['rejected', 'notFound', 'conflict'],
    load: async () => (await import('./policy.ts')).managePolicies,
  },
  {
    name: 'commands',
    summary: 'List what the ledger can be told, or what one command takes.',
    args: [{ syntax: '[name]', meaning: 'a command, such as RecordPayment' }],
    options: [jsonOption],
    examples: ['restitution commands', 'restitution commands RecordPayment'],
    exits: ['notFound'],
    load: async () => (await import('./list-commands.ts')).listCommands,
  },
];
