import { storedEventOf, UnknownEvent } from '../../src/application/reading.ts';
import { Ledger } from '../../src/application/ledger.ts';
import { schemaVersions } from '../../src/domain/events.ts';
import { MemoryEventStore } from '../../src/store/log/memory-event-store.ts';
import type { RecordedEvent } from '../../src/store/recorded-event.ts';
import { determineLoss, registerVictim } from '../support/words.ts';
import { Telling } from './telling.ts';

describe('a recorded event', () => {
  let recorded: RecordedEvent;

  beforeAll(async () => {
    const court = new Telling();
    await court.tell(registerVictim());
    [recorded] = (await court.log()) as [RecordedEvent];
  });

  test('is given to the domain as it was told', () => {
    expect(storedEventOf(recorded)).toEqual({
      type: 'VictimRegistered',
      effectiveOn: '2026-03-02',
      data: { victimId: 'v-1' },
    });
  });

  test.each([
    ['of a type that this program does not know', { type: 'VictimMerged' }],
    ['in a later shape than this program knows', { schemaVersion: schemaVersions.VictimRegistered + 1 }],
  ])('%s is not skipped: the program says so, and where it stands', (_, other) => {
    expect(() => storedEventOf({ ...recorded, ...other })).toThrow(UnknownEvent);
    expect(() => storedEventOf({ ...recorded, ...other })).toThrow(/^position 1 holds /);
  });
});

test('a ledger decides nothing on a stream that a newer program has written to', async () => {
  const store = new MemoryEventStore();
  const event = {
    id: '00000000-0000-4000-8000-000000000001',
    type: 'VictimMerged',
    schemaVersion: 1,
    data: {},
  };
  const envelope = { commandId: 'c', causationId: null, actor: 'newer', effectiveOn: '2026-03-02' };
  await store.append([{ stream: 'Victim-v-1', expected: 'no-stream', events: [{ ...event, ...envelope }] }]);
  const asked = new Ledger(store).handle(determineLoss('c-1', '5.00'), { commandId: 'd', actor: 'clerk' });
  await expect(asked).rejects.toThrow(UnknownEvent);
});
