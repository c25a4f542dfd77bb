import { Documents } from '../../src/application/documents/documents.ts';
import { Aggregates, expectedOf } from '../../src/application/aggregates.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { registerVictim } from '../support/words.ts';
import { Telling } from './telling.ts';

/** A store of streams that are long without end: `length` times the same event. It tells which of them were read. */
function endless(event: RecordedEvent, length: number): { store: EventStore; read: string[] } {
  const read: string[] = [];
  const store: EventStore = Object.assign(new MemoryEventStore(), {
    async *readStream(stream: string, { from = 0 } = {}) {
      read.push(`${stream} from ${String(from)}`);
      const page = Array.from({ length: Math.max(length - from, 0) }, (_, at) => ({
        ...event,
        stream,
        revision: from + at,
      }));
      yield Promise.resolve(page);
    },
  });
  return { store, read };
}

const victim = (id: string) => ({ kind: 'Victim', id }) as const;

describe('streams that are kept folded', () => {
  let registered: RecordedEvent;

  beforeAll(async () => {
    const court = new Telling();
    await court.tell(registerVictim());
    [registered] = (await court.log()) as [RecordedEvent];
  });

  test('are read once, and then only what has been added, where that is asked for', async () => {
    const { store, read } = endless(registered, 3);
    const aggregates = new Aggregates(store, new Documents(store));
    const aggregate = await aggregates.load(victim('v-1'));
    expect(await aggregates.load(victim('v-1'))).toBe(aggregate);
    expect(await aggregates.load(victim('v-1'), true)).toBe(aggregate);
    expect(read).toEqual(['Victim-v-1 from 0', 'Victim-v-1 from 3']);
    expect(expectedOf(aggregate)).toBe(2);
  });

  test('are let go, the one first that was not used for longest, where they grow too large together', async () => {
    const { store, read } = endless(registered, 250_000);
    const aggregates = new Aggregates(store, new Documents(store));
    const { id, commandId, causationId } = registered;
    const event = {
      type: 'VictimRegistered',
      effectiveOn: registerVictim().on,
      data: { victimId: registerVictim().victimId },
    } as const;
    for (const each of ['v-1', 'v-2']) await aggregates.load(victim(each));
    await aggregates.load(victim('v-1'));
    const third = await aggregates.load(victim('v-3'));
    aggregates.advance(
      third,
      [{ id, commandId, causationId, tells: { events: [event], count: 1, rosters: [] } }],
      third.revision,
    );
    expect(third.revision).toBe(250_000);
    read.length = 0;
    for (const each of ['v-3', 'v-1', 'v-2']) await aggregates.load(victim(each));
    expect(read).toEqual(['Victim-v-2 from 0']);
  });

  test('that do not exist are not kept, and must not exist to be written to', async () => {
    const { store, read } = endless(registered, 0);
    const aggregates = new Aggregates(store, new Documents(store));
    expect(expectedOf(await aggregates.load(victim('v-1')))).toBe('no-stream');
    await aggregates.load(victim('v-1'));
    expect(read).toHaveLength(2);
  });

  test('that were forgotten are read anew', async () => {
    const { store, read } = endless(registered, 3);
    const aggregates = new Aggregates(store, new Documents(store));
    aggregates.forget(await aggregates.load(victim('v-1')));
    await aggregates.load(victim('v-1'));
    expect(read).toEqual(['Victim-v-1 from 0', 'Victim-v-1 from 0']);
  });
});
