import { endOf } from '../../src/http/revisions.ts';
import { MemoryEventStore } from '../../src/store/memory-event-store.ts';

describe('the end of a stream', () => {
  test('is not there where the stream is not', async () => {
    expect(await endOf(new MemoryEventStore(), 'Victim-v-7')).toBeUndefined();
  });

  test.each([1, 2, 3, 999, 1_000, 1_001, 2_000, 4_321])('is found among %i events', async (count) => {
    const store = new MemoryEventStore();
    await store.append([{ stream: 'Other-1', expected: 'no-stream', events: [eventOf(0)] }]);
    const events = Array.from({ length: count }, (_, index) => eventOf(index + 1));
    await store.append([{ stream: 'Victim-v-7', expected: 'no-stream', events }]);
    expect(await endOf(store, 'Victim-v-7')).toMatchObject({ revision: count - 1, position: count + 1 });
  });
});

function eventOf(number: number) {
  return {
    id: `00000000-0000-5000-8000-${number.toString().padStart(12, '0')}`,
    type: 'Happened',
    schemaVersion: 1,
    commandId: 'c',
    causationId: null,
    actor: 'test',
    effectiveOn: '2026-01-02',
    data: {},
  };
}
