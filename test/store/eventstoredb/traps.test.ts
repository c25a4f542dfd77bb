/** What a server, a network or the client can do to a ledger, each done once on purpose. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { LogDamaged, StoreUnavailable, VersionConflict } from '../../../src/store/event-store.ts';
import {
  openEventStoreDb,
  type EventStoreDb,
  type EventStoreDbOptions,
} from '../../../src/store/eventstoredb/event-store-db.ts';
import { Server } from '../../../src/store/eventstoredb/server.ts';
import { startCluster } from '../../support/eventstoredb/cluster.ts';
import { startEventStoreDb, type TestServer } from '../../support/eventstoredb/eventstoredb.ts';
import type { Fault } from '../../support/eventstoredb/strike.ts';
import { allOf, idOf, idsOf, rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
let places = 0;
let server: TestServer;
const open: EventStoreDb[] = [];

beforeEach(async () => {
  server = await startEventStoreDb();
});

afterEach(async () => {
  server.faults.clear();
  await Promise.all(open.splice(0).map((store) => store.close()));
  await server.stop();
});

const newPlace = (): string => join(folder, String((places += 1)));

async function node(options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDb> {
  const store = await openEventStoreDb({
    ...{ connectionString: server.connectionString, folder: newPlace(), categories: ['Victim', 'Case'] },
    ...{ deadline: 2_000, patience: 2_000, ...options },
  });
  open.push(store);
  return store;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(5);
}

const closeAll = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((store) => store.close()));
};

describe('an append', () => {
  test('never goes by the stream that all appends of a process share', async () => {
    const store = await node();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    expect([server.faults.calls('append'), server.faults.calls('batchAppend')]).toEqual([1, 0]);
  });

  test.each<Fault['kind']>([
    'silenceBeforeCommit',
    'silenceAfterCommit',
    'resetBeforeCommit',
    'resetAfterCommit',
    'disconnectBeforeCommit',
    'disconnectAfterCommit',
    'unavailableBeforeCommit',
    'unavailableAfterCommit',
    'deadlineAfterCommit',
    'timeoutAfterCommit',
    'timeoutBeforeCommit',
  ])('of which it is not known what became (%s) is sent again, and stored once', async (kind) => {
    const store = await node({ deadline: 8_000 });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    server.faults.next('append', { kind });
    expect(await store.append([write('Victim-1', 0, [2, 3])])).toEqual({ revisions: [2], position: 3 });
    expect(await store.append([write('Victim-1', 2, [4])])).toEqual({ revisions: [3], position: 4 });
    expect(await idsOf(store, 'Victim-1')).toEqual([1, 2, 3, 4].map(idOf));
    expect(server.faults.struck).toHaveLength(1);
  });

  test('that is never answered ends by its deadline, and can be sent again', async () => {
    const store = await node({ deadline: 300 });
    server.faults.next('append', { kind: 'silenceAfterCommit' }, 100);
    expect(await rejectionOf(store.append([write('Victim-1', 'no-stream', [1])]))).toBeInstanceOf(
      StoreUnavailable,
    );
    server.faults.clear();
    expect(await store.append([write('Victim-1', 'no-stream', [1])])).toEqual({
      revisions: [0],
      position: 1,
    });
  });

  test('that another has overtaken while it was unknown is a conflict', async () => {
    const [one, other] = [await node(), await node()];
    server.faults.next('append', { kind: 'resetBeforeCommit' });
    const lost = one.append([write('Victim-1', 'no-stream', [1])]);
    await other.append([write('Victim-1', 'no-stream', [2])]);
    expect(await rejectionOf(lost)).toBeInstanceOf(VersionConflict);
    expect(await idsOf(one, 'Victim-1')).toEqual([idOf(2)]);
  });

  test('does not go by the clock of the server', async () => {
    server.clock.skewBy(3_600_000);
    const store = await node();
    expect((await store.append([write('Victim-1', 'no-stream', [1])])).position).toBe(1);
  });

  test('by a user who may not write is no conflict, and says so', async () => {
    const store = await node();
    server.faults.next('append', { kind: 'accessDenied' });
    const refused = await rejectionOf(store.append([write('Victim-1', 'no-stream', [1])]));
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect((refused as Error).message).toContain('does not let this user');
  });

  test('to a server that no longer leads finds the one that does', async () => {
    const cluster = await startCluster(3);
    const store = await node({ connectionString: cluster.connectionString, deadline: 8_000 });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    cluster.changeLeader(1);
    await store.append([write('Victim-1', 0, [2])]);
    cluster.changeLeader(2);
    await store.append([write('Victim-1', 1, [3])]);
    expect(await idsOf(store, 'Victim-1')).toEqual([1, 2, 3].map(idOf));
    await closeAll();
    await cluster.stop();
  });

  test('by two nodes of the same event is stored once, and the chain goes on from what is stored', async () => {
    const [one, other] = [
      await node({ clock: () => new Date('2026-03-01T10:00:00Z') }),
      await node({ clock: () => new Date('2026-03-01T11:00:00Z') }),
    ];
    const same = () => [write('Victim-1', 'no-stream', [1])];
    const results = await Promise.all([one.append(same()), other.append(same())]);
    expect(results).toEqual([1, 1].map((position) => ({ revisions: [0], position })));
    await other.append([write('Victim-1', 0, [2])]);
    await one.append([write('Victim-1', 1, [3])]);
    await until(async () => (await one.head()).position === 3 && (await other.head()).position === 3);
    expect(await one.head()).toEqual(await other.head());
  });

  test('to a stream that was deleted on the server is not taken for stored', async () => {
    const store = await node();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    await asSomebodyElse((client) => client.deleteStream('Victim-1'));
    expect(await rejectionOf(store.append([write('Victim-1', 'no-stream', [2])]))).toBeInstanceOf(Error);
    await until(() => store.standing === 'stopped');
    expect(await rejectionOf(store.append([write('Case-1', 'no-stream', [3])]))).toBeInstanceOf(LogDamaged);
  });
});

describe('a reading', () => {
  test('that is never answered ends by its deadline', async () => {
    const store = await node({ deadline: 300 });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    server.faults.next('read', { kind: 'silence' });
    expect(await rejectionOf(allOf(store.readStream('Victim-1')))).toBeInstanceOf(StoreUnavailable);
    expect(await idsOf(store, 'Victim-1')).toEqual([idOf(1)]);
  });

  test('sees what another node has acknowledged', async () => {
    const [one, other] = [await node(), await node()];
    for (let n = 1; n <= 20; n += 1) {
      await one.append([write(`Case-${String(n)}`, 'no-stream', [n])]);
      expect(await idsOf(other, `Case-${String(n)}`)).toEqual([idOf(n)]);
    }
  });

  test('that may lag goes on while the server is away', async () => {
    const store = await node({ deadline: 300 });
    await store.append([write('Victim-1', 'no-stream', [1])]);
    await server.stop();
    await until(() => store.standing === 'away');
    const lagging = allOf(store.readStream('Victim-1', { mayLag: true }));
    expect((await lagging).map(({ id }) => id)).toEqual([idOf(1)]);
    expect((await store.lastOf('Victim-1', { mayLag: true }))?.id).toBe(idOf(1));
    expect((await allOf(store.readAll())).map(({ id }) => id)).toEqual([idOf(1)]);
    expect((await store.head()).position).toBe(1);
    expect(await rejectionOf(allOf(store.readStream('Victim-1')))).toBeInstanceOf(StoreUnavailable);
    expect(await rejectionOf(store.append([write('Victim-1', 0, [2])]))).toBeInstanceOf(StoreUnavailable);
    await server.start();
    await until(() => store.standing === 'live');
    expect((await store.append([write('Victim-1', 0, [2])])).position).toBe(2);
  });
});

describe('the subscription', () => {
  const wrongs: readonly (readonly [string, () => void])[] = [
    ['is dropped as too slow', () => server.faults.dropSubscriptions()],
    ['is ended as though all were told', () => server.faults.endSubscriptions()],
    ['loses its connection', () => server.disconnect()],
    ['says things twice', () => server.faults.duplicateNextDelivery(5)],
    ['is told to go elsewhere', () => server.goAway(10)],
  ];

  test.each(wrongs)('that %s goes on, and misses and repeats nothing', async (_name, wrong) => {
    const [writer, reader] = [await node({ deadline: 8_000 }), await node({ deadline: 8_000 })];
    for (let n = 1; n <= 10; n += 1) await writer.append([write(`Case-${String(n)}`, 'no-stream', [n])]);
    wrong();
    for (let n = 11; n <= 20; n += 1) await writer.append([write(`Case-${String(n)}`, 'no-stream', [n])]);
    await until(async () => (await reader.head()).position === 20);
    expect((await allOf(reader.readAll())).map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, n) => idOf(n + 1)),
    );
    expect(await reader.head()).toEqual(await writer.head());
  });

  test('that has died without saying so is begun again', async () => {
    const store = await node({ silence: 200 });
    server.faults.next('subscribe', { kind: 'silence', afterEvents: 0 });
    server.faults.dropSubscriptions();
    await until(() => server.faults.struck.length === 1);
    const outside = await node();
    await outside.append([write('Victim-1', 'no-stream', [1])]);
    await until(async () => (await store.head()).position === 1);
  });

  test('reads the streams of the ledger, and no others', async () => {
    const store = await node();
    const stranger = await node({ categories: ['Other', 'Victims'] });
    await stranger.append([write('Other-1', 'no-stream', [1])]);
    await stranger.append([write('Victims-1', 'no-stream', [2])]);
    await store.append([write('Victim-1', 'no-stream', [3])]);
    expect((await allOf(store.readAll())).map(({ stream }) => stream)).toEqual(['Victim-1']);
  });

  test('stops at an event that this program did not write, and says so to everybody', async () => {
    const store = await node();
    await store.append([write('Victim-1', 'no-stream', [1])]);
    const forger = await node({ folder: newPlace(), categories: ['Victim'] });
    await forger.append([write('Victim-2', 'no-stream', [2])]);
    await asSomebodyElse((client) =>
      client.appendToStream('Victim-3', jsonEvent({ type: 'Forged', data: {} })),
    );
    await until(() => store.standing === 'stopped');
    expect(await rejectionOf(store.append([write('Victim-1', 0, [3])]))).toBeInstanceOf(LogDamaged);
    expect(await rejectionOf(allOf(store.readStream('Victim-1')))).toBeInstanceOf(LogDamaged);
    expect((await store.head()).position).toBe(2);
  });
});

async function asSomebodyElse(deed: (client: EventStoreDBClient) => Promise<unknown>): Promise<void> {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  await deed(client);
  await client.dispose();
}

describe('the copy of a node', () => {
  test('goes on where it ended', async () => {
    const place = newPlace();
    const before = await node({ folder: place });
    for (let n = 1; n <= 5; n += 1) await before.append([write(`Case-${String(n)}`, 'no-stream', [n])]);
    const head = await before.head();
    await closeAll();
    const writer = await node();
    await writer.append([write('Case-6', 'no-stream', [6])]);
    const after = await node({ folder: place });
    expect((await after.head()).position).toBe(6);
    expect((await allOf(after.readAll({ upTo: 5 }))).length).toBe(head.position);
    expect(await after.head()).toEqual(await writer.head());
  });

  test.each(['log-copy.mark', 'log-copy.sqlite'])('is whole again where %s was lost', async (file) => {
    const place = newPlace();
    const before = await node({ folder: place });
    for (let n = 1; n <= 5; n += 1) await before.append([write(`Case-${String(n)}`, 'no-stream', [n])]);
    const head = await before.head();
    await closeAll();
    for (const end of ['', '-wal', '-shm']) rmSync(join(place, `${file}${end}`), { force: true });
    expect(await (await node({ folder: place })).head()).toEqual(head);
  });

  test('of another server is told apart', async () => {
    const place = newPlace();
    const before = await node({ folder: place });
    await before.append([write('Victim-1', 'no-stream', [1])]);
    await closeAll();
    const other = await startEventStoreDb();
    const elsewhere = await node({ connectionString: other.connectionString });
    await elsewhere.append([write('Victim-1', 'no-stream', [2])]);
    rmSync(join(place, 'log-copy.mark'));
    const confused = rejectionOf(node({ folder: place, connectionString: other.connectionString }));
    expect(await confused).toBeInstanceOf(LogDamaged);
    await closeAll();
    await other.stop();
  });

  test('begins while the server is away, and says so', async () => {
    await server.stop();
    const store = await node({ patience: 200 });
    expect(store.standing).toBe('away');
    await server.start();
    await until(() => store.standing === 'live');
  });
});

describe('a store that cannot be opened', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('is closed where what the server has does not fit its copy', async () => {
    const place = newPlace();
    await (await node({ folder: place })).append([write('Victim-1', 'no-stream', [1])]);
    await closeAll();
    const event = jsonEvent({ type: 'Forged', data: {} });
    await asSomebodyElse((client) => client.appendToStream('Victim-1', event));
    const closed = jest.spyOn(Server.prototype, 'close');
    expect(await rejectionOf(node({ folder: place }))).toBeInstanceOf(LogDamaged);
    expect(closed).toHaveBeenCalledTimes(1);
    // SQLite takes it away when the last who has the file open closes it.
    expect(existsSync(join(place, 'log-copy.sqlite-wal'))).toBe(false);
  });

  test('is closed where its copy cannot be opened', async () => {
    const place = newPlace();
    mkdirSync(join(place, 'log-copy.sqlite'), { recursive: true });
    const closed = jest.spyOn(Server.prototype, 'close');
    expect(await rejectionOf(node({ folder: place }))).toBeInstanceOf(Error);
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
