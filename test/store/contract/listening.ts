import { jest } from '@jest/globals';
import type { Subject } from '../event-store.contract.ts';
import { rejectionOf, write } from '../support/events.ts';

export function listening({ open }: Subject): void {
  test('who listens is told where the log ends after a commit', async () => {
    const store = await open();
    const told: number[] = [];
    store.onCommit((position) => told.push(position));
    await store.append([write('Victim-1', 'no-stream', [1])]);
    await store.append([write('Victim-1', 0, [2, 3])]);
    expect(told).toEqual([1, 3]);
  });

  test('the last position that is told is the end of the log, however many waited together', async () => {
    const store = await open();
    const told: number[] = [];
    store.onCommit((position) => told.push(position));
    await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        store.append([write(`Victim-${String(n)}`, 'no-stream', [n + 1])]),
      ),
    );
    expect(told.at(-1)).toBe(64);
    expect(told).toEqual([...told].sort((one, other) => one - other));
  });

  test('what is told of can be read already', async () => {
    const store = await open();
    const heads: Promise<number>[] = [];
    store.onCommit(() => heads.push(store.head().then((head) => head.position)));
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(await Promise.all(heads)).toEqual([1]);
  });

  test('who has stopped listening is told nothing, and may stop twice', async () => {
    const store = await open();
    const told: number[] = [];
    const stop = store.onCommit((position) => told.push(position));
    await store.append([write('Victim-1', 'no-stream', [1])]);
    stop();
    stop();
    await store.append([write('Victim-1', 0, [2])]);
    expect(told).toEqual([1]);
  });

  test('each who listens is told, also one that listens twice, and one may stop for itself', async () => {
    const store = await open();
    const told: number[] = [];
    const listener = (position: number): void => void told.push(position);
    const stop = store.onCommit(listener);
    store.onCommit(listener);
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(told).toEqual([1, 1]);
    stop();
    await store.append([write('Victim-1', 0, [2])]);
    expect(told).toEqual([1, 1, 2]);
  });

  test('nobody is told of what was not stored', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const told: number[] = [];
    store.onCommit((position) => told.push(position));
    await rejectionOf(store.append([write('Victim-1', 'no-stream', [2])]));
    await rejectionOf(store.append([]));
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(told).toEqual([]);
  });

  test('one who listens and fails is a warning, and no harm to the append or to others', async () => {
    const store = await open();
    const told: number[] = [];
    const warning = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    store.onCommit(() => {
      throw new Error('not today');
    });
    store.onCommit((position) => told.push(position));
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual({
      revisions: [0],
      position: 1,
    });
    expect(told).toEqual([1]);
    expect(warning).toHaveBeenCalledWith(expect.objectContaining({ message: 'not today' }));
    warning.mockRestore();
  });

  test('one who appends on hearing of a commit is carried out as well', async () => {
    const store = await open();
    const following: Promise<unknown>[] = [];
    const stop = store.onCommit((position) => {
      if (position === 1) following.push(store.append([write('Victim-1', 0, [2])]));
    });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    await Promise.all(following);
    stop();
    expect((await store.head()).position).toBe(2);
  });
}
