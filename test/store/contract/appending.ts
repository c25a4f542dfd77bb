import type { StreamWrite } from '../../../src/store/event-store.ts';
import { VersionConflict } from '../../../src/store/event-store.ts';
import type { Subject } from '../event-store.contract.ts';
import { allOf, anEvent, events, idOf, idsOf, rejectionOf, write } from '../support/events.ts';

export function appending({ open, traits }: Subject): void {
  test('revisions count from 0 in a stream, positions from 1 in the log', async () => {
    const store = await open();
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual({
      revisions: [0],
      position: 1,
    });
    expect(await store.append([write('Victim-1', 0, [2, 3])])).toEqual({ revisions: [2], position: 3 });
    expect(await store.append([write('Victim-2', 'no-stream', [4])])).toEqual({
      revisions: [0],
      position: 4,
    });
  });

  test('an event comes back with all that was said of it', async () => {
    const store = await open({ clock: () => new Date('2026-03-02T10:11:12.345Z') });
    const said = anEvent(1, {
      type: 'OrderEntered',
      schemaVersion: 7,
      commandId: 'command "x" \\ \u0000 é',
      causationId: idOf(99),
      actor: 'clerk: Żółć 😀',
      effectiveOn: '2018-12-07',
    });
    await store.append([{ stream: 'Case-1', expected: 'no-stream', events: [said] }]);
    const place = { stream: 'Case-1', revision: 0, position: 1, recordedAt: '2026-03-02T10:11:12.345Z' };
    expect(await allOf(store.readStream('Case-1'))).toEqual([{ ...said, ...place, prev: '0'.repeat(64) }]);
  });

  test('an append on an event that does not stand there is a conflict, though the revision is right', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    const onAnother = { ...write('Victim-1', 1, [3]), after: idOf(1) };
    expect(await rejectionOf(store.append([onAnother]))).toBeInstanceOf(VersionConflict);
    const onTheLast = { ...write('Victim-1', 1, [3]), after: idOf(2) };
    expect(await store.append([onTheLast])).toEqual({ revisions: [2], position: 3 });
    expect(await store.append([onTheLast])).toEqual({ revisions: [2], position: 3 });
  });

  if (traits.atomicStreams) {
    test('a stream may be written to several times in one append, and positions are in that order', async () => {
      const store = await open();
      await store.append([
        write('Case-1', 'no-stream', [1, 2]),
        write('Victim-1', 'no-stream', [3]),
        write('Case-1', 1, [4]),
        write('Victim-1', 0, [5]),
      ]);
      const stored: (readonly [string, number])[] = [];
      for await (const page of store.readAll())
        for (const each of page) stored.push([each.stream, each.revision]);
      expect(stored).toEqual([
        ['Case-1', 0],
        ['Case-1', 1],
        ['Victim-1', 0],
        ['Case-1', 2],
        ['Victim-1', 1],
      ]);
      const links = await allOf(store.readStream('Case-1'));
      expect(new Set(links.map(({ prev }) => prev)).size).toBe(3);
    });
  }

  const plainJson: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['false', false],
    ['zero', 0],
    ['a negative number', -17.25],
    ['the greatest exact integer', Number.MAX_SAFE_INTEGER],
    ['a very small number', 5e-324],
    ['a very great number', 1.7976931348623157e308],
    ['empty text', ''],
    ['text with quotes, backslashes and line ends', '"\\\r\n\t\u2028\u2029'],
    ['text with a NUL', 'a\u0000b'],
    ['text beyond the basic plane', '𝄞😀'],
    ['text that looks like an escape', '\\ud800'],
    ['an empty list', []],
    ['an empty object', {}],
    ['lists in lists', [[1, [2, [3]]], []]],
    ['a key named __proto__', JSON.parse('{"__proto__": {"a": 1}}')],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['keys that look like numbers', { 2: 'b', 1: 'a', x: 'c' }],
    ['a key that is empty', { '': 1 }],
    ['depth 99', Array.from({ length: 99 }).reduce<unknown>((inner) => [inner], 1)],
  ];

  test.each(plainJson)('data may be %s', async (_name, data) => {
    const store = await open();
    await store.append([{ stream: 'Victim-1', expected: 'no-stream', events: [anEvent(1, { data })] }]);
    const [event] = await allOf(store.readAll());
    expect(JSON.stringify(event?.data)).toBe(JSON.stringify(data));
  });

  test('what the caller does to an object afterwards does not reach the store', async () => {
    const store = await open();
    const data = { amount: '1.00', parts: ['a'] };
    const appended = store.append([
      { stream: 'Victim-1', expected: 'no-stream', events: [anEvent(1, { data })] },
    ]);
    data.amount = '1000000.00';
    data.parts.push('b');
    await appended;
    const [event] = await allOf(store.readAll());
    expect(event?.data).toEqual({ amount: '1.00', parts: ['a'] });
  });

  test('what a reader does to an event does not reach the next reader', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const [first] = await allOf(store.readAll());
    (first?.data as { amount: string }).amount = '0.00';
    const [second] = await allOf(store.readAll());
    expect(second?.data).toEqual({ amount: '125.00', number: 1 });
  });

  const conflicts: readonly (readonly [string, number, StreamWrite['expected'], StreamWrite['expected']])[] =
    [
      ['no stream where there is one', 1, 'no-stream', 0],
      ['a revision of a stream that is not there', 0, 0, 'no-stream'],
      ['a later revision of a stream that is not there', 0, 41, 'no-stream'],
      ['an earlier revision', 3, 1, 2],
      ['the first revision', 3, 0, 2],
      ['a later revision', 3, 3, 2],
      ['a much later revision', 3, 1_000_000, 2],
    ];

  test.each(conflicts)('to expect %s is a conflict', async (_name, length, expected, actual) => {
    const store = await open();
    if (length > 0) {
      await store.append([{ stream: 'Victim-1', expected: 'no-stream', events: events(1, length) }]);
    }
    const error = await rejectionOf(store.append([write('Victim-1', expected, [99])]));
    expect(error).toBeInstanceOf(VersionConflict);
    expect(error).toMatchObject({ stream: 'Victim-1', expected, actual });
    expect((await store.head()).position).toBe(length);
  });

  test('of many that expect the same revision at the same time, one wins', async () => {
    const store = await open();
    const all = Array.from({ length: 50 }, (_, n) => store.append([write('Victim-1', 'no-stream', [n + 1])]));
    const settled = await Promise.allSettled(all);
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(settled[0]?.status).toBe('fulfilled');
    expect(await idsOf(store, 'Victim-1')).toEqual([idOf(1)]);
  });

  test('appends are carried out in the order of the calls', async () => {
    const store = await open();
    const all = Array.from({ length: 100 }, (_, n) =>
      store.append([write('Victim-1', n === 0 ? 'no-stream' : n - 1, [n + 1])]),
    );
    expect((await Promise.all(all)).map((appended) => appended.position)).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 1),
    );
  });

  test('a conflict is no harm to those who wait beside it', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const settled = await Promise.allSettled([
      store.append([write('Victim-2', 'no-stream', [2])]),
      store.append([write('Victim-1', 'no-stream', [3])]),
      store.append([write('Victim-2', 0, [4])]),
    ]);
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await allOf(store.readAll())).map((event) => event.id)).toEqual([1, 2, 4].map(idOf));
  });

  test('streams whose names differ only in case, or in what follows, are different streams', async () => {
    const store = await open();
    const names = ['Victim-a', 'Victim-A', 'Victim-a.', 'Victim-a.1', 'VictimX-a', 'Victim-a-a'];
    for (const [n, name] of names.entries()) await store.append([write(name, 'no-stream', [n + 1])]);
    for (const [n, name] of names.entries()) expect(await idsOf(store, name)).toEqual([idOf(n + 1)]);
  });

  test('an append of many events is one append', async () => {
    const store = await open();
    const appended = await store.append([
      { stream: 'Case-1', expected: 'no-stream', events: events(1, 1900) },
    ]);
    expect(appended).toEqual({ revisions: [1899], position: 1900 });
    expect(await idsOf(store, 'Case-1')).toEqual(events(1, 1900).map((event) => event.id));
  });

  test('each event names the hash of the one before it in its stream', async () => {
    const store = await open();
    await store.append([write('Victim-1', 'no-stream', [1, 2])]);
    await store.append([write('Victim-2', 'no-stream', [3])]);
    await store.append([write('Victim-1', 1, [4])]);
    const [one, two, other, three] = await allOf(store.readAll());
    expect([one?.prev, other?.prev]).toEqual(['0'.repeat(64), '0'.repeat(64)]);
    expect(two?.prev).toMatch(/^[0-9a-f]{64}$/);
    expect(three?.prev).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([one?.prev, two?.prev, three?.prev]).size).toBe(3);
  });

  if (traits.atomicStreams) atomicAppends(open);
}

function atomicAppends(open: Subject['open']): void {
  test('one append may write several streams', async () => {
    const store = await open();
    const writes = [write('Receipt-1', 'no-stream', [1]), write('Case-1', 'no-stream', [2, 3])];
    expect(await store.append(writes)).toEqual({ revisions: [0, 1], position: 3 });
    expect((await allOf(store.readAll())).map((event) => event.stream)).toEqual([
      'Receipt-1',
      'Case-1',
      'Case-1',
    ]);
  });

  test.each([0, 1, 2])('where write %i of three conflicts, none is stored', async (late) => {
    const store = await open();
    await store.append([write('Case-9', 'no-stream', [9])]);
    const streams = ['Receipt-1', 'Case-1', 'Victim-1'];
    const writes = streams.map((stream, n) => write(n === late ? 'Case-9' : stream, 'no-stream', [n + 1]));
    expect(await rejectionOf(store.append(writes))).toMatchObject({ stream: 'Case-9', actual: 0 });
    expect((await store.head()).position).toBe(1);
    for (const stream of streams) expect(await idsOf(store, stream)).toEqual([]);
  });

  test('the conflict that is named is that of the first write that conflicts', async () => {
    const store = await open();
    await store.append([write('Case-1', 'no-stream', [1])]);
    const writes = [write('Case-2', 'no-stream', [2]), write('Case-3', 5, [3]), write('Case-1', 7, [4])];
    expect(await rejectionOf(store.append(writes))).toMatchObject({ stream: 'Case-3', actual: 'no-stream' });
  });
}
