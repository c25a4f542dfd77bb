import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { LogMoved, type EventStore } from '../../../src/store/event-store.ts';
import { ClosingMarks } from '../../../src/store/eventstoredb/closing-marks.ts';
import { readConnectionString } from '../../../src/store/eventstoredb/connection-string.ts';
import { Server } from '../../../src/store/eventstoredb/server.ts';
import { giveUp } from '../../../src/store/moving/give-up.ts';
import {
  move,
  PlaceTaken,
  type Destination,
  type MoveDone,
  type Origin,
} from '../../../src/store/moving/move.ts';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { startEventStoreDb, type TestServer } from '../../support/eventstoredb/eventstoredb.ts';
import { allOf, idOf, rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { aLog, bytesIn, fill, fromFolder, fromServer, logIn, node, toFolder, toServer } from './places.ts';

const folder = folderForTests();
let places = 0;
let server: TestServer;
const newPlace = (): string => join(folder, String((places += 1)));
const open: EventStore[] = [];

beforeEach(async () => {
  server = await startEventStoreDb({ systemEvents: 3 });
});

afterEach(async () => {
  server.faults.clear();
  await Promise.all(open.splice(0).map((store) => store.close()));
  await server.stop();
});

async function kept<Store extends EventStore>(opening: Promise<Store>): Promise<Store> {
  const store = await opening;
  open.push(store);
  return store;
}

const beside = { prepare: () => Promise.resolve(), bring: () => Promise.resolve() };
const options = { told: () => undefined, beside };

async function moved(from: Origin, to: Destination): Promise<MoveDone> {
  try {
    return await move(from, to, options);
  } finally {
    await from.end();
    await to.end();
  }
}

class Crash extends Error {}

/** The place, whose every deed is counted, and one of which fails: before it begins, or when it is done. */
function failing<Place extends Origin | Destination>(
  place: Place,
  at: { left: number },
  when: 'before' | 'after',
): Place {
  const counted = new Set([
    'closing',
    'bringUp',
    'close',
    'finish',
    'look',
    'begin',
    'take',
    'verify',
    'open',
  ]);
  return new Proxy(place, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const deed = value.bind(target) as (...given: unknown[]) => Promise<unknown>;
      if (!counted.has(String(name))) return deed;
      const once = async (...given: unknown[]): Promise<unknown> => {
        at.left -= 1;
        if (at.left === 0 && when === 'before') throw new Crash();
        const result = await deed(...given);
        if (at.left === 0) throw new Crash();
        return result;
      };
      if (name !== 'take') return once;
      return async (events: readonly unknown[]) => {
        for (const event of events) await once([event]);
      };
    },
  });
}

/** The routes by which a log of 15 events moves. */
const routes: Record<
  string,
  () => Promise<readonly [() => Origin, () => Destination, there: () => Promise<string>]>
> = {
  'from a file to a server': async () => {
    const old = newPlace();
    await aLog(old, 15);
    const there = async (): Promise<string> => {
      const copy = newPlace();
      await (await node(server.connectionString, copy)).close();
      return join(copy, 'log-copy.sqlite');
    };
    return [() => fromFolder(old), () => toServer(server.connectionString), there];
  },
  'from a server to a file': async () => {
    const [old, fresh] = [await kept(node(server.connectionString, newPlace())), newPlace()];
    await fill(old, 15);
    return [
      () => fromServer(server.connectionString, fresh),
      () => toFolder(fresh),
      () => Promise.resolve(logIn(fresh)),
    ];
  },
  'from a file to a file': async () => {
    const [old, fresh] = [newPlace(), newPlace()];
    await aLog(old, 15);
    return [() => fromFolder(old), () => toFolder(fresh), () => Promise.resolve(logIn(fresh))];
  },
};

describe.each(Object.entries(routes))('a log that moves %s', (_name, route) => {
  test.each(['before', 'after'] as const)(
    'is the same, wherever the move was cut short on its way (%s each step), and moves but once',
    async (when) => {
      let steps = 0;
      for (let cut = 1; ; cut += 1) {
        await server.stop();
        server = await startEventStoreDb({ systemEvents: 3 });
        const [from, to, there] = await route();
        const at = { left: cut };
        const [origin, destination] = [failing(from(), at, when), failing(to(), at, when)];
        const first = await moved(origin, destination).catch((error: unknown) => error);
        if (!(first instanceof Crash)) {
          steps = cut - 1;
          expect(first).toMatchObject({ copied: expect.any(Number) });
        }
        const done = await moved(from(), to());
        expect(done.closing.why).toBe('moved');
        expect(done.head).toEqual(done.closing.head);
        const file = await there();
        expect((await verifyLog(file)).head).toEqual(done.closing.head);
        expect(bytesIn(file)).toHaveLength(15);
        expect((await moved(from(), to())).copied).toBe(0);
        await Promise.all(open.splice(0).map((store) => store.close()));
        if (!(first instanceof Crash)) break;
      }
      expect(steps).toBeGreaterThan(7);
    },
  );
});

describe('there and back', () => {
  test('the bytes, the order and the head are the same', async () => {
    const [old, back] = [newPlace(), newPlace()];
    await aLog(old, 40);
    const there = await moved(fromFolder(old), toServer(server.connectionString));
    const again = await moved(fromServer(server.connectionString, back), toFolder(back));
    expect(again.head).toEqual(there.closing.head);
    expect(bytesIn(logIn(back))).toEqual(bytesIn(logIn(old)));
  });

  test('and there once more, with what came in between: the server goes on from what it has', async () => {
    const [old, back] = [newPlace(), newPlace()];
    await aLog(old, 12);
    await moved(fromFolder(old), toServer(server.connectionString));
    const onServer = await kept(node(server.connectionString, newPlace()));
    await fill(onServer, 5, 100);
    await moved(fromServer(server.connectionString, back), toFolder(back));
    const alone = await kept(openSqliteEventStore({ file: logIn(back) }));
    await fill(alone, 7, 200);
    const head = await alone.head();
    const done = await moved(fromFolder(back), toServer(server.connectionString));
    expect([done.copied, done.head]).toEqual([7, head]);
    // The node that was there all the time is told, and a new one reads the same.
    await until(() => onServer.closing === undefined);
    await fill(onServer, 2, 300);
    const later = await kept(node(server.connectionString, newPlace()));
    expect(await later.head()).toEqual(await onServer.head());
    expect((await later.head()).position).toBe(26);
  });
});

describe('a log that is written to while it moves', () => {
  test.each(['to a server', 'to a file'])(
    '%s arrives with all that was acknowledged, and no more',
    async (to) => {
      const [old, fresh] = [newPlace(), newPlace()];
      await aLog(old, 30);
      const writer = await kept(openSqliteEventStore({ file: logIn(old) }));
      let acknowledged = 30;
      const writing = (async () => {
        for (let n = 1000; ; n += 1) {
          await fill(writer, 1, n);
          acknowledged += 1;
        }
      })();
      const refused = rejectionOf(writing);
      const done = await moved(
        fromFolder(old),
        to === 'to a file' ? toFolder(fresh) : toServer(server.connectionString),
      );
      const told = await refused;
      expect(told).toBeInstanceOf(LogMoved);
      expect((told as Error).message).toContain(done.closing.place);
      expect(done.closing.head.position).toBe(acknowledged);
      expect(done.head).toEqual(done.closing.head);
      expect(writer.closing).toMatchObject({ why: 'moved', head: done.head });
      expect((await verifyLog(logIn(old))).head).toEqual(done.head);
    },
  );

  test('from a server arrives with all that was acknowledged, and no more', async () => {
    const fresh = newPlace();
    const [one, other] = [
      await kept(node(server.connectionString, newPlace())),
      await kept(node(server.connectionString, newPlace())),
    ];
    await fill(one, 5);
    const acknowledged = new Set<string>();
    const writing = [one, other].map(async (each, hand) => {
      for (let n = 0; ; n += 1) {
        const stream = `Case-${String(hand)}-${String(n)}`;
        await each.append([write(stream, 'no-stream', [1000 * (hand + 1) + n])]);
        acknowledged.add(stream);
      }
    });
    const refused = Promise.all(writing.map((each) => rejectionOf(each)));
    const done = await moved(fromServer(server.connectionString, fresh), toFolder(fresh));
    for (const told of await refused) expect(told).toBeInstanceOf(LogMoved);
    const stored = bytesIn(logIn(fresh)).map((text) => (JSON.parse(text) as { stream: string }).stream);
    expect(stored.filter((stream) => /^Case-\d-/.test(stream)).sort()).toEqual([...acknowledged].sort());
    // What came behind the mark is on the server, and part of no log.
    expect(await one.head()).toEqual(done.head);
    expect(await other.head()).toEqual(done.head);
  });
});

describe('an append that the server stored behind the mark that closes the log', () => {
  test('is no part of the log, and whoever sent it is told so; it counts where the move is given up', async () => {
    const fresh = newPlace();
    const one = await kept(node(server.connectionString, newPlace()));
    await fill(one, 5);
    const before = await one.head();
    // The mark stands on the server, and the node has not heard of it when it sends an append.
    server.faults.holdSubscriptions();
    await closedFor(`sqlite:${fresh}`);
    const late = rejectionOf(one.append([write('Case-late', 'no-stream', [77])]));
    await until(() => server.log.eventsOf('Case-late').length === 1);
    server.faults.releaseSubscriptions();
    expect(await late).toBeInstanceOf(LogMoved);
    expect(await rejectionOf(one.append([write('Case-late', 0, [78])]))).toBeInstanceOf(LogMoved);
    expect((await allOf(one.readStream('Case-late'))).length).toBe(0);
    const done = await moved(fromServer(server.connectionString, fresh), toFolder(fresh));
    expect([done.head, await one.head()]).toEqual([before, before]);
    expect(bytesIn(logIn(fresh))).toHaveLength(5);

    const [from, to] = [fromServer(server.connectionString, fresh), toFolder(fresh)];
    expect(await giveUp(from, to)).toBe(true);
    await from.end();
    await until(() => one.closing === undefined);
    await one.append([write('Case-late', 0, [78])]);
    expect((await allOf(one.readStream('Case-late'))).map(({ id }) => id)).toEqual([77, 78].map(idOf));
    const later = await kept(node(server.connectionString, newPlace()));
    expect(await later.head()).toEqual(await one.head());
    const alone = await kept(openSqliteEventStore({ file: logIn(fresh) }));
    expect(await rejectionOf(fill(alone, 1, 60))).toBeInstanceOf(LogMoved);
  });

  test('is nothing to a node that comes later, and that one takes nothing', async () => {
    const one = await kept(node(server.connectionString, newPlace()));
    await fill(one, 5);
    server.faults.holdSubscriptions();
    await closedFor('sqlite:elsewhere');
    const late = rejectionOf(one.append([write('Case-late', 'no-stream', [77])]));
    await until(() => server.log.eventsOf('Case-late').length === 1);
    server.faults.releaseSubscriptions();
    await late;
    const later = await kept(node(server.connectionString, newPlace()));
    expect(await later.head()).toEqual(await one.head());
    expect(later.closing).toMatchObject({ why: 'moving', place: 'sqlite:elsewhere' });
    expect(await rejectionOf(fill(later, 1, 90))).toBeInstanceOf(LogMoved);
  });
});

/** Writes the mark as a move does that gets no further. */
async function closedFor(place: string): Promise<void> {
  const client = new Server(readConnectionString(server.connectionString));
  const marks = new ClosingMarks(client);
  const at = '2026-03-01T10:00:00.000Z';
  await marks.add({ type: 'LogClosed', why: 'moving', place, at, firstId: '' }, await marks.read());
  await client.close();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(2);
}

describe('a place that has something else', () => {
  test('another log on the server is left as it is, and the old log goes on', async () => {
    const stranger = await kept(node(server.connectionString, newPlace()));
    await stranger.append([write('Victim-9', 'no-stream', [900])]);
    const old = newPlace();
    await aLog(old, 10);
    expect(await rejectionOf(moved(fromFolder(old), toServer(server.connectionString)))).toBeInstanceOf(
      PlaceTaken,
    );
    await fill(await kept(openSqliteEventStore({ file: logIn(old) })), 1, 50);
    await stranger.append([write('Victim-9', 0, [901])]);
    expect((await stranger.head()).position).toBe(2);
  });

  test('the same log, and more of it', async () => {
    const [old, longer] = [newPlace(), newPlace()];
    await aLog(longer, 3);
    await moved(fromFolder(longer), toServer(server.connectionString));
    await aLog(old, 2);
    expect(await rejectionOf(moved(fromFolder(old), toServer(server.connectionString)))).toBeInstanceOf(
      PlaceTaken,
    );
  });

  test('events that this program did not write', async () => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    await client.appendToStream('Victim-1', jsonEvent({ type: 'Forged', data: {} }));
    await client.dispose();
    const old = newPlace();
    await aLog(old, 2);
    const refused = await rejectionOf(moved(fromFolder(old), toServer(server.connectionString)));
    expect(refused).toBeInstanceOf(PlaceTaken);
    expect((refused as Error).message).toContain('has something else in the streams of the ledger');
  });

  test('a folder with a ledger, or with what belongs to one', async () => {
    const [old, other] = [newPlace(), newPlace()];
    await aLog(old, 2);
    await aLog(other, 2);
    expect(await rejectionOf(moved(fromFolder(old), toFolder(other)))).toBeInstanceOf(PlaceTaken);
    expect(await rejectionOf(moved(fromFolder(old), toFolder(old)))).toBeInstanceOf(PlaceTaken);
  });

  test('a log that went elsewhere moves nowhere else', async () => {
    const [old, one, other] = [newPlace(), newPlace(), newPlace()];
    await aLog(old, 4);
    await moved(fromFolder(old), toFolder(one));
    expect(await rejectionOf(moved(fromFolder(old), toFolder(other)))).toBeInstanceOf(LogMoved);
    expect(await rejectionOf(moved(fromFolder(old), toServer(server.connectionString)))).toBeInstanceOf(
      LogMoved,
    );
  });
});

describe('a move that is given up', () => {
  test.each(['a server', 'a folder'])(
    'to %s closes what was begun, and the old log goes on',
    async (kind) => {
      const [old, fresh] = [newPlace(), newPlace()];
      const to = (): Destination =>
        kind === 'a folder' ? toFolder(fresh) : toServer(server.connectionString);
      await aLog(old, 9);
      await moved(fromFolder(old), to());
      const asked = to();
      expect(await giveUp(fromFolder(old), asked)).toBe(true);
      await asked.end();
      expect(await giveUp(fromFolder(old), undefined)).toBe(false);
      await fill(await kept(openSqliteEventStore({ file: logIn(old) })), 2, 50);
      const there = await kept(
        kind === 'a folder'
          ? openSqliteEventStore({ file: logIn(fresh) })
          : node(server.connectionString, newPlace()),
      );
      expect(await rejectionOf(fill(there, 1, 60))).toBeInstanceOf(LogMoved);
    },
  );

  test.each(['a server', 'a folder'])('to %s that was written to since is refused', async (kind) => {
    const [old, fresh] = [newPlace(), newPlace()];
    const to = (): Destination => (kind === 'a folder' ? toFolder(fresh) : toServer(server.connectionString));
    await aLog(old, 9);
    await moved(fromFolder(old), to());
    const there = await kept(
      kind === 'a folder'
        ? openSqliteEventStore({ file: logIn(fresh) })
        : node(server.connectionString, newPlace()),
    );
    await fill(there, 1, 60);
    const asked = to();
    expect(await rejectionOf(giveUp(fromFolder(old), asked))).toBeInstanceOf(PlaceTaken);
    await asked.end();
    expect(await rejectionOf(giveUp(fromFolder(old), undefined))).toBeInstanceOf(PlaceTaken);
    await until(() => there.closing === undefined);
    await fill(there, 1, 70);
    const closed = await kept(openSqliteEventStore({ file: logIn(old) }));
    expect(await rejectionOf(fill(closed, 1, 80))).toBeInstanceOf(LogMoved);
  });
});
