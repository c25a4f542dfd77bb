import type { PolicyView } from '../../application/policies-in-force.ts';
import type { Warning } from '../../application/warnings.ts';
import type { Statute } from '../../domain/statutes/statute.ts';
import type { Fault } from '../problem.ts';
import type { bodyOf } from '../problem-filter.ts';
import { problemCodes } from '../problem-types.ts';
import type { EventShown } from '../recorded.ts';
import {
  dayOf,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  oneOf,
  orNull,
  ref,
  textOf,
  type Schema,
} from './schema-words.ts';

/** What the door says of commands and refusals, of policies and the law. */
export const doorSchemas: Readonly<Record<string, Schema>> = {
  CommandAnswer: objectOf('What a command brought about.', {
    commandId: textOf('The Idempotency-Key.'),
    command: textOf('The type of the command.'),
    position: orNull(numberOf('The last position of its events; null where nothing was recorded.')),
    events: listOf(ref('Event'), 'None, where the ledger knew of it from another command.'),
    warnings: listOf(
      ref('Warning'),
      'What was recorded and should be looked at all the same; none of a command that was heard before.',
    ),
  }),
  Warning: objectOf<Warning>('What was recorded, for it is a fact, and should be looked at.', {
    code: oneOf('DAY_IN_FUTURE', 'PAID_BEYOND_HELD', 'REFUNDED_BEYOND_HELD', 'UNCLAIMED_BEYOND_HELD'),
    amount: orNull(moneyOf('By how much more was paid than was held; null of a day.')),
    day: orNull(dayOf('The day that is still to come; null of an amount.')),
  }),
  Relabelled: objectOf('What became of a label; the label itself is not said again.', {
    id: textOf('What is called so.'),
    result: oneOf('relabelled', 'unchanged'),
  }),
  Policy: objectOf<PolicyView>('One question that the law leaves open, and how it is answered.', {
    policy: textOf('Its number.'),
    question: textOf('The question.'),
    value: textOf('The answer in force.'),
    values: listOf({ type: 'string' }, 'The answers to choose from; the first is the default.'),
    reason: textOf('Why the default is the default.'),
    setOn: orNull(dayOf('Since when the answer holds; null where it is the default.')),
    position: orNull(numberOf('Where in the log it was set; null where it is the default.')),
  }),
  Statute: objectOf<Statute>('A provision of law that the ledger carries out.', {
    citation: textOf('Where it stands.'),
    inForceFrom: dayOf('The first day of an offence to which it applies.'),
    words: textOf('What it says.'),
  }),
  Event: objectOf<EventShown>('An event, as it was recorded.', {
    id: { type: 'string', format: 'uuid' },
    stream: textOf('The stream that decided it.'),
    revision: numberOf('Its place in the stream.'),
    type: textOf('Its type; docs/events.md has them all.'),
    effectiveOn: dayOf('The legal day.'),
    data: { type: 'object', description: 'What it says.' },
  }),
  Problem: objectOf<ReturnType<typeof bodyOf>>('Why a request was refused (RFC 9457).', {
    type: textOf('The page that explains it.'),
    title: textOf('What is the matter.'),
    status: numberOf('The status once more.'),
    detail: textOf('What to do about it.'),
    instance: textOf('This request.'),
    code: oneOf(...problemCodes),
    requestId: textOf('The id under which the log has it.'),
    errors: listOf(ref('Fault')),
  }),
  Fault: objectOf<Fault>('One thing that is wrong; never what was sent.', {
    pointer: textOf('JSON Pointer to the field; for a query, a slash and the parameter.'),
    code: textOf('The rule.'),
    message: textOf('What is expected.'),
  }),
};
