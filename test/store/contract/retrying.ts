import { DuplicateEventId, VersionConflict } from '../../../src/store/event-store.ts';
import type { Subject } from '../event-store.contract.ts';
import { allOf, anEvent, idOf, idsOf, rejectionOf, write } from '../support/events.ts';

export function retrying({ open, traits }: Subject): void {
  test('the same append again succeeds with its first result, and stores nothing', async () => {
    const store = await open();
    const first = await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    const head = await store.head();
    expect(await store.append([write('Victim-1', 'no-stream', [1, 2])])).toEqual(first);
    expect(await store.head()).toEqual(head);
  });

  test('the same append again succeeds long afterwards', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const first = await store.append([write('Victim-1', 0, [2, 3])]);
    await store.append([write('Victim-2', 'no-stream', [4])]);
    for (let n = 5; n < 40; n += 1) await store.append([write('Victim-1', n - 3, [n])]);
    expect(await store.append([write('Victim-1', 0, [2, 3])])).toEqual(first);
    expect(first).toEqual({ revisions: [2], position: 3 });
  });

  test('the same append again, while the first still waits, is stored once', async () => {
    const store = await open();
    const both = [1, 2].map(() => store.append([write('Victim-1', 'no-stream', [1, 2])]));
    expect(await Promise.all(both)).toEqual([
      { revisions: [1], position: 2 },
      { revisions: [1], position: 2 },
    ]);
    expect(await idsOf(store, 'Victim-1')).toEqual([idOf(1), idOf(2)]);
  });

  test('recorded at another time, it is still the same append', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const store = await open({ clock: () => now });
    const first = await store.append([write('Victim-1', 'no-stream', [1])]);
    now = new Date('2026-06-01T00:00:00Z');
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual(first);
    expect((await allOf(store.readAll()))[0]?.recordedAt).toBe('2026-01-01T00:00:00.000Z');
  });

  test('other ids at the same revision are a conflict', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    const error = await rejectionOf(store.append([write('Victim-1', 'no-stream', [3, 4])]));
    expect(error).toBeInstanceOf(VersionConflict);
    expect(error).toMatchObject({ expected: 'no-stream', actual: 1 });
  });

  const overlaps: readonly (readonly [string, number, readonly number[]])[] = [
    ['one event more than was stored', 0, [2, 3, 4]],
    ['the first stored, the second not', 0, [2, 9]],
    ['the second stored, the first not', 0, [9, 3]],
    ['in another order', 0, [3, 2]],
    ['from another revision', 1, [2, 3]],
  ];

  test.each(overlaps)('half of an append again is a conflict: %s', async (_name, expected, numbers) => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    await store.append([write('Victim-1', 0, [2, 3])]);
    expect(await rejectionOf(store.append([write('Victim-1', expected, numbers)]))).toBeInstanceOf(
      VersionConflict,
    );
    expect(await idsOf(store, 'Victim-1')).toEqual([1, 2, 3].map(idOf));
  });

  if (traits.comparesWords) sameIdsOtherWords(open);
  if (traits.strictIds) strictIds(open);
  if (traits.atomicStreams) severalStreams(open);
}

function sameIdsOtherWords(open: Subject['open']): void {
  test.each([
    ['type', { type: 'PaymentReversed' }],
    ['schema version', { schemaVersion: 2 }],
    ['command', { commandId: 'another' }],
    ['cause', { causationId: idOf(77) }],
    ['actor', { actor: 'another' }],
    ['effective day', { effectiveOn: '2026-03-02' }],
    ['data', { data: { amount: '125.01', number: 1 } }],
    ['order of its keys', { data: { number: 1, amount: '125.00' } }],
  ])('the same id with another %s is a conflict', async (_name, change) => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const again = [{ stream: 'Victim-1', expected: 'no-stream' as const, events: [anEvent(1, change)] }];
    expect(await rejectionOf(store.append(again))).toBeInstanceOf(VersionConflict);
    expect((await store.head()).position).toBe(1);
  });
}

function strictIds(open: Subject['open']): void {
  test('an id that stands in the stream already is refused at another revision', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const error = await rejectionOf(store.append([write('Victim-1', 0, [1])]));
    expect(error).toBeInstanceOf(DuplicateEventId);
    expect(error).toMatchObject({ id: idOf(1) });
  });

  test('an id that stands in another stream already is refused', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(await rejectionOf(store.append([write('Victim-2', 'no-stream', [1])]))).toBeInstanceOf(
      DuplicateEventId,
    );
    expect(await idsOf(store, 'Victim-2')).toEqual([]);
  });

  test('where one id of many is refused, nothing of the append is stored', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const error = await rejectionOf(store.append([write('Victim-1', 0, [2, 3, 1])]));
    expect(error).toMatchObject({ name: 'DuplicateEventId', id: idOf(1) });
    expect((await store.head()).position).toBe(1);
    expect(await store.append([write('Victim-1', 0, [2, 3])])).toEqual({ revisions: [2], position: 3 });
  });

  test('a refused id is no harm to those who wait beside it', async () => {
    const store = await open();
    const settled = await Promise.allSettled([
      store.append([write('Victim-1', 'no-stream', [1])]),
      store.append([write('Victim-2', 'no-stream', [2, 1])]),
      store.append([write('Victim-2', 'no-stream', [3])]),
    ]);
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await allOf(store.readAll())).map((event) => event.id)).toEqual([idOf(1), idOf(3)]);
  });

  test('where the revision is wrong as well, the conflict is what is told', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const error = await rejectionOf(store.append([write('Victim-2', 3, [1])]));
    expect(error).toBeInstanceOf(VersionConflict);
  });
}

function severalStreams(open: Subject['open']): void {
  test('an append to several streams again succeeds with its first result', async () => {
    const store = await open();
    const writes = [write('Receipt-1', 'no-stream', [1]), write('Case-1', 'no-stream', [2, 3])];
    const first = await store.append(writes);
    await store.append([write('Case-1', 1, [4])]);
    expect(await store.append(writes)).toEqual(first);
    expect((await store.head()).position).toBe(4);
  });

  test('where one stream of several was written and the other not, it is a conflict', async () => {
    const store = await open();
    await store.append([write('Receipt-1', 'no-stream', [1])]);
    const writes = [write('Receipt-1', 'no-stream', [1]), write('Case-1', 'no-stream', [2])];
    expect(await rejectionOf(store.append(writes))).toMatchObject({
      name: 'VersionConflict',
      stream: 'Receipt-1',
    });
    expect(await idsOf(store, 'Case-1')).toEqual([]);
  });
}
