/** A server with a directory on it, and as many nodes as a test wants. */
import type { EventStoreDbDirectoryOptions } from '../../../src/store/eventstoredb-directory/options.ts';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  openEventStoreDbDirectory,
  type EventStoreDbDirectory,
} from '../../../src/store/eventstoredb-directory/eventstoredb-directory.ts';
import {
  startEventStoreDb,
  type ServerOptions,
  type TestServer,
} from '../../support/eventstoredb/eventstoredb.ts';
import { readKeyFile } from '../../../src/store/eventstoredb-directory/key-file.ts';
import { KeyRing } from '../../../src/store/eventstoredb-directory/key-ring.ts';
import { recordIn, type DirectoryRecord } from '../../../src/store/eventstoredb-directory/records.ts';
import { directoryKeyIn } from '../../support/directory-key.ts';
import { folderForTests } from '../support/folder.ts';

export interface Cluster {
  /** Where the files of this test file stand. */
  readonly folder: string;
  readonly keyFile: string;
  readonly server: TestServer;
  /** Another server in the place of this one, until the test ends. */
  restart(options: ServerOptions): Promise<void>;
  newPlace(): string;
  /** Opens a node, in a new place unless told, which is closed after the test. */
  node(options?: Partial<EventStoreDbDirectoryOptions>): Promise<EventStoreDbDirectory>;
  closeAll(): Promise<void>;
  /** The last record of every stream of a kind (`i.`, `l.`), as who has the key can open it. */
  lastRecords(kind: string): readonly DirectoryRecord[];
  /** All bytes of all events on the server. */
  bytes(): string;
}

/** Sets a server up before each test of this file. */
export function clusterForTests(): Cluster {
  const folder = folderForTests();
  const keyFile = directoryKeyIn(folder);
  let places = 0;
  let server: TestServer;
  const open: EventStoreDbDirectory[] = [];
  const closeAll = async (): Promise<void> => {
    await Promise.all(open.splice(0).map((node) => node.close()));
  };
  const newPlace = (): string => join(folder, String((places += 1)));

  beforeEach(async () => {
    server = await startEventStoreDb();
  });

  afterEach(async () => {
    server.faults.clear();
    await closeAll();
    await server.stop();
  });

  return {
    ...{ folder, keyFile, newPlace, closeAll },
    get server() {
      return server;
    },
    async restart(options) {
      await server.stop();
      server = await startEventStoreDb(options);
    },
    async node(options = {}) {
      const node = await openEventStoreDbDirectory({
        ...{ connectionString: server.connectionString, folder: newPlace(), keyFile },
        ...{ deadline: 4_000, patience: 2_000, ...options },
      });
      open.push(node);
      return node;
    },
    lastRecords(kind) {
      const keys = new KeyRing(readKeyFile(keyFile));
      const last = new Map(server.log.all.map((event) => [event.stream, event]));
      return [...last.values()]
        .filter(({ stream }) => stream.startsWith(`Directory-${kind}`))
        .map(({ stream, revision, data }) => {
          const place = { purpose: 'record', stream, revision: Number(revision) } as const;
          return recordIn(keys.open(Buffer.from(data), place));
        });
    },
    bytes: () => server.log.all.map(({ data }) => Buffer.from(data).toString('latin1')).join(''),
  };
}

/** Waits until it is so; a test in which it never is runs out of its time. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(5);
}
