import { asking, listingOptions } from './options.ts';
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
];
