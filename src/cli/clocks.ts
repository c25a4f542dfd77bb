import type { Clocks, Stamp } from '../application/views.ts';
import { isCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import { Failure } from './failure.ts';
import { textOf, type Options } from './verb.ts';

/** The clocks that were given. @throws Failure where one shows no day or instant */
export function clocksOf(options: Options): Clocks {
  const asOf = textOf(options, 'asOf');
  const knownAt = textOf(options, 'knownAt');
  return {
    ...(asOf !== undefined && { asOf: dayOf('--as-of', asOf) }),
    ...(knownAt !== undefined && { knownAt: instantOf(knownAt) }),
  };
}

/** The day that an option gives. @throws Failure where it is none, or is not written as one */
export function dayOf(option: string, text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const what = isWritten ? 'names no day that exists' : 'is not written as a day';
  throw new Failure(
    'usage',
    `${option} ${what}.`,
    'Write it as YYYY-MM-DD: year, month and day, such as 2026-03-02.',
  );
}

/** On which clocks an answer was given, in words; nothing where no clock was asked for. */
export function stampInWords({ position, asOf, knownAt }: Stamp): string {
  if (asOf === null && knownAt === null) return '';
  const effective = asOf === null ? [] : [`as of ${asOf}`];
  const known = knownAt === null ? [] : [`as known at ${knownAt}`];
  return `This is ${[...effective, ...known].join(', ')}, at position ${position} of the log.`;
}

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;

/** The log counts milliseconds, so the end of a day is its last one. */
function instantOf(text: string): string {
  if (isCalendarDate(text)) return `${text}T23:59:59.999Z`;
  const [, day] = instant.exec(text) ?? [];
  if (day !== undefined && isCalendarDate(day)) return text;
  throw new Failure(
    'usage',
    '--known-at names no instant.',
    'Write it in UTC as 2026-03-02T17:00:00Z, or write a day as YYYY-MM-DD, which means its end in UTC.',
  );
}
