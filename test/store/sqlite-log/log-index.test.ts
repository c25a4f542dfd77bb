/** The index follows the log in bulk. Nobody who reads or appends may notice how far it has come. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { EventStore, StreamWrite } from '../../../src/store/event-store.ts';
import { MemoryEventStore } from '../../../src/store/log/memory-event-store.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { longestTail } from '../../../src/store/sqlite-log/schema.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { allOf, anEvent, events, rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
let files = 0;
const newFile = (): string => join(folder, `${String((files += 1))}.sqlite`);
const clock = (): Date => new Date('2026-03-01T12:00:00Z');

function indexedIn(file: string): { position: number; indexed: number } {
  const db = new Database(file, { readonly: true });
  const head = db.prepare('SELECT position, indexed FROM head').get();
  db.close();
  return head as { position: number; indexed: number };
}

test('an append writes down the event, and the index follows when the store is closed', async () => {
  const file = newFile();
  const store = await openSqliteEventStore({ file });
  await store.append([write('Victim-1', 'no-stream', [1, 2])]);
  expect(indexedIn(file)).toEqual({ position: 2, indexed: 0 });
  await store.close();
  expect(indexedIn(file)).toEqual({ position: 2, indexed: 2 });
});

test('the index is never further behind than is allowed, however much is appended at once', async () => {
  const file = newFile();
  const store = await openSqliteEventStore({ file });
  let last: StreamWrite['expected'] = 'no-stream';
  for (const [from, to] of [
    [1, 8000],
    [8001, 8191],
    [8192, 8192],
    [8193, 30_000],
    [30_001, 30_002],
  ] as const) {
    await store.append([{ stream: 'Case-1', expected: last, events: events(from, to) }]);
    last = to - 1;
    const { position, indexed } = indexedIn(file);
    expect(position).toBe(to);
    expect(position - indexed).toBeLessThan(longestTail);
  }
  expect(indexedIn(file).indexed).toBe(30_000);
  await store.close();
});

test('the index follows sooner where events are large', async () => {
  const file = newFile();
  const store = await openSqliteEventStore({ file });
  const data = 'x'.repeat(800_000);
  for (let n = 0; n < 20; n += 1) {
    await store.append([
      { stream: 'Case-1', expected: n === 0 ? 'no-stream' : n - 1, events: [anEvent(n, { data })] },
    ]);
    expect(indexedIn(file).indexed).toBe(0);
  }
  await store.append([{ stream: 'Case-1', expected: 19, events: [anEvent(20, { data })] }]);
  expect(indexedIn(file).indexed).toBe(21);
  expect((await allOf(store.readStream('Case-1'))).map((event) => event.revision)).toEqual(
    Array.from({ length: 21 }, (_, at) => at),
  );
  await store.close();
});

test('large events come in small pages, from the index and from the tail', async () => {
  const store = await openSqliteEventStore({ file: newFile() });
  const data = 'x'.repeat(800_000);
  for (let n = 0; n < 30; n += 1) {
    await store.append([
      { stream: 'Case-1', expected: n === 0 ? 'no-stream' : n - 1, events: [anEvent(n, { data })] },
    ]);
  }
  for (const pages of [store.readAll(), store.readStream('Case-1')]) {
    const lengths: number[] = [];
    for await (const page of pages) lengths.push(page.length);
    expect(Math.max(...lengths)).toBeLessThan(10);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(30);
  }
  await store.close();
});

test('streams are read whole from the index, from the tail, and across both, as from memory', async () => {
  const file = newFile();
  const [store, model] = [await openSqliteEventStore({ file, clock }), new MemoryEventStore({ clock })];
  const names = ['Case-1', 'Victim-1', 'Victim-2'];
  const revisions = new Map<string, number>();
  for (let from = 1; from <= 9000; from += 60) {
    const writes = names.map((stream, at) => {
      const expected: StreamWrite['expected'] = revisions.get(stream) ?? 'no-stream';
      const some = events(from + at * 20, from + at * 20 + 19);
      revisions.set(stream, (revisions.get(stream) ?? -1) + 20);
      return { stream, expected, events: some };
    });
    expect(await store.append(writes)).toEqual(await model.append(writes));
  }
  expect(indexedIn(file).indexed).toBeGreaterThan(0);
  expect(indexedIn(file).indexed).toBeLessThan(9000);
  expect(await store.head()).toEqual(await model.head());
  const reopened = await openSqliteEventStore({ file, readOnly: true });
  for (const reader of [store, reopened]) {
    for (const stream of names) {
      for (const from of [0, 1, 999, 1000, 2700, 2729, 2730, 2731, 2999, 3000]) {
        const [read, expected] = await Promise.all([
          allOf(reader.readStream(stream, { from })),
          allOf(model.readStream(stream, { from })),
        ]);
        expect(read.length).toBe(3000 - from);
        expect(JSON.stringify(read) === JSON.stringify(expected)).toBe(true);
      }
    }
  }
  await reopened.close();
  await store.close();
});

test('what is indexed is as well known as what is not: retries, conflicts and ids', async () => {
  const file = newFile();
  const store = await openSqliteEventStore({ file });
  await store.append([write('Victim-1', 'no-stream', [1, 2])]);
  await store.append([{ stream: 'Case-1', expected: 'no-stream', events: events(10, 10 + longestTail) }]);
  expect(indexedIn(file).indexed).toBeGreaterThan(longestTail);
  expect(await store.append([write('Victim-1', 'no-stream', [1, 2])])).toEqual({
    revisions: [1],
    position: 2,
  });
  expect(await rejectionOf(store.append([write('Victim-1', 0, [3])]))).toMatchObject({ actual: 1 });
  expect(await rejectionOf(store.append([write('Victim-2', 'no-stream', [2])]))).toMatchObject({
    name: 'DuplicateEventId',
  });
  expect(await store.append([write('Victim-1', 1, [3])])).toMatchObject({ revisions: [2] });
  await store.close();
  expect((await verifyLog(file)).events).toBe(longestTail + 4);
});

test('two that have the file open see each other through every turn of the index', async () => {
  const file = newFile();
  const [one, other] = [
    await openSqliteEventStore({ file, clock }),
    await openSqliteEventStore({ file, clock }),
  ];
  await one.append([write('Victim-1', 'no-stream', [1])]);
  await other.append([write('Victim-1', 0, [2])]);
  await one.append([{ stream: 'Case-1', expected: 'no-stream', events: events(10, 10 + longestTail) }]);
  expect(await rejectionOf(other.append([write('Victim-1', 0, [3])]))).toMatchObject({ actual: 1 });
  expect(await other.append([write('Victim-1', 1, [3])])).toMatchObject({ revisions: [2] });
  expect(await rejectionOf(one.append([write('Victim-2', 'no-stream', [3])]))).toMatchObject({
    name: 'DuplicateEventId',
  });
  expect(await allOf(one.readStream('Victim-1'))).toEqual(await allOf(other.readStream('Victim-1')));
  expect((await allOf(one.readStream('Case-1'))).length).toBe(longestTail + 1);

  await one.append([write('Victim-1', 2, [4])]);
  const more = events(10_000, 10_000 + longestTail);
  await one.append([{ stream: 'Case-1', expected: longestTail, events: more }]);
  expect(await rejectionOf(other.append([write('Victim-1', 1, [5])]))).toMatchObject({ actual: 3 });
  expect(await other.append([write('Victim-1', 3, [5])])).toMatchObject({ revisions: [4] });
  await Promise.all([one.close(), other.close()]);
  expect((await verifyLog(file)).events).toBe(2 * longestTail + 7);
});

test('two that write by turns into one file, one of which is opened again now and then, do what memory does', async () => {
  const turn = fc.record({
    by: fc.constantFrom(0, 1),
    stream: fc.constantFrom('Victim-1', 'Victim-2', 'Case-1'),
    off: fc.constantFrom(0, 0, 0, 1, -1),
    count: fc.constantFrom(1, 2, 3, 40),
    opensAgain: fc.constantFrom(false, false, false, true),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 20 }), async (turns) => {
      const file = newFile();
      const model = new MemoryEventStore({ clock });
      const stores = [
        await openSqliteEventStore({ file, clock }),
        await openSqliteEventStore({ file, clock }),
      ];
      let next = 1;
      for (const { by, stream, off, count, opensAgain } of turns) {
        if (opensAgain) {
          await stores[by]?.close();
          stores[by] = await openSqliteEventStore({ file, clock });
        }
        const revision = (await allOf(model.readStream(stream))).length - 1 + off;
        const some = Array.from({ length: count }, () => anEvent(next++));
        const writes = [{ stream, expected: revision < 0 ? ('no-stream' as const) : revision, events: some }];
        expect(await settled(stores[by] as EventStore, writes)).toEqual(await settled(model, writes));
      }
      for (const store of stores) {
        expect(await store.head()).toEqual(await model.head());
        expect(await allOf(store.readAll())).toEqual(await allOf(model.readAll()));
        await store.close();
      }
      expect((await verifyLog(file)).head).toEqual(await model.head());
    }),
    { numRuns: 30 },
  );
});

async function settled(store: EventStore, writes: readonly StreamWrite[]): Promise<unknown> {
  try {
    return await store.append(writes);
  } catch (error) {
    return String(error);
  }
}
