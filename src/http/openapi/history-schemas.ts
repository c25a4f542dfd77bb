/** What the ledger answers about what happened and what it changed, as JSON Schema. */
import type { ChangePart, FigureChange, StatusChange, ToldChanges } from '../../application/views/changes.ts';
import type { Standpoint } from '../../application/views/ledger.ts';
import type { EventNote, FigureStanding, ReplayedEvent } from '../../application/views/replay.ts';
import {
  dayOf,
  instant,
  listOf,
  moneyOf,
  numberOf,
  objectOf,
  orNull,
  ref,
  textOf,
  type Schema,
} from './schema-words.ts';

const note = {
  position: numberOf('Where in the log it stands.'),
  type: textOf('The type of the event.'),
  effectiveOn: dayOf('The legal day.'),
  recordedAt: instant,
  says: textOf('What happened, in a sentence.'),
  citation: orNull(textOf('The provision that it names or rests on; null where it is a plain fact.')),
  cause: orNull(numberOf('The position of the event that caused it; null where a command brought it about.')),
};

const figure = textOf('By its name in the answer that has it, or an account of the journal.');
const status = textOf('open, satisfied, terminated or vacated; null where there was no such liability.');

/** The components of these answers. */
export const historySchemas: Readonly<Record<string, Schema>> = {
  ReplayedEvent: objectOf<ReplayedEvent>('One event of a history, and how its subject stood after it.', {
    ...note,
    amount: orNull(moneyOf('What it was about, of this subject; null where it was about no money.')),
    after: listOf(
      ref('FigureStanding'),
      'Of a victim: greatestLoss, received, headroom, outstanding and held; of an order, what is ordered, paid and outstanding; else the accounts that it moved.',
    ),
  }),
  FigureStanding: objectOf<FigureStanding>('How a figure stood.', {
    figure,
    amount: orNull(moneyOf('Null where there is none.')),
  }),
  EventNote: objectOf<EventNote>('One event, in words.', note),
  Changes: objectOf<ToldChanges>('What changed from one standpoint to another.', {
    from: ref('Standpoint'),
    to: ref('Standpoint'),
    figures: listOf(ref('FigureChange'), 'Every figure that is another one.'),
    statuses: listOf(ref('StatusChange'), 'Every liability that stands otherwise.'),
    events: listOf(ref('EventNote'), 'The events that did it; of very many, the first 1,000.'),
    eventsLeftOut: numberOf('How many more there are.'),
  }),
  Standpoint: objectOf<Standpoint>('On which clocks, and at which position of the log.', {
    position: numberOf('The last position that counts.'),
    asOf: orNull(dayOf('Null for all days.')),
    knownAt: orNull(textOf('Null for all that is recorded.')),
  }),
  FigureChange: objectOf<FigureChange>('A figure that is another one.', {
    figure,
    orderId: orNull(textOf('The order of the liability that it is of.')),
    victimId: orNull(textOf('The victim of the liability that it is of.')),
    from: orNull(moneyOf('Null where there was none.')),
    to: orNull(moneyOf('Null where there is none.')),
    difference: moneyOf('What there is more of it.'),
    parts: listOf(ref('ChangePart'), 'They sum to the difference.'),
  }),
  ChangePart: objectOf<ChangePart>('What one event did to a figure, or several that follow on each other.', {
    position: numberOf('Of the event, or of the first of them.'),
    upTo: numberOf('Of the last of them; the same where it is one.'),
    amount: moneyOf('What it added.'),
  }),
  StatusChange: objectOf<StatusChange>('A liability that stands otherwise.', {
    orderId: textOf('The order.'),
    victimId: textOf('The victim.'),
    caseId: textOf('The case.'),
    defendantId: textOf('The defendant.'),
    from: orNull(status),
    to: orNull(status),
  }),
};
