import { StoreUnavailable } from '../../../src/store/event-store.ts';
import type { Subject } from '../event-store.contract.ts';
import { allOf, rejectionOf, write } from '../support/events.ts';

export function closing({ open }: Subject): void {
  test('closing twice is closing once', async () => {
    const store = await open();
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
  });

  test('what was asked for before closing is carried out', async () => {
    const store = await open();
    const told: number[] = [];
    store.onCommit((position) => told.push(position));
    const appended = [1, 2, 3].map((n) =>
      store.append([write('Victim-1', n === 1 ? 'no-stream' : n - 2, [n])]),
    );
    await store.close();
    expect((await Promise.all(appended)).map((one) => one.position)).toEqual([1, 2, 3]);
    expect(told.at(-1)).toBe(3);
  });

  const deeds: readonly (readonly [
    string,
    (store: Awaited<ReturnType<Subject['open']>>) => Promise<unknown>,
  ])[] = [
    ['append', (store) => store.append([write('Victim-1', 'no-stream', [1])])],
    ['read a stream', (store) => allOf(store.readStream('Victim-1'))],
    ['read all', (store) => allOf(store.readAll())],
    ['ask for the head', (store) => store.head()],
    ['ask for a position', (store) => store.positionAt('2026-03-01T00:00:00Z')],
  ];

  test.each(deeds)('of a closed store nobody can %s', async (_name, deed) => {
    const store = await open();
    await store.close();
    expect(await rejectionOf(deed(store))).toBeInstanceOf(StoreUnavailable);
  });

  test('a closed store has nobody who listens', async () => {
    const store = await open();
    await store.close();
    expect(() => store.onCommit(() => undefined)).toThrow(StoreUnavailable);
  });

  test('a reader whose store is closed between two pages is told so', async () => {
    const store = await open();
    const events = Array.from(
      { length: 1500 },
      (_, n) => write('Case-1', 'no-stream', [n + 1]).events,
    ).flat();
    await store.append([{ stream: 'Case-1', expected: 'no-stream', events }]);
    const pages = store.readAll()[Symbol.asyncIterator]();
    await pages.next();
    await store.close();
    expect(await rejectionOf(pages.next())).toBeInstanceOf(StoreUnavailable);
  });
}
