import type { EventStore } from '../../store/event-store.ts';
import type { RecordedEvent } from '../../store/recorded-event.ts';

/** How far behind an event what it caused is looked for: most stands in the same append, or close by. */
const searched = 10_000;

/** How far on either side what stands in the same append is looked for. */
const besides = 256;

/** The event at a position; undefined where the log does not reach it. */
export async function eventAt(
  log: Pick<EventStore, 'readAll'>,
  position: number,
): Promise<RecordedEvent | undefined> {
  for await (const page of log.readAll({ after: position - 1, upTo: position })) {
    for (const recorded of page) if (recorded.position === position) return recorded;
  }
  return undefined;
}

/** What caused an event, what caused that, and so on, the nearest first: the last is what a command brought about. */
export async function causesOf(
  log: Pick<EventStore, 'readAll'>,
  { causationId, position }: Pick<RecordedEvent, 'causationId' | 'position'>,
): Promise<readonly RecordedEvent[]> {
  const causes: RecordedEvent[] = [];
  for (let effect = { causationId, position }; ;) {
    const cause = await causeOf(log, effect);
    if (cause === undefined) return causes;
    causes.push(cause);
    effect = cause;
  }
}

/** What caused an event; undefined where a command brought it about. */
export async function causeOf(
  log: Pick<EventStore, 'readAll'>,
  { causationId, position }: Pick<RecordedEvent, 'causationId' | 'position'>,
): Promise<RecordedEvent | undefined> {
  return causationId === null ? undefined : lastWithId(log, causationId, position);
}

/** Looks back, further each time. */
async function lastWithId(
  log: Pick<EventStore, 'readAll'>,
  id: string,
  before: number,
): Promise<RecordedEvent | undefined> {
  let upTo = before - 1;
  for (let size = 256; upTo > 0; size *= 4) {
    const after = Math.max(0, upTo - size);
    for await (const page of log.readAll({ after, upTo })) {
      for (const recorded of page) if (recorded.id === id) return recorded;
    }
    upTo = after;
  }
  return undefined;
}

/** What an event caused within the next so many, as far as the position. */
export async function effectsOf(
  log: Pick<EventStore, 'readAll'>,
  { id, position }: Pick<RecordedEvent, 'id' | 'position'>,
  known: number,
): Promise<{ readonly effects: readonly RecordedEvent[]; readonly isAll: boolean }> {
  const upTo = Math.min(known, position + searched);
  const effects: RecordedEvent[] = [];
  for await (const page of log.readAll({ after: position, upTo })) {
    for (const recorded of page) if (recorded.causationId === id) effects.push(recorded);
  }
  return { effects, isAll: upTo === known };
}

/**
 * The facts that one command brought about in one append with this one: where several are first causes, none caused another,
 * and each belongs to the others. None beside an event that another caused.
 */
export async function recordedBeside(
  log: Pick<EventStore, 'readAll'>,
  { id, position, commandId, stream, causationId }: RecordedEvent,
): Promise<readonly RecordedEvent[]> {
  if (causationId !== null) return [];
  const beside: RecordedEvent[] = [];
  const around = { after: Math.max(0, position - 1 - besides), upTo: position + besides };
  for await (const page of log.readAll(around)) {
    for (const recorded of page) {
      const isTogether = recorded.commandId === commandId && recorded.stream === stream;
      if (isTogether && recorded.causationId === null && recorded.id !== id) beside.push(recorded);
    }
  }
  return beside;
}
