import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/program.ts';
import type { Place } from '../../src/application/house.ts';
import { openHouse } from '../../src/open-house.ts';
import { copyDirectory } from '../../src/store/directory/copy-directory.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { startLogServer, type LogServer } from '../support/log-server.ts';
import { fileOf, temporaryFolder } from './small-world.ts';

/** What the log holds after an example, in its order. */
async function logAfter(example: string, place: Place): Promise<readonly string[]> {
  const house = await openHouse(place);
  const kept = { ...house, close: () => Promise.resolve() };
  const { exitCode } = await run(['apply', fileOf(example)], { openHouse: () => Promise.resolve(kept) });
  expect([example, exitCode]).toEqual([example, 0]);
  const events: string[] = [];
  for await (const page of house.store.readAll()) {
    for (const { stream, revision, type, data } of page) {
      events.push(`${stream} ${String(revision)} ${type} ${JSON.stringify(data)}`);
    }
  }
  await house.close();
  return events;
}

describe('a file applied', () => {
  const folder = temporaryFolder();
  const directoryKeyFile = directoryKeyIn(folder.path);

  let server: LogServer | undefined;

  afterEach(() => server?.stop());
  afterAll(() => folder.remove());

  test('leaves the same log, event by event, on a disk, where commands wait together, as in memory', async () => {
    const example = 'examples/made-whole/made-whole.jsonl';
    const onDisk = await logAfter(example, { folder: folder.path });
    expect(onDisk.length).toBeGreaterThan(20);
    expect(onDisk).toEqual(await logAfter(example, 'memory'));
  });

  test.each(['examples/made-whole/made-whole.jsonl', 'examples/amy/amy.jsonl', 'examples/hayes/hayes.jsonl'])(
    'leaves the same log on EventStoreDB, where every step is an append of its own: %s',
    async (example) => {
      server = await startLogServer({ systemEvents: 7 });
      const place = {
        folder: join(folder.path, example.replaceAll('/', '-')),
        eventStore: server.connectionString,
        directoryKeyFile,
      };
      const onServer = await logAfter(example, place);
      expect(onServer.length).toBeGreaterThan(5);
      expect(onServer).toEqual(await logAfter(example, 'memory'));
      // A node that comes later hears all of it.
      const later = await openHouse({ ...place, folder: `${place.folder}-2` });
      expect((await later.verify()).events).toBe(onServer.length);
      expect(await later.stateHash()).toMatch(/^[0-9a-f]{64}$/);
      const head = await later.store.head();
      await later.close();
      // Its copy is the log of a single machine.
      const alone = `${place.folder}-alone`;
      mkdirSync(alone);
      copyFileSync(join(`${place.folder}-2`, 'log-copy.sqlite'), join(alone, 'ledger.sqlite'));
      const single = await openHouse({ folder: alone });
      expect((await single.verify()).head).toEqual(head);
      await single.close();
    },
  );

  test('of the test year, and all examples of the demonstration, leave the same read models on SQLite and on EventStoreDB', async () => {
    server = await startLogServer({ systemEvents: 1_000 });
    const clock = (): Date => new Date('2026-06-01T12:00:00.000Z');
    const alone: Place = { folder: join(folder.path, 'demo-alone'), clock };
    const node = {
      folder: join(folder.path, 'demo-node'),
      eventStore: server.connectionString,
      directoryKeyFile,
      clock,
    };
    const expected = await stateAfterDemo(alone);
    // Ids that the demonstration draws by lot are those of the first.
    const [labels, there] = await Promise.all([openHouse(alone), openHouse(node)]);
    await copyDirectory(labels.directory, there.directory);
    await Promise.all([labels.close(), there.close()]);
    expect(await stateAfterDemo(node)).toEqual(expected);
  }, 600_000);
});

/** The head and the hash of the read models after the demonstration has taken in all its examples. */
async function stateAfterDemo(place: Place): Promise<{ position: number; stateHash: string }> {
  const house = await openHouse(place);
  const kept = { ...house, close: () => Promise.resolve() };
  const folder = temporaryFolder();
  const { exitCode, stderr } = await run(['demo', '--no-serve', '--json', '--data', folder.path], {
    openHouse: () => Promise.resolve(kept),
  });
  folder.remove();
  expect([stderr.includes('refused'), exitCode]).toEqual([false, 0]);
  const { position } = await house.store.head();
  expect(position).toBeGreaterThan(20_000);
  const stateHash = await house.stateHash();
  await house.close();
  return { position, stateHash };
}
