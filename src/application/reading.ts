import { schemaVersions, type StoredEvent } from '../domain/events.ts';
import type { RecordedEvent } from '../store/recorded-event.ts';

/** The log holds what this program does not know: a newer one wrote it. Nothing is skipped; the program stops. */
export class UnknownEvent extends Error {
  readonly position: number;
  readonly type: string;

  constructor({ position, type, schemaVersion }: Pick<RecordedEvent, 'position' | 'type' | 'schemaVersion'>) {
    super(
      `position ${String(position)} holds ${type} in schema version ${String(schemaVersion)}, which this version of the ` +
        'program does not know; use the version that wrote it, or a later one',
    );
    this.name = 'UnknownEvent';
    this.position = position;
    this.type = type;
  }
}

/** The event in the shape that is written today; old shapes would be lifted here, and nowhere else. @throws UnknownEvent */
export function storedEventOf(recorded: RecordedEvent): StoredEvent {
  const known = schemaVersions[recorded.type as StoredEvent['type']] as number | undefined;
  if (known === undefined || recorded.schemaVersion > known) throw new UnknownEvent(recorded);
  return { type: recorded.type, effectiveOn: recorded.effectiveOn, data: recorded.data } as StoredEvent;
}
