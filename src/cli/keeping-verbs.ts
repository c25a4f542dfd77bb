import { addressOptions, dataOption, jsonOption, newDataOption } from './options.ts';
import type { Verb } from './verb.ts';

/** The verbs for whoever keeps the ledger. */
export const keepingVerbs: readonly Verb[] = [
  {
    name: 'serve',
    summary: 'Answer over HTTP until stopped.',
    args: [],
    options: [...addressOptions, newDataOption, jsonOption],
    examples: ['restitution serve', 'restitution serve --port 8081 --data ./court'],
    exits: [],
    load: async () => (await import('./serve.ts')).serveLedger,
  },
  {
    name: 'demo',
    summary: 'Fill a new ledger with the examples, show what came of them, and serve it.',
    args: [],
    options: [
      { flags: '--no-serve', meaning: 'stop after showing what came of them' },
      ...addressOptions,
      { flags: '--data <folder>', meaning: 'an empty folder; one among the temporary files unless told' },
      jsonOption,
    ],
    examples: ['restitution demo', 'restitution demo --no-serve', 'restitution demo --port 0'],
    exits: ['conflict', 'interrupted'],
    load: async () => (await import('./demo.ts')).showDemo,
  },
  {
    name: 'verify',
    summary: 'Read the whole log back, and prove that it is as it was written.',
    args: [],
    options: [
      { flags: '--head <hash@position>', meaning: 'a head that was written down: it must be on this log' },
      dataOption,
      jsonOption,
    ],
    examples: ['restitution verify', 'restitution verify --head "$(cat head-of-last-month)"'],
    exits: ['notFound'],
    load: async () => (await import('./keep.ts')).verifyLog,
  },
  {
    name: 'head',
    summary: 'Print where the log ends: one line that proves all before it.',
    args: [],
    options: [dataOption, jsonOption],
    examples: ['restitution head > head-of-last-month'],
    exits: ['notFound'],
    load: async () => (await import('./keep.ts')).showHead,
  },
  {
    name: 'rebuild',
    summary: 'Make all read models anew from the log.',
    args: [],
    options: [dataOption, jsonOption],
    examples: ['restitution rebuild'],
    exits: ['notFound', 'someBad'],
    load: async () => (await import('./keep.ts')).rebuildReadModels,
  },
  {
    name: 'projections',
    summary: 'Tell how the read models stand to the log: position, lag, version, and why they stand still.',
    args: [],
    options: [
      { flags: '--rollback', meaning: 'put those back in force that the last rebuild took the place of' },
      dataOption,
      jsonOption,
    ],
    examples: [
      'restitution projections',
      'restitution projections --json',
      'restitution projections --rollback',
    ],
    exits: ['notFound'],
    load: async () => (await import('./projections.ts')).showProjections,
  },
  {
    name: 'copy',
    summary: 'Move the ledger to another place, event by event and byte by byte, and close the old one.',
    args: [],
    options: [
      {
        flags: '--from <place>',
        meaning: 'sqlite:FOLDER, or eventstore, the log that RESTITUTION_EVENTSTORE_URL names',
      },
      { flags: '--to <place>', meaning: 'the same, of a place that holds no other ledger' },
      { flags: '--reopen', meaning: 'give the move up: the old log takes events again' },
      jsonOption,
    ],
    examples: [
      'restitution copy --from sqlite:data --to eventstore',
      'restitution copy --from eventstore --to sqlite:./alone',
      'restitution copy --reopen --from sqlite:data --to eventstore',
    ],
    exits: ['notFound', 'conflict', 'someBad', 'interrupted'],
    load: async () => (await import('./copy.ts')).copyLedger,
  },
  {
    name: 'relabel',
    summary: 'Call a victim, case, defendant or order by another label from now on.',
    args: [
      { syntax: '<id>', meaning: 'an id of the ledger; a label would not say of which kind' },
      { syntax: '<label>', meaning: 'the label in the place of the one that it has' },
    ],
    options: [dataOption, jsonOption],
    examples: ['restitution relabel v-7k2m9q "Jane Doe 11"', 'restitution relabel c-s4t8 1:20-cr-00123'],
    exits: ['notFound', 'conflict'],
    load: async () => (await import('./labelling.ts')).relabel,
  },
  {
    name: 'forget',
    summary: 'Destroy the label of an id for good; the log stays, and still verifies.',
    args: [{ syntax: '<id>', meaning: 'an id of the ledger; a label would not say of which kind' }],
    options: [
      { flags: '--yes', meaning: 'it is meant: nothing brings the label back' },
      dataOption,
      jsonOption,
    ],
    examples: ['restitution forget v-7k2m9q --yes'],
    exits: ['notFound'],
    load: async () => (await import('./labelling.ts')).forget,
  },
  {
    name: 'directory-key',
    summary: 'Make a key by which the labels of a cluster are sealed.',
    args: [],
    options: [
      { flags: '--to <file>', meaning: 'the file to make; one that is there is never written over' },
      {
        flags: '--from <file>',
        meaning: 'a key file whose keys come first in the new one, as when keys are changed',
      },
      jsonOption,
    ],
    examples: [
      'restitution directory-key --to directory.key',
      'restitution directory-key --from directory.key --to directory-2.key',
    ],
    exits: ['notFound', 'conflict'],
    load: async () => (await import('./directory-keys.ts')).makeKey,
  },
  {
    name: 'directory-reseal',
    summary:
      'Seal every label of a cluster with the first key of the key file, so that the others are needed no more.',
    args: [],
    options: [dataOption, jsonOption],
    examples: ['restitution directory-reseal'],
    exits: ['notFound'],
    load: async () => (await import('./directory-keys.ts')).resealDirectory,
  },
];
