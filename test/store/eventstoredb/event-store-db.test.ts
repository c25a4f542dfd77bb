import { join } from 'node:path';
import { openEventStoreDb } from '../../../src/store/eventstoredb/event-store-db.ts';
import { startEventStoreDb, type TestServer } from '../../support/eventstoredb/eventstoredb.ts';
import { keepsThePromisesOfAnEventStore } from '../event-store.contract.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
let opened = 0;
const servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

keepsThePromisesOfAnEventStore(
  'the EventStoreDB store',
  async ({ clock } = {}) => {
    // Every store begins empty, so every one has a server of its own; other events than ours stand between.
    const server = await startEventStoreDb({ systemEvents: 3 });
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
