import type { EventStore, StreamWrite } from '../../../src/store/event-store.ts';
import type { EventToAppend, RecordedEvent } from '../../../src/store/recorded-event.ts';

/** The n-th id: the same number is the same event. */
export function idOf(n: number): string {
  return `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
}

/** The n-th event, changed where the test says so. */
export function anEvent(n: number, change: Partial<EventToAppend> = {}): EventToAppend {
  return {
    id: idOf(n),
    type: 'PaymentReceived',
    schemaVersion: 1,
    commandId: `command-${String(n)}`,
    causationId: null,
    actor: 'administrator',
    effectiveOn: '2026-03-01',
    data: { amount: '125.00', number: n },
    ...change,
  };
}

/** The events from one number to another, both included. */
export function events(from: number, to: number): EventToAppend[] {
  return Array.from({ length: to - from + 1 }, (_, at) => anEvent(from + at));
}

/** One write, of the events numbered. */
export function write(
  stream: string,
  expected: StreamWrite['expected'],
  numbers: readonly number[],
): StreamWrite {
  return { stream, expected, events: numbers.map((n) => anEvent(n)) };
}

export async function allOf(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** The ids of a stream, oldest first. */
export async function idsOf(store: EventStore, stream: string): Promise<string[]> {
  return (await allOf(store.readStream(stream))).map((event) => event.id);
}

/** The error that the promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it was not rejected');
}

/** A clock that shows these times, one after the other, and stays at the last. */
export function clockOf(...times: readonly string[]): () => Date {
  let at = -1;
  return () => {
    at = Math.min(at + 1, times.length - 1);
    return new Date(times[at] as string);
  };
}
