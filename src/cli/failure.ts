import { types } from 'node:util';
import type { RejectionCode } from '../domain/rejection-codes.ts';
import type { Exit } from './exit-codes.ts';
import { readModelFailures, type ReadModelFailure } from './read-model-failures.ts';
import { remedies } from '../requests/remedies.ts';

/** Why a verb cannot do what was asked: one sentence what happened, one what to do. Expected, and shown without a trace. */
export class Failure extends Error {
  readonly exit: Exit;
  readonly advice: string;

  constructor(exit: Exit, message: string, advice: string) {
    super(message);
    this.name = 'Failure';
    this.exit = exit;
    this.advice = advice;
  }
}

/** Whatever was thrown, as a failure that a person can read. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const { name, message, code } = namedError(thrown);
  const known = byName[name] ?? byCode[code];
  if (known !== undefined) return known(message, thrown);
  const advice = 'This is a fault of the program. Set RESTITUTION_DEBUG=1 to see where, and report it.';
  return new Failure('unexpected', `Something unexpected happened: ${sentence(message)}`, advice);
}

type Reading = (message: string, thrown: unknown) => Failure;

/** The store's errors are told by their names: the doors do not know the shelves. */
const byName: Readonly<Record<string, Reading | undefined>> = {
  Rejection: (code) => {
    const { what, advice } = remedies[code as RejectionCode];
    return new Failure('rejected', `Refused (${code}): ${what}`, advice);
  },
  VersionConflict: (message) =>
    new Failure(
      'conflict',
      `Others kept writing first: ${sentence(message)}`,
      'Send it again; nothing was recorded.',
    ),
  StoreUnavailable: (message) =>
    new Failure(
      'unavailable',
      `The store does not answer: ${sentence(message)}`,
      'See that the folder is there, is yours and has room; then send it again: what is recorded is not recorded twice.',
    ),
  ServerAway: (message) =>
    new Failure(
      'unavailable',
      sentence(message),
      'See that it runs, and that RESTITUTION_EVENTSTORE_URL names it; then do it again: what is recorded is not recorded twice.',
    ),
  LogDamaged: (message) =>
    new Failure(
      'integrity',
      `The log is not as it was written: ${sentence(message)}`,
      'Stop writing to it, keep a copy as it is, and restore the last backup that verifies.',
    ),
  LogLost: (message) =>
    new Failure(
      'integrity',
      `The log of this folder is not the one that belongs to it: ${sentence(message)}`,
      'Put back the log that belongs here. To go on from an older backup, restore it into an empty folder (docs/operating.md), and send again what came after it.',
    ),
  ...Object.fromEntries(Object.entries(readModelFailures).map(([name, told]) => [name, readingOf(told)])),
  DirectoryDamaged: (message) =>
    new Failure(
      'integrity',
      `The directory of labels is damaged, in ${sentence(message)}`,
      'Keep a copy of it as it is, and put the file back from a backup; the log does not hold labels, and is as it was.',
    ),
  DirectoryIndexDamaged: (message) =>
    new Failure(
      'integrity',
      `This node's index of the labels is damaged, in ${sentence(message)}`,
      'Stop what runs on this folder and remove the file: it is made anew from the server. Then look after the disk.',
    ),
  SealBroken: (message) =>
    new Failure(
      'integrity',
      `The directory of labels on the server is not as this program sealed it: ${sentence(message)}`,
      'Find out who writes to the server, and compare the key files of all nodes; what is known already is still answered.',
    ),
  DirectoryKeyRefused: (message) =>
    new Failure(
      'configuration',
      `The keys of the directory of labels cannot be used: ${sentence(message)}`,
      'Let RESTITUTION_DIRECTORY_KEY_FILE name the key file that all nodes share (docs/operating.md).',
    ),
  KeyFileThere: (message) =>
    new Failure(
      'conflict',
      `No key was made: ${sentence(message)}`,
      'Choose another name; a key is never written over.',
    ),
  WrongConnectionString: (message) =>
    new Failure(
      'configuration',
      sentence(message),
      'Put RESTITUTION_EVENTSTORE_URL right, or what was written in its place (docs/operating.md).',
    ),
  LogMoved: (message) =>
    new Failure(
      'conflict',
      `This ledger takes nothing any more: ${sentence(message)}`,
      'Tell it to the ledger where that is now; here, questions are answered and `verify` proves the log as before. `restitution copy` goes on with a move or, with --reopen, gives it up (docs/operating.md).',
    ),
  PlaceTaken: (message) =>
    new Failure(
      'conflict',
      `The ledger cannot be moved so: ${sentence(message)}`,
      'Name another place, or see what stands there (docs/operating.md). Nothing was recorded or lost.',
    ),
  NoRightToWrite: (message) =>
    new Failure(
      'configuration',
      `There is no right to write here: ${sentence(message)}`,
      'Ask for the right to it, or name another folder with --data. Questions, `verify` and `head` need no such right.',
    ),
  WrongFolder: (message) =>
    new Failure(
      'configuration',
      sentence(message),
      'Name it with --data, or put the setting right (docs/operating.md).',
    ),
  WrongLedger: (message) =>
    new Failure(
      'configuration',
      sentence(message),
      'Put RESTITUTION_EVENTSTORE_URL right: its host, and ledger= among its options. A node of another ledger is given a folder of its own, with --data.',
    ),
  UnknownSubject: (message) =>
    new Failure(
      'notFound',
      capitalized(sentence(message)),
      'Correct the id or the label, or leave the option out to list all.',
    ),
  BadCursor: () =>
    new Failure(
      'usage',
      '--cursor is not what an earlier list of this verb ended with.',
      'Copy it whole from the end of that list, or leave it out to begin anew.',
    ),
  InvariantBroken: (message) =>
    new Failure(
      'integrity',
      `The ledger stopped, because it would be wrong to go on: ${sentence(message)}`,
      'Run `restitution verify`, keep a copy of the folder, and report this.',
    ),
  UnknownEvent: (message) =>
    new Failure(
      'configuration',
      `A newer version of this program wrote the log: ${sentence(message)}`,
      'Use that version, or a later one.',
    ),
};

function readingOf({ exit, what, advice }: ReadModelFailure): Reading {
  return (message) => new Failure(exit, `${what}${sentence(message)}`, advice);
}

/** What the machine itself refuses, by the code of Node. */
const byCode: Readonly<Record<string, Reading | undefined>> = {
  ENOENT: (message) => machine('notFound', message, 'Correct the name of the file or folder.'),
  EISDIR: (message) => machine('rejected', message, 'Name a file, not a folder.'),
  ENOTDIR: (message) => machine('configuration', message, 'Name a folder, not a file.'),
  EIO: (message) =>
    machine('unavailable', message, 'Look after the disk, or copy the file to another; then send it again.'),
  EACCES: (message) => machine('configuration', message, 'Ask for the right to it, or name another place.'),
  EROFS: (message) => machine('configuration', message, 'Name a place that can be written to.'),
  ENOSPC: (message) => machine('unavailable', message, 'Make room on the disk, then send it again.'),
  EADDRINUSE: () =>
    new Failure(
      'configuration',
      'Another program uses this port already.',
      'Choose another with --port, such as --port 8081, or --port 0 for any that is free.',
    ),
  EADDRNOTAVAIL: () => noSuchAddress,
  ENOTFOUND: () => noSuchAddress,
  EAI_AGAIN: () => noSuchAddress,
};

/** The only names that this program looks up are those of places to listen at. */
const noSuchAddress = new Failure(
  'configuration',
  'This machine has no such address.',
  'Write one that it has, such as 127.0.0.1, after --host or into RESTITUTION_HOST.',
);

function machine(exit: Exit, message: string, advice: string): Failure {
  return new Failure(exit, `This machine says: ${sentence(message)}`, advice);
}

interface Named {
  readonly name: string;
  readonly message: string;
  readonly code: string;
}

function namedError(thrown: unknown): Named {
  if (!types.isNativeError(thrown)) return { name: '', message: String(thrown), code: '' };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return { name: thrown.name, message: thrown.message, code };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
