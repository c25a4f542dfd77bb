import { NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import type { TestServer } from './eventstoredb.ts';
import type { Fault } from './strike.ts';
import { errorOf, events, eventually, numbersIn } from './support/events.ts';
import { closeAll, connect, open } from './support/opened.ts';
import { Watched } from './support/watched.ts';

let server: TestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  ({ server, client } = await open());
});

afterEach(closeAll);

const alone = { credentials: { username: 'clerk', password: 'clerk' } };
const stored = (): number => server.log.all.length;

/** What a client makes of each failure, when its append goes by itself and when it goes in a batch. */
const failures: readonly [Fault['kind'], string, string][] = [
  ['reset', 'unknown', 'unknown'],
  ['disconnect', 'unavailable', 'unavailable'],
  ['unavailable', 'unavailable', 'unavailable'],
  ['deadline', 'deadline-exceeded', 'deadline-exceeded'],
  ['timeout', 'timeout', 'deadline-exceeded'],
  ['accessDenied', 'access-denied', 'access-denied'],
  ['notLeader', 'not-leader', 'not-leader'],
];

describe.each(failures)('%s', (kind, byItself, inABatch) => {
  test.each([
    ['append', byItself, alone],
    ['batchAppend', inABatch, {}],
  ] as const)('before an append, sent by %s, leaves nothing; after it, all', async (method, type, way) => {
    const append = (): Promise<unknown> =>
      client.appendToStream('Case-1', events(1), { ...way, expectedRevision: NO_STREAM });
    server.faults.next(method, { kind });
    expect(await errorOf(append())).toMatchObject({ type });
    expect(stored()).toBe(0);
    server.faults.next(method, { kind: `${kind}AfterCommit` as Fault['kind'] });
    expect(await errorOf(append())).toMatchObject({ type });
    expect(stored()).toBe(1);
    expect(await append()).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(server.faults.struck).toHaveLength(2);
  });
});

describe('silence', () => {
  test('an append by itself ends at its deadline', async () => {
    server.faults.next('append', { kind: 'silence' });
    const append = client.appendToStream('Case-1', events(1), { ...alone, deadline: 50 });
    expect(await errorOf(append)).toMatchObject({ type: 'deadline-exceeded' });
    expect(stored()).toBe(0);
  });

  test('an append may be stored and not answered', async () => {
    server.faults.next('append', { kind: 'silenceAfterCommit' });
    const append = errorOf(client.appendToStream('Case-1', events(1), alone));
    await eventually(() => stored() === 1);
    server.disconnect();
    expect(await append).toMatchObject({ type: 'unavailable' });
  });

  test('an append in a batch never ends, whatever its deadline, and those behind it do', async () => {
    server.clock.stopAt(new Date(0));
    // The first two appends of a client that are sent together may change places.
    await client.appendToStream('Case-1', events(0));
    server.faults.next('batchAppend', { kind: 'silence' });
    let isSettled = false;
    const settled = (): void => {
      isSettled = true;
    };
    const append = client.appendToStream('Case-1', events(1), { deadline: 10 });
    append.then(settled, settled);
    await client.appendToStream('Case-1', events(2));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isSettled).toBe(false);
    server.disconnect();
    expect(await errorOf(append)).toMatchObject({ type: 'unavailable' });
  });

  test('after some events, a reader waits for ever', async () => {
    await client.appendToStream('Case-1', events(1, 5));
    server.faults.next('read', { kind: 'silence', afterEvents: 2 });
    const read = client.readStream('Case-1');
    const seen: unknown[] = [];
    read.on('data', (event) => seen.push(event));
    read.on('end', () => seen.push('end'));
    await eventually(() => seen.length === 2);
    await numbersIn(client.readStream('Case-1'));
    expect(seen).toHaveLength(2);
    await read.cancel();
  });
});

test('latency: an append is answered late, and what came behind it is stored before', async () => {
  server.faults.next('append', { kind: 'latency', ms: 1000 });
  const late = client.appendToStream('Case-1', events(1), alone);
  await client.appendToStream('Case-1', events(2), alone);
  await late;
  expect(server.log.all.map(({ id }) => id.at(-1))).toEqual(['2', '1']);
  server.faults.next(['read', 'subscribe'], { kind: 'latency', ms: 1 }, 2);
  expect(await numbersIn(client.readStream('Case-1'))).toEqual([2, 1]);
  await new Watched(client.subscribeToAll()).hears(1);
});

test('a broken batch takes with it the appends of every other client of the process', async () => {
  const other = await open();
  other.server.faults.next('batchAppend', { kind: 'silenceAfterCommit' });
  const innocent = errorOf(other.client.appendToStream('Case-1', events(1)));
  server.faults.next('batchAppend', { kind: 'unavailable' });
  await errorOf(client.appendToStream('Case-1', events(1)));
  expect(await innocent).toMatchObject({ type: 'unavailable' });
  expect(other.server.log.all).toHaveLength(1);
});

describe('a read', () => {
  beforeEach(async () => {
    await client.appendToStream('Case-1', events(1, 5));
  });

  test.each<[Fault, string]>([
    [{ kind: 'reset', afterEvents: 3 }, 'unknown'],
    [{ kind: 'reset', afterEvents: 3, code: 8 }, 'cancelled'],
    [{ kind: 'disconnect', afterEvents: 3 }, 'unavailable'],
    [{ kind: 'unavailable', afterEvents: 3 }, 'unavailable'],
  ])('is struck in the middle: %j', async (fault, type) => {
    server.faults.next('read', fault);
    const numbers: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const { event } of client.readAll()) numbers.push((event?.data as { n: number }).n);
    };
    expect(await errorOf(reading())).toMatchObject({ type });
    expect(numbers.length).toBeLessThanOrEqual(3);
    expect(await numbersIn(client.readStream('Case-1'))).toHaveLength(5);
  });

  test('is ended too early, and looks whole', async () => {
    server.faults.next('read', { kind: 'end', afterEvents: 2 });
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([1, 2]);
  });
});

describe('a subscription', () => {
  let watched: Watched;

  beforeEach(async () => {
    watched = new Watched(client.subscribeToAll());
    await watched.hears('caughtUp');
  });

  test('that is dropped as too slow hears of it in an error, and of nothing else', async () => {
    await client.appendToStream('Case-1', events(1));
    await watched.hears(1);
    server.faults.dropSubscriptions();
    await watched.hears('error');
    expect(watched.error).toMatchObject({
      type: 'timeout',
      message: expect.stringContaining('slow') as string,
    });
    expect(server.subscriptions).toBe(0);
  });

  test('that the server ends simply ends', async () => {
    server.faults.endSubscriptions();
    await watched.hears('end');
    expect(watched.error).toBeUndefined();
  });

  test('receives an event twice', async () => {
    server.faults.duplicateNextDelivery();
    await client.appendToStream('Case-1', events(1, 2));
    await watched.hears(2);
    expect(watched.numbers).toEqual([1, 1, 2]);
  });

  test('is held back until it is released', async () => {
    server.faults.holdSubscriptions();
    await client.appendToStream('Case-1', events(1));
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([1]);
    const other = new Watched(client.subscribeToAll());
    await other.hears('caughtUp');
    await client.appendToStream('Case-1', events(2));
    expect([watched.numbers, other.numbers]).toEqual([[], [1]]);
    server.faults.releaseSubscriptions();
    await Promise.all([watched.hears(2), other.hears(2)]);
  });

  test('is held back for a time', async () => {
    server.faults.holdSubscriptions(5);
    await client.appendToStream('Case-1', events(1));
    await watched.hears(1);
  });

  test.each<Fault>([
    { kind: 'unavailable' },
    { kind: 'disconnect', afterEvents: 0 },
    { kind: 'reset', afterEvents: 1 },
  ])('is struck as it begins, or after some events: %j', async (fault) => {
    await client.appendToStream('Case-1', events(1, 3));
    server.faults.next('subscribe', fault);
    const struck = new Watched(connect(server.connectionString).subscribeToAll());
    await struck.hears('error');
    expect(struck.numbers.length).toBeLessThanOrEqual(fault.afterEvents ?? 0);
  });
});

test('a fault strikes the next few calls, or every k-th', async () => {
  const outcomes = async (calls: number): Promise<readonly boolean[]> => {
    const all: boolean[] = [];
    for (let call = 0; call < calls; call += 1) {
      all.push(
        await client.appendToStream('Case-1', events(call), alone).then(
          () => true,
          () => false,
        ),
      );
    }
    return all;
  };
  server.faults.next('append', { kind: 'accessDenied' }, 2);
  expect(await outcomes(4)).toEqual([false, false, true, true]);
  server.faults.every(3, ['append', 'batchAppend'], { kind: 'accessDenied' });
  expect(await outcomes(6)).toEqual([true, true, false, true, true, false]);
  server.faults.clear();
  expect(await outcomes(3)).toEqual([true, true, true]);
  expect(server.faults.calls('append')).toBe(13);
});

describe('a server', () => {
  test('that goes away is found again on a new connection, and calls under way come to their end', async () => {
    const watched = new Watched(client.subscribeToAll());
    await watched.hears('caughtUp');
    server.faults.next('append', { kind: 'latency', ms: 20 });
    const underWay = client.appendToStream('Case-1', events(1), alone);
    await eventually(() => server.faults.calls('append') === 1);
    server.goAway(30_000);
    await underWay;
    await client.appendToStream('Case-1', events(2), alone);
    await watched.hears(2);
    expect(watched.numbers).toEqual([1, 2]);
  });

  test('that is stopped is unavailable, and has what it had when it comes back on its port', async () => {
    await client.appendToStream('Case-1', events(1), alone);
    const watched = new Watched(client.subscribeToAll());
    await watched.hears('caughtUp');
    const { port } = server;
    await server.stop();
    await watched.hears('error');
    expect(watched.error).toMatchObject({ type: 'unavailable' });
    expect(await errorOf(client.appendToStream('Case-1', events(2), alone))).toMatchObject({
      type: 'unavailable',
    });
    await server.start();
    expect(server.port).toBe(port);
    await client.appendToStream('Case-1', events(2), alone);
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([1, 2]);
  });

  test('whose features cannot be had refuses the first batch', async () => {
    server.faults.next('serverFeatures', { kind: 'unavailable' });
    expect(await errorOf(client.appendToStream('Case-1', events(1)))).toMatchObject({ code: 14 });
    await client.appendToStream('Case-1', events(1));
  });

  test.each(['delete', 'tombstone'] as const)('fails at a %s', async (method) => {
    await client.appendToStream('Case-1', events(1));
    server.faults.next(method, { kind: 'resetAfterCommit' });
    const remove = method === 'delete' ? client.deleteStream('Case-1') : client.tombstoneStream('Case-1');
    expect(await errorOf(remove)).toMatchObject({ type: 'unknown' });
    expect(stored()).toBe(2);
  });
});
