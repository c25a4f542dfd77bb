import { ANY, NO_STREAM, STREAM_EXISTS, type EventStoreDBClient } from '@eventstore/db-client';
import { lastOfAll } from './log/recorded.ts';
import { isSoftlyDeleted } from './log/stream-settings.ts';
import type { TestServer } from './eventstoredb.ts';
import { errorOf, events, numbersIn } from './support/events.ts';
import { closeAll, open } from './support/opened.ts';

let server: TestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  ({ server, client } = await open());
  await client.appendToStream('Case-1', events(0, 2));
});

afterEach(closeAll);

describe('a stream that was deleted', () => {
  beforeEach(async () => {
    await client.deleteStream('Case-1', { expectedRevision: 2n });
  });

  test('cannot be found, and is deleted for whoever expects one', async () => {
    expect(await errorOf(numbersIn(client.readStream('Case-1')))).toMatchObject({ type: 'stream-not-found' });
    const append = client.appendToStream('Case-1', events(9), { expectedRevision: STREAM_EXISTS });
    expect(await errorOf(append)).toMatchObject({ type: 'stream-deleted', streamName: 'Case-1' });
  });

  test.each([[NO_STREAM], [ANY], [2n]] as const)(
    'is written to again by whoever expects %s, and its revisions go on',
    async (expectedRevision) => {
      const again = await client.appendToStream('Case-1', events(3, 4), { expectedRevision });
      expect(again.nextExpectedRevision).toBe(4n);
      expect(isSoftlyDeleted(server.log.stream('Case-1').settings)).toBe(false);
      expect(await numbersIn(client.readStream('Case-1'))).toEqual([3, 4]);
    },
  );

  test('knows what was said before it was', async () => {
    const again = await client.appendToStream('Case-1', events(0, 2), { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(server.log.eventsOf('Case-1')).toHaveLength(3);
  });

  test('comes back, empty, when it is described anew', async () => {
    await client.setStreamMetadata('Case-1', { maxCount: 10 });
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([]);
    await client.appendToStream('Case-1', events(3), { expectedRevision: 2n });
    expect(await numbersIn(client.readStream('Case-1'))).toEqual([3]);
  });
});

describe('a stream with a tombstone', () => {
  beforeEach(async () => {
    await client.tombstoneStream('Case-1', { expectedRevision: 2n });
  });

  test('is deleted for all who write to it, read it, follow it or delete it', async () => {
    const deleted = { type: 'stream-deleted', streamName: 'Case-1' };
    const credentials = { username: 'clerk', password: 'clerk' };
    for (const expectedRevision of [ANY, NO_STREAM, STREAM_EXISTS, 2n] as const) {
      const append = client.appendToStream('Case-1', events(9), { expectedRevision });
      expect(await errorOf(append)).toMatchObject(deleted);
    }
    const append = client.appendToStream('Case-1', events(9), { credentials });
    expect(await errorOf(append)).toMatchObject(deleted);
    expect(await errorOf(numbersIn(client.readStream('Case-1')))).toMatchObject(deleted);
    const subscription = client.subscribeToStream('Case-1');
    const dropped = new Promise((_, reject) => subscription.on('error', reject));
    expect(await errorOf(dropped)).toMatchObject(deleted);
    expect(await errorOf(client.deleteStream('Case-1'))).toMatchObject(deleted);
  });

  test('ends in an event behind all others', () => {
    expect(server.log.all.at(-1)).toMatchObject({ type: '$streamDeleted', revision: lastOfAll });
  });
});

test.each(['deleteStream', 'tombstoneStream'] as const)(
  '%s is refused at another revision',
  async (remove) => {
    expect(await errorOf(client[remove]('Case-1', { expectedRevision: 1n }))).toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 1n,
      actualVersion: 2n,
    });
    const { position } = await client[remove]('Case-1', { expectedRevision: 2n });
    expect(position?.commit).toBe(server.log.all.at(-1)?.position);
  },
);

test('what was never written cannot be deleted', async () => {
  expect(await errorOf(client.deleteStream('Case-9'))).toMatchObject({ type: 'wrong-expected-version' });
});
