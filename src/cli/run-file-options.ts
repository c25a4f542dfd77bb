import { readFile } from 'node:fs/promises';
import { today } from '../application/today.ts';
import { idPattern, type RunId } from '../domain/ids.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Fault } from '../formats/fault.ts';
import { readSender, type Sender } from '../formats/senders/read-sender.ts';
import { dayOf } from './clocks.ts';
import { Failure } from './failure.ts';
import { outFileOf, type OutFile } from './out-file.ts';
import { isSet, numberOf, textOf, type Asked, type Options } from './verb.ts';

/** What the command line asks of a file of a run. */
export interface RunFileAsked {
  readonly runId: RunId;
  readonly format: RunFileFormat;
  readonly file: OutFile;
  readonly on: CalendarDate;
  readonly isPart: boolean;
  /** Of credits: the day on which they are meant to take effect, what tells files of one day apart, and the first trace. */
  readonly effectiveOn: CalendarDate | undefined;
  readonly modifier: string;
  readonly firstTrace: number | undefined;
  /** Of the Treasury: the number of the schedule. */
  readonly schedule: string | undefined;
}

const formats = ['nacha', 'spr-ach', 'spr-check'] as const;

/** In which format a run goes to whoever pays it. */
export type RunFileFormat = (typeof formats)[number];

/** @throws Failure where the command line does not say all of it */
export function runFileAsked({ args, options }: Asked): RunFileAsked {
  const format = formats.find((each) => each === textOf(options, 'format'));
  const file = outFileOf(options);
  if (format === undefined) throw wrong('--format names no format.', `Write one of ${formats.join(', ')}.`);
  if (file === undefined) throw wrong('No file is named.', 'Say which with --out.');
  if (textOf(options, 'payees') === undefined)
    throw wrong(
      'It is not said who the payees are.',
      'Name a table of them with --payees (docs/formats.md); it is kept nowhere.',
    );
  const on = textOf(options, 'on');
  return {
    ...{ runId: runIn(args), format, file, isPart: isSet(options, 'part') },
    on: on === undefined ? today() : dayOf('--on', on),
    ...(format === 'nacha' ? ofCredits(options) : ofTreasury(options)),
  };
}

function runIn([id = '']: readonly string[]): RunId {
  if (new RegExp(idPattern('run')).test(id)) return id as RunId;
  throw wrong('This is not the id of a run.', 'Write it as n-20261130.');
}

function ofCredits(options: Options) {
  const day = textOf(options, 'effectiveOn');
  if (day === undefined)
    throw wrong(
      'It is not said on which day the payees are to be credited.',
      'Write --effective-on and a day on which banks work.',
    );
  const modifier = textOf(options, 'modifier') ?? 'A';
  if (!/^[A-Z0-9]$/.test(modifier)) throw wrong('--modifier is no letter.', 'Write A, B and so on.');
  const firstTrace = numberOf(options, 'firstTrace', { least: 1, most: 9_000_000 });
  return { effectiveOn: dayOf('--effective-on', day), modifier, firstTrace, schedule: undefined };
}

function ofTreasury(options: Options) {
  const schedule = textOf(options, 'schedule') ?? '';
  if (!/^[A-Z0-9-]{1,14}$/.test(schedule))
    throw wrong(
      'The schedule has no number.',
      'Write --schedule and at most fourteen capital letters, digits and dashes, other ones for every schedule of a year.',
    );
  return { effectiveOn: undefined, modifier: '', firstTrace: undefined, schedule };
}

/** Who sends the file. @throws Failure where the file does not say it, or not as it must be */
export async function senderIn<Part extends keyof Sender>(
  options: Options,
  part: Part,
): Promise<NonNullable<Sender[Part]>> {
  const name = textOf(options, 'sender');
  if (name === undefined)
    throw wrong('It is not said who sends it.', 'Name a file of it with --sender (docs/formats.md).');
  const read = readSender(await readFile(name, 'utf8'));
  if ('faults' in read) throw unusable(read.faults);
  const found = read[part];
  if (found === undefined)
    throw new Failure('rejected', `The sender says nothing of ${part}.`, `Add ${part} to its file.`);
  return found;
}

function unusable([first]: readonly Fault[]): Failure {
  const { column = '', message = 'Write it again.' } = first ?? {};
  const where = column === '' ? '' : ` at ${column}`;
  return new Failure('rejected', `The sender cannot be used${where}.`, message);
}

function wrong(what: string, advice: string): Failure {
  return new Failure('usage', what, advice);
}
