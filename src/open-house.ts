/** The threshold where the house is put together: the one place that names the adapters. */
import { join } from 'node:path';
import type { Scratch } from './application/branching/branch.ts';
import type { FolderPlace, House, OpenHouse } from './application/house.ts';
import { categories } from './application/streams.ts';
import { expectArrived, expectKind, namesInFolder, openLog, writtenIn } from './open-log.ts';
import { readModels } from './projections/read-models.ts';
import { foldVersion } from './fold-version.ts';
import { bothOrNeither } from './store/both-or-neither.ts';
import { fileCheckpoint, memoryCheckpoint } from './store/checkpoint.ts';
import { assemble } from './assemble-house.ts';
import { readOnlyDirectory } from './store/directory/closed-directory.ts';
import { CopyToRead, mayWrite } from './store/copy-to-read.ts';
import { DirectoryOnDemand } from './store/directory/directory-on-demand.ts';
import {
  LogDamaged,
  LogMoved,
  NoRightToWrite,
  StoreUnavailable,
  type EventStore,
} from './store/event-store.ts';
import { openEventStoreDbDirectory } from './store/eventstoredb-directory/eventstoredb-directory.ts';
import { namedKeyFile } from './store/eventstoredb-directory/key-file.ts';
import { openEventStoreDb } from './store/eventstoredb/event-store-db.ts';
import { expectHeard } from './store/eventstoredb/expect-heard.ts';
import { expectLedgerOf } from './store/eventstoredb/known-ledger.ts';
import { ordinaryPace } from './store/eventstoredb/notary.ts';
import { sealsOn, verifySeals } from './store/eventstoredb/verify-seals.ts';
import { verifyOnServer } from './store/eventstoredb/verify-on-server.ts';
import type { ReadModelStore } from './store/read-model-store.ts';
import { MemoryEventStore } from './store/log/memory-event-store.ts';
import { SqliteDirectory } from './store/directory/sqlite-directory.ts';
import { snapshotFiles } from './store/snapshot-files.ts';
import { SqliteReadModelStore } from './store/sqlite-read-models/sqlite-read-model-store.ts';
import { verifyLog } from './store/sqlite-log/verify-log.ts';

/** Opens the ledger in a folder, or one in memory that is gone when it is closed. */
export const openHouse: OpenHouse = async (place) => {
  if (place === 'memory') return inMemory();
  const { folder, isAsked = false, eventStore } = place;
  expectKind(folder, eventStore !== undefined);
  if (eventStore !== undefined) return goingOn(isAsked, await inCluster({ ...place, eventStore }));
  expectArrived(folder);
  if (mayWrite(folder, writtenIn(folder))) return goingOn(isAsked, await inFolder(place));
  if (isAsked) return inCopy(folder);
  throw new NoRightToWrite(folder);
};

/**
 * Whoever wants to tell a ledger something is told at once where it has gone. One that is still arriving is not asked
 * anything either: nothing of it is there to be seen, and it would be taken for an empty one.
 *
 * @throws LogMoved
 */
async function goingOn(isAsked: boolean, house: House): Promise<House> {
  const { closing } = house.store;
  if (closing === undefined || (isAsked && closing.why !== 'arriving')) return house;
  await house.close();
  throw new LogMoved(closing);
}

async function inFolder({ folder, clock }: FolderPlace): Promise<House> {
  const file = join(folder, namesInFolder.log);
  return assemble({
    store: await openLog(folder, { file, ...(clock && { clock }) }),
    ...(clock && { clock }),
    directory: new DirectoryOnDemand(
      join(folder, namesInFolder.directory),
      (path) => new SqliteDirectory(path),
    ),
    readModel: SqliteReadModelStore.open(join(folder, namesInFolder.readModels), readModels),
    checkpoint: fileCheckpoint(join(folder, namesInFolder.checkpoint)),
    snapshots: snapshotFiles(join(folder, namesInFolder.snapshots), foldVersion),
    scratch: scratchFiles,
    verify: (expectedHead, onProgress) =>
      verifyLog(file, { ...(expectedHead && { expectedHead }), ...(onProgress && { onProgress }) }),
  });
}

/** One node of many: the log is on EventStoreDB, and what is made from it is in the folder. */
async function inCluster({
  folder,
  isAsked = false,
  eventStore: connectionString,
  directoryKeyFile,
  clock,
}: FolderPlace & { readonly eventStore: string }): Promise<House> {
  const keyFile = namedKeyFile(directoryKeyFile);
  expectLedgerOf(folder, connectionString);
  const sealing = isAsked ? {} : { sealing: ordinaryPace };
  const [store, directory] = await bothOrNeither(
    openEventStoreDb({ connectionString, folder, categories, ...sealing, ...(clock && { clock }) }),
    openEventStoreDbDirectory({ connectionString, folder, keyFile }),
  );
  if (isAsked) await expectHeard(store, directory);
  return assemble({
    ...{ store, directory, ...(clock && { clock }) },
    resealDirectory: (onProgress) => directory.reseal(onProgress),
    readModel: SqliteReadModelStore.open(join(folder, namesInFolder.readModels), readModels),
    checkpoint: fileCheckpoint(join(folder, namesInFolder.checkpoint)),
    snapshots: snapshotFiles(join(folder, namesInFolder.snapshots), foldVersion),
    scratch: scratchFiles,
    verify: async (expectedHead, onProgress) => {
      const published = await sealsOn(connectionString);
      await verifyOnServer(store, { connectionString, categories });
      const verified = await verifyLog(store.copyFile, {
        ...(expectedHead && { expectedHead }),
        ...(onProgress && { onProgress }),
      });
      return { ...verified, seals: verifySeals(store.copyFile, published) };
    },
  });
}

/** A ledger that can be asked, and not told anything: its read models are worked out anew, in a place of their own. */
async function inCopy(folder: string): Promise<House> {
  const copy = new CopyToRead();
  try {
    const { store, file } = await openLogToRead(folder, copy);
    const directory = new DirectoryOnDemand(
      join(folder, namesInFolder.directory),
      (path) => new SqliteDirectory(copy.of(path)),
    );
    const house = assemble({
      store,
      directory: readOnlyDirectory(folder, directory),
      readModel: SqliteReadModelStore.open(join(copy.folder, namesInFolder.readModels), readModels),
      checkpoint: memoryCheckpoint(),
      scratch: scratchFiles,
      verify: (expectedHead) => verifyLog(file, expectedHead ? { expectedHead } : {}),
    });
    const close = (): Promise<void> => house.close().finally(() => copy.remove());
    const refused = () => Promise.reject(new NoRightToWrite(folder));
    return { ...house, close, rebuild: refused, rollBack: refused };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

/** Where it stands, if SQLite can read it there, and otherwise a copy. */
async function openLogToRead(
  folder: string,
  copy: CopyToRead,
): Promise<{ readonly store: EventStore; readonly file: string }> {
  const file = join(folder, namesInFolder.log);
  try {
    return { store: await openLog(folder, { file, readOnly: true }), file };
  } catch (error) {
    if (!(error instanceof StoreUnavailable || error instanceof NoRightToWrite)) throw error;
    const copied = copy.of(file);
    return { store: await openLog(folder, { file: copied, readOnly: true }), file: copied };
  }
}

function inMemory(): House {
  const store = new MemoryEventStore();
  return assemble({
    store,
    directory: new SqliteDirectory(':memory:'),
    readModel: SqliteReadModelStore.inMemory(readModels),
    checkpoint: memoryCheckpoint(),
    scratch: () => scratchIn(SqliteReadModelStore.inMemory(readModels)),
    async verify(expected) {
      const head = await store.head();
      const isThere =
        expected === undefined || (expected.position === head.position && expected.hash === head.hash);
      if (!isThere) throw new LogDamaged(expected.position, 'the log in memory has another head');
      return { events: head.position, head };
    },
  });
}

/** Read models of a branch, among the temporary files. */
function scratchFiles(): Scratch {
  const copy = new CopyToRead();
  return scratchIn(SqliteReadModelStore.open(join(copy.folder, namesInFolder.readModels), readModels), copy);
}

function scratchIn(readModel: ReadModelStore, copy?: CopyToRead): Scratch {
  return {
    readModel,
    remove() {
      readModel.close();
      copy?.remove();
    },
  };
}
