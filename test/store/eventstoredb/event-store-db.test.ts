import { join } from 'node:path';
import { openEventStoreDb } from '../../../src/store/eventstoredb/event-store-db.ts';
import { verifyLog } from '../../../src/store/sqlite-log/verify-log.ts';
import { startLogServer, type LogServer } from '../../support/log-server.ts';
import { keepsThePromisesOfAnEventStore } from '../event-store.contract.ts';
import { anEvent } from '../support/events.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
let opened = 0;
const servers: LogServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

keepsThePromisesOfAnEventStore(
  'the EventStoreDB store',
  async ({ clock } = {}) => {
    // Every store begins empty, so every one has a server of its own; other events than ours stand between.
    const server = await startLogServer({ systemEvents: 3 });
    servers.push(server);
    return openEventStoreDb({
      connectionString: server.connectionString,
      folder: join(folder, String((opened += 1))),
      categories: ['Victim', 'VictimX', 'Case', 'Receipt', 'Payment'],
      ...(clock && { clock }),
    });
  },
  { atomicStreams: false, strictIds: false, comparesWords: false },
);

test('two ledgers on one server are none of each other’s business', async () => {
  const server = await startLogServer();
  servers.push(server);
  const both = ['one', 'two'].map((ledger) =>
    openEventStoreDb({
      connectionString: `${server.connectionString.replace(/&ledger=.*/, '')}&ledger=${ledger}${String(Date.now())}`,
      folder: join(folder, String((opened += 1))),
      categories: ['Victim'],
    }),
  );
  const [one, two] = await Promise.all(both);
  const write = (data: object) => ({
    stream: 'Victim-1',
    expected: 'no-stream' as const,
    events: [anEvent(1, { data })],
  });
  expect(await one!.append([write({ of: 'one' })])).toMatchObject({ position: 1 });
  expect(await two!.append([write({ of: 'two' })])).toMatchObject({ position: 1 });
  expect((await one!.lastOf('Victim-1'))?.data).toEqual({ of: 'one' });
  expect((await two!.lastOf('Victim-1'))?.data).toEqual({ of: 'two' });
  await Promise.all([one!.close(), two!.close()]);
});

test('what two nodes with clocks of their own write at once is verified on both', async () => {
  const server = await startLogServer();
  servers.push(server);
  const nodes = await Promise.all(
    ['2026-06-01T12:00:00.000Z', '2026-06-01T12:00:05.000Z'].map((now) =>
      openEventStoreDb({
        ...{ connectionString: server.connectionString, folder: join(folder, String((opened += 1))) },
        ...{ categories: ['Victim'], clock: () => new Date(now) },
      }),
    ),
  );
  const write = (n: number) => ({
    ...{ stream: `Victim-${String(n)}`, expected: 'no-stream' as const },
    events: [anEvent(n)],
  });
  await Promise.all(Array.from({ length: 40 }, (_, n) => nodes[n % 2]!.append([write(n + 1)])));
  for (const node of nodes) {
    await eventually(async () => (await node.head()).position === 40);
    expect((await verifyLog(node.copyFile)).events).toBe(40);
    await node.close();
  }
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
