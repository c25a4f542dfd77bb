import {
  asking,
  dataOption,
  dryRunOption,
  jsonOption,
  labelOptions,
  listingOptions,
  reachOption,
} from './options.ts';
import type { Option, Verb } from './verb.ts';

/** Who is paid and where, for files that name it. */
const payeesOption: Option = {
  flags: '--payees <file>',
  meaning: 'CSV of who is paid, by which name and where; it is read now, and kept nowhere',
};

/** The verbs about money that is paid out. */
export const payingVerbs: readonly Verb[] = [
  {
    name: 'disburse',
    summary:
      'Plan what is paid out to victims, or back to payors, propose it as a run, approve it, and release it.',
    args: [
      { syntax: '<what>', meaning: 'plan, propose, approve, release or show' },
      { syntax: '[run]', meaning: 'the run, such as n-20261130; of all but plan' },
    ],
    options: [
      {
        flags: '--purpose <purpose>',
        meaning:
          'with plan and propose: victims, or refunds of what payors paid too much; victims unless told',
      },
      { flags: '--victim <id>', meaning: 'only of this victim, by id or label' },
      { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
      { flags: '--by <signatory>', meaning: 'with propose and approve: who answers for it' },
      { flags: '--hash <hash>', meaning: 'with approve: the hash that show has shown' },
      { flags: '--on <date>', meaning: 'with propose, approve and release: the day; today unless told' },
      { flags: '--first-number <number>', meaning: 'with release: the number of the first cheque' },
      { flags: '--reuse-numbers', meaning: 'with release: also where other payments have such numbers' },
      ...asking,
    ],
    examples: [
      'restitution disburse plan',
      'restitution disburse plan --case 1:26-cr-00017 --as-of 2026-04-01 --json',
      'restitution disburse propose n-20261130 --by w-8h2c --on 2026-11-30',
      'restitution disburse show n-20261130',
      'restitution disburse approve n-20261130 --by w-3k9d --hash a1b2… --on 2026-11-30',
      'restitution disburse release n-20261130 --on 2026-11-30 --first-number 100231',
      'restitution disburse plan --purpose refunds',
      'restitution disburse propose n-20261201 --purpose refunds --by w-8h2c',
    ],
    exits: ['rejected', 'notFound', 'conflict', 'someBad'],
    load: async () => (await import('./disburse.ts')).disburse,
  },
  {
    name: 'cheques',
    summary: 'List payments out with their numbers, their age, and what became of each at the bank.',
    args: [],
    options: [
      {
        flags: '--status <status>',
        meaning: 'outstanding, stale, presented, voided, returned, unclaimed, due, reissued or questioned',
      },
      { flags: '--run <run>', meaning: 'only of this run' },
      { flags: '--victim <id>', meaning: 'only of this victim, by id or label' },
      { flags: '--defendant <id>', meaning: 'only refunds to this payor, by id or label' },
      { flags: '--case <id>', meaning: 'only of this case, by id or docket number' },
      { flags: '--positive-pay <file>', meaning: 'tell a bank of the cheques, in a file for it alone' },
      { flags: '--account-number <digits>', meaning: 'with --positive-pay: on which account they are drawn' },
      { flags: '--fixed', meaning: 'with --positive-pay: records of 94 characters instead of CSV' },
      { flags: '--register <file>', meaning: 'list the payments for people, as CSV' },
      payeesOption,
      ...listingOptions,
      ...asking,
    ],
    examples: [
      'restitution cheques --status stale',
      'restitution cheques --status questioned --json',
      'restitution cheques --status due --as-of 2031-12-31',
      'restitution cheques --run n-20261130 --as-of 2027-12-01',
      'restitution cheques --run n-20261130 --positive-pay issued.csv --account-number 5000123 --payees payees.csv',
      'restitution cheques --run n-20261130 --register november.csv',
    ],
    exits: ['notFound', 'rejected', 'conflict', 'someBad', 'interrupted'],
    load: async () => (await import('./list-cheques.ts')).listCheques,
  },
  {
    name: 'run-file',
    summary: 'Write the payments of a run for the bank or the Treasury that pays them.',
    args: [{ syntax: '<run>', meaning: 'the run, such as n-20261130; it must be released' }],
    options: [
      { flags: '--format <format>', meaning: 'nacha, spr-ach or spr-check' },
      { flags: '--out <file>', meaning: 'the file that is made, for its owner alone' },
      payeesOption,
      {
        flags: '--sender <file>',
        meaning: 'JSON of who sends it, as the bank or the Treasury have told them',
      },
      {
        flags: '--part',
        meaning: 'leave out and list what this file cannot pay, instead of refusing all of it',
      },
      { flags: '--effective-on <date>', meaning: 'with nacha: the day on which payees are to be credited' },
      { flags: '--modifier <letter>', meaning: 'with nacha: tells files of one day apart; A unless told' },
      {
        flags: '--first-trace <number>',
        meaning: 'with nacha: the first trace behind the digits of the bank; the next free one unless told',
      },
      { flags: '--schedule <number>', meaning: 'with spr-ach and spr-check: the number of the schedule' },
      { flags: '--on <date>', meaning: 'the day on which it is made; today unless told' },
      { flags: '--force', meaning: 'write over a file that is there' },
      dataOption,
      jsonOption,
      ...labelOptions,
    ],
    examples: [
      'restitution run-file n-20261130 --format nacha --out credits.ach --payees payees.csv --sender court.json --effective-on 2026-12-02',
      'restitution run-file n-20261130 --format spr-check --part --out checks.spr --payees payees.csv --sender court.json --schedule 26R0001',
    ],
    exits: ['rejected', 'notFound', 'conflict', 'someBad'],
    load: async () => (await import('./run-file.ts')).writeRunFile,
  },
  {
    name: 'number',
    summary:
      'Record by which cheques or transfers the payments of a run went out: all rows of a table, or none.',
    args: [
      { syntax: '<run>', meaning: 'the run, such as n-20261130' },
      { syntax: '<file>', meaning: 'CSV of payment, number and instrument; - is standard input' },
    ],
    options: [
      { flags: '--on <date>', meaning: 'the day on which they went out; that of the release unless told' },
      dryRunOption,
      reachOption,
      dataOption,
      jsonOption,
    ],
    examples: [
      'restitution number n-20261130 register.csv --dry-run',
      'restitution number n-20261130 credits.ach.numbers.csv',
    ],
    exits: ['rejected', 'notFound', 'conflict'],
    load: async () => (await import('./number-run.ts')).numberPayments,
  },
];
