import { Documents } from '../../src/application/documents/documents.ts';
import { storedEventOf } from '../../src/application/reading.ts';
import type { LedgerEvent } from '../../src/domain/events.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';

/** What a recorded event tells by itself; a test that comes upon a document here did not expect one. */
export function ledgerEventOf(recorded: RecordedEvent): LedgerEvent {
  const event = storedEventOf(recorded);
  switch (event.type) {
    case 'ScheduleListed':
    case 'ScheduleCommitted':
    case 'AllocationListed':
    case 'AllocationCommitted':
      throw new Error(`${event.type} at ${String(recorded.position)} stands in the log`);
    default:
      return event;
  }
}

/** All that a log tells, with documents opened, and the stream that each thing was decided in. */
export async function toldByLog(
  log: EventStore,
): Promise<readonly { readonly stream: string; readonly event: LedgerEvent }[]> {
  const documents = new Documents(log);
  const told: { stream: string; event: LedgerEvent }[] = [];
  for await (const page of log.readAll()) {
    for (const recorded of page) {
      const { events } = await documents.tells(recorded);
      for (const event of events) told.push({ stream: recorded.stream, event });
    }
  }
  return told;
}
