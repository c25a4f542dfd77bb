import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';
import type { EventNote } from '../views/replay.ts';
import { storedEventOf } from '../reading.ts';
import { causeOf } from './chain.ts';
import { capital, eventInWords, provisionsOf } from './event-words.ts';

/** What there is to say of the events at these positions, which are in order. */
export async function notesOn(
  log: Pick<EventStore, 'readAll'>,
  positions: readonly number[],
): Promise<readonly EventNote[]> {
  const wanted = new Set(positions);
  const notes: EventNote[] = [];
  // What caused an event most often stands close before it, and has just been read.
  const passed = new Map<string, number>();
  for (const { first, last } of stretchesOf(positions)) {
    for await (const page of log.readAll({ after: first - 1, upTo: last })) {
      for (const recorded of page) {
        passed.set(recorded.id, recorded.position);
        if (wanted.has(recorded.position)) notes.push(await noteOn(log, recorded, passed));
      }
    }
  }
  return notes;
}

/** So far apart, two events are looked up each for itself. */
const apart = 256;

/** The stretches of the log that are read: events that stand close together are in one. */
function stretchesOf(
  positions: readonly number[],
): readonly { readonly first: number; readonly last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (const position of positions) {
    const open = stretches.at(-1);
    if (open !== undefined && position - open.last <= apart) open.last = position;
    else stretches.push({ first: position, last: position });
  }
  return stretches;
}

async function noteOn(
  log: Pick<EventStore, 'readAll'>,
  recorded: RecordedEvent,
  passed: Map<string, number>,
): Promise<EventNote> {
  const event = storedEventOf(recorded);
  const { citation } = event.data as { readonly citation?: unknown };
  const named = typeof citation === 'string' ? citation : provisionsOf(event, recorded.stream)[0];
  const { position, type, effectiveOn, recordedAt } = recorded;
  const cause = await causePosition(log, recorded, passed);
  return {
    ...{ position, type, effectiveOn: effectiveOn as CalendarDate, recordedAt },
    ...{ says: capital(eventInWords(event)), citation: named ?? null, cause },
  };
}

/** Where the event stands that caused it; several that follow on each other often have one cause. */
async function causePosition(
  log: Pick<EventStore, 'readAll'>,
  recorded: RecordedEvent,
  passed: Map<string, number>,
): Promise<number | null> {
  const { causationId } = recorded;
  if (causationId === null) return null;
  const position = passed.get(causationId) ?? (await causeOf(log, recorded))?.position;
  if (position !== undefined) passed.set(causationId, position);
  return position ?? null;
}
