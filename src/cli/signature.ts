import { today } from '../application/today.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { SignatoryId } from '../domain/ids.ts';
import type { SignatureRole } from '../domain/statement/events.ts';
import { dayOf } from './clocks.ts';
import type { Desk } from './desk.ts';
import { Failure } from './failure.ts';
import { textOf, type Asked } from './verb.ts';

/** @throws Failure where the option says neither */
export function roleOf(asked: Asked): SignatureRole {
  const text = textOf(asked.options, 'as');
  if (text === 'prepared') return 'PREPARED';
  if (text === 'approved') return 'APPROVED';
  throw new Failure(
    'usage',
    '--as says neither who prepared nor who approves.',
    'Write --as prepared or --as approved.',
  );
}

/** @throws Failure where nobody is named, or nobody is known by that name */
export async function signatoryOf(desk: Desk): Promise<SignatoryId> {
  const by = textOf(desk.options, 'by');
  if (by === undefined)
    throw new Failure('usage', 'Nobody is named who signs.', 'Say who with --by, by id or label.');
  return (await desk.names.idOf('signatory', by)) as SignatoryId;
}

/** The day of the signature. @throws Failure where it is none */
export function signedOn({ options }: Asked): CalendarDate {
  const given = textOf(options, 'on');
  return given === undefined ? today() : dayOf('--on', given);
}
