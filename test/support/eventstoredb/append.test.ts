import { randomUUID } from 'node:crypto';
import {
  ANY,
  binaryEvent,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  type AppendToStreamOptions,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import type { TestServer } from './eventstoredb.ts';
import { errorOf, events, eventually, id, numbersIn } from './support/events.ts';
import { closeAll, open } from './support/opened.ts';

afterEach(closeAll);

const alone = { credentials: { username: 'clerk', password: 'clerk' } };

/** With credentials of its own a client sends each append by itself, without them in a batch. */
describe.each([
  ['append', alone],
  ['batchAppend', {}],
] as const)('an append, sent by %s', (method, way) => {
  let server: TestServer;
  let client: EventStoreDBClient;
  const append = (
    numbers: readonly [number, number?],
    expectedRevision: AppendToStreamOptions['expectedRevision'] = ANY,
    stream = 'Case-1',
  ) => client.appendToStream(stream, events(...numbers), { ...way, expectedRevision });
  const stored = (): readonly string[] => server.log.eventsOf('Case-1').map((event) => event.id);

  beforeEach(async () => {
    ({ server, client } = await open({ recentIds: 3 }));
  });

  test('goes the way it should', async () => {
    await append([1]);
    expect(server.faults.calls(method)).toBe(1);
    expect(server.faults.calls(method === 'append' ? 'batchAppend' : 'append')).toBe(0);
  });

  test('is told the revision and the position of its last event', async () => {
    const first = await append([1, 3], NO_STREAM);
    const second = await append([4], 2n);
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(second).toMatchObject({ success: true, nextExpectedRevision: 3n });
    const [, , third, fourth] = server.log.all;
    expect(first.position).toEqual({ commit: third!.position, prepare: third!.position });
    expect(fourth!.position).toBe(third!.end);
    expect(fourth!.position - third!.position).toBeGreaterThan(90n);
  });

  test('keeps the bytes of what is not JSON', async () => {
    await client.appendToStream(
      'Case-1',
      binaryEvent({ id: id(1), type: 'Scan', data: Uint8Array.of(0, 255) }),
      way,
    );
    for await (const { event } of client.readStream('Case-1')) {
      expect(event).toMatchObject({ isJson: false, data: Uint8Array.of(0, 255), metadata: undefined });
    }
  });

  test.each([
    ['a revision that is behind', [9], 0n, 0n, 1n],
    ['a revision that is ahead', [9], 7n, 7n, 1n],
    ['no stream, where there is one', [9], NO_STREAM, 'no_stream', 1n],
  ] as const)('is refused for %s', async (_, numbers, expected, told, actual) => {
    await append([1, 2], NO_STREAM);
    const error = await errorOf(append([...numbers], expected));
    expect(error).toMatchObject({
      type: 'wrong-expected-version',
      streamName: 'Case-1',
      expectedVersion: told,
      actualVersion: actual,
    });
    expect(stored()).toEqual([id(1), id(2)]);
  });

  test.each([[0n], [STREAM_EXISTS]] as const)(
    'is refused for %s where there is no stream',
    async (expected) => {
      const error = await errorOf(append([1], expected));
      const told = typeof expected === 'bigint' ? expected : 'stream_exists';
      expect(error).toMatchObject({ expectedVersion: told, actualVersion: 'no_stream' });
    },
  );

  test('said twice at its revision is answered twice alike, whatever came after it', async () => {
    const first = await append([1, 2], NO_STREAM);
    await append([3, 9], 1n);
    expect(await append([1, 2], NO_STREAM)).toEqual(first);
    expect(server.log.all).toHaveLength(9);
  });

  test('said again in part, in the middle of what was said, is answered as written', async () => {
    await append([1, 4], NO_STREAM);
    expect(await append([2, 3], 0n)).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(server.log.all).toHaveLength(4);
  });

  test.each([
    ['some of it said before, and some not', [3, 5], 1n],
    ['another id at that place', [7, 8], NO_STREAM],
  ] as const)('is refused with %s', async (_, numbers, expected) => {
    await append([1, 4], NO_STREAM);
    expect(await errorOf(append([...numbers], expected))).toMatchObject({ actualVersion: 3n });
    expect(server.log.all).toHaveLength(4);
  });

  test('said twice at a new revision is written twice', async () => {
    await append([1], NO_STREAM);
    await append([1], 0n);
    expect(stored()).toEqual([id(1), id(1)]);
  });

  test('that expects nothing is known by its id for a while', async () => {
    const first = await append([1, 2]);
    expect(await append([1, 2])).toEqual(first);
    expect(await errorOf(append([2, 3]))).toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 1n,
    });
    await append([4, 5]);
    await append([1]);
    expect(stored()).toEqual([id(1), id(2), id(4), id(5), id(1)]);
  });

  test('that expects nothing is not known by an id that was written elsewhere since', async () => {
    await append([1]);
    await append([1], ANY, 'Case-2');
    await append([1]);
    expect(stored()).toEqual([id(1), id(1)]);
  });

  test('that expects nothing is not known to a server that was started anew', async () => {
    await append([1]);
    await server.stop();
    await server.start();
    // The first call after a broken connection is the one that finds out.
    await append([1]).catch(() => append([1]));
    expect(stored()).toEqual([id(1), id(1)]);
  });

  test('larger than allowed is refused, and none of it is stored', async () => {
    const half = jsonEvent({ type: 'Roll', data: 'x'.repeat(600 * 1024) });
    const error = await errorOf(client.appendToStream('Case-1', [half, { ...half, id: randomUUID() }], way));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 });
    await client.appendToStream('Case-1', half, way);
    expect(server.log.all).toHaveLength(1);
  });
});

test('data, metadata and twice the type count for the largest append', async () => {
  const { client } = await open({ limits: { appendSize: 30 } });
  const event = (data: string) => jsonEvent({ type: 'Ten-bytes.', data, metadata: 1 as never });
  await client.appendToStream('Case-1', event('2345678'), alone);
  expect(await errorOf(client.appendToStream('Case-1', event('23456789'), alone))).toMatchObject({
    maxAppendSize: 30,
  });
});

test('an event may be too large by itself, for which the client has no word', async () => {
  const { server, client } = await open({ limits: { eventSize: 100 } });
  const large = jsonEvent({ type: 'Roll', data: 'x'.repeat(100) });
  for (const way of [alone, {}]) {
    const error = await errorOf(client.appendToStream('Case-1', [...events(1), large], way));
    expect(error).toMatchObject({ type: 'unknown' });
  }
  expect(server.log.all).toHaveLength(0);
});

test('one connection carries so many calls at a time, and the next waits', async () => {
  const { server, client } = await open({ limits: { callsAtOnce: 3 } });
  server.faults.every(1, 'append', { kind: 'silence' });
  const waiting = [1, 2, 3].map((n) => errorOf(client.appendToStream('Case-1', events(n), alone)));
  await eventually(() => server.faults.calls('append') === 3);
  const next = client.appendToStream('Case-1', events(4), { ...alone, deadline: 50 });
  expect(await errorOf(next)).toMatchObject({ type: 'deadline-exceeded' });
  expect(server.faults.calls('append')).toBe(3);
  server.disconnect();
  await Promise.all(waiting);
});

test('a batch that comes in many parts is one append', async () => {
  const { server, client } = await open();
  const result = await client.appendToStream('Case-1', events(1, 50), { batchAppendSize: 100 });
  expect(result.nextExpectedRevision).toBe(49n);
  expect(server.faults.calls('batchAppend')).toBe(1);
  expect(await numbersIn(client.readStream('Case-1'))).toHaveLength(50);
});

test('a server that is ahead of its client by the deadline answers every batch that it is out of time', async () => {
  const { server, client } = await open();
  server.clock.skewBy(11_000);
  expect(await errorOf(client.appendToStream('Case-1', events(1)))).toMatchObject({
    type: 'deadline-exceeded',
  });
  expect(server.log.all).toHaveLength(0);
  await client.appendToStream('Case-1', events(1), alone);
});

test('a server without batches, or that does not say what it supports, is sent each append by itself', async () => {
  for (const dialect of [{ batchAppend: false }, { serverFeatures: false }]) {
    const { server, client } = await open({ dialect });
    await client.appendToStream('Case-1', events(1));
    expect(server.faults.calls('append')).toBe(1);
  }
});

test('what is written is stamped by the clock of the server', async () => {
  const { server, client } = await open();
  server.clock.stopAt(new Date('2026-03-01T12:00:00.123Z'));
  server.clock.skewBy(-1000);
  await client.appendToStream('Case-1', events(1), alone);
  for await (const { event } of client.readStream('Case-1')) {
    expect(event?.created).toEqual(new Date('2026-03-01T11:59:59.123Z'));
  }
});
