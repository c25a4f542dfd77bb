/** What can be seen on the server by whom, and what is refused of it. */
import { chmodSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { jest } from '@jest/globals';
import { EventStoreDBClient, NO_STREAM, binaryEvent } from '@eventstore/db-client';
import { SqliteDirectory } from '../../../src/store/directory/sqlite-directory.ts';
import { makeKeyFile, readKeyFile } from '../../../src/store/eventstoredb-directory/key-file.ts';
import { StoreUnavailable } from '../../../src/store/event-store.ts';
import { openEventStoreDb } from '../../../src/store/eventstoredb/event-store-db.ts';
import { Server } from '../../../src/store/eventstoredb/server.ts';
import { selfSigned } from '../../support/eventstoredb/support/self-signed.ts';
import { contentsOf, refusedBy, victim } from '../directory.contract.ts';
import { allOf, rejectionOf, write } from '../support/events.ts';
import { clusterForTests, until } from './support.ts';

const cluster = clusterForTests();
const { node } = cluster;

const asSomebodyElse = async (deed: (client: EventStoreDBClient) => Promise<unknown>): Promise<void> => {
  const client = EventStoreDBClient.connectionString(cluster.server.connectionString);
  await deed(client);
  await client.dispose();
};

const recordsOf = (prefix: string) =>
  cluster.server.log.all.filter(({ stream }) => stream.startsWith(`Directory-${prefix}`));

const filesIn = (place: string): string =>
  readdirSync(place)
    .map((name) => readFileSync(join(place, name), 'latin1'))
    .join('');

describe('on the server', () => {
  test('nothing says who is who: not the names of streams, not the types, not the bytes, not their number', async () => {
    const one = await node();
    await one.put(victim('v-1', 'Zuleika'));
    await one.put(victim('v-2', 'Zuleika Dobson, of 120 letters: '.padEnd(120, 'ω')));
    await one.relabel(victim('v-1', 'Xanthippe'));
    await one.forget('v-2');
    const seen = cluster.server.log.all.map(({ stream, type }) => `${stream} ${type}`).join(' ');
    for (const said of [seen, cluster.bytes(), cluster.server.log.all.map(({ id }) => id).join(' ')])
      expect(said).not.toMatch(/Zuleika|Xanthippe|v-1|v-2|victim|forgotten/i);
    const records = recordsOf('');
    expect(new Set(records.map(({ type }) => type)).size).toBe(1);
    const lengths = records.slice(1).map(({ data }) => data.length);
    expect(new Set(lengths).size).toBe(1);
    expect(new Set(records.map(({ data }) => Buffer.from(data).toString('hex'))).size).toBe(records.length);
  });

  test('the directory is outside of the ledger: its log neither reads nor hashes it', async () => {
    const ledger = await openEventStoreDb({
      ...{ connectionString: cluster.server.connectionString, folder: cluster.newPlace() },
      categories: ['Victim', 'Case'],
    });
    await ledger.append([write('Victim-1', 'no-stream', [1])]);
    const before = await ledger.head();
    const one = await node();
    await one.put(victim('v-1', 'Jane Doe 1'));
    await one.forget('v-1');
    expect(await ledger.head()).toEqual(before);
    await ledger.append([write('Victim-2', 'no-stream', [2])]);
    expect((await allOf(ledger.readAll())).map(({ stream }) => stream)).toEqual(['Victim-1', 'Victim-2']);
    await ledger.close();
  });

  test.each([
    ['that was copied into another stream', (streams: readonly string[]) => streams[1]!],
    ['that was written once more in its own', (streams: readonly string[]) => streams[0]!],
  ])('a record %s is not taken for one, and the node says so', async (_, streamFor) => {
    const one = await node();
    await one.put(victim('v-1', 'Jane Doe 1'));
    await one.put(victim('v-2', 'Jane Doe 2'));
    const records = recordsOf('i.');
    const stream = streamFor(records.map((each) => each.stream));
    const event = binaryEvent({ type: 'DirectoryRecord', data: records[0]!.data });
    await asSomebodyElse((client) => client.appendToStream(stream, event, { expectedRevision: 0n }));
    await until(async () => (await rejectionOf(one.untilLive(10)).catch(() => undefined)) !== undefined);
    expect(await rejectionOf(one.put(victim('v-3', 'Three')))).toMatchObject({ name: 'SealBroken' });
    expect(await one.labelOf('v-2')).toBe('Jane Doe 2');
  });

  test('a record that was not sealed at all is refused', async () => {
    const one = await node();
    await one.put(victim('v-1', 'Jane Doe 1'));
    const event = binaryEvent({ type: 'DirectoryRecord', data: Buffer.from('{"label":"forged"}') });
    await asSomebodyElse((client) =>
      client.appendToStream('Directory-i.0', event, { expectedRevision: NO_STREAM }),
    );
    expect(await rejectionOf(node())).toMatchObject({ name: 'SealBroken' });
  });
});

describe('the key', () => {
  test('of another directory is refused by the node that comes with it', async () => {
    await (await node()).put(victim('v-1', 'Jane Doe 1'));
    const keyFile = join(cluster.folder, 'other.key');
    makeKeyFile(keyFile);
    expect(await rejectionOf(node({ keyFile }))).toMatchObject({
      name: 'DirectoryKeyRefused',
      message: expect.stringContaining('begun with another key'),
    });
  });

  test('is begun with by two nodes at once, and both have the same names', async () => {
    const [one, other] = await Promise.all([node(), node()]);
    await one.put(victim('v-1', 'Jane Doe 1'));
    expect(await other.refusalOf(victim('v-2', 'Jane Doe 1'))).toBe('label-taken');
    expect(recordsOf('naming')).toHaveLength(1);
  });

  test('is changed in three steps, while nodes go on, and then the first is needed no more', async () => {
    const both = join(cluster.folder, 'both.key');
    makeKeyFile(both, readKeyFile(cluster.keyFile));
    const [heading, first, second] = readFileSync(both, 'utf8').split('\n');
    const fileOf = (name: string, ...lines: readonly (string | undefined)[]): string => {
      const file = join(cluster.folder, name);
      writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
      return file;
    };
    const [one, other] = [await node({ keyFile: both }), await node()];
    await one.put(victim('v-1', 'Jane Doe 1'));
    await other.put(victim('v-2', 'Jane Doe 2'));
    await other.put(victim('v-3', 'Forgotten'));
    await other.forget('v-3');

    const newFirst = await node({ keyFile: fileOf('new-first.key', heading, second, first) });
    await newFirst.relabel(victim('v-1', 'Jane Doe 11'));
    await until(async () => (await one.labelOf('v-1')) === 'Jane Doe 11');
    expect(
      await rejectionOf(other.put(victim('v-4', 'Four')).then(() => other.untilLive(4_000))),
    ).toMatchObject({
      name: 'DirectoryKeyRefused',
      message: expect.stringContaining('key 2'),
    });
    const told: number[] = [];
    const done = await newFirst.reseal((count) => told.push(count));
    // The naming key, an id and its label, and what was forgotten with its label; the rest was written with the new key.
    expect(done).toBe(5);
    expect(told.at(-1)).toBe(done);
    expect(await newFirst.reseal()).toBe(0);

    const alone = await node({ keyFile: fileOf('second.key', second) });
    expect(await contentsOf(alone)).toEqual(await contentsOf(newFirst));
    expect(await alone.relabel(victim('v-2', 'Jane Doe 22'))).toBe('relabelled');
    await expect(alone.put(victim('v-3', 'Three'))).rejects.toEqual(refusedBy('label-forgotten'));
  });

  test('is not said to be changed where the server answers without the naming key', async () => {
    const both = join(cluster.folder, 'cut-off.key');
    makeKeyFile(both, readKeyFile(cluster.keyFile));
    const [heading = '', first = '', second = ''] = readFileSync(both, 'utf8').split('\n');
    writeFileSync(both, `${heading}\n${second}\n${first}\n`);
    await (await node()).put(victim('v-1', 'Jane Doe 1'));
    const one = await node({ keyFile: both });
    const cutOff = jest.spyOn(Server.prototype, 'last').mockResolvedValueOnce(undefined);
    expect(await rejectionOf(one.reseal())).toBeInstanceOf(StoreUnavailable);
    cutOff.mockRestore();
    expect(await one.reseal()).toBe(3);
  });

  test('that was missing and is given later opens what was passed over', async () => {
    const [place, both] = [cluster.newPlace(), join(cluster.folder, 'later.key')];
    makeKeyFile(both, readKeyFile(cluster.keyFile));
    const [heading = '', first = '', second = ''] = readFileSync(both, 'utf8').split('\n');
    writeFileSync(both, `${heading}\n${second}\n${first}\n`);
    const one = await node();
    await one.put(victim('v-1', 'Jane Doe 1'));
    await (await node({ keyFile: both })).forget('v-1');
    expect(await rejectionOf(node({ folder: place }))).toMatchObject({ name: 'DirectoryKeyRefused' });
    // What it could not open is not written over either.
    expect(await rejectionOf(one.relabel(victim('v-1', 'Jane Doe 11')))).toMatchObject({
      name: 'DirectoryKeyRefused',
    });
    expect(await contentsOf(await node({ folder: place, keyFile: both }))).toEqual([
      { id: 'v-1', isForgotten: true },
    ]);
  });
});

describe('what is forgotten', () => {
  test('leaves no byte on any node that hears of it, though it was called otherwise before', async () => {
    const [place, elsewhere] = [cluster.newPlace(), cluster.newPlace()];
    const [one, other] = [await node({ folder: place }), await node({ folder: elsewhere })];
    await one.put(victim('v-1', 'Zuleika'));
    await one.relabel(victim('v-1', 'Xanthippe'));
    await one.put(victim('v-2', 'Jane Doe 2'));
    await until(async () => (await other.labelOf('v-2')) === 'Jane Doe 2');
    expect(filesIn(place)).toContain('Xanthippe');
    await one.forget('v-1');
    expect(filesIn(place)).not.toMatch(/Zuleika|Xanthippe/);
    await until(async () => (await other.labelOf('v-1')) === undefined);
    expect(filesIn(elsewhere)).not.toMatch(/Zuleika|Xanthippe/);
    expect(filesIn(elsewhere)).toContain('Jane Doe 2');
  });

  test('is not read from the server by anybody any more, where it lets us hide what came before', async () => {
    const one = await node();
    await one.put(victim('v-1', 'Zuleika'));
    await one.relabel(victim('v-1', 'Xanthippe'));
    await one.forget('v-1');
    const streams = [...new Set(recordsOf('').map(({ stream }) => stream))];
    await asSomebodyElse(async (client) => {
      for (const stream of streams) {
        let read = 0;
        for await (const { event } of client.readStream(stream)) if (event) read += 1;
        expect(read).toBe(1);
      }
    });
    expect([cluster.lastRecords('i.'), cluster.lastRecords('l.')]).toEqual([
      [{ id: 'v-1', isForgotten: true }],
      [{ isFree: true }, { isFree: true }],
    ]);
    const later = await node();
    expect(await contentsOf(later)).toEqual([{ id: 'v-1', isForgotten: true }]);
  });

  test('is forgotten also where the server lets nobody write what describes a stream', async () => {
    const tls = selfSigned();
    const certificate = join(cluster.folder, 'ca.pem');
    writeFileSync(certificate, tls.cert);
    await cluster.restart({ tls, users: [{ name: 'ledger', password: 'secret', mayReadAll: true }] });
    const connectionString = `${cluster.server.connectionString.replace('//', '//ledger:secret@')}&tlsCAFile=${encodeURIComponent(certificate)}`;
    const one = await node({ connectionString });
    await one.put(victim('v-1', 'Zuleika'));
    await one.relabel(victim('v-1', 'Xanthippe'));
    expect(await one.forget('v-1')).toBe('forgotten');
    const later = await node({ connectionString });
    expect(await contentsOf(later)).toEqual([{ id: 'v-1', isForgotten: true }]);
  });

  test('is said to be held on to where somebody reads the index, and is gone once he has let go', async () => {
    const place = cluster.newPlace();
    const one = await node({ folder: place, deadline: 30_000 });
    await one.put(victim('v-1', 'Zuleika'));
    const reader = new Database(join(place, 'directory-index.sqlite'));
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM entry').get();
    expect(await rejectionOf(one.forget('v-1'))).toMatchObject({ name: 'StoreUnavailable' });
    expect(await one.labelOf('v-1')).toBeUndefined();
    reader.close();
    expect(await one.forget('v-1')).toBe('forgotten-before');
    expect(filesIn(place)).not.toContain('Zuleika');
  }, 40_000);
});

describe('the index of a node', () => {
  test('is its owner’s alone, goes on where it ended, and is made anew where it is lost', async () => {
    const place = cluster.newPlace();
    const one = await node({ folder: place });
    await one.put(victim('v-1', 'Jane Doe 1'));
    expect(statSync(join(place, 'directory-index.sqlite')).mode & 0o077).toBe(0);
    await cluster.closeAll();
    const other = await node();
    await other.put(victim('v-2', 'Jane Doe 2'));
    await other.relabel(victim('v-1', 'Jane Doe 11'));
    const later = await node({ folder: place });
    expect(await contentsOf(later)).toEqual([victim('v-1', 'Jane Doe 11'), victim('v-2', 'Jane Doe 2')]);
    expect(await contentsOf(await node())).toEqual(await contentsOf(later));
  });

  test('is the directory of a single machine under another name', async () => {
    const place = cluster.newPlace();
    const one = await node({ folder: place });
    await one.put(victim('v-1', 'Jane Doe 1'));
    await one.put(victim('v-2', 'Jane Doe 2'));
    await one.forget('v-2');
    await cluster.closeAll();
    renameSync(join(place, 'directory-index.sqlite'), join(place, 'directory.sqlite'));
    const alone = new SqliteDirectory(join(place, 'directory.sqlite'));
    expect(await contentsOf(alone)).toEqual([victim('v-1', 'Jane Doe 1'), { id: 'v-2', isForgotten: true }]);
    await alone.close();
  });

  test('that is of another directory is not mixed with this one', async () => {
    const place = cluster.newPlace();
    await (await node({ folder: place })).put(victim('v-1', 'Jane Doe 1'));
    await cluster.closeAll();
    await cluster.restart({});
    const here = await node({ folder: place });
    expect(await contentsOf(here)).toEqual([]);
    expect(filesIn(place)).not.toContain('Jane');
  });
});

describe('a key file', () => {
  const fileOf = (text: string, mode = 0o600): string => {
    const file = join(cluster.folder, 'some.key');
    writeFileSync(file, text, { mode });
    chmodSync(file, mode);
    return file;
  };
  const hex = 'ab'.repeat(32);

  test('is made for its owner alone, each another, and never over one that is there', () => {
    const [one, other] = [join(cluster.folder, 'one.key'), join(cluster.folder, 'two.key')];
    makeKeyFile(one);
    makeKeyFile(other);
    expect(statSync(one).mode & 0o777).toBe(0o600);
    expect(readKeyFile(one)).toMatchObject([{ number: 1, bytes: expect.objectContaining({ length: 32 }) }]);
    expect(readKeyFile(one)[0]!.bytes.equals(readKeyFile(other)[0]!.bytes)).toBe(false);
    const before = readFileSync(one, 'utf8');
    expect(() => makeKeyFile(one)).toThrow('is there already');
    expect(readFileSync(one, 'utf8')).toBe(before);
  });

  test.each([
    ['is not there', () => join(cluster.folder, 'nowhere.key'), 'directory-key --to'],
    ['may be read by others', () => fileOf(`1 ${hex}\n`, 0o640), 'chmod 600'],
    ['may be written by others', () => fileOf(`1 ${hex}\n`, 0o602), 'chmod 600'],
    ['is empty', () => fileOf('# nothing\n\n'), 'holds no key'],
    ['holds a key that is too short', () => fileOf(`1 ${hex.slice(2)}\n`), 'line 1 holds no key'],
    ['holds a key that is too long', () => fileOf(`# keys\n1 ${hex}00\n`), 'line 2 holds no key'],
    ['holds a key without a number', () => fileOf(`${hex}\n`), 'line 1 holds no key'],
    ['holds a number that no record has room for', () => fileOf(`65536 ${hex}\n`), 'line 1 holds no key'],
    ['holds two of one number', () => fileOf(`1 ${hex}\n1 ${hex}\n`), 'two keys of the same number'],
  ])('that %s is refused, in words that hold nothing of it', (_, make, said) => {
    const file = make();
    let refusal: unknown;
    try {
      readKeyFile(file);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ name: 'DirectoryKeyRefused', message: expect.stringContaining(said) });
    expect((refusal as Error).message).not.toContain('abab');
  });
});
