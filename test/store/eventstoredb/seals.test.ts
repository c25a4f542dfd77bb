/** Running hashes that are published: by one node at a time, compared by all, and asked for by whoever verifies. */
import { jest } from '@jest/globals';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { LogDamaged } from '../../../src/store/event-store.ts';
import { readConnectionString } from '../../../src/store/eventstoredb/connection-string.ts';
import {
  openEventStoreDb,
  type EventStoreDb,
  type EventStoreDbOptions,
} from '../../../src/store/eventstoredb/event-store-db.ts';
import { bytesOfSeal, sealType } from '../../../src/store/eventstoredb/seals.ts';
import { Server } from '../../../src/store/eventstoredb/server.ts';
import { sealsOn, verifySeals } from '../../../src/store/eventstoredb/verify-seals.ts';
import { RawLog } from '../../../src/store/sqlite-log/raw-log.ts';
import { startEventStoreDb, type TestServer } from '../../support/eventstoredb/eventstoredb.ts';
import { rejectionOf, write } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';
import { makeHashesNew, rewrite, tampered } from '../support/tampering.ts';

const folder = folderForTests();
let places = 0;
let server: TestServer;
const open: EventStoreDb[] = [];
const alarms: unknown[][] = [];

beforeEach(async () => {
  server = await startEventStoreDb();
  alarms.length = 0;
  jest.spyOn(process, 'emitWarning').mockImplementation((...said: unknown[]) => void alarms.push(said));
});

afterEach(async () => {
  jest.restoreAllMocks();
  server.faults.clear();
  await closeAll();
  await server.stop();
});

const closeAll = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((store) => store.close()));
};
const newPlace = (): string => join(folder, String((places += 1)));

/** So many events, and no time, make a seal due. */
const after = (events: number): Partial<EventStoreDbOptions> => ({ sealing: { events, ms: 1_000_000 } });

async function node(options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDb> {
  const store = await openEventStoreDb({
    ...{ connectionString: server.connectionString, folder: newPlace(), categories: ['Case'] },
    ...{ deadline: 3_000, patience: 3_000, ...options },
  });
  open.push(store);
  return store;
}

let cases = 0;
async function fill(store: EventStoreDb, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    cases += 1;
    await store.append([write(`Case-${String(cases)}`, 'no-stream', [cases])]);
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(2);
}

interface Said {
  readonly position: number;
  readonly hash: string;
}

const sealed = (from = server): readonly Said[] =>
  from.log.eventsOf('LogMark-seals').map(({ data }) => JSON.parse(Buffer.from(data).toString()) as Said);

/** Publishes what somebody says is the hash. */
async function publish(to: TestServer, said: Said, revision: number): Promise<void> {
  const client = new Server(readConnectionString(to.connectionString));
  const bytes = bytesOfSeal(said, '2026-03-01T10:00:00.000Z');
  const event = { id: crypto.randomUUID(), type: sealType, bytes };
  const expected = revision === 0 ? 'no-stream' : revision - 1;
  await client.append('LogMark-seals', expected, { events: [event], deadline: 3_000 });
  await client.close();
}

describe('the notary', () => {
  test('publishes the hash after so many events, and the log knows nothing of it', async () => {
    const store = await node(after(5));
    await fill(store, 4);
    expect(sealed()).toEqual([]);
    await fill(store, 1);
    await until(() => sealed().length === 1);
    expect(sealed()).toEqual([expect.objectContaining(await store.head())]);
    expect((await store.head()).position).toBe(5);
  });

  test('publishes after a time, where there is news, and only then', async () => {
    const store = await node({ sealing: { events: 1_000, ms: 10 } });
    for (let n = 1; n <= 3; n += 1) {
      await fill(store, 1);
      await until(() => sealed().at(-1)?.position === n);
    }
    expect(sealed().map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test('is one at a time: of two nodes one is stored, and both find the same', async () => {
    const [one, other] = [await node(after(3)), await node(after(3))];
    await Promise.all([fill(one, 15), fill(other, 15)]);
    await until(() => (sealed().at(-1)?.position ?? 0) >= 27);
    await until(async () => (await one.head()).position === 30 && (await other.head()).position === 30);
    const positions = sealed().map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    const log = new RawLog(other.copyFile);
    for (const { position, hash } of sealed()) expect(log.runningAt(position)).toBe(hash);
    log.close();
    expect([one.standing, other.standing]).toEqual(['live', 'live']);
  });

  test('that dies is followed by another', async () => {
    const [one, other] = [await node(after(3)), await node(after(6))];
    await fill(one, 3);
    await until(() => sealed().length === 1);
    await until(async () => (await other.head()).position === 3);
    await one.close();
    await fill(other, 6);
    await until(() => sealed().length === 2);
    expect(sealed().map(({ position }) => position)).toEqual([3, 9]);
    expect(await (await node()).head()).toEqual(await other.head());
  });

  test.each(['resetAfterCommit', 'resetBeforeCommit', 'unavailableAfterCommit'] as const)(
    'goes on where it is not known what became of a seal (%s)',
    async (kind) => {
      const store = await node(after(3));
      // The seal is the fourth append.
      server.faults.every(4, 'append', { kind });
      await fill(store, 3);
      await until(() => server.faults.struck.length === 1);
      server.faults.clear();
      await fill(store, 3);
      await until(() => (sealed().at(-1)?.position ?? 0) > 3);
      const positions = sealed().map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      expect(store.standing).toBe('live');
    },
  );

  test('seals no copy whose bytes are not what was recorded, and stops', async () => {
    const place = newPlace();
    const before = await node({ folder: place });
    await fill(before, 4);
    await before.close();
    tamperIn(place, (db) => {
      rewrite(db, 2, (said) => ({ ...said, actor: 'somebody else' }));
    });
    const store = await node({ folder: place, sealing: { events: 1, ms: 1_000_000 } });
    await fill(store, 1).catch(() => undefined);
    await until(() => store.standing === 'stopped');
    expect(sealed()).toEqual([]);
  });
});

/** Works on the copy of a node that is closed, as one who knows SQL. */
function tamperIn(place: string, work: (db: Database.Database) => void): void {
  const file = join(place, 'log-copy.sqlite');
  tampered(file, `${file}.new`, work);
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(`${file}.new`, file);
}

/** As one who wants to hide it. */
const rewritten = (db: Database.Database): void => {
  rewrite(db, 2, (said) => ({ ...said, actor: 'somebody else' }));
  makeHashesNew(db, { links: true });
};

describe('a copy that was rewritten, with all its hashes made new', () => {
  test('is found by the next seal: the node stops, and says so', async () => {
    const place = newPlace();
    const before = await node({ folder: place });
    await fill(before, 4);
    await before.close();
    tamperIn(place, rewritten);
    const store = await node({ folder: place });
    expect(store.standing).toBe('live');
    const notary = await node(after(5));
    await fill(notary, 1);
    await until(() => store.standing === 'stopped');
    const refused = await rejectionOf(store.append([write('Case-late', 'no-stream', [900])]));
    expect(refused).toBeInstanceOf(LogDamaged);
    expect((refused as Error).message).toContain('position 5: is not what was sealed');
    expect(alarms).toEqual([
      [expect.stringMatching(/^the copy of the log stopped at position 5; /), 'LogDamaged'],
    ]);
    expect(notary.standing).toBe('live');
  });

  test('is found by the last seal, when the node is started', async () => {
    const place = newPlace();
    const before = await node({ folder: place, ...after(4) });
    await fill(before, 4);
    await until(() => sealed().length === 1);
    await before.close();
    tamperIn(place, rewritten);
    expect(await rejectionOf(node({ folder: place }))).toBeInstanceOf(LogDamaged);
  });
});

describe('a server that was rewritten, with all its hashes made new', () => {
  test('is found by its seals, also by a node that has never seen it before', async () => {
    const place = newPlace();
    const before = await node({ folder: place, ...after(4) });
    await fill(before, 6);
    await until(() => sealed().length === 1);
    await before.close();
    const forged = await startEventStoreDb();
    const file = tampered(join(place, 'log-copy.sqlite'), join(place, 'forged.sqlite'), rewritten);
    await serveLog(file, forged);
    await publish(forged, sealed()[0] as Said, 0);
    const elsewhere = { connectionString: forged.connectionString };
    expect(await rejectionOf(node(elsewhere))).toBeInstanceOf(LogDamaged);
    expect(() => verifySeals(file, [{ revision: 0, ...(sealed()[0] as Said) }])).toThrow(
      'is not what was sealed',
    );
    await forged.stop();
  });

  test('and cut short is found too', async () => {
    const before = await node(after(4));
    await fill(before, 4);
    await until(() => sealed().length === 1);
    const file = before.copyFile;
    const forged = await startEventStoreDb();
    await serveLog(file, forged, 3);
    await publish(forged, sealed()[0] as Said, 0);
    const refused = await rejectionOf(node({ connectionString: forged.connectionString }));
    expect((refused as Error).message).toContain('position 4: was sealed, and is not there');
    await forged.stop();
  });
});

/** Puts the events of a file on a server, byte by byte. */
async function serveLog(file: string, to: TestServer, upTo?: number): Promise<void> {
  const client = new Server(readConnectionString(to.connectionString));
  const log = new RawLog(file);
  for (const page of log.pages({ after: 0, upTo: upTo ?? log.head().position })) {
    for (const { stream, revision, id, type, bytes } of page) {
      const expected = revision === 0 ? 'no-stream' : revision - 1;
      await client.append(stream, expected, { events: [{ id, type, bytes }], deadline: 3_000 });
    }
  }
  log.close();
  await client.close();
}

describe('whoever verifies', () => {
  test('is told how many seals there are, and that each is on the log', async () => {
    const store = await node(after(2));
    for (let n = 1; n <= 3; n += 1) {
      await fill(store, 2);
      await until(() => sealed().length === n);
    }
    const seals = await sealsOn(server.connectionString);
    expect(verifySeals(store.copyFile, seals)).toEqual({ count: 3, first: 1 });
    expect(verifySeals(store.copyFile, seals.slice(1))).toEqual({ count: 2, first: 2 });
    expect(verifySeals(store.copyFile, [])).toEqual({ count: 0, first: 1 });
  });

  test('finds a seal that says something else, and so does every node', async () => {
    const [one, other] = [await node(), await node()];
    await fill(one, 3);
    await until(async () => (await other.head()).position === 3);
    await publish(server, { position: 2, hash: 'ab'.repeat(32) }, 0);
    await until(() => one.standing === 'stopped' && other.standing === 'stopped');
    const seals = await sealsOn(server.connectionString);
    expect(() => verifySeals(one.copyFile, seals)).toThrow('position 2: is not what was sealed');
  });

  test('finds what is no seal', async () => {
    const client = new Server(readConnectionString(server.connectionString));
    const event = { id: crypto.randomUUID(), type: 'Forged', bytes: Buffer.from('{}') };
    await client.append('LogMark-seals', 'no-stream', { events: [event], deadline: 3_000 });
    await client.close();
    expect(await rejectionOf(sealsOn(server.connectionString))).toBeInstanceOf(LogDamaged);
    expect(await rejectionOf(node())).toBeInstanceOf(LogDamaged);
  });
});
