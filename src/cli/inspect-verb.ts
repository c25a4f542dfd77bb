import { bankFormats } from '../formats/which-format.ts';
import { jsonOption } from './options.ts';
import type { Option, Verb } from './verb.ts';

/** How a file is to be read. */
export const fileOptions: readonly Option[] = [
  {
    flags: '--profile <profile>',
    meaning: 'how a table is to be understood: a profile that is built in, or a file of one',
  },
  { flags: '--format <format>', meaning: `${bankFormats.join(', ')}; by its first bytes unless told` },
  { flags: '--encoding <encoding>', meaning: 'UTF-8 or WINDOWS-1252; UTF-8 unless told' },
];

/** The verb that reads a file of a bank, a court or the Treasury, and touches no ledger. */
export const inspectVerb: Verb = {
  name: 'inspect',
  summary:
    'Show what a file of a bank, a court or the Treasury says, and whether it proves; no ledger is touched.',
  args: [
    { syntax: '<file>', meaning: 'NACHA, BAI2, camt.053, camt.054, CIR or a table; - is standard input' },
  ],
  options: [...fileOptions, jsonOption],
  examples: [
    'restitution inspect statement.bai',
    'restitution inspect receipts.csv --profile clerk-receipts',
    'restitution inspect returns.ach --json',
  ],
  exits: ['rejected', 'notFound', 'interrupted'],
  load: async () => (await import('./inspect.ts')).inspect,
};
