import { fileOptions } from './inspect-verb.ts';
import { signatureOptions } from './signature-options.ts';
import { asking, dataOption, dryRunOption, jsonOption, listingOptions, reachOption } from './options.ts';
import type { Verb } from './verb.ts';

/** The verbs that hold what a bank says against what the books say. */
export const reconcilingVerbs: readonly Verb[] = [
  {
    name: 'take-in',
    summary: 'Take a file of a bank, a court or the Treasury in as a statement, where it proves.',
    args: [
      { syntax: '<file>', meaning: 'NACHA, BAI2, camt.053, camt.054, CIR or a table; - is standard input' },
    ],
    options: [
      { flags: '--account <id>', meaning: 'of which account, by id or label' },
      { flags: '--entries <side>', meaning: 'of NACHA: received or sent, which the file does not say' },
      {
        flags: '--through <date>',
        meaning: 'the last day that the file covers, where its last line is of an earlier one',
      },
      ...fileOptions,
      dryRunOption,
      dataOption,
      jsonOption,
    ],
    examples: [
      'restitution take-in statement.bai --account k-2d7b',
      'restitution take-in receipts.csv --account k-9c4f --profile clerk-receipts --dry-run',
      'restitution take-in received.ach --account k-2d7b --entries received',
      'restitution take-in march.bai --account k-2d7b --through 2026-03-31',
    ],
    exits: ['notFound', 'rejected', 'conflict', 'interrupted'],
    load: async () => (await import('./take-in.ts')).takeInFile,
  },
  {
    name: 'reconcile',
    summary:
      'Match what lies open: what fits is matched, what does not waits in suspense, each with its reason.',
    args: [],
    options: [dryRunOption, reachOption, dataOption, jsonOption],
    examples: ['restitution reconcile --dry-run', 'restitution reconcile'],
    exits: ['notFound', 'someBad'],
    load: async () => (await import('./reconcile.ts')).reconcileAll,
  },
  {
    name: 'accounts',
    summary: 'List the accounts that statements come for, and how far each statement is reconciled.',
    args: [],
    options: asking,
    examples: ['restitution accounts', 'restitution accounts --as-of 2026-03-31 --json'],
    exits: ['notFound'],
    load: async () => (await import('./show-accounts.ts')).showAccounts,
  },
  {
    name: 'statement',
    summary: 'Show what one file said of one account, what its lines confirm, and who answers for it.',
    args: [{ syntax: '<statement>', meaning: 'its id, as `restitution accounts` lists it' }],
    options: asking,
    examples: ['restitution statement s-9g4t', 'restitution statement s-9g4t --known-at 2026-04-02'],
    exits: ['notFound'],
    load: async () => (await import('./show-statement.ts')).showStatement,
  },
  {
    name: 'lines',
    summary: 'List lines of statements, with what each confirms, or why it waits.',
    args: [],
    options: [
      { flags: '--statement <id>', meaning: 'only of this statement' },
      { flags: '--status <status>', meaning: 'open, matched, suspended, written-off or repeated' },
      { flags: '--remarks', meaning: 'with what was said of each, and who is to see to it' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution lines --status suspended', 'restitution lines --statement s-9g4t --json'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./list-reconciliation.ts')).listLines,
  },
  {
    name: 'remark',
    summary: 'Say something of a line, and who is to see to it; without words, show what was said.',
    args: [
      { syntax: '<line>', meaning: 'its statement, a point and its number' },
      {
        syntax: '[words]',
        meaning: 'what there is to say, in quotes; it stands in the directory, and in no event',
      },
    ],
    options: [
      { flags: '--by <id>', meaning: 'who says it, by id or label' },
      { flags: '--assign <id>', meaning: 'who is to see to the line from now on, by id or label' },
      { flags: '--on <date>', meaning: 'the day; the present one unless told' },
      dataOption,
      jsonOption,
    ],
    examples: [
      'restitution remark s-9g4t.3 "The clerk looks for the docket." --by w-8h2c --assign w-3k9d',
      'restitution remark s-9g4t.3',
    ],
    exits: ['notFound'],
    load: async () => (await import('./remark.ts')).remarkOnLine,
  },
  {
    name: 'items',
    summary: 'List what the books expect a bank to confirm: confirmed, expected, or missing.',
    args: [],
    options: [
      { flags: '--status <status>', meaning: 'confirmed, expected or missing' },
      { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
      ...listingOptions,
      ...asking,
    ],
    examples: ['restitution items --status missing', 'restitution items --case 1:20-cr-00123'],
    exits: ['notFound', 'conflict', 'interrupted'],
    load: async () => (await import('./list-reconciliation.ts')).listItems,
  },
  {
    name: 'proof',
    summary: 'Show whether bank, books and the sum of what they are owed to say the same.',
    args: [],
    options: [{ flags: '--reserve', meaning: 'of the Victims Reserve, instead of restitution' }, ...asking],
    examples: ['restitution proof', 'restitution proof --as-of 2026-03-31'],
    exits: ['notFound', 'someBad'],
    load: async () => (await import('./show-proof.ts')).showProof,
  },
  {
    name: 'sign',
    summary: 'Answer for a statement as it stands; two people do, one after the other.',
    args: [{ syntax: '<statement>', meaning: 'its id, as `restitution accounts` lists it' }],
    options: [...signatureOptions, dataOption, jsonOption],
    examples: [
      'restitution sign s-9g4t --as prepared --by w-8h2c',
      'restitution sign s-9g4t --as approved --by w-3k9d',
    ],
    exits: ['notFound', 'rejected', 'conflict'],
    load: async () => (await import('./sign-statement.ts')).signStatement,
  },
];
