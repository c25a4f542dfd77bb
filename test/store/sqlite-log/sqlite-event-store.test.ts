import { join } from 'node:path';
import { openSqliteEventStore } from '../../../src/store/sqlite-log/sqlite-event-store.ts';
import { keepsThePromisesOfAnEventStore } from '../event-store.contract.ts';
import { folderForTests } from '../support/folder.ts';

const folder = folderForTests();
const traits = { atomicStreams: true, strictIds: true, comparesWords: true };
let opened = 0;

keepsThePromisesOfAnEventStore(
  'the SQLite store',
  (options) => openSqliteEventStore({ ...options, file: join(folder, `${String((opened += 1))}.sqlite`) }),
  traits,
);
