import {
  END,
  eventTypeFilter,
  jsonEvent,
  START,
  streamNameFilter,
  type EventStoreDBClient,
  type Filter,
  type Position,
  type SubscribeToAllOptions,
} from '@eventstore/db-client';
import type { TestServer } from './eventstoredb.ts';
import { events } from './support/events.ts';
import { closeAll, open, type Opened } from './support/opened.ts';
import { Watched } from './support/watched.ts';

let server: TestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  ({ server, client } = await open());
});

afterEach(closeAll);

const ofCases = (checkpointInterval = 1): Filter =>
  streamNameFilter({ prefixes: ['Case-'], checkpointInterval });

describe('a subscription to all streams', () => {
  test('sends what there is, says that it has caught up, and sends what comes', async () => {
    await client.appendToStream('Case-1', events(1, 3));
    const watched = follow({ client }, {});
    await watched.hears('caughtUp');
    await client.appendToStream('Case-2', events(4, 5));
    await watched.hears(5);
    expect(watched.heard).toEqual(['confirmation', 1, 2, 3, 'caughtUp', 4, 5]);
  });

  test('has caught up at once where there is nothing', async () => {
    const watched = follow({ client }, {});
    await watched.hears('caughtUp');
    expect(watched.heard).toEqual(['confirmation', 'caughtUp']);
  });

  test('begins behind a position, and at the end with what is written later', async () => {
    await client.appendToStream('Case-1', events(1, 3));
    const [behind, atEnd] = [
      follow({ client }, { fromPosition: place(1) }),
      follow({ client }, { fromPosition: END }),
    ];
    await Promise.all([behind.hears('caughtUp'), atEnd.hears('caughtUp')]);
    await client.appendToStream('Case-1', events(4));
    await Promise.all([behind.hears(4), atEnd.hears(4)]);
    expect([behind.numbers, atEnd.numbers]).toEqual([[3, 4], [4]]);
  });

  test('is refused at a position at which nothing begins', async () => {
    await client.appendToStream('Case-1', events(1, 3));
    const { commit } = place(1);
    const watched = follow({ client }, { fromPosition: { commit: commit + 1n, prepare: commit + 1n } });
    await watched.hears('error');
    expect(watched.error).toMatchObject({ message: expect.stringContaining('invalid position') as string });
  });

  test('that has fallen behind says once more when it has caught up', async () => {
    const watched = follow({ client }, {});
    await watched.hears('caughtUp');
    await client.appendToStream('Case-1', events(1, 40));
    await watched.until((heard) => heard.filter((each) => each === 'caughtUp').length === 2);
    expect(watched.numbers).toHaveLength(40);
  });

  test('is not told that it has caught up by a server of old', async () => {
    const old = await open({ dialect: { caughtUp: false } });
    await old.client.appendToStream('Case-1', events(1));
    const watched = follow(old, {});
    await watched.hears(1);
    await old.client.appendToStream('Case-1', events(2));
    await watched.hears(2);
    expect(watched.heard).toEqual(['confirmation', 1, 2]);
  });

  test('takes no place on the server when it is left', async () => {
    const subscription = client.subscribeToAll();
    const watched = new Watched(subscription);
    await watched.hears('caughtUp');
    expect(server.subscriptions).toBe(1);
    await subscription.unsubscribe();
    await watched.hears('end');
    await client.appendToStream('Case-1', events(1));
    expect(server.subscriptions).toBe(0);
  });
});

describe('a filter', () => {
  beforeEach(async () => {
    await client.appendToStream('Case-1', events(1));
    await client.appendToStream('Victim-1', [jsonEvent({ type: 'LossFound', data: { n: 2 } })]);
    server.log.writeSystemEvent();
    await client.appendToStream('Case-2', events(3));
  });

  test.each<[string, Filter, readonly (number | string)[]]>([
    ['stream, by prefix', streamNameFilter({ prefixes: ['Case-', 'Receipt-'] }), [1, 3]],
    ['stream, by pattern', streamNameFilter({ regex: '^Victim-' }), ['LossFound']],
    ['type, by prefix', eventTypeFilter({ prefixes: ['Loss'] }), ['LossFound']],
    ['type, by pattern', eventTypeFilter({ regex: '^[^$].*' }), [1, 'LossFound', 3]],
  ])('lets through by %s', async (_, filter, expected) => {
    const watched = follow({ client }, { filter });
    await watched.hears('caughtUp');
    expect(
      watched.heard.filter((each) => !['confirmation', 'checkpoint', 'caughtUp'].includes(String(each))),
    ).toEqual(expected);
  });
});

describe('a filtered subscription', () => {
  let last = 1000;
  const others = async (count: number): Promise<void> => {
    await client.appendToStream('Victim-1', events(last + 1, last + count));
    last += count;
  };

  beforeEach(() => {
    last = 1000;
  });

  test('is told how far it has come when it has caught up, and then each time so many events were looked at', async () => {
    await client.appendToStream('Case-1', events(1, 2));
    await others(3);
    const watched = follow({ client }, { filter: { ...ofCases(2), maxSearchWindow: 5 } });
    await watched.hears('caughtUp');
    expect(watched.heard).toEqual(['confirmation', 1, 2, 'checkpoint', 'caughtUp']);
    await others(9);
    await client.appendToStream('Case-1', events(3));
    await watched.until((heard) => heard.at(-1) === 'checkpoint' && heard.length > 5);
    expect(watched.heard.slice(5)).toEqual([3, 'checkpoint']);
    expect(watched.checkpoints.at(-1)).toEqual(place(14));
  });

  test('is told of places between two events, by two numbers that must both be given back', async () => {
    await client.appendToStream('Case-1', events(1));
    await others(70);
    await client.appendToStream('Case-1', events(2));
    const watched = follow({ client }, { filter: ofCases() });
    await watched.hears('caughtUp');
    expect(watched.heard).toEqual([
      'confirmation',
      1,
      'checkpoint',
      'checkpoint',
      2,
      'checkpoint',
      'caughtUp',
    ]);
    const [, between] = watched.checkpoints as [Position, Position];
    expect(between).toEqual({ commit: server.log.all[32]!.position, prepare: 0n });
    const again = follow(
      { client },
      { filter: { filterOn: 'eventType', prefixes: ['P'], checkpointInterval: 1 }, fromPosition: between },
    );
    await again.hears('caughtUp');
    expect(again.numbers[0]).toBe(1032);
  });

  test('that has seen nothing is told a place before all, not the end', async () => {
    await others(3);
    const watched = follow({ client }, { filter: ofCases() });
    await watched.hears('caughtUp');
    expect(watched.checkpoints).toEqual([{ commit: 0n, prepare: 0n }]);
  });

  test('that has seen nothing is told the end by a server of old, and nothing more', async () => {
    const old = await open({ dialect: { checkpointOfNothing: true } });
    await old.client.appendToStream('Victim-1', events(1, 3));
    const watched = follow(old, { filter: ofCases() });
    await watched.hears('caughtUp');
    const end = 2n ** 64n - 1n;
    expect(watched.checkpoints).toEqual([{ commit: end, prepare: end }]);
    for (let n = 0; n < 4; n += 1) await old.client.appendToStream('Victim-1', events(11, 30));
    await old.client.appendToStream('Case-1', events(2));
    await watched.hears(2);
    expect(watched.checkpoints).toHaveLength(1);
  });
});

describe('a subscription to one stream', () => {
  test('begins behind a revision, and waits for a stream that is not there yet', async () => {
    await client.appendToStream('Case-1', events(0, 3));
    const behind = new Watched(client.subscribeToStream('Case-1', { fromRevision: 1n }));
    const waiting = new Watched(client.subscribeToStream('Case-2', { fromRevision: START }));
    await Promise.all([behind.hears('caughtUp'), waiting.hears('caughtUp')]);
    await client.appendToStream('Case-2', events(7));
    await client.appendToStream('Case-1', events(4));
    await Promise.all([behind.hears(4), waiting.hears(7)]);
    expect([behind.numbers, waiting.numbers]).toEqual([[2, 3, 4], [7]]);
  });

  test('ends with the tombstone', async () => {
    await client.appendToStream('Case-1', events(0));
    const watched = new Watched(client.subscribeToStream('Case-1'));
    await watched.hears('caughtUp');
    await client.tombstoneStream('Case-1');
    await watched.hears('error');
    expect(watched.heard).toEqual(['confirmation', 0, 'caughtUp', '$streamDeleted', 'error']);
  });
});

function follow(opened: Pick<Opened, 'client'>, options: SubscribeToAllOptions): Watched {
  const checkpointReached = async (_: unknown, position: Position): Promise<void> => {
    watched.checkpoint(position);
  };
  const filter = options.filter && { ...options.filter, checkpointReached };
  const subscription = opened.client.subscribeToAll({ ...options, ...(filter && { filter }) });
  const watched = new Watched(subscription);
  return watched;
}

function place(index: number): Position {
  const { position } = server.log.all[index]!;
  return { commit: position, prepare: position };
}
