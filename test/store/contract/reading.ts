import type { EventStore, ReadAllOptions } from '../../../src/store/event-store.ts';
import type { RecordedEvent } from '../../../src/store/recorded-event.ts';
import type { Subject } from '../event-store.contract.ts';
import { allOf, anEvent, events, idOf, rejectionOf, write } from '../support/events.ts';

export function reading({ open }: Subject): void {
  const ofTen = async (): Promise<EventStore> => {
    const store = await open();
    for (let n = 0; n < 5; n += 1) {
      const expected = n === 0 ? 'no-stream' : n - 1;
      await store.append([write('Victim-1', expected, [2 * n + 1])]);
      await store.append([write('Case-1', expected, [2 * n + 2])]);
    }
    return store;
  };
  const positionsOf = (read: readonly RecordedEvent[]): number[] => read.map((event) => event.position);

  test('the last event of a stream is found, and nothing where there is none', async () => {
    const store = await open();
    expect(await store.lastOf('Victim-1')).toBeUndefined();
    await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    await store.append([write('Victim-2', 'no-stream', [3])]);
    expect(await store.lastOf('Victim-1')).toMatchObject({ id: idOf(2), revision: 1, position: 2 });
    expect(await store.lastOf('Victim-2')).toMatchObject({ id: idOf(3), revision: 0, position: 3 });
    expect(await store.lastOf('Victim-3')).toBeUndefined();
  });

  test('a stream that is not there has no events', async () => {
    const store = await open();
    expect(await allOf(store.readStream('Victim-1'))).toEqual([]);
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect(await allOf(store.readStream('Victim-2'))).toEqual([]);
  });

  test.each(['', 'victim', "Victim-1' OR 1=1", 'Victim-%', 'Victim-\u0000', '__proto__', 'constructor'])(
    'what is no name of a stream has no events: %j',
    async (name) => {
      const store = await open();
      await store.append([write('Victim-1', 'no-stream', [1])]);
      expect(await allOf(store.readStream(name))).toEqual([]);
    },
  );

  test('a stream is read in the order of its revisions, without the events of others', async () => {
    const read = await allOf((await ofTen()).readStream('Case-1'));
    expect(read.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
    expect(positionsOf(read)).toEqual([2, 4, 6, 8, 10]);
    expect(new Set(read.map((event) => event.stream))).toEqual(new Set(['Case-1']));
  });

  test.each([
    [0, [0, 1, 2, 3, 4]],
    [1, [1, 2, 3, 4]],
    [4, [4]],
    [5, []],
    [1_000_000, []],
  ])('a stream is read from revision %i on', async (from, revisions) => {
    const read = await allOf((await ofTen()).readStream('Victim-1', { from }));
    expect(read.map((event) => event.revision)).toEqual(revisions);
  });

  test.each([-1, 1.5, NaN, Infinity])('a stream cannot be read from revision %d', async (from) => {
    const store = await ofTen();
    expect(await rejectionOf(allOf(store.readStream('Victim-1', { from })))).toBeInstanceOf(RangeError);
  });

  const bounds: readonly (readonly [ReadAllOptions, readonly number[]])[] = [
    [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ after: 0 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ after: 7 }, [8, 9, 10]],
    [{ after: 9 }, [10]],
    [{ after: 10 }, []],
    [{ after: 11 }, []],
    [{ upTo: 0 }, []],
    [{ upTo: 3 }, [1, 2, 3]],
    [{ upTo: 10 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ upTo: 1_000_000 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [{ after: 3, upTo: 6 }, [4, 5, 6]],
    [{ after: 5, upTo: 5 }, []],
    [{ after: 6, upTo: 3 }, []],
  ];

  test.each(bounds)('all is read between its bounds: %j', async (options, positions) => {
    const store = await ofTen();
    expect(positionsOf(await allOf(store.readAll(options)))).toEqual(positions);
  });

  test.each([{ after: -1 }, { after: 0.5 }, { after: NaN }, { upTo: -1 }, { upTo: NaN }, { upTo: Infinity }])(
    'all cannot be read between %j',
    async (options) => {
      const store = await ofTen();
      expect(await rejectionOf(allOf(store.readAll(options)))).toBeInstanceOf(RangeError);
    },
  );

  test('an empty log has nothing to read', async () => {
    expect(await allOf((await open()).readAll())).toEqual([]);
  });

  test('what is read of a stream is what is read of all', async () => {
    const store = await ofTen();
    const all = await allOf(store.readAll());
    expect(await allOf(store.readStream('Case-1'))).toEqual(all.filter((event) => event.stream === 'Case-1'));
  });

  test('what is long comes in pages, none of them empty, and nothing is lost between two', async () => {
    const store = await open();
    for (let at = 0; at < 3; at += 1) {
      const some = events(at * 1500 + 1, (at + 1) * 1500);
      await store.append([
        { stream: 'Case-1', expected: at === 0 ? 'no-stream' : at * 1500 - 1, events: some },
      ]);
    }
    for (const pages of [store.readAll(), store.readStream('Case-1')]) {
      const lengths: number[] = [];
      const ids: string[] = [];
      for await (const page of pages) {
        lengths.push(page.length);
        ids.push(...page.map((event) => event.id));
      }
      expect(lengths.length).toBeGreaterThan(1);
      expect(lengths).not.toContain(0);
      expect(ids).toEqual(events(1, 4500).map((event) => event.id));
    }
  });

  test('large events come whole, and in order', async () => {
    const store = await open();
    const letter = (n: number): string => String.fromCharCode(97 + n).repeat(700_000);
    for (let n = 0; n < 12; n += 1) {
      const expected = n === 0 ? 'no-stream' : n - 1;
      await store.append([{ stream: 'Case-1', expected, events: [anEvent(n + 1, { data: letter(n) })] }]);
    }
    for (const pages of [store.readAll(), store.readStream('Case-1')]) {
      let n = 0;
      for await (const page of pages) for (const event of page) expect(event.data === letter(n++)).toBe(true);
      expect(n).toBe(12);
    }
  });

  test('a reader that stops in the middle keeps nobody waiting', async () => {
    const store = await open();
    await fill(store);
    for await (const page of store.readAll()) {
      expect(page[0]?.position).toBe(1);
      break;
    }
    expect(await store.append([write('Case-1', 2499, [2501])])).toEqual({
      revisions: [2500],
      position: 2501,
    });
  });

  test('an append between two pages neither waits for the reader nor disturbs it', async () => {
    const store = await open();
    await fill(store);
    const seen: number[] = [];
    let next = 2500;
    for await (const page of store.readAll()) {
      seen.push(...positionsOf(page));
      await store.append([write('Case-1', next - 1, [next + 1])]);
      next += 1;
    }
    expect(seen.slice(0, 2500)).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1));
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  test('a stream is read right on while it grows', async () => {
    const store = await open();
    await fill(store);
    const revisions: number[] = [];
    let next = 2500;
    for await (const page of store.readStream('Case-1')) {
      revisions.push(...page.map((event) => event.revision));
      await store.append([write('Case-1', next - 1, [next + 1])]);
      next += 1;
    }
    expect(revisions.slice(0, 2500)).toEqual(Array.from({ length: 2500 }, (_, at) => at));
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  test('an event that was acknowledged is there for the next reader', async () => {
    const store = await open();
    for (let n = 1; n <= 20; n += 1) {
      await store.append([write(`Receipt-${String(n)}`, 'no-stream', [n])]);
      expect((await allOf(store.readStream(`Receipt-${String(n)}`)))[0]?.id).toBe(idOf(n));
      expect((await allOf(store.readAll({ after: n - 1 })))[0]?.id).toBe(idOf(n));
    }
  });
}

/** 2,500 events in one stream, in appends that every store takes. */
async function fill(store: EventStore): Promise<void> {
  await store.append([{ stream: 'Case-1', expected: 'no-stream', events: events(1, 1250) }]);
  await store.append([{ stream: 'Case-1', expected: 1249, events: events(1251, 2500) }]);
}
