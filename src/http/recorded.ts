import type { House } from '../application/house.ts';
import type { Outcome } from '../application/ledger.ts';
import { survivorIn } from '../application/survivor.ts';
import { dayInUtc } from '../application/today.ts';
import { inFuture, type Warning } from '../application/warnings.ts';
import { calendarDate } from '../domain/calendar-date.ts';

/** An event as an answer shows it. */
export interface EventShown {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly effectiveOn: string;
  readonly data: unknown;
}

/** What a command recorded: its events, stream by stream, and the last position they reach. */
export interface Recorded {
  readonly events: readonly EventShown[];
  readonly position: number;
  /** What whoever sent it should look at; none of a command that was heard before. */
  readonly warnings: readonly Warning[];
}

/** What the ledger says that it has just recorded. */
export function recordedNow({
  events,
  position,
  warnings,
}: Pick<Outcome, 'events' | 'position' | 'warnings'>): Recorded {
  const shown = events.map(({ id, stream, revision, event: { type, effectiveOn, data } }) => {
    return { id, stream, revision, type, effectiveOn, data };
  });
  return { events: byStream(shown), position, warnings };
}

/**
 * What a command recorded when it was first heard, read back: its events stand together in the log, beginning in the
 * stream that it is about. Undefined where that stream has never heard of it.
 */
export async function recordedBefore(
  { store }: Pick<House, 'store'>,
  { stream, commandId }: { readonly stream: string; readonly commandId: string },
): Promise<Recorded | undefined> {
  const first = await firstOf(store, stream, commandId);
  if (first === undefined) return undefined;
  const events: EventShown[] = [];
  let last = first.position;
  for await (const page of store.readAll({ after: Math.max(first.position - 1 - mostBefore, 0) })) {
    for (const { position, recordedAt, ...event } of page) {
      const isOurs = event.commandId === commandId && recordedAt === first.recordedAt;
      if (!isOurs && position < first.position) continue;
      if (!isOurs) return recordedThen(events, last, first);
      events.push(shownOf(event));
      last = position;
    }
  }
  return recordedThen(events, last, first);
}

/** Of its warnings, that of a day is told again, which was to come when it was recorded. */
function recordedThen(
  events: readonly EventShown[],
  position: number,
  { recordedAt }: { readonly recordedAt: string },
): Recorded {
  const told = events.map(({ type, effectiveOn }) => ({ type, effectiveOn: calendarDate(effectiveOn) }));
  return { events: byStream(events), position, warnings: inFuture(told, dayInUtc(new Date(recordedAt))) };
}

/** An order that is entered takes its id first, in a stream of its own. */
const mostBefore = 1;

/** The event with which a command began to be recorded. */
interface First extends EventShown {
  readonly position: number;
  readonly recordedAt: string;
}

/** In the stream, or in that of an id which survives the one that it is of. */
async function firstOf(
  store: House['store'],
  stream: string,
  commandId: string,
  looked: ReadonlySet<string> = new Set(),
): Promise<First | undefined> {
  let survivor: string | undefined;
  for await (const page of store.readStream(stream)) {
    const first = page.find((event) => event.commandId === commandId);
    if (first !== undefined) return first;
    survivor = page.map(survivorIn).findLast((each) => each !== undefined) ?? survivor;
  }
  if (survivor === undefined || looked.has(survivor)) return undefined;
  return firstOf(store, survivor, commandId, new Set([...looked, stream]));
}

function shownOf({ id, stream, revision, type, effectiveOn, data }: EventShown): EventShown {
  return { id, stream, revision, type, effectiveOn, data };
}

/** The ledger tells events in the order of its steps, the log in that of its streams; an answer has one order. */
function byStream(events: readonly EventShown[]): readonly EventShown[] {
  const streams = new Map<string, EventShown[]>();
  for (const event of events) {
    const together = streams.get(event.stream) ?? [];
    streams.set(event.stream, together);
    together.push(event);
  }
  return [...streams.values()].flat();
}
