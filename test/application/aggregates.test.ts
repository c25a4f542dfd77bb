import { Documents } from '../../src/application/documents/documents.ts';
import { expectedOf } from '../../src/application/aggregate.ts';
import { Aggregates } from '../../src/application/aggregates.ts';
import type { EventStore } from '../../src/store/event-store.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { registerVictim } from '../support/words.ts';
import { Telling } from './telling.ts';

/** A store of streams that are as long as asked: so many times the same event. It tells which of them were read. */
function endless(
  event: RecordedEvent,
  lengthOf: number | ((stream: string) => number),
): { store: EventStore; read: string[] } {
  const read: string[] = [];
  const store: EventStore = Object.assign(new MemoryEventStore(), {
    async *readStream(stream: string, { from = 0 } = {}) {
      read.push(`${stream} from ${String(from)}`);
      const length = typeof lengthOf === 'number' ? lengthOf : lengthOf(stream);
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

  /** Three large ones, and small ones enough to put those out of use. */
  const largeAndSmall = (stream: string): number => (stream.startsWith('Victim-v-') ? 250_000 : 1);
  const small = ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6', 's-7', 's-8'];

  async function advanced(aggregates: Aggregates, id: string): Promise<void> {
    const aggregate = await aggregates.load(victim(id));
    const { revision } = aggregate;
    const { id: eventId, commandId, causationId } = registered;
    const event = {
      type: 'VictimRegistered',
      effectiveOn: registerVictim().on,
      data: { victimId: registerVictim().victimId },
    } as const;
    const tells = { events: [event], count: 1, rosters: [] };
    aggregates.advance(aggregate, [{ id: eventId, commandId, causationId, tells }], revision);
    expect(aggregate.revision).toBe(revision + 1);
  }

  test('are let go, the one first that was not used for longest, where they grow too large together', async () => {
    const { store, read } = endless(registered, largeAndSmall);
    const aggregates = new Aggregates(store, new Documents(store));
    for (const each of ['v-1', 'v-2', 'v-1', 'v-3', ...small]) await aggregates.load(victim(each));
    await advanced(aggregates, 's-8');
    read.length = 0;
    for (const each of ['v-3', 'v-1', 'v-2']) await aggregates.load(victim(each));
    expect(read).toEqual(['Victim-v-2 from 0']);
  });

  test('stay while they are in use, however large', async () => {
    const { store, read } = endless(registered, (stream) => (stream === 'Victim-v-1' ? 700_000 : 1));
    const aggregates = new Aggregates(store, new Documents(store));
    for (const each of ['v-1', ...small]) {
      await advanced(aggregates, each);
      await aggregates.load(victim('v-1'));
    }
    expect(read.filter((each) => each.startsWith('Victim-v-1 '))).toEqual(['Victim-v-1 from 0']);
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
