import { BACKWARDS, END, FORWARDS, START, type EventStoreDBClient } from '@eventstore/db-client';
import type { TestServer } from './eventstoredb.ts';
import { errorOf, events, id, numberOf, numbersIn, type Received } from './support/events.ts';
import { closeAll, open } from './support/opened.ts';

let server: TestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  ({ server, client } = await open());
});

afterEach(closeAll);

describe('one stream', () => {
  beforeEach(async () => {
    await client.appendToStream('Case-1', events(0, 9));
    await client.appendToStream('Case-2', events(100));
  });

  test('is read with all that was written', async () => {
    const [first] = await all(client.readStream('Case-1', { maxCount: 1 }));
    expect(first?.event).toMatchObject({
      streamId: 'Case-1',
      id: id(0),
      revision: 0n,
      type: 'PaymentReceived',
      isJson: true,
      data: { n: 0, amount: '25.00' },
      metadata: { by: 'clerk' },
    });
    const position = server.log.all[0]!.position;
    expect(first?.event?.position).toEqual({ commit: position, prepare: position });
    expect(first?.commitPosition).toBe(position);
  });

  test.each([
    ['forwards, as a whole', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['forwards from a revision, which is among them', { fromRevision: 7n }, [7, 8, 9]],
    ['forwards, some of it', { fromRevision: 2n, maxCount: 3 }, [2, 3, 4]],
    ['forwards from behind its end', { fromRevision: 10n }, []],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END, maxCount: 2 }, [9, 8]],
    ['backwards from a revision', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    ['backwards from behind its end', { direction: BACKWARDS, fromRevision: 50n, maxCount: 1 }, [9]],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
  ] as const)('is read %s', async (_, options, expected) => {
    expect(await numbersIn(client.readStream('Case-1', options))).toEqual(expected);
  });

  test.each([
    ['forwards from the end', { direction: FORWARDS, fromRevision: END }],
    ['none of it', { maxCount: 0 }],
  ] as const)('cannot be read %s', async (_, options) => {
    const error = await errorOf(all(client.readStream('Case-1', options)));
    expect(error).toMatchObject({ type: 'unknown' });
  });

  test('that there is not cannot be found', async () => {
    expect(await errorOf(all(client.readStream('Case-3')))).toMatchObject({
      type: 'stream-not-found',
      streamName: 'Case-3',
    });
  });

  test('shows no more than its metadata lets be seen, and expects its revisions all the same', async () => {
    await client.setStreamMetadata('Case-1', { maxCount: 3 });
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([7, 8, 9]);
    expect(await numbersIn(client.readStream('Case-1', { direction: BACKWARDS, fromRevision: END }))).toEqual(
      [9, 8, 7],
    );
    await client.setStreamMetadata('Case-1', { truncateBefore: 9 });
    expect(await numbersIn(client.readStream('Case-1', { maxCount: 1 }))).toEqual([9]);
    await client.appendToStream('Case-1', events(10), { expectedRevision: 9n });
    expect(await all(client.readStream('$$Case-1'))).toHaveLength(1);
  });

  test('said twice, and hidden since, is answered without a position', async () => {
    await client.setStreamMetadata('Case-1', { maxCount: 3 });
    const again = await client.appendToStream('Case-1', events(2, 3), { expectedRevision: 1n });
    expect(again).toEqual({ success: true, nextExpectedRevision: 3n, position: undefined });
  });

  test('shows nothing that is too old', async () => {
    await client.setStreamMetadata('Case-1', { maxAge: 60 });
    server.clock.skewBy(61_000);
    await client.appendToStream('Case-1', events(10), {
      credentials: { username: 'clerk', password: 'clerk' },
    });
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([10]);
  });
});

describe('all streams', () => {
  beforeEach(async () => {
    await client.appendToStream('Case-1', events(0, 1));
    server.log.writeSystemEvent();
    await client.appendToStream('Case-2', events(2, 3));
  });

  const streamsIn = async (read: AsyncIterable<Received>): Promise<readonly string[]> =>
    (await all(read)).map(({ event }) => event?.streamId ?? '');
  const place = (index: number) => {
    const { position } = server.log.all[index]!;
    return { commit: position, prepare: position };
  };

  test('are read in the order in which they were written, those of the system among them', async () => {
    const streams = ['Case-1', 'Case-1', '$stats-127.0.0.1:2113', 'Case-2', 'Case-2'];
    expect(await streamsIn(client.readAll())).toEqual(streams);
    const backwards = client.readAll({ direction: BACKWARDS, fromPosition: END });
    expect(await streamsIn(backwards)).toEqual(streams.reverse());
  });

  test('are read forwards from a position with the event that begins there, and backwards without it', async () => {
    const forwards = client.readAll({ fromPosition: place(3), maxCount: 5 });
    expect(await numbersIn(forwards)).toEqual([2, 3]);
    const backwards = client.readAll({ direction: BACKWARDS, fromPosition: place(1) });
    expect(await numbersIn(backwards)).toEqual([0]);
  });

  test('have nothing forwards from the end, and nothing backwards from the start', async () => {
    expect(await all(client.readAll({ fromPosition: END }))).toEqual([]);
    expect(await all(client.readAll({ direction: BACKWARDS, fromPosition: START }))).toEqual([]);
  });

  test('cannot be read from a position at which nothing begins', async () => {
    const { commit } = place(1);
    const between = { commit: commit + 1n, prepare: commit + 1n };
    expect(await errorOf(all(client.readAll({ fromPosition: between })))).toMatchObject({
      type: 'unknown',
      message: expect.stringContaining('InvalidPosition') as string,
    });
  });

  test('show what is hidden in its stream', async () => {
    await client.setStreamMetadata('Case-1', { maxCount: 1 });
    const shown = (await all(client.readAll())).filter(({ event }) => event?.streamId === 'Case-1');
    expect(shown.map(numberOf)).toEqual([0, 1]);
  });
});

test('a server writes events of its own now and then, if it is told to', async () => {
  const busy = await open({ systemEvents: 2 });
  for (const n of [1, 2, 3, 4]) await busy.client.appendToStream('Case-1', events(n));
  expect(busy.server.log.all.map(({ stream }) => stream.startsWith('$'))).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
});

async function all<Event>(read: AsyncIterable<Event>): Promise<readonly Event[]> {
  const seen: Event[] = [];
  for await (const event of read) seen.push(event);
  return seen;
}
