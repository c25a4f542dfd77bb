import { VersionConflict } from '../../../src/store/event-store.ts';
import type { Subject } from '../event-store.contract.ts';
import { idOf, idsOf, rejectionOf, write } from '../support/events.ts';

/** A write without events is a check. Only a store that writes several streams at once can keep its word on one. */
export function checking({ open }: Subject): void {
  const check = (stream: string, expected: number | 'no-stream', after?: string) => ({
    ...write(stream, expected, []),
    after,
  });

  test('an append is stored where its checks hold, and the checked streams stay as they were', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    const writes = [
      write('Case-1', 'no-stream', [3]),
      check('Victim-1', 1, idOf(2)),
      check('Case-2', 'no-stream'),
    ];
    expect(await store.append(writes)).toEqual({ revisions: [0, 1, -1], position: 3 });
    expect(await idsOf(store, 'Victim-1')).toEqual([idOf(1), idOf(2)]);
    expect(await idsOf(store, 'Case-2')).toEqual([]);
  });

  test.each([
    ['is further', check('Victim-1', 0), 1],
    ['is not so far', check('Victim-1', 5), 1],
    ['holds another event there', check('Victim-1', 1, idOf(1)), 1],
    ['is there', check('Victim-1', 'no-stream'), 1],
    ['is not there', check('Victim-2', 0), 'no-stream'],
  ])('nothing is stored where a checked stream %s', async (_case, failing, actual) => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    const refused = await rejectionOf(store.append([write('Case-1', 'no-stream', [3]), failing]));
    expect(refused).toBeInstanceOf(VersionConflict);
    expect(refused).toMatchObject({ stream: failing.stream, expected: failing.expected, actual });
    expect((await store.head()).position).toBe(2);
  });

  test('a check sees what was appended before it, though that still waits', async () => {
    const store = await open();
    const [, second, third] = await Promise.allSettled([
      store.append([write('Victim-1', 'no-stream', [1])]),
      store.append([write('Case-1', 'no-stream', [2]), check('Victim-1', 0, idOf(1))]),
      store.append([write('Case-2', 'no-stream', [3]), check('Victim-1', 'no-stream')]),
    ]);
    expect([second.status, third.status]).toEqual(['fulfilled', 'rejected']);
    expect((await store.head()).position).toBe(2);
  });

  test('nothing but checks stores nothing, and tells whether they hold', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const before = await store.head();
    expect(await store.append([check('Victim-1', 0, idOf(1))])).toEqual({ revisions: [0], position: 1 });
    expect(await rejectionOf(store.append([check('Victim-1', 3)]))).toBeInstanceOf(VersionConflict);
    expect(await store.head()).toEqual(before);
  });

  test('the same append again succeeds, though its checks would no longer hold', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const writes = [write('Case-1', 'no-stream', [2]), check('Victim-1', 0, idOf(1))];
    const first = await store.append(writes);
    await store.append([write('Victim-1', 0, [3])]);
    expect(await store.append(writes)).toEqual(first);
    expect((await store.head()).position).toBe(3);
  });

  test('a stream that is written to is checked at what the write leaves', async () => {
    const store = await open();
    const writes = [write('Case-1', 'no-stream', [1, 2]), check('Case-1', 1)];
    expect(await store.append(writes)).toEqual({ revisions: [1, 1], position: 2 });
  });
}
