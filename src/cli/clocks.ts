import { knownAtIn } from '../application/queries/known-at.ts';
import type { Clocks, Stamp, Standpoint } from '../application/views/ledger.ts';
import { isCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import { Failure } from './failure.ts';
import { textOf, type Options } from './verb.ts';

/** The clocks that were given. @throws Failure where one shows no day or instant */
export function clocksOf(options: Options): Clocks {
  const asOf = textOf(options, 'asOf');
  const knownAt = textOf(options, 'knownAt');
  return {
    ...(asOf !== undefined && { asOf: dayOf('--as-of', asOf) }),
    ...(knownAt !== undefined && { knownAt: instantOf('--known-at', knownAt) }),
  };
}

/**
 * The clocks of a standpoint: a day, an instant behind a comma, or both. An instant alone, or a position, needs no comma.
 *
 * @throws Failure where it is none
 */
export function standpointIn(option: string, text: string): Clocks {
  const [first = '', second, ...more] = text.split(',');
  if (more.length > 0) {
    const advice =
      'Write a day, a comma and an instant, such as 2026-03-31,2026-04-02; one of the two may be left out.';
    throw new Failure('usage', `${option} is no standpoint.`, advice);
  }
  const isInstant = second === undefined && /[@T]/.test(first);
  const [day, known] = isInstant ? ['', first] : [first, second ?? ''];
  return {
    ...(day !== '' && { asOf: dayOf(option, day) }),
    ...(known !== '' && { knownAt: instantOf(option, known) }),
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
export function stampInWords({ position, asOf, knownAt, hash }: Stamp): string {
  if (asOf === null && knownAt === null) return '';
  return `This is ${placeInWords({ position, asOf, knownAt })}; its hash begins with ${hash.slice(0, 12)}.`;
}

/** The same of rows that have a hash of their own. */
export function standpointInWords(at: Standpoint | undefined): string {
  return at === undefined || (at.asOf === null && at.knownAt === null) ? '' : `This is ${placeInWords(at)}.`;
}

/** Where somebody stands who asks: `as of 2026-03-31, at position 60 of the log`. */
export function placeInWords({ position, asOf, knownAt }: Standpoint): string {
  const effective = asOf === null ? [] : [`as of ${asOf}`];
  const known = knownAt === null || knownAt.startsWith('@') ? [] : [`as known at ${knownAt}`];
  return [...effective, ...known, `at position ${String(position)} of the log`].join(', ');
}

function instantOf(option: string, text: string): string {
  const known = knownAtIn(text);
  if (known !== undefined) return known;
  throw new Failure(
    'usage',
    `${option} names no instant.`,
    'Write it in UTC as 2026-03-02T17:00:00Z; or a day as YYYY-MM-DD, which means its end in UTC; or @ and a position of the log.',
  );
}
