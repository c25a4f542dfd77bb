import { join } from 'node:path';
import { openEventStoreDbDirectory } from '../../../src/store/eventstoredb-directory/eventstoredb-directory.ts';
import { directoryKeyIn } from '../../support/directory-key.ts';
import { startLogServer, type LogServer } from '../../support/log-server.ts';
import { keepsThePromisesOfADirectory } from '../directory.contract.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
const keyFile = directoryKeyIn(folder);
let opened = 0;
const servers: LogServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

keepsThePromisesOfADirectory('the directory on EventStoreDB', async () => {
  // Every directory begins empty, so every one has a server of its own; other events than ours stand between.
  const server = await startLogServer({ systemEvents: 3 });
  servers.push(server);
  const place = join(folder, String((opened += 1)));
  return openEventStoreDbDirectory({ connectionString: server.connectionString, folder: place, keyFile });
});
