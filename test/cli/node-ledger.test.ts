/** A node whose connection string names another ledger, or a server that is away. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { startEventStoreDb, type TestServer } from '../support/eventstoredb/eventstoredb.ts';
import { jsonLines, opening, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const keyFile = directoryKeyIn(folder.path);
let server: TestServer;

beforeEach(async () => {
  server = await startEventStoreDb();
});

afterEach(() => server.stop());
afterAll(() => folder.remove());

const restitution = (words: string, url: string, given: Partial<Occasion> = {}): Promise<Ran> =>
  run(words.split(' '), {
    openHouse,
    env: { RESTITUTION_EVENTSTORE_URL: url, RESTITUTION_DIRECTORY_KEY_FILE: keyFile },
    ...given,
  });

async function aNode(name: string, url: string): Promise<string> {
  const data = join(folder.path, name);
  const { exitCode } = await restitution(`apply - --data ${data}`, url, { stdin: jsonLines(opening) });
  expect(exitCode).toBe(0);
  return data;
}

describe('the folder of a node', () => {
  test('is not used for another ledger of the server, and neither begins', async () => {
    const url = `${server.connectionString}&ledger=north`;
    const data = await aNode('north', url);
    const before = server.log.all.length;
    for (const [given, named] of [
      [server.connectionString, 'the ledger without a name'],
      [`${server.connectionString}&ledger=south`, 'the ledger south'],
    ] as const)
      for (const words of ['apply -', 'head', 'victim v-1']) {
        const { exitCode, stdout, stderr } = await restitution(`${words} --data ${data}`, given);
        expect([exitCode, stdout]).toEqual([78, '']);
        expect(stderr).toContain(
          `is that of a node of the ledger north, and the connection string names ${named}.`,
        );
        expect(stderr).toContain('ledger= among its options');
      }
    expect(server.log.all).toHaveLength(before);
    expect((await restitution(`head --data ${data}`, url)).exitCode).toBe(0);
  });

  test.each([true, false])(
    'is not used for another server (its name written down: %s)',
    async (isWritten) => {
      const data = await aNode(`moved-${String(isWritten)}`, server.connectionString);
      const file = join(data, 'log-copy.ledger');
      expect(readFileSync(file, 'utf8')).toBe('\n');
      if (!isWritten) rmSync(file);
      const other = await startEventStoreDb();
      const { exitCode, stderr } = await restitution(`apply - --data ${data}`, other.connectionString);
      expect([exitCode, stderr]).toEqual([
        78,
        expect.stringContaining('has nothing of the log that this folder'),
      ]);
      expect(other.log.eventsOf('Victim-v-1')).toEqual([]);
      await other.stop();
      expect((await restitution(`head --data ${data}`, server.connectionString)).exitCode).toBe(0);
    },
  );
});

describe('while the server is away', () => {
  test('a question is answered from what this node has, which says so, and not from nothing', async () => {
    const url = server.connectionString;
    const host = /[0-9.]+:[0-9]+/.exec(url)?.[0] ?? '';
    const data = await aNode('away', url);
    await server.stop();
    const [known, unknown] = await Promise.all([
      restitution(`victim v-1 --json --data ${data}`, url),
      restitution(`head --data ${join(folder.path, 'never')}`, url),
    ]);
    expect(known.exitCode).toBe(0);
    expect(JSON.parse(known.stdout)).toMatchObject({ victimId: 'v-1' });
    expect(known.stderr).toMatch(
      /^The server did not answer; this goes up to position \d+ of the log, recorded at \S+Z\.\n$/,
    );
    expect([unknown.exitCode, unknown.stdout]).toEqual([8, '']);
    expect(unknown.stderr).toContain(`EventStoreDB at ${host} did not answer: 14 UNAVAILABLE`);
    expect(unknown.stderr).toContain('RESTITUTION_EVENTSTORE_URL');
    await server.start();
  });
});
