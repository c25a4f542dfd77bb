import { join } from 'node:path';
import { run, type Occasion, type Ran } from '../../src/cli/program.ts';
import { openHouse } from '../../src/open-house.ts';
import { readConnectionString } from '../../src/store/eventstoredb/connection-string.ts';
import { bytesOfSeal, sealType } from '../../src/store/eventstoredb/seals.ts';
import { Server } from '../../src/store/eventstoredb/server.ts';
import { directoryKeyIn } from '../support/directory-key.ts';
import { startEventStoreDb, type TestServer } from '../support/eventstoredb/eventstoredb.ts';
import { jsonLines, opening, payment, temporaryFolder } from './small-world.ts';

const folder = temporaryFolder();
const keyFile = directoryKeyIn(folder.path);
let server: TestServer;

beforeEach(async () => {
  server = await startEventStoreDb({ systemEvents: 5 });
});

afterEach(() => server.stop());
afterAll(() => folder.remove());

const restitution = (words: string, given: Partial<Occasion> = {}): Promise<Ran> =>
  run(words.split(' '), {
    openHouse,
    env: {
      RESTITUTION_EVENTSTORE_URL: server.connectionString,
      RESTITUTION_DIRECTORY_KEY_FILE: keyFile,
    },
    ...given,
  });

/** A seal, in the place of the notary: what a node publishes after ten minutes. */
async function publish(said: { position: number; hash: string }, revision: number): Promise<void> {
  const client = new Server(readConnectionString(server.connectionString));
  const event = {
    id: crypto.randomUUID(),
    type: sealType,
    bytes: bytesOfSeal(said, new Date().toISOString()),
  };
  const expected = revision === 0 ? 'no-stream' : revision - 1;
  await client.append('LogMark-seals', expected, { events: [event], deadline: 3_000 });
  await client.close();
}

describe('restitution verify on a cluster', () => {
  test('says how many published hashes are on the log, and ends with 7 where one is not', async () => {
    const [one, other] = [join(folder.path, 'one'), join(folder.path, 'other')];
    await restitution(`apply - --data ${one}`, { stdin: jsonLines([...opening, payment('1', '100.00')]) });
    const before = await restitution(`verify --data ${one}`);
    expect(before.stdout).toContain('\nNo hash of it has been published on the server yet.\n');
    const head = JSON.parse((await restitution(`head --json --data ${one}`)).stdout);
    await publish(head, 0);
    const after = await restitution(`verify --data ${other}`);
    expect([after.exitCode, after.stdout]).toEqual([
      0,
      expect.stringContaining('\n1 published hash of the server is on this log.\n'),
    ]);
    expect(JSON.parse((await restitution(`verify --json --data ${one}`)).stdout)).toMatchObject({
      seals: { count: 1, first: 1 },
    });

    await publish({ ...head, hash: 'ab'.repeat(32) }, 1);
    for (const words of ['verify', 'victim v-1', 'apply -']) {
      const { exitCode, stdout, stderr } = await restitution(`${words} --data ${one}`);
      expect([words, exitCode, stdout]).toEqual([words, 7, '']);
      expect(stderr).toContain(`position ${String(head.position)}: is not what was sealed`);
    }
    expect((await restitution(`verify --data ${join(folder.path, 'new')}`)).exitCode).toBe(7);
  });
});
